// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historypagetest.h"
#include "pasthistory.h"
#include "rowactions.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Everything about one student, and the ways to it.
class TestHistoryOfStudent : public HistoryPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEverythingAboutTheChosenStudent();
    void listLeadsToTheHistoryOfItsStudent();
    void copiesTheHistoryOfAStudent();
    void doubleClickOpensTheRunOfAStudent();
    void menuOfARowLeadsToItsStudent();
    void tellsWhatWasDoneByHand();
};

void TestHistoryOfStudent::tellsEverythingAboutTheChosenStudent()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search a student in the history"_s, u"ana"_s);
    QTRY_VERIFY(table(window, u"The student in these runs"_s));
    clickRow(window, u"The student in these runs"_s, 0);
    QTest::keyClick(&*window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    const QString events = u"What happened to this student"_s;
    QTRY_COMPARE(column(window, events, 2).size(), 4);
    QCOMPARE(column(window, events, 2).last(), u"Registered: seat 1"_s);
    QCOMPARE(column(window, events, 5).last(), u"ines"_s);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_VERIFY(table(window, u"Runs"_s));
}

void TestHistoryOfStudent::listLeadsToTheHistoryOfItsStudent()
{
    ShownWindow window(m_sample->school());
    window->openRosters(
        {m_sample->write(u"new.csv"_s, "student_id,given_name\nS004,Dora\nS001,Ana\n")});
    QTRY_VERIFY(window.page() && window.table()->model()->rowCount() == 2);
    window.table()->setFocus();
    window.table()->setCurrentIndex(window.table()->model()->index(0, 1));
    QVERIFY(window.isActive());
    QTest::keyClick(window.table(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(column(window, u"What happened to this student"_s, 1),
        (QStringList{u"Dora Roy"_s, u"Dora Roy"_s}));
}

void TestHistoryOfStudent::copiesTheHistoryOfAStudent()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    Student ana;
    ana.studentId = u"S001"_s;
    window->showStudentHistory(ana);
    QTRY_COMPARE(column(window, u"What happened to this student"_s, 1).size(), 4);
    press(window, u"Copy"_s);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.at(0), u"S001"_s);
    QVERIFY(
        lines.at(5).contains(u"Registered: seat 1\tART9 (2026 Fall)\tgrade9.xlsx, row 1\tines"_s));
}

void TestHistoryOfStudent::doubleClickOpensTheRunOfAStudent()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search a student in the history"_s, u"cem"_s);
    const QString found = u"The student in these runs"_s;
    QTRY_COMPARE(
        column(window, found, 2), QStringList{u"Waiting list: place 1 on the waiting list"_s});
    HistoryTable *rows = table(window, found);
    const QPoint place = rows->visualRect(rows->model()->index(0, 1)).center();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(rows->viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(window.page() && window.page()->list().state() == ClassList::State::Earlier);
    QCOMPARE(window.page()->list().results().run.id, pastId(1));
}

void TestHistoryOfStudent::menuOfARowLeadsToItsStudent()
{
    ShownWindow window(m_sample->school());
    window->openRosters({m_sample->write(u"new.csv"_s, "student_id\nS003\n")});
    QTRY_VERIFY(window.page() && window.table()->model()->rowCount() == 1);
    window.table()->setCurrentIndex(window.table()->model()->index(0, 1));
    const QPoint place = window.table()->visualRect(window.table()->currentIndex()).center();
    Q_EMIT window.table()->customContextMenuRequested(place);
    auto *menu = window.table()->findChild<QMenu *>();
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return action->text().remove(u'&') == u"Everything about this student"_s;
    });
    QVERIFY(found != actions.cend());
    (*found)->trigger();
    menu->close();
    QTRY_COMPARE(
        column(window, u"What happened to this student"_s, 1), QStringList{u"Cem Şahin"_s});
}

void TestHistoryOfStudent::tellsWhatWasDoneByHand()
{
    Student ana;
    ana.studentId = u"S001"_s;
    Student cem;
    cem.studentId = u"S003"_s;
    School &school = m_sample->school();
    QVERIFY(school.places().withdraw(*school.places().ofStudent(ana)));
    QVERIFY(school.waitingList().promote({u"ART9"_s, u"2026 Fall"_s}));
    ShownWindow window(school);
    QVERIFY(window.isActive());
    window->showStudentHistory(cem);
    const QString events = u"What happened to this student"_s;
    QTRY_COMPARE(column(window, events, 2),
        (QStringList{u"Moved up: seat 1, from place 1 on the waiting list"_s,
            u"Waiting list: place 1 on the waiting list"_s}));
    QCOMPARE(column(window, events, 3).first(), u"ART9 (2026 Fall)"_s);
    QCOMPARE(column(window, events, 4).first(), u"by hand"_s);
    QVERIFY(!column(window, events, 5).first().isEmpty());
    // There is no run to open.
    clickRow(window, events, 0);
    QVERIFY(!window.button(u"Open this run"_s)->isEnabled());
    clickRow(window, events, 1);
    QVERIFY(window.button(u"Open this run"_s)->isEnabled());
    window->showStudentHistory(ana);
    QTRY_COMPARE(column(window, events, 2).value(0), u"Taken out: gave back seat 1"_s);
}

QTEST_MAIN(TestHistoryOfStudent)
#include "tst_historyofstudent.moc"
