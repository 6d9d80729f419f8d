// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "listenedrun.h"
#include "scriptedregistrar.h"

#include <QSignalSpy>
#include <QTest>

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

/// A school that keeps order and is gone while the switch says so.
ScriptedRegistrar::Script schoolThatGoes(const std::shared_ptr<std::atomic<bool>> &isGone)
{
    ScriptedRegistrar::Script script;
    script.capabilities.order = Order::Arrival;
    script.fault = [isGone](qint32 row, qint16) -> std::optional<RegistrationError> {
        if (*isGone && row >= 14)
            return fault(ReasonCode::StoreUnavailable);
        return std::nullopt;
    };
    return script;
}

BulkRegistration::Request impatientRequest(int rows)
{
    BulkRegistration::Request wanted = request(rows);
    wanted.retry.attempts = 2;
    wanted.retry.firstProbe = 5ms;
    wanted.retry.lastProbe = 20ms;
    return wanted;
}

/// The run is Waiting, and will not try by itself for an hour.
BulkRegistration::Request patientRequest(int rows)
{
    BulkRegistration::Request wanted = impatientRequest(rows);
    wanted.retry.firstProbe = wanted.retry.lastProbe = 1h;
    return wanted;
}

} // namespace

/// A school that is gone for longer than a run has patience.
class TestStoreWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSchoolThatIsGoneIsWaitedFor();
    void aSchoolThatComesBackBrokenFailsWhatItMust();
    void tryNow();
    void cancelWhileWaiting();
    void pauseWhileWaiting();
    void destroyedWhileWaiting();
};

void TestStoreWait::aSchoolThatIsGoneIsWaitedFor()
{
    auto isGone = std::make_shared<std::atomic<bool>>(true);
    ScriptedRegistrar registrar(schoolThatGoes(isGone));
    BulkRegistration run(registrar, nullptr, impatientRequest(1000));
    const Listener listener(run);
    QList<State> states;
    connect(&run, &BulkRegistration::stateChanged, this, [&](State state) { states += state; });
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(run.state(), State::Waiting);
    QVERIFY(run.progress().waiting);
    QCOMPARE(run.progress().waiting->reason.code, ReasonCode::StoreUnavailable);
    QCOMPARE(run.progress().waiting->sentence(), QStringLiteral("The school cannot be reached."));
    QCOMPARE(listener.shown.size(), 14);
    // Only the first that are missing are tried, again and again.
    const int before = registrar.batchesSent();
    QTRY_VERIFY(registrar.batchesSent() > before + 5);
    QVERIFY(registrar.sent().size() <= 14 + 4 * 7);
    QCOMPARE(finished.size(), 0);

    *isGone = false;
    QVERIFY(finished.wait());
    QCOMPARE(
        states, (QList<State>{State::Running, State::Waiting, State::Running, State::Finished}));
    QVERIFY(!run.progress().waiting);
    QCOMPARE(listener.answer.run.state, RunState::Finished);
    verifyAllRegisteredInOrder(listener, 1000);
}

void TestStoreWait::aSchoolThatComesBackBrokenFailsWhatItMust()
{
    auto isGone = std::make_shared<std::atomic<bool>>(true);
    ScriptedRegistrar::Script script = schoolThatGoes(isGone);
    script.fault = [gone = script.fault](
                       qint32 row, qint16 attempt) -> std::optional<RegistrationError> {
        if (const auto away = gone(row, attempt))
            return away;
        return row == 15 ? std::optional(fault(ReasonCode::ServerError)) : std::nullopt;
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, impatientRequest(100));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(run.state(), State::Waiting);
    *isGone = false;
    QVERIFY(finished.wait());
    verifyComplete(listener, 100);
    QCOMPARE(listener.answer.results.at(15).status(), RegistrationStatus::Failed);
    QCOMPARE(listener.answer.results.at(99).status(), RegistrationStatus::Registered);
}

void TestStoreWait::tryNow()
{
    auto isGone = std::make_shared<std::atomic<bool>>(true);
    ScriptedRegistrar registrar(schoolThatGoes(isGone));
    BulkRegistration run(registrar, nullptr, patientRequest(100));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(run.state(), State::Waiting);
    QVERIFY(run.progress().waiting->secondsLeft() > 1000);
    const int before = registrar.batchesSent();
    QSignalSpy progress(&run, &BulkRegistration::progressChanged);
    run.resume();
    // That it is tried, and that it is waited for again.
    QTRY_COMPARE(progress.size(), 2);
    QCOMPARE(registrar.batchesSent(), before + 1);
    QVERIFY(run.progress().waiting->secondsLeft() > 1000);
    QCOMPARE(run.state(), State::Waiting);
    *isGone = false;
    run.resume();
    QVERIFY(finished.wait());
    verifyAllRegisteredInOrder(listener, 100);
}

void TestStoreWait::cancelWhileWaiting()
{
    auto isGone = std::make_shared<std::atomic<bool>>(true);
    ScriptedRegistrar registrar(schoolThatGoes(isGone));
    BulkRegistration run(registrar, nullptr, patientRequest(1000));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(run.state(), State::Waiting);
    run.cancel();
    QVERIFY(finished.wait(2000));
    verifyComplete(listener, 1000);
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], 14);
    QCOMPARE(listener.answer.results.at(14).error()->code, ReasonCode::StoreUnavailable);
    QCOMPARE(listener.answer.results.at(999).error()->code, ReasonCode::Cancelled);
}

void TestStoreWait::pauseWhileWaiting()
{
    auto isGone = std::make_shared<std::atomic<bool>>(true);
    ScriptedRegistrar registrar(schoolThatGoes(isGone));
    BulkRegistration run(registrar, nullptr, impatientRequest(100));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(run.state(), State::Waiting);
    run.pause();
    QTRY_COMPARE(run.state(), State::Paused);
    QVERIFY(!run.progress().waiting);
    const int before = registrar.batchesSent();
    *isGone = false;
    QVERIFY(!finished.wait(100));
    QCOMPARE(registrar.batchesSent(), before);
    run.resume();
    QVERIFY(finished.wait());
    verifyAllRegisteredInOrder(listener, 100);
}

void TestStoreWait::destroyedWhileWaiting()
{
    auto isGone = std::make_shared<std::atomic<bool>>(true);
    ScriptedRegistrar registrar(schoolThatGoes(isGone));
    auto run = std::make_unique<BulkRegistration>(registrar, nullptr, patientRequest(1000));
    QSignalSpy finished(run.get(), &BulkRegistration::finished);
    run->start();
    QTRY_COMPARE(run->state(), State::Waiting);
    run.reset();
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(TestStoreWait)
#include "tst_storewait.moc"
