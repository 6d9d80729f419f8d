// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "scriptedregistrar.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Rollbook;

/// A run that goes on: what is certain stays as it is and is not sent, the rest is sent.
class TestContinuedRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOnlyWhatIsNotSettled();
    void nothingLeftEndsAtOnce();
    void attemptsAreCountedOnTop();
    void settledRowsAreShownWhileTheRestIsOnItsWay();
    void cancelKeepsEarlierFaults();
    void cancelledRunGoesOnUntilItIsWhole();
    void aRunInWorkElsewhereIsLeftAlone();
    void longListsComeInPortions();
};

namespace
{

StudentList students(int count)
{
    QList<Student> all;
    for (int i = 0; i < count; ++i) {
        Student student;
        student.studentId = QStringLiteral("S%1").arg(i);
        all += student;
    }
    return StudentList::fromStudents(all);
}

StudentRegistrationResult registeredRow(int row)
{
    StudentRegistrationResult result;
    result.row = row;
    result.attempts = 1;
    result.outcome = StudentRegistration{RegistrationStatus::Registered, false, row + 1, 1};
    return result;
}

/// One row of each kind.
RegisterStudentsResults oneOfEach()
{
    RegisterStudentsResults soFar;
    soFar.students = students(7);
    soFar.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), {}});
    soFar.run = Run::begin(QStringLiteral("list.csv"), soFar.courses, {});
    soFar.run.startedAt = soFar.run.startedAt.addDays(-3);
    soFar.run.state = RunState::Stopped;
    StudentRegistrationResult waiting = registeredRow(1);
    waiting.outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, 1, 1};
    StudentRegistrationResult before = registeredRow(2);
    before.outcome = StudentRegistration{RegistrationStatus::AlreadyRegistered, false, 1, 1};
    StudentRegistrationResult failed = failedRow(4, ReasonCode::TimedOut);
    failed.attempts = 2;
    soFar.results = {registeredRow(0), waiting, before, rejectedRow(3, ReasonCode::Hold), failed,
        notAttemptedRow(5, ReasonCode::Cancelled), notAttemptedRow(6, ReasonCode::LeftOut)};
    return soFar;
}

struct Listener {
    explicit Listener(BulkRegistration &run)
    {
        QObject::connect(&run, &BulkRegistration::resultsReady, &run,
            [this](const RegistrationResults &results) {
                shown += results;
                largest = qMax(largest, results.size());
            });
        QObject::connect(&run, &BulkRegistration::finished, &run,
            [this](const RegisterStudentsResults &results) {
                ++ends;
                answer = results;
            });
    }
    RegistrationResults shown;
    qsizetype largest = 0;
    RegisterStudentsResults answer;
    int ends = 0;
};

void verifyComplete(const Listener &listener, int rows)
{
    QCOMPARE(listener.ends, 1);
    QCOMPARE(listener.answer.results.size(), rows);
    QCOMPARE(listener.shown.size(), rows);
    QSet<int> seen;
    for (int row = 0; row < rows; ++row) {
        QCOMPARE(listener.answer.results.at(row).row, row);
        seen += listener.shown.at(row).row;
    }
    QCOMPARE(seen.size(), rows);
    QCOMPARE(listener.answer.run.counts.total(), rows);
}

class BusyJournal : public RunJournal
{
public:
    Expected<void> begin(const Run &, const RunRoster &) override { return {}; }
    Expected<void> goOn(const Run &) override
    {
        return fail(ErrorCode::StoreBusy, QStringLiteral("still going on"));
    }
    Expected<void> tryAgain(const Run &run, const RowsAgain &) override { return goOn(run); }
    void leave(const Run &) override { ++written; }
    bool isInWork(const QString &) const override { return true; }
    Expected<void> record(const Run &, const StudentList &, const CourseAssignment &,
        const QList<StudentRegistrationResult> &) override
    {
        ++written;
        return {};
    }
    Expected<void> end(const Run &) override
    {
        ++written;
        return {};
    }
    Expected<QList<Run>> runs() const override { return QList<Run>(); }
    Expected<RegisterStudentsResults> run(const QString &) const override
    {
        return RegisterStudentsResults();
    }

    std::atomic<int> written = 0;
};

} // namespace

void TestContinuedRun::sendsOnlyWhatIsNotSettled()
{
    const RegisterStudentsResults soFar = oneOfEach();
    QCOMPARE(rowsToTryAgain(soFar.results), 2);
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, BulkRegistration::Request::continuing(soFar));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 7);
    QCOMPARE(registrar.sent(), (QHash<qint32, int>{{4, 1}, {5, 1}}));
    for (const int row : {0, 1, 2, 3, 6})
        QCOMPARE(listener.answer.results.at(row), soFar.results.at(row));
    const Run &ended = listener.answer.run;
    QCOMPARE(ended.id, soFar.run.id);
    QCOMPARE(ended.startedAt, soFar.run.startedAt);
    QCOMPARE(ended.state, RunState::Finished);
    QVERIFY(ended.endedAt.isValid());
    QCOMPARE(ended.counts[RegistrationStatus::Registered], 3);
}

void TestContinuedRun::nothingLeftEndsAtOnce()
{
    RegisterStudentsResults soFar = oneOfEach();
    soFar.results[4] = registeredRow(4);
    soFar.results[5] = registeredRow(5);
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, BulkRegistration::Request::continuing(soFar));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 7);
    QCOMPARE(registrar.batchesSent(), 0);
}

