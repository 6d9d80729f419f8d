// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "plannedlist.h"
#include "sampleschool.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using State = ClassList::State;

/// One list from the file to the report, without a window.
class TestClassList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { backgroundThreads().waitForDone(); }

    void goesFromFileToFinishedRun();
    void planChangesNothing();
    void textBecomesList();
    void fileThatIsNoListSaysWhy();
    void unknownCourseLetsAnotherBeChosen();
    void onlyTheLastChoiceIsPlanned();
    void rowsWithProblemsAreLeftOut();
    void pausesAndGoesOn();
    void stopLeavesTheRestNotAttempted();
    void plannedAgainShowsWhoIsInAlready();
    void earlierRunShowsWhatHappened();
    void mayGoAwayAtAnyTime_data();
    void mayGoAwayAtAnyTime();
};

void TestClassList::goesFromFileToFinishedRun()
{
    SampleSchool sample;
    ClassList list(sample.school());
    QList<State> states;
    connect(&list, &ClassList::stateChanged, &list, [&] { states += list.state(); });
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    QCOMPARE(list.rowsToRegister(), 97);
    QCOMPARE(list.rowsLeftOut(), 0);
    list.registerStudents();
    QVERIFY(list.isBusy());
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(states.count(State::Finished), 1);
    QCOMPARE(list.model()->count(RowState::Registered), 90);
    QCOMPARE(list.model()->count(RowState::Waitlisted), 7);
    QCOMPARE(list.results().results.size(), 97);
}

void TestClassList::planChangesNothing()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    QCOMPARE(list.model()->count(RowState::WillRegister), 90);
    QCOMPARE(list.model()->count(RowState::WillWait), 7);
    QCOMPARE(sample.school().courses().find(QStringLiteral("GO1"))->seatsTaken, 0);
    QVERIFY(sample.school().journal().runs()->isEmpty());
}

void TestClassList::textBecomesList()
{
    SampleSchool sample;
    ClassList list(sample.school());
    list.loadText("Student ID\tName\n0070001\tSophie Larsen\n", QStringLiteral("Pasted list"));
    QTRY_COMPARE(list.state(), State::NoCourse);
    QCOMPARE(list.name(), QStringLiteral("Pasted list"));
    QCOMPARE(list.roster().size(), 1);
    QVERIFY(list.path().isEmpty());
}

void TestClassList::fileThatIsNoListSaysWhy()
{
    SampleSchool sample;
    ClassList list(sample.school());
    list.load(sample.write(QStringLiteral("photo.csv"), QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)));
    QTRY_COMPARE(list.state(), State::Unreadable);
    QVERIFY(list.problem());
    QVERIFY(list.problem()->sentence.contains(QStringLiteral("photo.csv")));
}

void TestClassList::unknownCourseLetsAnotherBeChosen()
{
    SampleSchool sample;
    ClassList list(sample.school());
    list.load(SampleSchool::sampleRoster());
    QTRY_COMPARE(list.state(), State::NoCourse);
    QSignalSpy failures(&list, &ClassList::failed);
    list.chooseCourse({QStringLiteral("LATIN"), {}});
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(list.state(), State::NoCourse);
    QCOMPARE(list.problem()->code, ErrorCode::UnknownCourse);
    list.chooseCourse({QStringLiteral("GO1"), {}});
    QTRY_COMPARE(list.state(), State::Planned);
    QVERIFY(!list.problem());
}

void TestClassList::onlyTheLastChoiceIsPlanned()
{
    SampleSchool sample;
    ClassList list(sample.school());
    list.load(SampleSchool::sampleRoster());
    QTRY_COMPARE(list.state(), State::NoCourse);
    QList<State> states;
    connect(&list, &ClassList::stateChanged, &list, [&] { states += list.state(); });
    for (const char *code : {"GO1", "CHESS", "BIO", "CHOIR"})
        list.chooseCourse({QLatin1StringView(code), {}});
    QTRY_COMPARE(list.state(), State::Planned);
    backgroundThreads().waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(states.count(State::Planned), 1);
    QCOMPARE(list.course().code, QStringLiteral("CHOIR"));
    // The choir has no limit; in the other courses some would wait or be refused.
    QCOMPARE(list.model()->count(RowState::WillRegister), 97);
}

