// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "listenedrun.h"
#include "scriptedregistrar.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Rollbook;
using namespace std::chrono_literals;
using State = BulkRegistration::State;
using Order = RegistrarCapabilities::Order;

namespace
{

RegistrationError fault(ReasonCode code, const QString &argument = {})
{
    return {RegistrationStatus::Failed, code, argument};
}

} // namespace

/// What becomes of rows that fail for a while.
class TestRetriedRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomeIsThatOfThePlainLoop_data();
    void outcomeIsThatOfThePlainLoop();
    void onlyTheRowsThatFailedAreSentAgain();
    void aLastingFaultIsNotSentAgain();
    void theBudgetEnds_data();
    void theBudgetEnds();
    void othersGoOnWhileARowWaits();
    void nothingIsSentWhileTheSchoolThrottles();
    void cancelWhileARetryIsDue();
    void cancelShowsAtOnceWhatIsNotSent();
    void pauseHoldsARetry();
};

void TestRetriedRun::outcomeIsThatOfThePlainLoop_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("order");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("inFlight");
    for (const ReasonCode reason : {ReasonCode::StoreBusy, ReasonCode::StoreUnavailable,
             ReasonCode::TimedOut, ReasonCode::ServerError, ReasonCode::Throttled}) {
        for (const Order order : {Order::Any, Order::Arrival, Order::OneAtATime}) {
            for (const int batch : {1, 3, 40}) {
                for (const int inFlight : {1, 8}) {
                    QTest::addRow("%s, order %d, batch %d, %d in flight",
                        qPrintable(reasonWord(reason)), static_cast<int>(order), batch, inFlight)
                        << static_cast<int>(reason) << static_cast<int>(order) << batch << inFlight;
                }
            }
        }
    }
}

void TestRetriedRun::outcomeIsThatOfThePlainLoop()
{
    QFETCH(const int, reason);
    QFETCH(const int, order);
    QFETCH(const int, batch);
    QFETCH(const int, inFlight);
    const bool keepsOrder = static_cast<Order>(order) != Order::Any;
    ScriptedRegistrar::Script script;
    script.capabilities.order = static_cast<Order>(order);
    if (keepsOrder) {
        script.capacity = 60;
        script.waitlist = 20;
    }
    script.fault = [reason](qint32 row, qint16 attempt) -> std::optional<RegistrationError> {
        if (row % 7 == 3 && attempt <= row % 3 + 1)
            return fault(static_cast<ReasonCode>(reason), QStringLiteral("0.001"));
        return std::nullopt;
    };
    script.before = [](const RegistrationBatch &sent) {
        if (sent.rows.first() % 3 == 0)
            QThread::yieldCurrentThread();
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(100);
    wanted.batchSize = batch;
    wanted.batchesInFlight = inFlight;
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy states(&run, &BulkRegistration::stateChanged);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 100);
    QCOMPARE(listener.answer.run.state, RunState::Finished);
    QVERIFY(registrar.mostInFlight() <= inFlight);
    QCOMPARE(states.size(), 2); // running, finished: nobody was alarmed
    for (int row = 0; row < 100; ++row) {
        const StudentRegistrationResult &result = listener.answer.results.at(row);
        QCOMPARE(result.attempts, qint16(registrar.sent().value(row)));
        if (!keepsOrder || row < 60) {
            QCOMPARE(result.status(), RegistrationStatus::Registered);
            if (keepsOrder)
                QCOMPARE(result.registration()->number, row + 1);
        } else if (row < 80) {
            QCOMPARE(result.status(), RegistrationStatus::Waitlisted);
            QCOMPARE(result.registration()->number, row - 59);
        } else {
            QCOMPARE(result.status(), RegistrationStatus::Rejected);
        }
    }
}

void TestRetriedRun::onlyTheRowsThatFailedAreSentAgain()
{
    ScriptedRegistrar::Script script;
    script.fault = [](qint32 row, qint16 attempt) -> std::optional<RegistrationError> {
        if (row == 5 && attempt < 3)
            return fault(ReasonCode::TimedOut);
        return std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(20);
    wanted.retry.base = wanted.retry.cap = 400ms;
    wanted.retry.seed = 1;
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    QElapsedTimer clock;
    clock.start();
    run.start();
    QVERIFY(finished.wait());
    const qint64 took = clock.elapsed();
    verifyComplete(listener, 20);
    for (const StudentRegistrationResult &result : std::as_const(listener.answer.results)) {
        const int times = result.row == 5 ? 3 : 1;
        QCOMPARE(result.status(), RegistrationStatus::Registered);
        QCOMPARE(int(result.attempts), times);
        QCOMPARE(registrar.sent().value(result.row), times);
    }
    // From the first sending: as long as the run itself, but for its beginning and end.
    const qint32 waited = listener.answer.results.at(5).durationMs;
    QVERIFY2(waited <= took && waited > took / 2, qPrintable(QString::number(waited)));
}

void TestRetriedRun::aLastingFaultIsNotSentAgain()
{
    ScriptedRegistrar::Script script;
    script.capabilities.order = Order::Arrival;
    script.capacity = 15;
    script.fault = [](qint32 row, qint16) -> std::optional<RegistrationError> {
        if (row % 4 == 0)
            return fault(ReasonCode::StoreFault);
        return std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(20));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 20);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Failed], 5);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], 15);
    for (const int times : registrar.sent())
        QCOMPARE(times, 1);
}

