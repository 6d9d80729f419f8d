// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"

namespace Rollbook
{

namespace
{

const QDateTime Moment(QDate(2026, 11, 1), QTime(8, 30), Qt::UTC);

} // namespace

RegisterStudentsResults finishedRun(const QList<Student> &students)
{
    RegisterStudentsResults run;
    run.students = StudentList::fromStudents(students);
    run.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")});
    run.run = Run::begin(QStringLiteral("list.csv"), run.courses, {});
    run.run.state = RunState::Finished;
    for (qint32 row = 0; row < run.students.size(); ++row) {
        StudentRegistrationResult result;
        result.row = row;
        result.attempts = 1;
        result.durationMs = 7;
        result.outcome = StudentRegistration{
            RegistrationStatus::Registered, false, row + 1, Moment.toMSecsSinceEpoch()};
        run.results += result;
        run.run.counts.add(result.status());
    }
    return run;
}

RegisterStudentsResults finishedRun(int students)
{
    QList<Student> list;
    for (int i = 1; i <= students; ++i) {
        Student student;
        student.studentId = QStringLiteral("S%1").arg(i);
        list += student;
    }
    return finishedRun(list);
}

RegisterStudentsResults runWithEachStatus()
{
    RegisterStudentsResults run = finishedRun(6);
    const qint64 moment = Moment.toMSecsSinceEpoch();
    run.results[1].outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, 2, moment};
    run.results[2].outcome =
        StudentRegistration{RegistrationStatus::AlreadyRegistered, false, 9, moment};
    run.results[3] = rejectedRow(3, ReasonCode::MissingPrerequisite, QStringLiteral("GO0"));
    run.results[4] = failedRow(4, ReasonCode::TimedOut);
    run.results[5] = notAttemptedRow(5, ReasonCode::Cancelled);
    run.run.counts = {};
    for (const StudentRegistrationResult &result : std::as_const(run.results))
        run.run.counts.add(result.status());
    return run;
}

QStringList difficultNames()
{
    return {QStringLiteral("Muñoz, Jr."), QStringLiteral("Øverland"), QStringLiteral("Иванова"),
        QStringLiteral("Παπαδόπουλος"), QStringLiteral("محمد"), QStringLiteral("כהן"),
        QStringLiteral("周明"), QStringLiteral("田中さくら"), QStringLiteral("김민준"),
        QStringLiteral("शर्मा"), QStringLiteral("ไพศาล"), QStringLiteral("🎓 Grad"),
        QStringLiteral("say \"hi\""), QStringLiteral("two\nlines"), QStringLiteral("=1+1"),
        QStringLiteral("+49 30"), QStringLiteral("-5"), QStringLiteral("@SUM"),
        QStringLiteral("<b>&amp;"), QStringLiteral("_x0041_"),
        QStringLiteral("http://example.org/")};
}

} // namespace Rollbook
