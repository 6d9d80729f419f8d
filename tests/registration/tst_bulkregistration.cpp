// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "listenedrun.h"
#include "scriptedregistrar.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Rollbook;

class TestBulkRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOnceWithOneResultForEachRow_data();
    void endsOnceWithOneResultForEachRow();
    void outcomeIsThatOfThePlainLoop_data();
    void outcomeIsThatOfThePlainLoop();
    void neverMoreInFlightThanAllowed_data();
    void neverMoreInFlightThanAllowed();
    void aFaultyRegistrarMakesFailedRows_data();
    void aFaultyRegistrarMakesFailedRows();
    void aSlowStudentDoesNotHoldUpTheRest();
    void rowsRejectedBeforeAreNotSent();
    void rowsWithoutCourseAreRejected();
    void portionsComeOneATurn();
    void progressCountsUp();
};

void TestBulkRegistration::endsOnceWithOneResultForEachRow_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("inFlight");
    QTest::newRow("nobody") << 0 << 10 << 2;
    QTest::newRow("one") << 1 << 10 << 2;
    QTest::newRow("Ben and Sophie") << 2 << 1 << 2;
    QTest::newRow("a batch exactly") << 10 << 10 << 2;
    QTest::newRow("a row more than a batch") << 11 << 10 << 2;
    QTest::newRow("one at a time") << 50 << 1 << 1;
    QTest::newRow("a batch larger than a portion") << 40000 << 40000 << 1;
    QTest::newRow("many") << 20000 << 64 << 16;
    QTest::newRow("nonsense limits") << 5 << 0 << -1;
}

void TestBulkRegistration::endsOnceWithOneResultForEachRow()
{
    QFETCH(const int, rows);
    QFETCH(const int, batch);
    QFETCH(const int, inFlight);
    ScriptedRegistrar registrar({});
    BulkRegistration::Request wanted = request(rows);
    wanted.batchSize = batch;
    wanted.batchesInFlight = inFlight;
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    QSignalSpy started(&run, &BulkRegistration::started);
    run.start();
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(started.count(), 1);
    QCOMPARE(run.state(), BulkRegistration::State::Finished);
    verifyComplete(listener, rows);
    QCOMPARE(listener.answer.run.state, RunState::Finished);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::Registered], rows);
    QCOMPARE(run.progress().done, rows);
}

void TestBulkRegistration::outcomeIsThatOfThePlainLoop_data()
{
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<int>("threads");
    for (const int batch : {1, 3, 100, 1000}) {
        for (const int inFlight : {1, 2, 8, 64})
            QTest::addRow("batch %d, %d in flight", batch, inFlight) << batch << inFlight << 4;
    }
}

void TestBulkRegistration::outcomeIsThatOfThePlainLoop()
{
    QFETCH(const int, batch);
    QFETCH(const int, inFlight);
    QFETCH(const int, threads);
    ScriptedRegistrar::Script script;
    script.capacity = 120;
    script.waitlist = 40;
    script.threads = threads;
    script.capabilities.order = RegistrarCapabilities::Order::Arrival;
    // Some answers overtake others.
    script.before = [](const RegistrationBatch &sent) {
        if (sent.rows.first() % 3 == 0)
            QThread::yieldCurrentThread();
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(300);
    wanted.batchSize = batch;
    wanted.batchesInFlight = inFlight;
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 300);
    for (int row = 0; row < 300; ++row) {
        const StudentRegistrationResult &result = listener.answer.results.at(row);
        if (row < 120) {
            QCOMPARE(result.status(), RegistrationStatus::Registered);
            QCOMPARE(result.registration()->number, row + 1);
        } else if (row < 160) {
            QCOMPARE(result.status(), RegistrationStatus::Waitlisted);
            QCOMPARE(result.registration()->number, row - 119);
        } else {
            QCOMPARE(result.status(), RegistrationStatus::Rejected);
        }
    }
}

void TestBulkRegistration::neverMoreInFlightThanAllowed_data()
{
    QTest::addColumn<int>("allowed");
    QTest::addColumn<std::optional<int>>("asked");
    QTest::addColumn<bool>("oneAtATime");
    QTest::addColumn<int>("most");
    QTest::newRow("the registrar's own") << 3 << std::optional<int>() << false << 3;
    QTest::newRow("asked for") << 3 << std::optional<int>(5) << false << 5;
    QTest::newRow("one at a time whatever is asked") << 3 << std::optional<int>(5) << true << 1;
}

void TestBulkRegistration::neverMoreInFlightThanAllowed()
{
    QFETCH(const int, allowed);
    QFETCH(const std::optional<int>, asked);
    QFETCH(const bool, oneAtATime);
    QFETCH(const int, most);
    ScriptedRegistrar::Script script;
    script.threads = 16;
    script.capabilities.batchSize = 1;
    script.capabilities.batchesInFlight = allowed;
    if (oneAtATime)
        script.capabilities.order = RegistrarCapabilities::Order::OneAtATime;
    // Nobody is answered before as many as allowed are there: less than that would never end.
    auto arrived = std::make_shared<QSemaphore>();
    script.before = [arrived, most](const RegistrationBatch &batch) {
        if (batch.rows.first() < most) {
            arrived->release();
            arrived->acquire(most);
            arrived->release(most);
        }
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration::Request wanted = request(200);
    wanted.batchesInFlight = asked;
    BulkRegistration run(registrar, nullptr, wanted);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(registrar.mostInFlight(), most);
}

void TestBulkRegistration::aFaultyRegistrarMakesFailedRows_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("failed");
    for (const char *fault : {"throws at once", "throws in its thread", "throws no exception class",
             "cancels", "answers nothing"})
        QTest::newRow(fault) << QString::fromLatin1(fault) << 20;
    QTest::newRow("leaves a row out") << QStringLiteral("leaves a row out") << 4;
    QTest::newRow("answers a row twice") << QStringLiteral("answers a row twice") << 0;
    QTest::newRow("answers rows of others") << QStringLiteral("answers rows of others") << 0;
    QTest::newRow("answers in reverse") << QStringLiteral("answers in reverse") << 0;
}

