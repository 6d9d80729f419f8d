// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planpromise.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

const CourseRef Go1{u"GO1"_s, u"2026 Fall"_s};
const CourseRef Art{u"ART"_s, u"2026 Fall"_s};

StudentRegistrationResult result(qint32 row, const QString &word)
{
    if (word == u"full"_s)
        return rejectedRow(row, ReasonCode::CourseFull);
    if (word == u"hold"_s)
        return rejectedRow(row, ReasonCode::Hold);
    const RegistrationStatus status = *statusFromWord(word);
    if (status == RegistrationStatus::Failed)
        return failedRow(row, ReasonCode::TimedOut);
    if (status == RegistrationStatus::NotAttempted)
        return notAttemptedRow(row, ReasonCode::Cancelled);
    StudentRegistrationResult held;
    held.row = row;
    held.outcome = StudentRegistration{status, status == RegistrationStatus::Waitlisted, 1, 0};
    return held;
}

RegistrationResults results(const QStringList &words)
{
    RegistrationResults all;
    for (const QString &word : words)
        all += result(static_cast<qint32>(all.size()), word);
    return all;
}

QString described(const QList<PlanPromise::Loss> &losses)
{
    QStringList words;
    for (const PlanPromise::Loss &loss : losses) {
        words += u"%1: %2 wait, %3 left out, %4"_s.arg(loss.course.code)
                     .arg(loss.waiting)
                     .arg(loss.leftOut)
                     .arg(loss.ofSeats ? u"seats"_s : u"places"_s);
    }
    return words.join(u"; "_s);
}

} // namespace

/// What becomes of what a plan promised.
class TestPlanPromise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoGotLess_data();
    void tellsWhoGotLess();
    void tellsCoursesApart();
    void lastOutcomeOfARowCounts();
    void rowsThatAreTriedAgainAsTheyAreKeepTheirPromise();
    void rowThatIsPlannedAnewIsPromisedAnew();
};

void TestPlanPromise::tellsWhoGotLess_data()
{
    using enum RowState;
    QTest::addColumn<QList<RowState>>("planned");
    QTest::addColumn<QStringList>("outcomes");
    QTest::addColumn<QString>("lost");
    const QList<RowState> two{WillRegister, WillRegister, WillWait};
    QTest::newRow("as planned") << two
                                << QStringList{u"registered"_s, u"registered"_s, u"waitlisted"_s}
                                << QString();
    QTest::newRow("a seat is gone")
        << two << QStringList{u"registered"_s, u"waitlisted"_s, u"waitlisted"_s}
        << u"GO1: 1 wait, 0 left out, seats"_s;
    QTest::newRow("and there is no waiting list")
        << QList<RowState>{WillRegister, WillRegister} << QStringList{u"registered"_s, u"full"_s}
        << u"GO1: 0 wait, 1 left out, seats"_s;
    QTest::newRow("who was to wait has no place any more")
        << two << QStringList{u"registered"_s, u"waitlisted"_s, u"full"_s}
        << u"GO1: 1 wait, 1 left out, seats"_s;
    QTest::newRow("only the waiting list is full")
        << two << QStringList{u"registered"_s, u"registered"_s, u"full"_s}
        << u"GO1: 0 wait, 1 left out, places"_s;
    QTest::newRow("the run has not come that far")
        << two << QStringList{u"registered"_s} << QString();
    QTest::newRow("faults and rules take no seats")
        << QList<RowState>{WillRegister, WillRegister, WillRegister, WillWait}
        << QStringList{u"failed"_s, u"not_attempted"_s, u"hold"_s, u"waitlisted"_s} << QString();
    QTest::newRow("a colleague registered the same students")
        << two << QStringList{u"already_registered"_s, u"already_registered"_s, u"waitlisted"_s}
        << QString();
    QTest::newRow("another row of the list got the seat")
        << QList<RowState>{WillReject, WillRegister}
        << QStringList{u"registered"_s, u"waitlisted"_s} << QString();
    QTest::newRow("another row of the list got the place")
        << QList<RowState>{WillReject, WillWait} << QStringList{u"waitlisted"_s, u"full"_s}
        << QString();
    QTest::newRow("one by the list, one by somebody else")
        << QList<RowState>{WillReject, WillRegister, WillRegister}
        << QStringList{u"registered"_s, u"waitlisted"_s, u"waitlisted"_s}
        << u"GO1: 2 wait, 0 left out, seats"_s;
    QTest::newRow("nothing was promised")
        << QList<RowState>{Problem, WillReject, WillBeAlready}
        << QStringList{u"hold"_s, u"full"_s, u"already_registered"_s} << QString();
}

void TestPlanPromise::tellsWhoGotLess()
{
    QFETCH(const QList<RowState>, planned);
    QFETCH(const QStringList, outcomes);
    PlanPromise promise(planned, CourseAssignment(Go1));
    promise.take(results(outcomes));
    QTEST(described(promise.losses()), "lost");
}

void TestPlanPromise::tellsCoursesApart()
{
    using enum RowState;
    PlanPromise promise({WillRegister, WillRegister, WillRegister, WillRegister},
        CourseAssignment({Go1, Art}, {0, 1, 1, -1}));
    promise.take(results({u"waitlisted"_s, u"registered"_s, u"full"_s, u"full"_s}));
    QCOMPARE(described(promise.losses()),
        u"GO1: 1 wait, 0 left out, seats; ART: 0 wait, 1 left out, seats"_s);
}

void TestPlanPromise::lastOutcomeOfARowCounts()
{
    PlanPromise promise({RowState::WillRegister}, CourseAssignment(Go1));
    promise.take({result(0, u"full"_s)});
    promise.take({result(0, u"full"_s)});
    QCOMPARE(described(promise.losses()), u"GO1: 0 wait, 1 left out, seats"_s);
    promise.take({result(0, u"registered"_s)});
    QCOMPARE(promise.losses(), QList<PlanPromise::Loss>());
}

void TestPlanPromise::rowsThatAreTriedAgainAsTheyAreKeepTheirPromise()
{
    using enum RowState;
    PlanPromise promise({WillRegister, WillRegister}, CourseAssignment(Go1));
    promise.take(results({u"full"_s, u"failed"_s}));
    promise.renew({Rejected, Failed}, CourseAssignment(Go1), {0, 1});
    QCOMPARE(described(promise.losses()), u"GO1: 0 wait, 1 left out, seats"_s);
    promise.take({result(1, u"waitlisted"_s)});
    QCOMPARE(described(promise.losses()), u"GO1: 1 wait, 1 left out, seats"_s);
}

void TestPlanPromise::rowThatIsPlannedAnewIsPromisedAnew()
{
    using enum RowState;
    PlanPromise promise({WillRegister, WillRegister}, CourseAssignment(Go1));
    promise.take(results({u"full"_s, u"registered"_s}));
    promise.renew({WillRegister, Registered}, CourseAssignment({Go1, Art}, {1, 0}), {0});
    QCOMPARE(promise.losses(), QList<PlanPromise::Loss>());
    promise.take({result(0, u"full"_s)});
    QCOMPARE(described(promise.losses()), u"ART: 0 wait, 1 left out, seats"_s);
}

QTEST_GUILESS_MAIN(TestPlanPromise)
#include "tst_planpromise.moc"