void TestRetriedRun::theBudgetEnds_data()
{
    QTest::addColumn<int>("order");
    QTest::newRow("any order") << static_cast<int>(Order::Any);
    QTest::newRow("order of arrival") << static_cast<int>(Order::Arrival);
    QTest::newRow("one at a time") << static_cast<int>(Order::OneAtATime);
}

// Rows that never get an answer fail, and nobody else does for it.
void TestRetriedRun::theBudgetEnds()
{
    QFETCH(const int, order);
    ScriptedRegistrar::Script script;
    script.capabilities.order = static_cast<Order>(order);
    script.capabilities.batchSize = 1;
    script.fault = [](qint32 row, qint16) -> std::optional<RegistrationError> {
        if (row == 5 || row == 6 || row == 19)
            return fault(ReasonCode::TimedOut);
        return std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(20));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 20);
    QCOMPARE(listener.answer.run.state, RunState::Finished);
    for (const StudentRegistrationResult &result : std::as_const(listener.answer.results)) {
        if (result.row == 5 || result.row == 6 || result.row == 19) {
            QCOMPARE(result.status(), RegistrationStatus::Failed);
            QCOMPARE(result.error()->code, ReasonCode::TimedOut);
            QVERIFY(result.attempts >= 5);
        } else {
            QCOMPARE(result.status(), RegistrationStatus::Registered);
        }
    }
}

void TestRetriedRun::othersGoOnWhileARowWaits()
{
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 1;
    script.fault = [](qint32 row, qint16) -> std::optional<RegistrationError> {
        if (row == 0)
            return fault(ReasonCode::ServerError);
        return std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(100);
    wanted.retry = {.total = 100h, .base = 10h, .cap = 10h, .seed = 1};
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(listener.shown.size(), 99);
    QCOMPARE(run.state(), State::Running);
    QCOMPARE(finished.size(), 0);
    run.cancel();
    QVERIFY(finished.wait());
    verifyComplete(listener, 100);
    QCOMPARE(listener.answer.results.at(0).error()->code, ReasonCode::ServerError);
}

void TestRetriedRun::nothingIsSentWhileTheSchoolThrottles()
{
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    auto arrivals = std::make_shared<QList<qint64>>();
    ScriptedRegistrar::Script script;
    script.capabilities = {.batchSize = 10, .batchesInFlight = 1};
    script.threads = 1;
    script.before = [=](const RegistrationBatch &) { arrivals->append(clock->elapsed()); };
    script.fault = [](qint32 row, qint16 attempt) -> std::optional<RegistrationError> {
        if (row == 30 && attempt == 1)
            return fault(ReasonCode::Throttled, QStringLiteral("0.3"));
        return std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(100));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 100);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], 100);
    QCOMPARE(arrivals->size(), 11);
    QVERIFY(arrivals->at(4) - arrivals->at(3) >= 299);
    QVERIFY(arrivals->at(10) - arrivals->at(4) < 300);
}

void TestRetriedRun::cancelWhileARetryIsDue()
{
    ScriptedRegistrar::Script script;
    script.capabilities.order = Order::Arrival;
    script.fault = [](qint32, qint16) { return fault(ReasonCode::TimedOut); };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(7);
    wanted.retry = {.total = 100h, .base = 10h, .cap = 10h, .seed = 1};
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(registrar.batchesSent(), 1);
    QVERIFY(!finished.wait(50));
    run.cancel();
    QVERIFY(finished.wait(2000));
    verifyComplete(listener, 7);
    // Every row was sent, and all the same something was stopped.
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Failed], 7);
    QCOMPARE(registrar.batchesSent(), 1);
}

void TestRetriedRun::cancelShowsAtOnceWhatIsNotSent()
{
    auto gate = std::make_shared<QSemaphore>();
    ScriptedRegistrar::Script script;
    script.capabilities = {.batchSize = 10, .batchesInFlight = 2};
    script.before = [gate](const RegistrationBatch &) { gate->acquire(); };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(200));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(registrar.batchesSent(), 2);
    run.cancel();
    QTRY_COMPARE(listener.shown.size(), 180);
    QCOMPARE(run.state(), State::Stopping);
    QCOMPARE(finished.size(), 0);
    gate->release(2);
    QVERIFY(finished.wait());
    verifyComplete(listener, 200);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], 20);
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
}

void TestRetriedRun::pauseHoldsARetry()
{
    ScriptedRegistrar::Script script;
    script.capabilities.order = Order::Arrival;
    script.fault = [](qint32, qint16 attempt) -> std::optional<RegistrationError> {
        return attempt == 1 ? std::optional(fault(ReasonCode::StoreBusy)) : std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(7);
    wanted.retry = {.base = 400ms, .cap = 400ms, .seed = 1};
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(registrar.batchesSent(), 1);
    run.pause();
    QTRY_COMPARE(run.state(), State::Paused);
    QVERIFY(!finished.wait(500));
    QCOMPARE(registrar.batchesSent(), 1);
    run.resume();
    QVERIFY(finished.wait());
    QCOMPARE(registrar.batchesSent(), 2);
    verifyAllRegisteredInOrder(listener, 7);
}

QTEST_GUILESS_MAIN(TestRetriedRun)
#include "tst_retriedrun.moc"
