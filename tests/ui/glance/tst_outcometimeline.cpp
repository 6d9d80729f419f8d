// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/outcometimeline.h"

#include <QTest>

using namespace Rollbook;

namespace
{

StatusCounts registered(int count)
{
    StatusCounts counts;
    counts.add(RegistrationStatus::Registered, count);
    return counts;
}

StudentRegistrationResult seat(int row, const QDateTime &at)
{
    StudentRegistrationResult result;
    result.row = row;
    result.outcome =
        StudentRegistration{RegistrationStatus::Registered, false, row + 1, at.toMSecsSinceEpoch()};
    return result;
}

} // namespace

/// What a chart of a run is drawn from.
class TestOutcomeTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestIsAlwaysThere();
    void staysSmallHoweverLongTheRun();
    void rateIsOverTheTimeBefore();
    void runOfBeforeComesFromItsResults();
    void runWithoutTimesHasItsEndAlone();
};

void TestOutcomeTimeline::newestIsAlwaysThere()
{
    OutcomeTimeline timeline;
    timeline.note(0, {});
    timeline.note(1, registered(1));
    timeline.note(2, registered(5));
    QCOMPARE(timeline.points().size(), 2);
    QCOMPARE(timeline.points().constLast(), (OutcomeTimeline::Point{2, registered(5)}));
    timeline.note(80, registered(9));
    timeline.note(90, registered(10));
    QCOMPARE(timeline.points().size(), 3);
    QCOMPARE(timeline.points().constLast().counts, registered(10));
}

void TestOutcomeTimeline::staysSmallHoweverLongTheRun()
{
    OutcomeTimeline timeline;
    const int ticks = 200'000;
    for (int tick = 0; tick <= ticks; ++tick) {
        timeline.note(qint64{16} * tick, registered(tick));
        QVERIFY(timeline.points().size() <= OutcomeTimeline::MostPoints);
    }
    const auto &points = timeline.points();
    QVERIFY(points.size() > OutcomeTimeline::MostPoints / 3);
    QCOMPARE(points.constFirst().atMs, 0);
    QCOMPARE(points.constLast(), (OutcomeTimeline::Point{qint64{16} * ticks, registered(ticks)}));
    // As evenly as they can be, so that no part of the run is told less of than the others.
    for (qsizetype i = 1; i < points.size(); ++i) {
        QVERIFY(points.at(i).atMs > points.at(i - 1).atMs);
        QVERIFY(points.at(i).atMs - points.at(i - 1).atMs
            <= 4 * points.constLast().atMs / OutcomeTimeline::MostPoints);
    }
}

void TestOutcomeTimeline::rateIsOverTheTimeBefore()
{
    OutcomeTimeline timeline;
    for (int second = 0; second <= 10; ++second)
        timeline.note(1000 * second, registered(second <= 5 ? 30 * second : 150));
    QCOMPARE(timeline.rateAt(0), 0.0);
    QCOMPARE(timeline.rateAt(3), 30.0);
    QCOMPARE(timeline.rateAt(10), 0.0);
}

void TestOutcomeTimeline::runOfBeforeComesFromItsResults()
{
    RegisterStudentsResults results;
    results.run.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
    for (int row = 0; row < 1000; ++row)
        results.results += seat(row, results.run.startedAt.addMSecs(10 * row));
    // Without a time of its own, beside the row before it.
    results.results[500] = rejectedRow(500, ReasonCode::Hold);
    results.results[999] = notAttemptedRow(999, ReasonCode::Cancelled);
    const OutcomeTimeline timeline = OutcomeTimeline::of(results);
    const auto &points = timeline.points();
    QVERIFY(points.size() <= OutcomeTimeline::MostPoints);
    QCOMPARE(points.constFirst().counts.total(), 0);
    QCOMPARE(points.constLast().atMs, 9980);
    QCOMPARE(points.constLast().counts[RegistrationStatus::Registered], 998);
    QCOMPARE(points.constLast().counts[RegistrationStatus::Rejected], 1);
    QCOMPARE(points.constLast().counts[RegistrationStatus::NotAttempted], 1);
    for (const OutcomeTimeline::Point &point : points) {
        QCOMPARE(point.counts[RegistrationStatus::Rejected] > 0, point.atMs > 4990);
        const int expected = static_cast<int>(point.atMs / 10);
        QVERIFY(qAbs(point.counts.total() - expected) <= 10);
    }
}

void TestOutcomeTimeline::runWithoutTimesHasItsEndAlone()
{
    RegisterStudentsResults results;
    results.run.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
    QCOMPARE(OutcomeTimeline::of(results).points().constLast().counts.total(), 0);
    // Had the seat long before the run.
    results.results = {
        seat(0, results.run.startedAt.addDays(-30)), rejectedRow(1, ReasonCode::Hold)};
    const auto points = OutcomeTimeline::of(results).points();
    QCOMPARE(points.size(), 2);
    QCOMPARE(points.constLast().counts.total(), 2);
    QVERIFY(points.constLast().atMs > 0);
}

QTEST_GUILESS_MAIN(TestOutcomeTimeline)
#include "tst_outcometimeline.moc"