void TestContinuedRun::attemptsAreCountedOnTop()
{
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, BulkRegistration::Request::continuing(oneOfEach()));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(listener.answer.results.at(4).attempts, 3);
    QCOMPARE(listener.answer.results.at(5).attempts, 1);
}

void TestContinuedRun::settledRowsAreShownWhileTheRestIsOnItsWay()
{
    auto gate = std::make_shared<QSemaphore>();
    ScriptedRegistrar::Script script;
    script.before = [gate](const RegistrationBatch &) { gate->acquire(); };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, BulkRegistration::Request::continuing(oneOfEach()));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(listener.shown.size(), 5);
    QTRY_COMPARE(run.progress().done, 5);
    QCOMPARE(run.progress().total, 7);
    gate->release();
    QVERIFY(finished.wait());
    verifyComplete(listener, 7);
}

void TestContinuedRun::cancelKeepsEarlierFaults()
{
    auto gate = std::make_shared<QSemaphore>();
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 1;
    script.capabilities.batchesInFlight = 1;
    script.before = [gate](const RegistrationBatch &) { gate->acquire(); };
    ScriptedRegistrar registrar(script);
    RegisterStudentsResults soFar = oneOfEach();
    soFar.results[0] = notAttemptedRow(0, ReasonCode::Cancelled);
    BulkRegistration run(registrar, nullptr, BulkRegistration::Request::continuing(soFar));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(registrar.batchesSent(), 1);
    run.cancel();
    QTRY_COMPARE(run.state(), BulkRegistration::State::Stopping);
    gate->release();
    QVERIFY(finished.wait());
    verifyComplete(listener, 7);
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
    QCOMPARE(listener.answer.results.at(0).status(), RegistrationStatus::Registered);
    QCOMPARE(listener.answer.results.at(4), soFar.results.at(4));
    QCOMPARE(listener.answer.results.at(5).status(), RegistrationStatus::NotAttempted);
}

void TestContinuedRun::cancelledRunGoesOnUntilItIsWhole()
{
    ScriptedRegistrar::Script script;
    script.capacity = 1500;
    script.waitlist = 300;
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request request;
    request.students = students(2000);
    request.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), {}});
    RegisterStudentsResults answer;
    for (int turn = 0; turn == 0 || rowsToTryAgain(answer.results) > 0; ++turn) {
        QVERIFY(turn < 2000);
        BulkRegistration run(registrar, nullptr, request);
        const Listener listener(run);
        QSignalSpy finished(&run, &BulkRegistration::finished);
        // What a slow machine had no time for before a cancelled run ended.
        QSignalSpy settled(&run, &BulkRegistration::settled);
        connect(&run, &BulkRegistration::settled, &run,
            [&answer](const RegisterStudentsResults &results) { answer = results; });
        connect(
            &run, &BulkRegistration::resultsReady, &run, [&run, sent = 0](const auto &) mutable {
                if (++sent == 20)
                    run.cancel();
            });
        run.start();
        QVERIFY(finished.wait());
        verifyComplete(listener, 2000);
        if (run.isSettled() && settled.isEmpty())
            answer = listener.answer;
        else
            QVERIFY(!settled.isEmpty() || settled.wait());
        request = BulkRegistration::Request::continuing(answer);
    }
    const QHash<qint32, int> sent = registrar.sent();
    for (qint32 row = 0; row < 2000; ++row) {
        QCOMPARE(sent.value(row), 1);
        const StudentRegistrationResult &result = answer.results.at(row);
        if (row >= 1800) {
            QCOMPARE(result.error()->code, ReasonCode::CourseFull);
            continue;
        }
        QVERIFY(result.registration());
        QCOMPARE(result.registration()->number, row < 1500 ? row + 1 : row - 1499);
    }
}

void TestContinuedRun::aRunInWorkElsewhereIsLeftAlone()
{
    ScriptedRegistrar registrar({});
    BusyJournal journal;
    BulkRegistration run(registrar, &journal, BulkRegistration::Request::continuing(oneOfEach()));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 7);
    QCOMPARE(registrar.batchesSent(), 0);
    QCOMPARE(journal.written, 0);
    QVERIFY(listener.answer.problem);
    QCOMPARE(listener.answer.problem->code, ErrorCode::StoreBusy);
    QCOMPARE(listener.answer.results.at(0).status(), RegistrationStatus::Registered);
}

void TestContinuedRun::longListsComeInPortions()
{
    constexpr int rows = 3 * BulkRegistration::MaximumPortion;
    RegisterStudentsResults soFar;
    soFar.students = students(rows);
    soFar.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), {}});
    for (int row = 0; row < rows; ++row)
        soFar.results += registeredRow(row);
    soFar.results[rows - 1] = failedRow(rows - 1, ReasonCode::StoreBusy);
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, BulkRegistration::Request::continuing(soFar));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, rows);
    QVERIFY(listener.largest <= BulkRegistration::MaximumPortion);
    QCOMPARE(registrar.sent(), (QHash<qint32, int>{{rows - 1, 1}}));
}

QTEST_GUILESS_MAIN(TestContinuedRun)
#include "tst_continuedrun.moc"
