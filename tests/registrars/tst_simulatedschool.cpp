// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;

namespace
{

BulkRegistration::Request request(int count)
{
    TextTable::Builder builder(1);
    for (int i = 0; i < count; ++i) {
        builder.appendCell(QStringLiteral("S%1").arg(i).toUtf8());
        builder.endRow();
    }
    BulkRegistration::Request wanted;
    wanted.students = StudentList(std::move(builder).finish(), {0, -1, -1, -1, -1, -1, -1, -1, -1});
    wanted.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), {}});
    return wanted;
}

std::unique_ptr<School> school(const QString &options)
{
    auto opened = openSchool(QStringLiteral("simulated:?") + options);
    return opened ? std::move(*opened) : nullptr;
}

RegisterStudentsResults registerAll(School &school, const BulkRegistration::Request &wanted)
{
    BulkRegistration run(school.registrar(), &school.journal(), wanted);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    if (!finished.wait(60'000))
        return {};
    return finished.first().first().value<RegisterStudentsResults>();
}

QList<int> rowsThatFailed(const RegisterStudentsResults &answer)
{
    QList<int> rows;
    for (const StudentRegistrationResult &result : answer.results) {
        if (result.status() == RegistrationStatus::Failed)
            rows += result.row;
    }
    return rows;
}

} // namespace

class TestSimulatedSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameOutcome();
    void seatsGoByRosterOrderWhateverIsInFlight_data();
    void seatsGoByRosterOrderWhateverIsInFlight();
    void aSecondRunFindsEveryoneRegistered();
    void thePlanIsWhatHappensAndChangesNothing();
    void manyWaitOnOneTimer();
    void keepsItsRuns();
    void closesWithAnswersOutstanding();
    void refusesOptionsItDoesNotKnow_data();
    void refusesOptionsItDoesNotKnow();
};

void TestSimulatedSchool::theSameSeedGivesTheSameOutcome()
{
    const QString options = QStringLiteral("latency=2ms&jitter=1ms&failures=0.1&seed=%1");
    BulkRegistration::Request wanted = request(1000);
    wanted.batchesInFlight = 1000;
    const QList<int> first = rowsThatFailed(registerAll(*school(options.arg(7)), wanted));
    wanted.batchesInFlight = 3;
    wanted.batchSize = 50;
    const QList<int> again = rowsThatFailed(registerAll(*school(options.arg(7)), wanted));
    const QList<int> other = rowsThatFailed(registerAll(*school(options.arg(8)), wanted));
    QVERIFY2(first.size() > 50 && first.size() < 200, qPrintable(QString::number(first.size())));
    QCOMPARE(first, again);
    QVERIFY(first != other);
}

void TestSimulatedSchool::seatsGoByRosterOrderWhateverIsInFlight_data()
{
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("inFlight");
    QTest::newRow("a row each, all at once") << 1 << 300;
    QTest::newRow("a row each, some at once") << 1 << 16;
    QTest::newRow("batches") << 17 << 8;
}

void TestSimulatedSchool::seatsGoByRosterOrderWhateverIsInFlight()
{
    QFETCH(const int, batch);
    QFETCH(const int, inFlight);
    const auto opened = school(QStringLiteral("latency=5ms&jitter=5ms&capacity=100&waitlist=50"));
    BulkRegistration::Request wanted = request(300);
    wanted.batchSize = batch;
    wanted.batchesInFlight = inFlight;
    const RegisterStudentsResults answer = registerAll(*opened, wanted);
    QCOMPARE(answer.results.size(), 300);
    for (int row = 0; row < 300; ++row) {
        const StudentRegistrationResult &result = answer.results.at(row);
        QCOMPARE(result.row, row);
        QCOMPARE(result.status(),
            row < 100       ? RegistrationStatus::Registered
                : row < 150 ? RegistrationStatus::Waitlisted
                            : RegistrationStatus::Rejected);
        if (result.registration())
            QCOMPARE(result.registration()->number, row < 100 ? row + 1 : row - 99);
    }
    const auto course = opened->courses().find(QStringLiteral("GO1"));
    QCOMPARE(course->seatsTaken, 100);
    QCOMPARE(course->waiting, 50);
}

