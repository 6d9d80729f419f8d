// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"

#include <QMenu>
#include <QUndoStack>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// Rows of a run that has ended, corrected in the table and tried again alone.
class TestCorrectedRows : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void correctedStudentIsPlannedAndRegistered();
    void correctedRowStaysWhatItWasUntilItsTurn();
    void undoneCorrectionBringsTheOutcomeBack();
    void correctionThatIsRejectedAgainSaysSo();
    void leftOutRowIsTakenBackAndRegistered();
    void doubleIsFreeOnceTheOtherIsCorrected();
    void rowInAnUnknownCourseIsCorrected();
    void rowsWithASeatAreNotEdited();
    void correctedRowsAreNotTriedWithTheOthers();
    void planIsAskedAgainWhenAnotherTookTheSeat();
};

void TestCorrectedRows::correctedStudentIsPlannedAndRegistered()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QString id = list->results().run.id;
    RosterModel *model = list->model();
    QVERIFY(
        model->setData(model->index(3, RosterModel::StudentIdColumn), u"0080044"_s, Qt::EditRole));
    QTRY_COMPARE(model->rowState(3), RowState::WillRegister);
    QCOMPARE(list->state(), State::Finished);
    QCOMPARE(reasonOf(*list, 3), u"will get seat 3"_s);
    QCOMPARE(model->rowState(1), RowState::Rejected);
    QCOMPARE(model->rowState(0), RowState::Registered);
    selectRows(window, {3});
    const QAction *action = menuAction(window, 3);
    QCOMPARE(action->text().remove(u'&'), u"Register this corrected student"_s);
    delete window.table()->findChild<QMenu *>();
    QAbstractButton *button = window.button(u"Register 1 student"_s);
    QVERIFY(button && button->isEnabled());
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->results().run.id, id);
    QCOMPARE(told(list->results()).at(3), u"0080044: seat 3 (2)"_s);
    QCOMPARE(told(recorded(*list)), told(list->results()));
    QCOMPARE(model->rowState(3), RowState::Registered);
    QVERIFY(!window.button(u"Register "_s));
    QCOMPARE(list->edits()->undoStack()->count(), 0);
}

void TestCorrectedRows::correctedRowStaysWhatItWasUntilItsTurn()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QStringList before = told(list->results());
    list->edits()->correct({1, StudentField::StudentId, u"0080022"_s});
    list->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 2);
    QVERIFY(window.button(u"Register 2 students"_s));
    selectRows(window, {3});
    pressTryAgain(window);
    QTRY_COMPARE(list->state(), State::Finished);
    QStringList wanted = before;
    wanted[3] = u"0080044: seat 3 (2)"_s;
    QCOMPARE(told(recorded(*list)), wanted);
    QCOMPARE(list->model()->rowState(1), RowState::WillRegister);
    QTRY_COMPARE(reasonOf(*list, 1), u"will get seat 4"_s);
    QAbstractButton *button = window.button(u"Register 1 student"_s);
    QVERIFY(button);
    button->click();
    QTRY_COMPARE(list->state(), State::Finished);
    wanted[1] = u"0080022: seat 4 (2)"_s;
    QCOMPARE(told(recorded(*list)), wanted);
}

void TestCorrectedRows::undoneCorrectionBringsTheOutcomeBack()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QString reason = reasonOf(*list, 1);
    QVERIFY(reason.contains(u"library book"_s));
    list->edits()->correct({1, StudentField::StudentId, u"0080022"_s});
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    window.table()->setFocus();
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->model()->rowState(1), RowState::Rejected);
    QCOMPARE(reasonOf(*list, 1), reason);
    QCOMPARE(list->rowsToRegister(), 0);
    QVERIFY(!list->isChanged(1));
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    // Before its plan has come, too.
    list->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    list->edits()->undoStack()->undo();
    QCOMPARE(list->model()->rowState(3), RowState::Rejected);
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    QCOMPARE(told(recorded(*list)), told(list->results()));
}

void TestCorrectedRows::correctionThatIsRejectedAgainSaysSo()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    list->edits()->correct({1, StudentField::GivenName, u"Benjamin"_s});
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillReject);
    QVERIFY(reasonOf(*list, 1).contains(u"library book"_s));
    QVERIFY(!window.button(u"Register "_s));
    // No ID, no e-mail: nobody.
    list->edits()->correct({1, StudentField::StudentId, {}});
    QCOMPARE(list->model()->rowState(1), RowState::Problem);
    selectRows(window, {1});
    pressTryAgain(window);
    QVERIFY(!list->isBusy());
    QVERIFY2(window.message().contains(u"Correct it first"_s), qPrintable(window.message()));
}

