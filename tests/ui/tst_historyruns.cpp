// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historypagetest.h"
#include "pasthistory.h"
#include "report/reportdialog.h"
#include "undobar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What can be done with runs of the history.
class TestHistoryRuns : public HistoryPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void enterOpensARunAsItWas();
    void undoIsOneClickAway();
    void reportIsOneClickAway();
    void buttonsSayWhyTheyCannotBePressed();
    void comparesTwoRuns();
    void tryAgainIsOneClickAway();
};

void TestHistoryRuns::enterOpensARunAsItWas()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 3);
    QTest::keyClick(table(window, u"Runs"_s), Qt::Key_Return);
    QTRY_VERIFY(window.page());
    QTRY_COMPARE(window.page()->list().state(), ClassList::State::Earlier);
    QCOMPARE(window.page()->list().results().run.id, pastId(1));
    QCOMPARE(window.table()->model()->rowCount(), 4);
    // And back again.
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).size(), 4);
}

void TestHistoryRuns::undoIsOneClickAway()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 3);
    press(window, u"Undo this run"_s);
    QTRY_VERIFY(window.page() && window.page()->findChild<UndoBar *>()->isVisible());
    QTRY_COMPARE(window.page()->list().undo().phase, ClassList::UndoPhase::Previewed);
    QCOMPARE(window.page()->list().undo().run.undone.id, pastId(1));
}

void TestHistoryRuns::reportIsOneClickAway()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 3);
    press(window, u"Make report"_s);
    QTRY_VERIFY(window->findChild<ReportDialog *>());
    const QString path = m_sample->path(u"march.csv"_s);
    QVERIFY(window.makeReport(path));
    QTRY_VERIFY(QFile::exists(path));
}

void TestHistoryRuns::buttonsSayWhyTheyCannotBePressed()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    table(window, u"Runs"_s)->clearSelection();
    QVERIFY(!window.button(u"Open this run"_s)->isEnabled());
    QVERIFY(window.button(u"Open this run"_s)->toolTip().startsWith(u"Choose one run"_s));
    clickRow(window, u"Runs"_s, 2);
    QVERIFY(window.button(u"Open this run"_s)->isEnabled());
    QVERIFY(!window.button(u"Undo this run"_s)->isEnabled());
    QVERIFY(!window.button(u"Try again"_s)->isEnabled());
    QVERIFY(!window.button(u"Compare"_s)->isEnabled());
}

void TestHistoryRuns::comparesTwoRuns()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 1);
    clickRow(window, u"Runs"_s, 3, Qt::ControlModifier);
    press(window, u"Compare"_s);
    const QString both = u"The students of both runs"_s;
    QTRY_COMPARE(column(window, both, 0).size(), 4);
    QCOMPARE(column(window, both, 3),
        (QStringList{
            u"Only in the first"_s, u"Only in the first"_s, u"The same"_s, u"The same"_s}));
    press(window, u"The same"_s);
    QCOMPARE(column(window, both, 0), (QStringList{u"Dora Roy"_s, u"Ana Muñoz"_s}));
    press(window, u"Swap"_s);
    QTRY_COMPARE(column(window, both, 3).value(0), u"Only in the second"_s);
    press(window, u"Copy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Ben Roy\tS002"_s));
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_VERIFY(table(window, u"Runs"_s));
}

void TestHistoryRuns::tryAgainIsOneClickAway()
{
    const CourseAssignment courses(CourseRef{u"CLUB9"_s, u"2026 Fall"_s});
    Student ben;
    ben.studentId = u"S002"_s;
    Run killed = Run::begin(u"killed.csv"_s, courses, {});
    RunJournal &journal = m_sample->school().journal();
    QVERIFY(journal.begin(killed, {StudentList::fromStudents({ben}), courses, {}}));
    journal.leave(killed);
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).value(0), u"killed.csv"_s);
    QCOMPARE(column(window, u"Runs"_s, 7).first(), u"interrupted"_s);
    clickRow(window, u"Runs"_s, 0);
    press(window, u"Go on"_s);
    QTRY_VERIFY(window.page());
    QTRY_COMPARE(window.page()->list().results().run.state, RunState::Finished);
    QCOMPARE(window.page()->list().results().run.counts[RegistrationStatus::Registered], 1);
}

QTEST_MAIN(TestHistoryRuns)
#include "tst_historyruns.moc"
