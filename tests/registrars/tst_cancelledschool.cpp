// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"
#include "teststore.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

using namespace Rollbook;

/// Runs that are stopped while a real school does not answer: one that another program holds, one
/// that is slow.
class TestCancelledSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void lockedSchoolIsAnsweredFor();
    void rowsInDoubtAreRegisteredOnceTheSchoolIsFree();
    void closingLetsGoOfALockedSchool_data();
    void closingLetsGoOfALockedSchool();
    void nobodyOvertakesWhoWasDropped();
    void otherRunsKeepWaiting();
    void slowSchoolIsAnsweredFor();

private:
    void lock();
    BulkRegistration::Request request() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<School> m_school;
    std::unique_ptr<SQLite::Database> m_colleague;
    std::optional<SQLite::Transaction> m_writing;
};

namespace
{

constexpr int Rows = 40;
constexpr int Seats = 25;
constexpr int InFlight = 3; // batches
constexpr int RowsInFlight = 15;

// Far below the 30 seconds for which a locked school is waited for.
constexpr qint64 LongestMs = 10'000;

int inDoubt(const RegisterStudentsResults &answer)
{
    int rows = 0;
    for (const StudentRegistrationResult &result : answer.results) {
        if (result.error() && result.error()->code == ReasonCode::InDoubt)
            ++rows;
    }
    return rows;
}

/// Does something before the first row of a run is sent, when the run was entered.
class WatchedRegistrar : public Registrar
{
public:
    WatchedRegistrar(Registrar &registrar, std::function<void()> before)
        : m_registrar(registrar)
        , m_before(std::move(before))
    {
    }
    RegistrarCapabilities capabilities() const override { return m_registrar.capabilities(); }
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override
    {
        if (m_before)
            std::exchange(m_before, nullptr)();
        ++sent;
        return m_registrar.registerBatch(batch);
    }

    std::atomic<int> sent = 0;

private:
    Registrar &m_registrar;
    std::function<void()> m_before;
};

/// A run, and what it says.
struct Running {
    Running(School &school, const BulkRegistration::Request &request,
        const std::function<void()> &before = {})
        : registrar(school.registrar(), before)
        , run(std::make_unique<BulkRegistration>(registrar, &school.journal(), request))
        , finished(run.get(), &BulkRegistration::finished)
        , settled(run.get(), &BulkRegistration::settled)
    {
        run->start();
    }
    RegisterStudentsResults cancel()
    {
        QElapsedTimer clock;
        clock.start();
        run->cancel();
        if (finished.count() == 0 && !finished.wait())
            qFatal("the run does not end");
        qInfo("answered after %lld ms", clock.elapsed());
        return answerOf(finished);
    }
    static RegisterStudentsResults answerOf(const QSignalSpy &spy)
    {
        return spy.value(0).value(0).value<RegisterStudentsResults>();
    }

    WatchedRegistrar registrar;
    std::unique_ptr<BulkRegistration> run;
    QSignalSpy finished;
    QSignalSpy settled;
};

QStringList undisturbedOutcome()
{
    QStringList expected;
    for (int row = 0; row < Rows; ++row) {
        expected += row < Seats ? QStringLiteral("registered %1").arg(row + 1)
                                : QStringLiteral("waitlisted %1").arg(row - Seats + 1);
    }
    return expected;
}

} // namespace

void TestCancelledSchool::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(QStringLiteral("school.sqlite"));
    auto school = openSchool(QStringLiteral("sqlite:") + path);
    QVERIFY(school);
    m_school = std::move(*school);
    QVERIFY(m_school->courses().save({course(QStringLiteral("GO1"), Seats, Rows)}));
    m_colleague =
        std::make_unique<SQLite::Database>(path.toStdString(), SQLite::OPEN_READWRITE, 30'000);
}

void TestCancelledSchool::cleanup()
{
    m_writing.reset();
    m_colleague.reset();
    m_school.reset();
}

void TestCancelledSchool::lock()
{
    m_writing.emplace(*m_colleague, SQLite::TransactionBehavior::IMMEDIATE);
}

BulkRegistration::Request TestCancelledSchool::request() const
{
    BulkRegistration::Request wanted;
    wanted.students = numberedStudents(Rows);
    wanted.courses = CourseAssignment(course(QStringLiteral("GO1")).ref());
    wanted.rosterName = QStringLiteral("list.csv");
    wanted.batchSize = 5;
    wanted.batchesInFlight = InFlight;
    return wanted;
}

void TestCancelledSchool::lockedSchoolIsAnsweredFor()
{
    Running running(*m_school, request(), [this] { lock(); });
    QTRY_COMPARE(running.registrar.sent, InFlight);
    const RegisterStudentsResults answer = running.cancel();
    QCOMPARE(inDoubt(answer), RowsInFlight);
    QCOMPARE(answer.run.counts[RegistrationStatus::NotAttempted], Rows - RowsInFlight);
    QVERIFY(!running.run->isSettled());
    // The school is held still, so nobody waited for it.
    QCOMPARE(running.settled.count(), 0);
}