void TestClassList::rowsWithProblemsAreLeftOut()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list,
        sample.write(
            QStringLiteral("choir.csv"), "student_id,given_name\n0070005,Ana\n,Ben\n0070005,Ana\n"),
        QStringLiteral("CHOIR"));
    QCOMPARE(list.rowsToRegister(), 1);
    QCOMPARE(list.rowsLeftOut(), 2);
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.model()->count(RowState::Registered), 1);
    QCOMPARE(list.model()->count(RowState::Rejected), 2);
    QCOMPARE(sample.school().courses().find(QStringLiteral("CHOIR"))->seatsTaken, 1);
}

void TestClassList::pausesAndGoesOn()
{
    const PracticeSchool school(QStringLiteral("simulated:?latency=20ms&jitter=10ms"));
    ClassList list(**school);
    plan(list, QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv"),
        QStringLiteral("PRACTICE"));
    list.registerStudents();
    list.pause();
    QTRY_COMPARE(list.state(), State::Paused);
    QVERIFY(list.isBusy());
    QVERIFY(list.progress().done < 500);
    list.resume();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.model()->count(RowState::Registered), 500);
}

void TestClassList::stopLeavesTheRestNotAttempted()
{
    const PracticeSchool school(QStringLiteral("simulated:?latency=20ms&jitter=10ms"));
    ClassList list(**school);
    plan(list, QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv"),
        QStringLiteral("PRACTICE"));
    list.registerStudents();
    list.stop();
    QTRY_COMPARE(list.state(), State::Finished);
    QVERIFY(list.model()->count(RowState::NotAttempted) > 0);
    QCOMPARE(
        list.model()->count(RowState::NotAttempted) + list.model()->count(RowState::Registered),
        500);
    QCOMPARE(list.results().run.counts[RegistrationStatus::NotAttempted],
        list.model()->count(RowState::NotAttempted));
}

void TestClassList::plannedAgainShowsWhoIsInAlready()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    list.planAgain();
    QTRY_COMPARE(list.state(), State::Planned);
    QCOMPARE(list.model()->count(RowState::WillBeAlready), 97);
    QCOMPARE(list.rowsToRegister(), 0);
}

void TestClassList::earlierRunShowsWhatHappened()
{
    SampleSchool sample;
    ClassList list(sample.school());
    plan(list, SampleSchool::sampleRoster(), QStringLiteral("GO1"));
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);

    ClassList earlier(sample.school());
    earlier.loadEarlier(sample.school().journal().runs()->first());
    QTRY_COMPARE(earlier.state(), State::Earlier);
    QCOMPARE(earlier.model()->rowCount(), 97);
    QCOMPARE(earlier.model()->count(RowState::Registered), 90);
    QCOMPARE(earlier.model()->count(RowState::Waitlisted), 7);
    earlier.registerStudents();
    earlier.chooseCourse({QStringLiteral("CHOIR"), {}});
    QCOMPARE(earlier.state(), State::Earlier);
}

void TestClassList::mayGoAwayAtAnyTime_data()
{
    QTest::addColumn<State>("when");
    QTest::newRow("while it is read") << State::Loading;
    QTest::newRow("while it is planned") << State::Planning;
    QTest::newRow("while it runs") << State::Running;
    QTest::newRow("while it stops") << State::Stopping;
}

void TestClassList::mayGoAwayAtAnyTime()
{
    QFETCH(const State, when);
    SampleSchool sample;
    {
        ClassList list(sample.school());
        list.load(SampleSchool::sampleRoster());
        if (when != State::Loading) {
            QTRY_COMPARE(list.state(), State::NoCourse);
            list.chooseCourse({QStringLiteral("GO1"), {}});
        }
        if (when == State::Running || when == State::Stopping) {
            QTRY_COMPARE(list.state(), State::Planned);
            list.registerStudents();
        }
        if (when == State::Stopping)
            list.stop();
    }
    backgroundThreads().waitForDone();
    QCoreApplication::sendPostedEvents();
    // The school is whole, whatever of the run was written.
    const auto seats = sample.school().courses().find(QStringLiteral("GO1"));
    QVERIFY(seats);
    QVERIFY(seats->seatsTaken <= 90);
}

QTEST_MAIN(TestClassList)
#include "tst_classlist.moc"
