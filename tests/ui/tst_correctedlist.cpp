// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "plannedlist.h"
#include "sampleschool.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using State = ClassList::State;

/// A list that is corrected between the file and the run, or after it, without a window.
class TestCorrectedList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { backgroundThreads().waitForDone(); }

    void correctedRowIsPlannedAgain();
    void editsInQuickSuccessionArePlannedOnce();
    void nothingIsRegisteredFromAnOldPlan();
    void leftOutRowsHaveOneResult();
    void rowIsCorrectedAfterTheRun();
    void registeredRowsAreNotTakenBack();
    void courseOfARowIsCorrected();
    void longListIsPlannedWhenItIsChecked();
    void correctedListIsSavedBesideTheOpenedOne();
    void idOfSomebodyElseInTheSchoolIsWarnedOf();
};

void TestCorrectedList::correctedRowIsPlannedAgain()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list,
        sample.write(QStringLiteral("choir.csv"),
            "student_id,given_name\n0070005,Ana\n,Ben\n0070005,Cleo\n"),
        QStringLiteral("CHOIR"));
    QCOMPARE(list.rowsToRegister(), 1);
    QSignalSpy reset(list.model(), &QAbstractItemModel::modelReset);
    const QModelIndex id = list.model()->index(1, RosterModel::StudentIdColumn);
    QVERIFY(list.model()->setData(id, QStringLiteral("0070006")));
    QCOMPARE(list.state(), State::Planning);
    QCOMPARE(list.model()->rowState(1), RowState::Ready);
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.model()->rowState(1), RowState::WillRegister);
    QCOMPARE(list.rowsToRegister(), 2);

    list.edits()->undoStack()->undo();
    QCOMPARE(list.model()->rowState(1), RowState::Problem);
    QVERIFY(id.data().toString().isEmpty());
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.rowsToRegister(), 1);
    list.edits()->undoStack()->redo();
    QTRY_COMPARE(list.state(), State::Planned);
    QVERIFY(reset.isEmpty());

    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.results().run.counts[RegistrationStatus::Registered], 2);
    QCOMPARE(list.results().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
}

void TestCorrectedList::editsInQuickSuccessionArePlannedOnce()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    int planned = 0;
    connect(&list, &ClassList::stateChanged, &list,
        [&] { planned += list.state() == State::Planned ? 1 : 0; });
    for (qint32 row = 0; row < 20; ++row)
        list.edits()->correct({row, StudentField::GradeLevel, QStringLiteral("11")});
    // The plan that is seen stays meanwhile.
    QCOMPARE(list.model()->count(RowState::WillRegister), 90);
    QTRY_COMPARE(list.state(), State::Planned);
    backgroundThreads().waitForDone();
    // One turn, in which another plan would arrive.
    QTest::qWait(0);
    QCOMPARE(planned, 1);
    QCOMPARE(list.model()->count(RowState::WillRegister), 90);
}

void TestCorrectedList::nothingIsRegisteredFromAnOldPlan()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    list.edits()->leaveOut({0}, true);
    list.registerStudents();
    QVERIFY(!list.isBusy());
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    QVERIFY(list.isBusy());
    QTRY_COMPARE(list.state(), State::Finished);
}

void TestCorrectedList::leftOutRowsHaveOneResult()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    list.edits()->leaveOut({3, 5}, true);
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.model()->count(RowState::LeftOut), 2);
    QCOMPARE(list.rowsLeftOut(), 2);
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.results().results.size(), 97);
    QList<int> times(97, 0);
    for (const StudentRegistrationResult &result : list.results().results)
        ++times[result.row];
    QCOMPARE(times, QList<int>(97, 1));
    for (const qint32 row : {3, 5}) {
        const auto result = list.model()->result(row);
        QVERIFY(result && result->error());
        QCOMPARE(result->error()->code, ReasonCode::LeftOut);
        QCOMPARE(list.model()->rowState(row), RowState::LeftOut);
    }
    QCOMPARE(sample.school().courses().find(QStringLiteral("GO1"))->seatsTaken, 90);
    // The school remembers why.
    ClassList earlier(sample.school());
    earlier.loadEarlier(sample.school().journal().runs()->first());
    QTRY_COMPARE(earlier.state(), State::Earlier);
    QCOMPARE(earlier.model()->count(RowState::LeftOut), 2);
    QVERIFY(!earlier.isEditable());
}

void TestCorrectedList::rowIsCorrectedAfterTheRun()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list,
        sample.write(QStringLiteral("choir.csv"), "student_id,given_name\n0070005,Ana\n,Ben\n"),
        QStringLiteral("CHOIR"));
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    QVERIFY(!list.isEditable(0));
    QVERIFY(list.isEditable(1));
    list.edits()->correct({1, StudentField::StudentId, QStringLiteral("0070006")});
    QCOMPARE(list.state(), State::Finished);
    QCOMPARE(list.model()->rowState(0), RowState::Registered);
    QCOMPARE(list.model()->rowState(1), RowState::Ready);
    list.planAgain();
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.model()->rowState(0), RowState::WillBeAlready);
    QCOMPARE(list.rowsToRegister(), 1);
}

