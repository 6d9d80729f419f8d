// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/faultclass.h"
#include "retrypolicy.h"

#include <QTest>

using namespace Rollbook;
using namespace std::chrono_literals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsHaveAClass_data();
    void faultsHaveAClass();
    void onlyFailedRowsAreSentAgain();
    void takesTheStoreAtItsWord_data();
    void takesTheStoreAtItsWord();
    void waitsGrowUpToTheCap();
    void waitsAreSpreadOverTheWholeRange();
    void theSameSeedGivesTheSameWaits();
    void theBudgetEnds_data();
    void theBudgetEnds();
    void waitsAsLongAsTheStoreAsks();
    void probesGrowAndNeverEnd();
};

void TestRetryPolicy::faultsHaveAClass_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("faultClass");
    const auto row = [](const char *name, ReasonCode first, ReasonCode last, FaultClass is) {
        QTest::newRow(name) << static_cast<int>(first) << static_cast<int>(last)
                            << static_cast<int>(is);
    };
    row("rules", ReasonCode::CourseFull, ReasonCode::UnknownCourse, FaultClass::None);
    row("not sent", ReasonCode::Cancelled, ReasonCode::LeftOut, FaultClass::None);
    row("the store", ReasonCode::StoreBusy, ReasonCode::StoreFull, FaultClass::Store);
    row("throttled", ReasonCode::Throttled, ReasonCode::StoreReadOnly, FaultClass::Store);
    row("the moment", ReasonCode::ServerError, ReasonCode::TimedOut, FaultClass::Passing);
    row("for good", ReasonCode::StoreFault, ReasonCode::StoreFault, FaultClass::Lasting);
}

void TestRetryPolicy::faultsHaveAClass()
{
    QFETCH(const int, first);
    QFETCH(const int, last);
    for (int code = first; code <= last; ++code)
        QTEST(static_cast<int>(faultClassOf(static_cast<ReasonCode>(code))), "faultClass");
}

void TestRetryPolicy::onlyFailedRowsAreSentAgain()
{
    StudentRegistrationResult seat;
    seat.outcome = StudentRegistration{RegistrationStatus::Registered, false, 1, 1};
    QVERIFY(!isTransient(faultClassOf(seat)));
    QVERIFY(!isTransient(faultClassOf(rejectedRow(0, ReasonCode::CourseFull))));
    QVERIFY(!isTransient(faultClassOf(notAttemptedRow(0, ReasonCode::Cancelled))));
    QVERIFY(!isTransient(faultClassOf(failedRow(0, ReasonCode::StoreFault))));
    QVERIFY(isTransient(faultClassOf(failedRow(0, ReasonCode::TimedOut))));
    QVERIFY(isTransient(faultClassOf(failedRow(0, ReasonCode::StoreBusy))));
}

void TestRetryPolicy::takesTheStoreAtItsWord_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << QStringLiteral("30") << qint64{30'000};
    QTest::newRow("less than one") << QStringLiteral("0.25") << qint64{250};
    QTest::newRow("nothing") << QString() << qint64{0};
    QTest::newRow("negative") << QStringLiteral("-5") << qint64{0};
    QTest::newRow("a date") << QStringLiteral("Wed, 21 Oct 2026 07:28:00 GMT") << qint64{0};
    QTest::newRow("no number") << QStringLiteral("nan") << qint64{0};
    QTest::newRow("a year") << QStringLiteral("31536000") << qint64{86'400'000};
    QTest::newRow("for ever") << QStringLiteral("inf") << qint64{86'400'000};
}

void TestRetryPolicy::takesTheStoreAtItsWord()
{
    QFETCH(const QString, asked);
    QTEST(retryAfterMs({RegistrationStatus::Failed, ReasonCode::Throttled, asked}), "milliseconds");
    QCOMPARE(retryAfterMs({RegistrationStatus::Failed, ReasonCode::ServerError, asked}), qint64{0});
}

void TestRetryPolicy::waitsGrowUpToTheCap()
{
    RetryLimits limits{.attempts = 100, .total = 1h, .base = 100ms, .cap = 1s};
    const QList<RetryLimits::Duration> most{100ms, 200ms, 400ms, 800ms, 1s, 1s, 1s};
    for (unsigned seed = 0; seed < 200; ++seed) {
        limits.seed = seed;
        RetryPolicy policy(limits);
        for (int attempt = 1; attempt <= most.size(); ++attempt) {
            const auto wait = policy.delayAfter(attempt, 0ms, 0ms);
            QVERIFY(wait);
            QVERIFY(*wait >= 0ms && *wait <= most.at(attempt - 1));
        }
        QVERIFY(policy.delayAfter(99, 0ms, 0ms) <= 1s);
    }
}

void TestRetryPolicy::waitsAreSpreadOverTheWholeRange()
{
    RetryPolicy policy({.base = 100ms, .seed = 1});
    int low = 0;
    for (int i = 0; i < 1000; ++i)
        low += *policy.delayAfter(1, 0ms, 0ms) < 50ms ? 1 : 0;
    QVERIFY2(low > 400 && low < 600, qPrintable(QString::number(low)));
}

void TestRetryPolicy::theSameSeedGivesTheSameWaits()
{
    RetryPolicy first({.seed = 7});
    RetryPolicy again({.seed = 7});
    RetryPolicy other({.seed = 8});
    bool differs = false;
    for (int attempt = 1; attempt < 5; ++attempt) {
        const auto wait = first.delayAfter(attempt, 0ms, 0ms);
        QCOMPARE(again.delayAfter(attempt, 0ms, 0ms), wait);
        differs = differs || other.delayAfter(attempt, 0ms, 0ms) != wait;
    }
    QVERIFY(differs);
}

void TestRetryPolicy::theBudgetEnds_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("spentMs");
    QTest::addColumn<int>("askedMs");
    QTest::addColumn<bool>("again");
    QTest::newRow("the first") << 1 << 0 << 0 << true;
    QTest::newRow("the last but one") << 4 << 5000 << 0 << true;
    QTest::newRow("the last") << 5 << 0 << 0 << false;
    QTest::newRow("too late") << 1 << 15'001 << 0 << false;
    QTest::newRow("asked to come too late") << 1 << 0 << 15'001 << false;
}

void TestRetryPolicy::theBudgetEnds()
{
    QFETCH(const int, attempts);
    QFETCH(const int, spentMs);
    QFETCH(const int, askedMs);
    RetryPolicy policy(RetryLimits{});
    QTEST(
        policy.delayAfter(attempts, RetryLimits::Duration(spentMs), RetryLimits::Duration(askedMs))
            .has_value(),
        "again");
}

void TestRetryPolicy::waitsAsLongAsTheStoreAsks()
{
    RetryPolicy policy(RetryLimits{});
    QCOMPARE(policy.delayAfter(1, 0ms, 3s), RetryLimits::Duration(3s));
    QCOMPARE(policy.probeDelay(0, 1h), RetryLimits::Duration(1h));
}

void TestRetryPolicy::probesGrowAndNeverEnd()
{
    RetryPolicy policy({.firstProbe = 1s, .lastProbe = 30s});
    const auto first = policy.probeDelay(0, 0ms);
    QVERIFY(first >= 500ms && first <= 1s);
    const auto third = policy.probeDelay(2, 0ms);
    QVERIFY(third >= 2s && third <= 4s);
    const auto late = policy.probeDelay(1'000'000, 0ms);
    QVERIFY(late >= 15s && late <= 30s);
}

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
