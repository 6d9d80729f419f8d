// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coursechooser.h"
#include "domain/backgroundthreads.h"
#include "report/reportbar.h"
#include "report/reportdialog.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Rollbook;
using State = ClassList::State;

/// Running a registration from the window, and looking at it again.
class TestWindowRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keyboardAloneFromListToReport();
    void pauseAndStopAreButtons();
    void closingWhileStudentsAreRegisteredAsks();
    void earlierRunOpensReadOnly();

private:
    std::unique_ptr<SampleSchool> m_sample;
};

void TestWindowRuns::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestWindowRuns::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void TestWindowRuns::keyboardAloneFromListToReport()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({SampleSchool::sampleRoster()});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::Planned);
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);

    QTest::keyClick(&*window, Qt::Key_E, Qt::ControlModifier);
    auto *dialog = window->findChild<ReportDialog *>();
    QVERIFY(dialog);
    QSignalSpy saved(window.page()->reportBar(), &ReportBar::made);
    auto *name = dialog->findChild<QLineEdit *>();
    QVERIFY(name);
    name->clear();
    QTest::keyClicks(name, m_sample->path(QStringLiteral("report.csv")));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(QFile::exists(m_sample->path(QStringLiteral("report.csv"))));
    QTRY_VERIFY(window.message().contains(QStringLiteral("report.csv")));
}

void TestWindowRuns::pauseAndStopAreButtons()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=50ms&jitter=30ms"));
    ShownWindow window(**practice);
    // So long that it is not over before someone gets to the button, on however slow a machine.
    QByteArray students("student_id\n");
    for (int i = 0; i < 20'000; ++i)
        students += QByteArray::number(i) + '\n';
    window->openRosters({m_sample->write(QStringLiteral("long.csv"), students)});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    QTest::mouseClick(window.button(QStringLiteral("Register")), Qt::LeftButton);
    QTest::mouseClick(window.button(QStringLiteral("Pause")), Qt::LeftButton);
    QTRY_COMPARE(list->state(), State::Paused);
    QVERIFY(window.button(QStringLiteral("Go on")));
    QTest::mouseClick(window.button(QStringLiteral("Stop")), Qt::LeftButton);
    QTRY_COMPARE(list->state(), State::Finished);
    QVERIFY(list->model()->count(RowState::NotAttempted) > 0);
    QVERIFY(window.button(QStringLiteral("Make report")));
}

void TestWindowRuns::closingWhileStudentsAreRegisteredAsks()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=50ms&jitter=30ms"));
    {
        ShownWindow window(**practice);
        window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
        ClassList *list = window.lists().first();
        QTRY_COMPARE(list->state(), State::NoCourse);
        list->chooseCourse({QStringLiteral("PRACTICE"), {}});
        QTRY_COMPARE(list->state(), State::Planned);
        list->registerStudents();
        QVERIFY(!window->close());
        QVERIFY(window->isVisible());
        auto *question = window->findChild<QMessageBox *>();
        QVERIFY(question);
        QPushButton *stop = nullptr;
        const auto buttons = question->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text().remove(u'&') == QStringLiteral("Stop and close"))
                stop = button;
        }
        QVERIFY(stop);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(!window->isVisible());
    }
    const auto runs = (*practice)->journal().runs();
    QCOMPARE(runs->size(), 1);
    QVERIFY(runs->first().state != RunState::Running);
}

void TestWindowRuns::earlierRunOpensReadOnly()
{
    ShownWindow window(m_sample->school());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    window.lists().first()->registerStudents();
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 1);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_COMPARE(window.page()->list().state(), State::Earlier);
    QVERIFY(!window.page()->findChild<CourseChooser *>()->isVisible());
    QVERIFY(!window.button(QStringLiteral("Register 9")));
    QVERIFY(window.button(QStringLiteral("Make report")));
    QCOMPARE(window.table()->model()->rowCount(), 97);
}

QTEST_MAIN(TestWindowRuns)
#include "tst_windowruns.moc"
