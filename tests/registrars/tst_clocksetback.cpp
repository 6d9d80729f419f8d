// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"
#include "registration/runundo.h"
#include "registration/waitinglist.h"
#include "teststore.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <ctime>

using namespace Rollbook;

namespace
{

// How far the clock of this program is behind that of the computer.
std::atomic<qint64> secondsBehind = 0;

constexpr qint64 ThreeDays = 3LL * 24 * 60 * 60;

} // namespace

// What the C library has under these names, with the computer's clock set back: only the time of
// day, as when somebody sets it; what measures how long something took goes on.
extern "C" int clock_gettime(clockid_t clock, timespec *time)
{
    const auto result = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
    if (clock == CLOCK_REALTIME)
        time->tv_sec -= secondsBehind;
    return result;
}

extern "C" int gettimeofday(timeval *time, void * /*zone*/) noexcept
{
    timespec now{};
    const int result = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return result;
}

/// Somebody sets the clock of the computer back while Rollbook works, or between two runs: what
/// comes first is what came first, not what the clock says.
class TestClockSetBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup() { secondsBehind = 0; }

    void inTheMiddleOfARun();
    void beforeARunGoesOn();
    void theNewestRunStaysTheFirst();
    void undoTakesBackWhatTheRunMade();
    void whoWaitedFirstMovesUpFirst();

private:
    RegisterStudentsResults perform(const BulkRegistration::Request &request, int setBackAfter);

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
};

namespace
{

constexpr int Rows = 40;
constexpr int Seats = 15;
constexpr int Places = 10;

CourseAssignment forGo1()
{
    return CourseAssignment(course(QStringLiteral("GO1")).ref());
}

BulkRegistration::Request wanted(int first = 1)
{
    BulkRegistration::Request request;
    request.students = numberedStudents(Rows, first);
    request.courses = forGo1();
    request.rosterName = QStringLiteral("list.csv");
    request.batchSize = 1;
    request.batchesInFlight = 2;
    return request;
}

QStringList expected()
{
    QStringList all;
    for (int row = 0; row < Rows; ++row) {
        if (row < Seats)
            all += QStringLiteral("registered %1").arg(row + 1);
        else if (row < Seats + Places)
            all += QStringLiteral("waitlisted %1").arg(row + 1 - Seats);
        else
            all += QStringLiteral("rejected course_full");
    }
    return all;
}

} // namespace

void TestClockSetBack::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_school.reset();
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
    // From today on: who looked at the clock again would say that it is too early.
    Course go1 = course(QStringLiteral("GO1"), Seats, Places);
    go1.opensOn = QDate::currentDate();
    QVERIFY(m_school->courses().save({go1}));
}

RegisterStudentsResults TestClockSetBack::perform(
    const BulkRegistration::Request &request, int setBackAfter)
{
    BulkRegistration run(m_school->registrar(), &m_school->journal(), request);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    int shown = 0;
    connect(&run, &BulkRegistration::resultsReady, this, [&](const RegistrationResults &results) {
        shown += static_cast<int>(results.size());
        if (shown >= setBackAfter)
            secondsBehind = ThreeDays;
    });
    run.start();
    if (!finished.wait())
        return {};
    return finished.first().first().value<RegisterStudentsResults>();
}

void TestClockSetBack::inTheMiddleOfARun()
{
    const QDate today = QDate::currentDate();
    const auto answer = perform(wanted(), 1);
    QCOMPARE(QDate::currentDate(), today.addDays(-3));
    QCOMPARE(outcomes(answer.results), expected());
    QCOMPARE(answer.run.state, RunState::Finished);
    for (const StudentRegistrationResult &result : answer.results)
        QVERIFY(result.durationMs >= 0);
    const auto recorded = m_school->journal().run(answer.run.id);
    QVERIFY(recorded);
    QCOMPARE(outcomes(recorded->results), expected());
    // Registered for this list in another run, whenever that was.
    const auto again = perform(wanted(), Rows + 1);
    QCOMPARE(again.run.counts[RegistrationStatus::AlreadyRegistered], Seats + Places);
}

void TestClockSetBack::beforeARunGoesOn()
{
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    QVERIFY(m_school->journal().begin(run, {wanted().students, forGo1(), {}}));
    RegistrationBatch half{run, wanted().students, forGo1(), {}};
    for (qint32 row = 0; row < Rows / 2; ++row)
        half.rows += row;
    m_school->registrar().registerBatch(half).waitForFinished();
    m_school.reset();

    secondsBehind = ThreeDays;
    m_school = m_store->open();
    const auto soFar = m_school->journal().run(run.id);
    QVERIFY(soFar);
    const auto answer = perform(BulkRegistration::Request::continuing(*soFar), Rows + 1);
    QCOMPARE(outcomes(answer.results), expected());
}

void TestClockSetBack::theNewestRunStaysTheFirst()
{
    QStringList ids{perform(wanted(), Rows + 1).run.id};
    secondsBehind = ThreeDays;
    ids.prepend(perform(wanted(), Rows + 1).run.id);
    const auto runs = m_school->journal().runs();
    QVERIFY(runs);
    QCOMPARE((QStringList{runs->at(0).id, runs->at(1).id}), ids);
}

void TestClockSetBack::undoTakesBackWhatTheRunMade()
{
    const auto answer = perform(wanted(), 5);
    const auto undone = m_school->undo().undo(answer.run.id);
    QVERIFY(undone);
    QCOMPARE(undone->undo.undoCounts[UndoStatus::Withdrawn], Seats + Places);
    const auto course = m_school->courses().find(QStringLiteral("GO1"));
    QCOMPARE(course->seatsTaken, 0);
    QCOMPARE(course->waiting, 0);
}

void TestClockSetBack::whoWaitedFirstMovesUpFirst()
{
    const auto first = perform(wanted(), Seats + 3);
    Course larger = m_school->courses().find(QStringLiteral("GO1"))->course;
    larger.capacity = Seats + 5;
    QVERIFY(m_school->courses().save({larger}));
    const auto promoted = m_school->waitingList().promote(forGo1().courses().first());
    QVERIFY(promoted);
    QCOMPARE(promoted->students.size(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(promoted->students.student(i), first.students.student(Seats + i));
}

QTEST_GUILESS_MAIN(TestClockSetBack)
#include "tst_clocksetback.moc"