void TestBulkRegistration::aFaultyRegistrarMakesFailedRows()
{
    QFETCH(const QString, fault);
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 5;
    script.throwsAtOnce = fault == QStringLiteral("throws at once");
    script.cancels = fault == QStringLiteral("cancels");
    if (fault == QStringLiteral("throws in its thread"))
        script.before = [](const RegistrationBatch &) { throw std::runtime_error("scripted"); };
    else if (fault == QStringLiteral("throws no exception class"))
        script.before = [](const RegistrationBatch &) { throw 42; };
    else if (fault == QStringLiteral("answers nothing"))
        script.after = [](RegistrationResults &results) { results.clear(); };
    else if (fault == QStringLiteral("leaves a row out"))
        script.after = [](RegistrationResults &results) {
            results.removeIf([](const auto &result) { return result.row % 5 == 2; });
        };
    else if (fault == QStringLiteral("answers a row twice"))
        script.after = [](RegistrationResults &results) { results += results.first(); };
    else if (fault == QStringLiteral("answers rows of others"))
        script.after = [](RegistrationResults &results) { results += rejectedRow(777, {}); };
    else if (fault == QStringLiteral("answers in reverse"))
        script.after = [](RegistrationResults &results) {
            std::reverse(results.begin(), results.end());
        };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(20));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 20);
    QTEST(listener.answer.run.counts[RegistrationStatus::Failed], "failed");
    for (const StudentRegistrationResult &result : std::as_const(listener.answer.results)) {
        if (result.status() == RegistrationStatus::Failed)
            QVERIFY(!explain(result).isEmpty());
        else
            QCOMPARE(result.status(), RegistrationStatus::Registered);
    }
}

void TestBulkRegistration::aSlowStudentDoesNotHoldUpTheRest()
{
    auto gate = std::make_shared<QSemaphore>();
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 1;
    script.before = [gate](const RegistrationBatch &batch) {
        if (batch.rows.first() == 0)
            gate->acquire();
    };
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(100));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(listener.shown.size(), 99);
    QCOMPARE(finished.count(), 0);
    gate->release();
    QVERIFY(finished.wait());
    verifyComplete(listener, 100);
}

void TestBulkRegistration::rowsRejectedBeforeAreNotSent()
{
    ScriptedRegistrar registrar({});
    BulkRegistration::Request wanted = request(30);
    wanted.rejectedRows.insert(
        3, {RegistrationStatus::Rejected, ReasonCode::DuplicateRow, QStringLiteral("1")});
    wanted.rejectedRows.insert(
        29, {RegistrationStatus::Rejected, ReasonCode::InvalidData, QStringLiteral("no id")});
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 30);
    QCOMPARE(explain(listener.answer.results.at(3)), QStringLiteral("same student as row 1"));
    QVERIFY(!registrar.sent().contains(3));
    QVERIFY(!registrar.sent().contains(29));
    QCOMPARE(registrar.sent().size(), 28);
}

void TestBulkRegistration::rowsWithoutCourseAreRejected()
{
    ScriptedRegistrar registrar({});
    BulkRegistration::Request wanted = request(3);
    wanted.courses =
        CourseAssignment({CourseRef{QStringLiteral("A"), {}}}, QList<qint32>{0, -1, 0});
    BulkRegistration run(registrar, nullptr, wanted);
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 3);
    QCOMPARE(listener.answer.results.at(1).error()->code, ReasonCode::UnknownCourse);
}

void TestBulkRegistration::portionsComeOneATurn()
{
    ScriptedRegistrar::Script script;
    script.capabilities.batchSize = 1000;
    ScriptedRegistrar registrar(script);
    BulkRegistration run(registrar, nullptr, request(200'000));
    int rowsThisTurn = 0;
    int mostInATurn = 0;
    connect(&run, &BulkRegistration::resultsReady, this, [&](const RegistrationResults &results) {
        if (rowsThisTurn == 0)
            QTimer::singleShot(0, this, [&rowsThisTurn] { rowsThisTurn = 0; });
        rowsThisTurn += static_cast<int>(results.size());
        mostInATurn = qMax(mostInATurn, rowsThisTurn);
    });
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    QVERIFY2(
        mostInATurn <= BulkRegistration::MaximumPortion, qPrintable(QString::number(mostInATurn)));
}

void TestBulkRegistration::progressCountsUp()
{
    ScriptedRegistrar registrar({});
    BulkRegistration run(registrar, nullptr, request(30'000));
    int last = 0;
    connect(&run, &BulkRegistration::progressChanged, this, [&last](const RunProgress &progress) {
        QCOMPARE(progress.total, 30'000);
        QVERIFY(progress.done > last);
        QCOMPARE(progress.counts.total(), progress.done);
        last = progress.done;
    });
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    QCOMPARE(last, 30'000);
    QCOMPARE(run.progress().millisecondsLeft.value_or(0), 0);
}

QTEST_GUILESS_MAIN(TestBulkRegistration)
#include "tst_bulkregistration.moc"
