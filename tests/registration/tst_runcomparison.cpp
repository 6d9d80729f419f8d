// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runcomparison.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Two runs side by side.
class TestRunComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesRows_data();
    void comparesRows();
    void countsAndSortsByDifference();
    void comparesSeveralCoursesOneByOne();
};

namespace
{

// "ID/e-mail outcome", rows separated by ", ": "S1 seat", "S1/a@x wait", "S1 double", "S1 hold",
// "S1 had", "S1 had-wait", "S1 full", "S1 failed", "S1 not"
StudentRegistrationResult outcome(int row, const QString &word)
{
    using Status = RegistrationStatus;
    if (word == u"double")
        return rejectedRow(row, ReasonCode::DuplicateRow, u"1"_s);
    if (word == u"hold")
        return rejectedRow(row, ReasonCode::Hold, u"fees"_s);
    if (word == u"full")
        return rejectedRow(row, ReasonCode::CourseFull);
    if (word == u"failed")
        return failedRow(row, ReasonCode::TimedOut);
    if (word == u"lost")
        return failedRow(row, ReasonCode::StoreUnavailable);
    if (word == u"not")
        return notAttemptedRow(row, ReasonCode::Cancelled);
    const bool waiting = word.endsWith(u"wait");
    const Status status = word.startsWith(u"had") ? Status::AlreadyRegistered
        : waiting                                 ? Status::Waitlisted
                                                  : Status::Registered;
    return {row, 1, 1, StudentRegistration{status, waiting, row + 1, 0}};
}

RegisterStudentsResults run(const QString &rows)
{
    RegisterStudentsResults whole;
    QList<Student> students;
    const QStringList texts = rows.split(u", "_s, Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        const QString who = text.section(u' ', 0, 0);
        Student student;
        student.studentId = who.section(u'/', 0, 0);
        student.email = who.section(u'/', 1);
        whole.results += outcome(static_cast<int>(students.size()), text.section(u' ', 1));
        students += student;
    }
    whole.students = StudentList::fromStudents(students);
    whole.courses = CourseAssignment(CourseRef{u"GO1"_s, {}});
    return whole;
}

QString told(const RunComparison &comparison)
{
    constexpr std::array Words{"other", "first", "second", "same"};
    QStringList texts;
    for (const ComparedStudent &student : comparison.students) {
        const QString who =
            student.student.studentId.isEmpty() ? student.student.email : student.student.studentId;
        texts +=
            who + u' ' + QLatin1StringView(Words[static_cast<std::size_t>(student.difference)]);
    }
    return texts.join(u", "_s);
}

} // namespace

void TestRunComparison::comparesRows_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const QString &first, const QString &second,
                         const QString &expected) {
        QTest::newRow(name) << first << second << expected;
    };
    add("nobody", {}, {}, {});
    add("got in meanwhile", u"S1 full"_s, u"S1 seat"_s, u"S1 other"_s);
    add("moved up", u"S1 wait"_s, u"S1 had"_s, u"S1 other"_s);
    add("had it still", u"S1 seat"_s, u"S1 had"_s, u"S1 same"_s);
    add("waits still", u"S1 wait"_s, u"S1 had-wait"_s, u"S1 same"_s);
    add("for another reason", u"S1 full"_s, u"S1 hold"_s, u"S1 other"_s);
    add("for the same reason", u"S1 hold"_s, u"S1 hold"_s, u"S1 same"_s);
    add("another fault", u"S1 failed"_s, u"S1 lost"_s, u"S1 same"_s);
    add("not sent then", u"S1 not"_s, u"S1 failed"_s, u"S1 other"_s);
    add("left the list", u"S1 seat, S2 seat"_s, u"S2 had"_s, u"S1 first, S2 same"_s);
    add("came to the list", u"S2 seat"_s, u"S1 seat, S2 had"_s, u"S1 second, S2 same"_s);
    add("twice in the first", u"S1 seat, S1 double"_s, u"S1 had"_s, u"S1 same"_s);
    add("the double stands above", u"S1 double, S1 seat"_s, u"S1 had"_s, u"S1 same"_s);
    add("twice in both", u"S1 seat, S1 double"_s, u"S1 had, S1 double"_s, u"S1 same"_s);
    add("only as a double", u"S1 double"_s, u"S1 seat"_s, u"S1 other"_s);
    add("by address, case ignored", u"/a@x seat"_s, u"/A@X had"_s, u"A@X same"_s);
    add("number came later", u"/a@x seat"_s, u"S1/a@x had"_s, u"S1 same"_s);
    add("number is gone", u"S1/a@x seat"_s, u"/a@x had"_s, u"a@x same"_s);
    add("brother and sister", u"S1/a@x seat"_s, u"S2/a@x seat"_s, u"S1 first, S2 second"_s);
    add("two brothers, one number gone", u"S1/a@x seat, S2/a@x full"_s, u"S1/a@x had, /a@x hold"_s,
        u"S2 first, a@x second, S1 same"_s);
    add("nobody knows who", u" hold"_s, u" hold"_s, u" first,  second"_s);
}

void TestRunComparison::comparesRows()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QString, expected);
    QCOMPARE(told(compareRuns(run(first), run(second))), expected);
}

void TestRunComparison::countsAndSortsByDifference()
{
    const RunComparison comparison =
        compareRuns(run(u"S1 seat, S2 full, S3 seat, S4 seat, S5 wait"_s),
            run(u"S6 seat, S5 seat, S4 had, S2 seat, S1 had"_s));
    QCOMPARE(told(comparison), u"S5 other, S2 other, S3 first, S6 second, S4 same, S1 same"_s);
    QCOMPARE(comparison.count(RunDifference::OtherOutcome), 2);
    QCOMPARE(comparison.count(RunDifference::OnlyInFirst), 1);
    QCOMPARE(comparison.count(RunDifference::OnlyInSecond), 1);
    QCOMPARE(comparison.count(RunDifference::Same), 2);
    QCOMPARE(comparison.students.first().first->status(), RegistrationStatus::Waitlisted);
    QCOMPARE(comparison.students.first().second->status(), RegistrationStatus::Registered);
}

void TestRunComparison::comparesSeveralCoursesOneByOne()
{
    const QList<CourseRef> courses{{u"GO1"_s, {}}, {u"CHESS"_s, {}}};
    RegisterStudentsResults first = run(u"S1 seat, S1 full"_s);
    first.courses = CourseAssignment(courses, {0, 1});
    RegisterStudentsResults second = run(u"S1 seat, S1 had"_s);
    second.courses = CourseAssignment(courses, {1, 0});
    const RunComparison comparison = compareRuns(first, second);
    QCOMPARE(told(comparison), u"S1 other, S1 same"_s);
    QCOMPARE(comparison.students.first().course.code, u"CHESS"_s);
}

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_runcomparison.moc"