void TestSimulatedSchool::aSecondRunFindsEveryoneRegistered()
{
    const auto opened = school(QStringLiteral("latency=0ms&jitter=0ms"));
    registerAll(*opened, request(20));
    const RegisterStudentsResults again = registerAll(*opened, request(20));
    QCOMPARE(again.run.counts[RegistrationStatus::AlreadyRegistered], 20);
}

void TestSimulatedSchool::thePlanIsWhatHappensAndChangesNothing()
{
    const auto opened = school(QStringLiteral("latency=1ms&capacity=5&waitlist=2"));
    const BulkRegistration::Request wanted = request(10);
    RegistrationBatch batch{{}, wanted.students, wanted.courses, {}};
    for (int row = 0; row < 10; ++row)
        batch.rows += row;
    const RegistrationResults planned = opened->registrar().plan(batch).result();
    QCOMPARE(opened->courses().find(QStringLiteral("GO1"))->seatsTaken, 0);
    const RegisterStudentsResults answer = registerAll(*opened, wanted);
    QCOMPARE(planned.size(), answer.results.size());
    for (int row = 0; row < 10; ++row)
        QCOMPARE(planned.at(row).status(), answer.results.at(row).status());
}

void TestSimulatedSchool::manyWaitOnOneTimer()
{
    const auto opened = school(QStringLiteral("latency=20ms&jitter=0ms"));
    BulkRegistration::Request wanted = request(5000);
    wanted.batchesInFlight = 5000;
    const RegisterStudentsResults answer = registerAll(*opened, wanted);
    QCOMPARE(answer.run.counts[RegistrationStatus::Registered], 5000);
    for (const StudentRegistrationResult &result : answer.results)
        QVERIFY(result.durationMs >= 19);
}

void TestSimulatedSchool::keepsItsRuns()
{
    const auto opened = school(QStringLiteral("latency=0ms&jitter=0ms"));
    const RegisterStudentsResults answer = registerAll(*opened, request(3));
    const auto runs = opened->journal().runs();
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().state, RunState::Finished);
    const auto recorded = opened->journal().run(answer.run.id);
    QVERIFY(recorded);
    QVERIFY(recorded->results == answer.results);
    QCOMPARE(opened->journal().run(QStringLiteral("none")).error().code, ErrorCode::NotFound);
}

void TestSimulatedSchool::closesWithAnswersOutstanding()
{
    auto opened = school(QStringLiteral("latency=10s&jitter=0ms"));
    const BulkRegistration::Request wanted = request(1);
    const QFuture<RegistrationResults> answer =
        opened->registrar().registerBatch({{}, wanted.students, wanted.courses, {0}});
    QVERIFY(!answer.isFinished());
    opened.reset();
    QVERIFY(answer.isFinished());
    QVERIFY(answer.isCanceled());
}

void TestSimulatedSchool::refusesOptionsItDoesNotKnow_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("unknown") << QStringLiteral("speed=9");
    QTest::newRow("no number") << QStringLiteral("failures=some");
    QTest::newRow("more than all") << QStringLiteral("failures=1.5");
    QTest::newRow("no time") << QStringLiteral("latency=20h");
    QTest::newRow("negative") << QStringLiteral("capacity=-1");
}

void TestSimulatedSchool::refusesOptionsItDoesNotKnow()
{
    QFETCH(const QString, options);
    const auto opened = openSchool(QStringLiteral("simulated:?") + options);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Usage);
    QVERIFY(opened.error().sentence.contains(options));
}

QTEST_GUILESS_MAIN(TestSimulatedSchool)
#include "tst_simulatedschool.moc"