void TestCorrectedList::registeredRowsAreNotTakenBack()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("CHOIR"));
    list.edits()->correct({0, StudentField::GivenName, QStringLiteral("Ada")});
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    QVERIFY(!list.edits()->undoStack()->canUndo());
    QVERIFY(!list.isEditable());
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.roster().students.text(0, StudentField::GivenName), QStringLiteral("Ada"));
}

void TestCorrectedList::courseOfARowIsCorrected()
{
    SampleSchool sample;
    ClassList list(sample.school());
    list.load(sample.write(QStringLiteral("several.csv"),
        "student_id,given_name,course\n0070005,Ana,CHOIR\n0070006,Ben,LATIN\n"));
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse({});
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.rowsToRegister(), 1);
    const QModelIndex course = list.model()->index(1, RosterModel::CourseColumn);
    QVERIFY(list.model()->setData(course, QStringLiteral("CHESS")));
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.rowsToRegister(), 2);
    QCOMPARE(course.data().toString(), QStringLiteral("CHESS"));
}

void TestCorrectedList::longListIsPlannedWhenItIsChecked()
{
    const PracticeSchool school(QStringLiteral("simulated:?latency=0ms"));
    QByteArray text("student_id,given_name\n");
    for (int row = 0; row < 3000; ++row)
        text += QByteArray::number(row + 1) + ",Ana\n";
    ClassList list(**school);
    list.loadText(text, QStringLiteral("Pasted list"));
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list.state(), State::Planned);
    list.edits()->correct({2999, StudentField::StudentId, QStringLiteral("1")});
    QVERIFY(list.edits()->isChecking());
    list.registerStudents();
    QVERIFY(!list.isBusy());
    QTRY_COMPARE(list.state(), State::Planned);
    QVERIFY(!list.edits()->isChecking());
    QCOMPARE(list.model()->rowState(2999), RowState::Problem);
    // Chosen anew while it is being checked.
    list.edits()->undoStack()->undo();
    list.chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list.state(), State::Planned);
    QVERIFY(!list.edits()->isChecking());
    QCOMPARE(list.model()->count(RowState::Problem), 0);
}

void TestCorrectedList::correctedListIsSavedBesideTheOpenedOne()
{
    SampleSchool sample;
    const QByteArray text("student_id,given_name\n0070005,Ana\n0070006,Ben\n");
    const QString opened = sample.write(QStringLiteral("choir.csv"), text);
    ClassList list(sample.school());
    list.load(opened);
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.edits()->correct({0, StudentField::GivenName, QStringLiteral("Ada")});
    list.edits()->leaveOut({1}, true);
    QSignalSpy failures(&list, &ClassList::failed);
    list.saveCorrected(opened);
    QTRY_COMPARE(failures.size(), 1);
    QFile original(opened);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QCOMPARE(original.readAll(), text);
    QSignalSpy saved(&list, &ClassList::correctedSaved);
    list.saveCorrected(sample.path(QStringLiteral("corrected.csv")));
    QTRY_COMPARE(saved.size(), 1);
    QFile corrected(sample.path(QStringLiteral("corrected.csv")));
    QVERIFY(corrected.open(QIODevice::ReadOnly));
    QCOMPARE(
        corrected.readAll(), QByteArray("\xEF\xBB\xBFstudent_id,given_name\r\n0070005,Ada\r\n"));
}

void TestCorrectedList::idOfSomebodyElseInTheSchoolIsWarnedOf()
{
    SampleSchool sample;
    StudentRecord known;
    known.student.studentId = QStringLiteral("S77");
    known.student.givenName = QStringLiteral("Íñigo");
    known.student.familyName = QStringLiteral("Muñoz");
    QVERIFY(sample.school().students().save({known}));
    ClassList list(sample.school());
    list.load(sample.write(QStringLiteral("monday.csv"),
        "Student ID,Given name,Family name\nS77,Sophie,Larsen\nS78,Ben,Smith\n"));
    QTRY_COMPARE(list.state(), State::NoCourse);
    QTRY_COMPARE(list.roster().problems.size(), 1);
    const RosterProblem problem = list.roster().problems.first();
    QCOMPARE(problem.code, RosterProblem::Code::OtherNameInSchool);
    QVERIFY2(problem.what.contains(QStringLiteral("S77 belongs to Íñigo Muñoz")),
        qPrintable(problem.what));
    list.edits()->correct({0, StudentField::GivenName, QStringLiteral("Inigo")});
    QVERIFY(list.roster().problems.isEmpty());
    list.edits()->undoStack()->undo();
    QCOMPARE(list.roster().problems.size(), 1);
}

QTEST_MAIN(TestCorrectedList)
#include "tst_correctedlist.moc"
