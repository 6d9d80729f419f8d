// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "listenedrun.h"
#include "scriptedregistrar.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;

/// A run that a person holds or stops.
class TestPausedRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesAndGoesOn();
    void cancelLeavesTheRestNotAttempted();
    void cancelWhilePaused();
    void cancelAfterTheEndChangesNothing();
};

void TestPausedRun::pausesAndGoesOn()
{
    auto gate = std::make_shared<QSemaphore>();
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 10;
    script.capabilities.batchesInFlight = 2;
    script.before = [gate](const RegistrationBatch &) { gate->acquire(); };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(200));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    gate->release(3);
    QTRY_COMPARE(listener.shown.size(), 30);
    run.pause();
    QTRY_COMPARE(run.state(), BulkRegistration::State::Pausing);
    gate->release(100);
    QTRY_COMPARE(run.state(), BulkRegistration::State::Paused);
    QTRY_COMPARE(listener.shown.size(), 50); // what was in flight
    QCOMPARE(registrar.batchesSent(), 5);
    run.resume();
    QVERIFY(finished.wait());
    verifyComplete(listener, 200);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], 200);
}

void TestPausedRun::cancelLeavesTheRestNotAttempted()
{
    auto gate = std::make_shared<QSemaphore>();
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 10;
    script.capabilities.batchesInFlight = 2;
    script.before = [gate](const RegistrationBatch &) { gate->acquire(); };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(200);
    wanted.rejectedRows.insert(
        199, {RegistrationStatus::Rejected, ReasonCode::InvalidData, QString()});
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    gate->release(1);
    QTRY_COMPARE(listener.shown.size(), 11);
    run.cancel();
    run.cancel();
    QTRY_COMPARE(run.state(), BulkRegistration::State::Stopping);
    gate->release(100);
    QVERIFY(finished.wait());
    verifyComplete(listener, 200);
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
    // What was in flight has its real outcome; a row rejected before stays rejected.
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], 30);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Rejected], 1);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::NotAttempted], 169);
    for (const int times : registrar.sent())
        QCOMPARE(times, 1);
}

void TestPausedRun::cancelWhilePaused()
{
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, request(100'000));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    run.pause();
    QTRY_COMPARE(run.state(), BulkRegistration::State::Paused);
    run.cancel();
    QVERIFY(finished.wait());
    verifyComplete(listener, 100'000);
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
    QVERIFY(listener.answer.run.counts[RegistrationStatus::NotAttempted] > 0);
}

void TestPausedRun::cancelAfterTheEndChangesNothing()
{
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, request(10));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    run.cancel();
    run.pause();
    run.resume();
    run.start();
    QVERIFY(!finished.wait(50));
    verifyComplete(listener, 10);
    QCOMPARE(listener.answer.run.state, RunState::Finished);
}

QTEST_GUILESS_MAIN(TestPausedRun)
#include "tst_pausedrun.moc"
