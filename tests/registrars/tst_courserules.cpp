// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/courserules.h"

#include "teststore.h"

#include <QTest>

using namespace Rollbook;

namespace
{

enum { Wanted, OtherTerm, SameTerm };

/// What a rule looks at; each test changes the one thing that it is about.
struct Case {
    RuleContext context{QDate(2026, 9, 1), {}};
    std::vector<CourseFacts> courses;
    StudentFacts student;

    Case()
    {
        courses.push_back({1, course(QStringLiteral("GO1"), 2, 2), 0, 0});
        courses.push_back({2, course(QStringLiteral("GO0")), 0, 0});
        courses[OtherTerm].course.term = QStringLiteral("2026 Spring");
        courses.push_back({3, course(QStringLiteral("ART")), 0, 0});
        student.known = true;
    }
    Course &wanted() { return courses[Wanted].course; }
    void hold(int which, bool waiting = false, qint32 rowOfThisRun = -1)
    {
        student.places.push_back({which, waiting, 7, 1234, rowOfThisRun});
    }
    QString decide(qint32 row = 0) const
    {
        const RowOutcome decided = decideRegistration(context, courses, Wanted, student, row);
        StudentRegistrationResult result;
        std::visit([&result](const auto &alternative) { result.outcome = alternative; }, decided);
        return outcome(result);
    }
};

using Change = void (*)(Case &);

} // namespace

Q_DECLARE_METATYPE(Change)

class TestCourseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesSpeak_data();
    void rulesSpeak();
    void earlierRulesSpeakFirst();
    void rowOfThisRunGetsWhatItGot();
    void datesAreThoseOfThePlaceWhereTheRunStarted();
};

void TestCourseRules::rulesSpeak_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Change change, const char *expected) {
        QTest::newRow(name) << change << QString::fromUtf8(expected);
    };

    row(
        "a free seat", [](Case &) {}, "registered 1");
    row(
        "the next seat", [](Case &c) { c.courses[Wanted].seatsTaken = 1; }, "registered 2");
    row(
        "full: the waiting list", [](Case &c) { c.courses[Wanted].seatsTaken = 2; },
        "waitlisted 1");
    row(
        "full: the next place",
        [](Case &c) {
            c.courses[Wanted].seatsTaken = 2;
            c.courses[Wanted].waiting = 1;
        },
        "waitlisted 2");
    row(
        "full, and the waiting list too",
        [](Case &c) {
            c.courses[Wanted].seatsTaken = 2;
            c.courses[Wanted].waiting = 2;
        },
        "rejected course_full");
    row(
        "full, and there is no waiting list",
        [](Case &c) {
            c.courses[Wanted].seatsTaken = 2;
            c.wanted().waitlistCapacity.reset();
        },
        "rejected course_full");
    row(
        "full, and nobody shall wait",
        [](Case &c) {
            c.courses[Wanted].seatsTaken = 2;
            c.context.options.whenFull = WhenFull::Reject;
        },
        "rejected course_full");
    row(
        "no capacity: unlimited",
        [](Case &c) {
            c.wanted().capacity.reset();
            c.courses[Wanted].seatsTaken = 100000;
        },
        "registered 100001");
    row(
        "a capacity of none", [](Case &c) { c.wanted().capacity = 0; }, "waitlisted 1");

    row(
        "unknown, and shall be made", [](Case &c) { c.student.known = false; }, "registered 1");
    row(
        "unknown, and shall not be made",
        [](Case &c) {
            c.student.known = false;
            c.context.options.unknownStudents = UnknownStudents::Reject;
        },
        "rejected unknown_student");

    row(
        "had a seat before", [](Case &c) { c.hold(Wanted); }, "already_registered 7");
    row(
        "waited before", [](Case &c) { c.hold(Wanted, true); }, "already_registered waiting 7");
    row(
        "an earlier row was the same student", [](Case &c) { c.hold(Wanted, false, 4); },
        "rejected duplicate_row: 5");

    row(
        "a hold", [](Case &c) { c.student.hold = QStringLiteral("library book"); },
        "rejected hold: library book");

    row(
        "opens tomorrow", [](Case &c) { c.wanted().opensOn = QDate(2026, 9, 2); },
        "rejected not_open_yet: 2026-09-02");
    row(
        "opens today", [](Case &c) { c.wanted().opensOn = QDate(2026, 9, 1); }, "registered 1");
    row(
        "closes today", [](Case &c) { c.wanted().closesOn = QDate(2026, 9, 1); }, "registered 1");
    row(
        "closed yesterday", [](Case &c) { c.wanted().closesOn = QDate(2026, 8, 31); },
        "rejected registration_closed: 2026-08-31");

    row(
        "lacks prerequisites",
        [](Case &c) {
            c.wanted().prerequisites = QStringList{QStringLiteral("GO0"), QStringLiteral("MATH")};
        },
        "rejected missing_prerequisite: GO0; MATH");
    row(
        "lacks one of two",
        [](Case &c) {
            c.wanted().prerequisites = QStringList{QStringLiteral("GO0"), QStringLiteral("MATH")};
            c.student.completedCourses = QStringList{QStringLiteral("MATH")};
        },
        "rejected missing_prerequisite: GO0");
    row(
        "completed them, in another case",
        [](Case &c) {
            c.wanted().prerequisites = QStringList{QStringLiteral("GO0")};
            c.student.completedCourses = QStringList{QStringLiteral("go0")};
        },
        "registered 1");
    row(
        "has a seat in it in another term",
        [](Case &c) {
            c.wanted().prerequisites = QStringList{QStringLiteral("GO0")};
            c.hold(OtherTerm);
        },
        "registered 1");
    row(
        "only waits for it in another term",
        [](Case &c) {
            c.wanted().prerequisites = QStringList{QStringLiteral("GO0")};
            c.hold(OtherTerm, true);
        },
        "rejected missing_prerequisite: GO0");
    row(
        "takes it in the same term",
        [](Case &c) {
            c.wanted().prerequisites = QStringList{QStringLiteral("ART")};
            c.hold(SameTerm);
        },
        "rejected missing_prerequisite: ART");

    static const QList<MeetingTime> nine{{1, QTime(9, 0), QTime(10, 30)}};
    static const QList<MeetingTime> ten{
        {2, QTime(8, 0), QTime(9, 0)}, {1, QTime(10, 0), QTime(11, 0)}};
    static const QList<MeetingTime> after{{1, QTime(10, 30), QTime(11, 0)}};
    row(
        "meets at the same time",
        [](Case &c) {
            c.wanted().meets = nine;
            c.courses[SameTerm].course.meets = ten;
            c.hold(SameTerm);
        },
        "rejected time_conflict: ART");
    row(
        "meets two at the same time: the first by its code, in whatever order they are held",
        [](Case &c) {
            c.wanted().meets = nine;
            c.courses[SameTerm].course.meets = ten;
            c.courses.push_back({4, course(QStringLiteral("ZOO")), 0, 0});
            c.courses.back().course.meets = ten;
            c.hold(static_cast<int>(c.courses.size()) - 1);
            c.hold(SameTerm);
        },
        "rejected time_conflict: ART");
    row(
        "meets right after",
        [](Case &c) {
            c.wanted().meets = nine;
            c.courses[SameTerm].course.meets = after;
            c.hold(SameTerm);
        },
        "registered 1");
    row(
        "met at the same time, in another term",
        [](Case &c) {
            c.wanted().meets = nine;
            c.courses[OtherTerm].course.meets = ten;
            c.hold(OtherTerm);
        },
        "registered 1");
    row(
        "only waits for what meets at the same time",
        [](Case &c) {
            c.wanted().meets = nine;
            c.courses[SameTerm].course.meets = ten;
            c.hold(SameTerm, true);
        },
        "registered 1");
}