void TestCancelledSchool::rowsInDoubtAreRegisteredOnceTheSchoolIsFree()
{
    Running running(*m_school, request(), [this] { lock(); });
    QTRY_COMPARE(running.registrar.sent, InFlight);
    const RegisterStudentsResults then = running.cancel();
    m_writing.reset();
    QVERIFY(running.settled.wait());
    const auto settled = Running::answerOf(running.settled);
    QCOMPARE(
        outcomes(settled.results).first(RowsInFlight), undisturbedOutcome().first(RowsInFlight));
    const auto recorded = m_school->journal().run(then.run.id);
    QVERIFY(recorded);
    QCOMPARE(recorded->run.state, RunState::Cancelled);
    QCOMPARE(recorded->run.counts, settled.run.counts);
    QCOMPARE(outcomes(recorded->results), outcomes(settled.results));
    QCOMPARE(recorded->results.first().attempts, 1);

    // Who goes on with what was known when it was stopped has them as registered by this run.
    Running again(*m_school, BulkRegistration::Request::continuing(then));
    QVERIFY(again.finished.wait());
    QCOMPARE(outcomes(Running::answerOf(again.finished).results), undisturbedOutcome());
}

void TestCancelledSchool::closingLetsGoOfALockedSchool_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("in the middle of a run") << false;
    QTest::newRow("after it was stopped") << true;
}

void TestCancelledSchool::closingLetsGoOfALockedSchool()
{
    QFETCH(const bool, isStopped);
    QElapsedTimer clock;
    QString id;
    {
        Running running(*m_school, request(), [this] { lock(); });
        QTRY_COMPARE(running.registrar.sent, InFlight);
        if (isStopped)
            running.cancel();
        id = running.run->run().id;
        clock.start();
    }
    // One that belongs to no run any more.
    Run run = Run::begin(QStringLiteral("list.csv"), request().courses, {});
    QFuture<RegistrationResults> left = m_school->registrar().registerBatch(
        {run, request().students, request().courses, {0, 1, 2}});
    m_school.reset();
    QVERIFY2(clock.elapsed() < LongestMs, qPrintable(QString::number(clock.elapsed())));
    qInfo("closed after %lld ms", clock.elapsed());
    QVERIFY(left.isFinished());

    m_writing.reset();
    auto school =
        openSchool(QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("school.sqlite")));
    QVERIFY(school);
    m_school = std::move(*school);
    QCOMPARE(m_school->courses().find(QStringLiteral("GO1"))->seatsTaken, 0);
    const auto soFar = m_school->journal().run(id);
    QVERIFY(soFar);
    QVERIFY(!m_school->journal().isInWork(id));
    Running again(*m_school, BulkRegistration::Request::continuing(*soFar));
    QVERIFY(again.finished.wait());
    QCOMPARE(outcomes(Running::answerOf(again.finished).results), undisturbedOutcome());
}

// A batch that is given up is as if it had met a fault: those behind it are sent again in order.
void TestCancelledSchool::nobodyOvertakesWhoWasDropped()
{
    const Run run = Run::begin(QStringLiteral("list.csv"), request().courses, {});
    RegistrationBatch batch{run, request().students, request().courses, {0, 1, 2}};
    batch.round = 1;
    lock();
    QFuture<RegistrationResults> first = m_school->registrar().registerBatch(batch);
    batch.rows = {3, 4, 5};
    const QFuture<RegistrationResults> second = m_school->registrar().registerBatch(batch);
    first.cancel();
    m_writing.reset();
    QCOMPARE(outcomes(second.result()), QStringList(3, QStringLiteral("failed store_busy")));
    QCOMPARE(m_school->courses().find(QStringLiteral("GO1"))->seatsTaken, 0);
}

void TestCancelledSchool::otherRunsKeepWaiting()
{
    Running patient(*m_school, request(), [this] { lock(); });
    QTRY_COMPARE(patient.registrar.sent, InFlight);
    BulkRegistration::Request other = request();
    other.students = numberedStudents(Rows, Rows + 1);
    {
        const Running dropped(*m_school, other);
        QCOMPARE(dropped.registrar.sent, 0);
    }
    m_writing.reset();
    QVERIFY(patient.finished.wait());
    QCOMPARE(outcomes(Running::answerOf(patient.finished).results), undisturbedOutcome());
}

void TestCancelledSchool::slowSchoolIsAnsweredFor()
{
    auto slow = openSchool(QStringLiteral("simulated:?latency=10s"));
    QVERIFY(slow);
    QElapsedTimer clock;
    clock.start();
    {
        BulkRegistration::Request wanted = request();
        wanted.batchesInFlight.reset();
        Running running(**slow, wanted);
        QTRY_COMPARE(running.registrar.sent, Rows / 5);
        const RegisterStudentsResults answer = running.cancel();
        QCOMPARE(inDoubt(answer), Rows);
        QCOMPARE(rowsToTryAgain(answer.results), Rows);
    }
    slow->reset();
    QVERIFY2(clock.elapsed() < LongestMs, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestCancelledSchool)
#include "tst_cancelledschool.moc"
