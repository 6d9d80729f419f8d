// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listenedrun.h"
#include "scriptedregistrar.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;

/// A run that goes on with some of its rows: only these are sent, all others keep what they have.
class TestRowsAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheseRowsAreSent_data();
    void onlyTheseRowsAreSent();
    void attemptsAreCountedOnTop();
    void correctedRowIsSentAsItIsNow();
    void othersThatWereNotAttemptedKeepTheRunOpen();
    void whatIsNotSentKeepsItsOutcome();
    void knowsWhatCanBeTriedAgain();
};

namespace
{

constexpr int Rows = 7;

/// Registered, waitlisted, on hold, rejected by the list, failed, not attempted, left out.
RegisterStudentsResults oneOfEach()
{
    const BulkRegistration::Request list = request(Rows);
    RegisterStudentsResults soFar;
    soFar.students = list.students;
    soFar.courses = list.courses;
    soFar.run = Run::begin(list.rosterName, list.courses, {});
    soFar.run.state = RunState::Cancelled;
    StudentRegistrationResult registered;
    registered.attempts = 1;
    registered.outcome = StudentRegistration{RegistrationStatus::Registered, false, 1, 1};
    StudentRegistrationResult waiting = registered;
    waiting.row = 1;
    waiting.outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, 1, 1};
    StudentRegistrationResult onHold = rejectedRow(2, ReasonCode::Hold);
    onHold.attempts = 1;
    StudentRegistrationResult failed = failedRow(4, ReasonCode::TimedOut);
    failed.attempts = 2;
    soFar.results = {registered, waiting, onHold, rejectedRow(3, ReasonCode::InvalidData), failed,
        notAttemptedRow(5, ReasonCode::Cancelled), notAttemptedRow(6, ReasonCode::LeftOut)};
    return soFar;
}

Listener performed(ScriptedRegistrar &registrar, const BulkRegistration::Request &wanted)
{
    BulkRegistration run(registrar, nullptr, wanted);
    Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    if (!finished.wait())
        qFatal("the run does not end");
    return listener;
}

} // namespace

void TestRowsAgain::onlyTheseRowsAreSent_data()
{
    QTest::addColumn<QList<qint32>>("wanted");
    QTest::addColumn<QList<qint32>>("sent");
    QTest::newRow("one that failed") << QList<qint32>{4} << QList<qint32>{4};
    QTest::newRow("one on hold") << QList<qint32>{2} << QList<qint32>{2};
    QTest::newRow("one that was left out") << QList<qint32>{6} << QList<qint32>{6};
    QTest::newRow("in roster order, once") << QList<qint32>{5, 2, 4, 2} << QList<qint32>{2, 4, 5};
    QTest::newRow("none that has a place") << QList<qint32>{0, 1, 4} << QList<qint32>{4};
    QTest::newRow("none") << QList<qint32>{} << QList<qint32>{};
}

void TestRowsAgain::onlyTheseRowsAreSent()
{
    QFETCH(const QList<qint32>, wanted);
    QFETCH(const QList<qint32>, sent);
    const RegisterStudentsResults soFar = oneOfEach();
    QMutex mutex;
    QList<qint32> order;
    ScriptedRegistrar::Script script;
    script.capabilities.batchesInFlight = 1;
    script.before = [&](const RegistrationBatch &batch) {
        const QMutexLocker lock(&mutex);
        order += batch.rows;
    };
    ScriptedRegistrar registrar(script);
    const Listener listener =
        performed(registrar, BulkRegistration::Request::tryingAgain(soFar, wanted));
    verifyComplete(listener, Rows);
    QCOMPARE(order, sent);
    QCOMPARE(listener.answer.run.id, soFar.run.id);
    for (int row = 0; row < Rows; ++row) {
        if (sent.contains(row))
            QCOMPARE(listener.answer.results.at(row).status(), RegistrationStatus::Registered);
        else
            QCOMPARE(listener.answer.results.at(row), soFar.results.at(row));
    }
}

void TestRowsAgain::attemptsAreCountedOnTop()
{
    ScriptedRegistrar registrar({});
    const Listener listener =
        performed(registrar, BulkRegistration::Request::tryingAgain(oneOfEach(), {2, 4, 5}));
    QCOMPARE(listener.answer.results.at(2).attempts, 2);
    QCOMPARE(listener.answer.results.at(4).attempts, 3);
    QCOMPARE(listener.answer.results.at(5).attempts, 1);
}

void TestRowsAgain::correctedRowIsSentAsItIsNow()
{
    QString id;
    ScriptedRegistrar::Script script;
    script.before = [&id](const RegistrationBatch &batch) {
        id = batch.students.text(batch.rows.first(), StudentField::StudentId);
    };
    ScriptedRegistrar registrar(script);
    auto wanted = BulkRegistration::Request::tryingAgain(oneOfEach(), {3});
    wanted.students.correct(3, StudentField::StudentId, QStringLiteral("S33"));
    wanted.isCorrected = true;
    const Listener listener = performed(registrar, wanted);
    verifyComplete(listener, Rows);
    QCOMPARE(id, QStringLiteral("S33"));
    QCOMPARE(listener.answer.students.text(3, StudentField::StudentId), QStringLiteral("S33"));
    QCOMPARE(listener.answer.results.at(3).status(), RegistrationStatus::Registered);
}

void TestRowsAgain::othersThatWereNotAttemptedKeepTheRunOpen()
{
    ScriptedRegistrar registrar({});
    RegisterStudentsResults soFar =
        performed(registrar, BulkRegistration::Request::tryingAgain(oneOfEach(), {4})).answer;
    QCOMPARE(soFar.run.state, RunState::Cancelled);
    soFar = performed(registrar, BulkRegistration::Request::tryingAgain(soFar, {5})).answer;
    QCOMPARE(soFar.run.state, RunState::Finished);
}

void TestRowsAgain::whatIsNotSentKeepsItsOutcome()
{
    QSemaphore gate;
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 1;
    script.capabilities.batchesInFlight = 1;
    script.before = [&gate](const RegistrationBatch &) { gate.acquire(); };
    ScriptedRegistrar registrar(script);
    RegisterStudentsResults soFar = oneOfEach();
    soFar.results[5].attempts = 3;
    const auto wanted = BulkRegistration::Request::tryingAgain(soFar, {2, 3, 4, 5});
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(registrar.batchesSent(), 1);
    run.cancel();
    QTRY_COMPARE(run.state(), BulkRegistration::State::Stopping);
    gate.release();
    QVERIFY(finished.count() > 0 || finished.wait());
    verifyComplete(listener, Rows);
    QCOMPARE(listener.answer.results.at(2).status(), RegistrationStatus::Registered);
    for (const int row : {3, 4, 5})
        QCOMPARE(listener.answer.results.at(row), soFar.results.at(row));
    QCOMPARE(listener.answer.run.state, RunState::Cancelled);
}

void TestRowsAgain::knowsWhatCanBeTriedAgain()
{
    const QList<StudentRegistrationResult> results = oneOfEach().results;
    QList<qint32> rows;
    for (const StudentRegistrationResult &result : results) {
        if (canBeTriedAgain(result))
            rows += result.row;
    }
    QCOMPARE(rows, QList<qint32>({2, 4, 5}));
    QCOMPARE(rowsKeptBack(results, {}).size(), 2);
    QCOMPARE(rowsKeptBack(results, {6}).keys(), QList<qint32>({3}));
}

QTEST_GUILESS_MAIN(TestRowsAgain)
#include "tst_rowsagain.moc"