void TestCourseRules::rulesSpeak()
{
    QFETCH(const Change, change);
    Case given;
    change(given);
    QTEST(given.decide(), "expected");
}

void TestCourseRules::earlierRulesSpeakFirst()
{
    Case given;
    given.courses[Wanted].seatsTaken = 2;
    given.wanted().waitlistCapacity.reset();
    given.wanted().meets = given.courses[SameTerm].course.meets =
        QList<MeetingTime>{{1, QTime(9, 0), QTime(10, 0)}};
    given.hold(SameTerm);
    given.wanted().prerequisites = QStringList{QStringLiteral("GO0")};
    given.wanted().closesOn = QDate(2026, 8, 1);
    given.student.hold = QStringLiteral("fee");
    given.student.known = false;
    given.context.options.unknownStudents = UnknownStudents::Reject;

    QCOMPARE(given.decide(), QStringLiteral("rejected unknown_student"));
    given.student.known = true;
    QCOMPARE(given.decide(), QStringLiteral("rejected hold: fee"));
    given.student.hold.clear();
    QCOMPARE(given.decide(), QStringLiteral("rejected registration_closed: 2026-08-01"));
    given.wanted().closesOn = {};
    QCOMPARE(given.decide(), QStringLiteral("rejected missing_prerequisite: GO0"));
    given.student.completedCourses = QStringList{QStringLiteral("GO0")};
    QCOMPARE(given.decide(), QStringLiteral("rejected time_conflict: ART"));
    given.wanted().meets.clear();
    QCOMPARE(given.decide(), QStringLiteral("rejected course_full"));
    given.student.hold = QStringLiteral("fee");
    given.hold(Wanted);
    QCOMPARE(given.decide(), QStringLiteral("already_registered 7"));
}

void TestCourseRules::rowOfThisRunGetsWhatItGot()
{
    Case given;
    given.hold(Wanted, true, 4);
    QCOMPARE(given.decide(4), QStringLiteral("waitlisted 7"));
    QCOMPARE(given.decide(5), QStringLiteral("rejected duplicate_row: 5"));
}

void TestCourseRules::datesAreThoseOfThePlaceWhereTheRunStarted()
{
    Run run;
    run.startedAt = QDateTime(QDate(2026, 8, 31), QTime(23, 30), Qt::LocalTime).toUTC();
    QCOMPARE(RuleContext::of(run).today, QDate(2026, 8, 31));
}

QTEST_GUILESS_MAIN(TestCourseRules)
#include "tst_courserules.moc"