void TestCorrectedRows::leftOutRowIsTakenBackAndRegistered()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(u"club.csv"_s, Club)});
    ClassList *list = window.lists().first();
    QTRY_VERIFY(isRead(*list));
    list->edits()->leaveOut({0}, true);
    list->chooseCourse(club().ref());
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->rowState(0), RowState::LeftOut);
    selectRows(window, {0});
    QTest::keyClick(window.table(), Qt::Key_Delete);
    QTRY_COMPARE(list->model()->rowState(0), RowState::WillRegister);
    pressTryAgain(window);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(told(recorded(*list)).first(), u"0080001: seat 2 (1)"_s);
}

void TestCorrectedRows::doubleIsFreeOnceTheOtherIsCorrected()
{
    ShownWindow window(m_sample->school());
    ClassList *list =
        registered(window, "student_id,given_name\n0080002,Ben\n0080002,Benedict\n0080001,Ana\n");
    QVERIFY(list);
    QCOMPARE(
        told(list->results()).mid(0, 1), QStringList(u"0080002: has a hold: library book (1)"_s));
    QVERIFY(!list->canTryAgain(1));
    list->edits()->correct({0, StudentField::StudentId, u"0080022"_s});
    QTRY_COMPARE(list->model()->rowState(0), RowState::WillRegister);
    QVERIFY(list->canTryAgain(1));
    setHold({});
    list->tryRowsAgain({1});
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(told(recorded(*list)).at(1), u"0080002: seat 2 (1)"_s);
}

void TestCorrectedRows::rowInAnUnknownCourseIsCorrected()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(
        u"clubs.csv"_s, "student_id,given_name,course\n0080001,Ana,CLUB\n0080003,Cleo,NOPE\n")});
    ClassList *list = window.lists().first();
    QTRY_VERIFY(isRead(*list));
    list->chooseCourse({});
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    const RosterModel *model = list->model();
    QCOMPARE(model->rowState(1), RowState::Rejected);
    QVERIFY(!list->canTryAgain(1));
    list->edits()->correct({1, StudentField::Course, u"ROB"_s});
    QTRY_COMPARE(model->rowState(1), RowState::WillReject);
    QVERIFY(reasonOf(*list, 1).contains(u"GO0"_s));
    list->edits()->undoStack()->undo();
    QCOMPARE(model->rowState(1), RowState::Rejected);
    QCOMPARE(model->index(1, RosterModel::CourseColumn).data().toString(), u"NOPE"_s);
    list->edits()->correct({1, StudentField::Course, u"GO0"_s});
    QTRY_COMPARE(model->rowState(1), RowState::WillRegister);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(model->rowState(1), RowState::Registered);
    QCOMPARE(recorded(*list).courses.courseOf(1).code, u"GO0"_s);
    QCOMPARE(recorded(*list).courses.courseOf(0).code, u"CLUB"_s);
}

void TestCorrectedRows::rowsWithASeatAreNotEdited()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    RosterModel *model = list->model();
    const QModelIndex seat = model->index(0, RosterModel::StudentIdColumn);
    QVERIFY(!(model->flags(seat) & Qt::ItemIsEditable));
    QVERIFY(!model->setData(seat, u"0080011"_s, Qt::EditRole));
    QVERIFY(!list->isChanged(0));
    list->tryRowsAgain({0, 2});
    QVERIFY(!list->isBusy());
}

void TestCorrectedRows::correctedRowsAreNotTriedWithTheOthers()
{
    const PracticeSchool practice(u"simulated:?latency=1ms&failures=1"_s);
    ClassList list(**practice);
    list.loadText("Student ID\nS1\nS2\nS3\n", u"Pasted list"_s);
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse({u"PRACTICE"_s, {}});
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    list.edits()->correct({1, StudentField::StudentId, u"S9"_s});
    QTRY_COMPARE(list.model()->rowState(1), RowState::WillRegister);
    QCOMPARE(list.rowsToTryAgain(), 2);
    list.tryAgain();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.results().results.at(0).attempts, 2);
    QCOMPARE(list.results().results.at(1).attempts, 1);
    QCOMPARE(list.results().results.at(2).attempts, 2);
    QVERIFY(list.isChanged(1));
}

void TestCorrectedRows::planIsAskedAgainWhenAnotherTookTheSeat()
{
    QVERIFY(m_sample->school().courses().save({club(3)}));
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    list->edits()->correct({1, StudentField::StudentId, u"0080022"_s});
    list->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    QTRY_COMPARE(list->model()->rowState(3), RowState::WillReject);
    QCOMPARE(list->model()->rowState(1), RowState::WillRegister);
    list->tryRowsAgain({1});
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->rowState(1), RowState::Registered);
    QCOMPARE(list->model()->rowState(3), RowState::WillReject);
    QCOMPARE(recorded(*list).students.text(3, StudentField::StudentId), u"0080004"_s);
}

QTEST_MAIN(TestCorrectedRows)
#include "tst_correctedrows.moc"
