// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "caserun.h"

#include "plainschool.h"
#include "registration/assigncourses.h"
#include "registration/bulkregistration.h"
#include "shuffledregistrar.h"
#include "teststore.h"

#include <QEventLoop>

#include <algorithm>

namespace Rollbook
{

namespace
{

AssignedCourses assigned(const ModelCase &modelCase, const ModelRun &run)
{
    QList<CourseRef> courses;
    for (const Course &course : modelCase.courses)
        courses += course.ref();
    QList<qint32> indexes;
    for (const QString &code : run.courses) {
        const auto found = std::find_if(courses.cbegin(), courses.cend(),
            [&code](const CourseRef &course) { return course.code == code; });
        if (found == courses.cend())
            courses += {code, {}};
        const auto index = std::find_if(courses.cbegin(), courses.cend(),
            [&code](const CourseRef &course) { return course.code == code; });
        indexes += static_cast<qint32>(index - courses.cbegin());
    }
    return {CourseAssignment(courses, indexes), {}};
}

// What a run comes to; pauses, goes on and cancels as it is disturbed.
RegisterStudentsResults perform(
    School &school, const BulkRegistration::Request &request, const Disturbance &disturbance)
{
    ShuffledRegistrar registrar(school.registrar(), disturbance.order);
    BulkRegistration run(registrar, &school.journal(), request);
    QEventLoop loop;
    RegisterStudentsResults answer;
    int ends = 0;
    bool paused = false;
    QObject::connect(
        &run, &BulkRegistration::progressChanged, &run, [&](const RunProgress &progress) {
            if (disturbance.pauseAfter >= 0 && progress.done >= disturbance.pauseAfter && !paused) {
                paused = true;
                run.pause();
            }
            if (disturbance.cancelAfter >= 0 && progress.done >= disturbance.cancelAfter)
                run.cancel();
        });
    QObject::connect(
        &run, &BulkRegistration::stateChanged, &run, [&run](BulkRegistration::State state) {
            if (state == BulkRegistration::State::Paused)
                run.resume();
        });
    QObject::connect(
        &run, &BulkRegistration::finished, &run, [&](const RegisterStudentsResults &results) {
            answer = results;
            ++ends;
            if (run.isSettled())
                loop.quit();
        });
    // What the machine was too busy for before a cancelled run ended.
    QObject::connect(
        &run, &BulkRegistration::settled, &run, [&](const RegisterStudentsResults &results) {
            answer = results;
            loop.quit();
        });
    run.start();
    if (disturbance.cancelAfter == 0)
        run.cancel();
    loop.exec();
    if (ends != 1)
        answer.results.clear();
    return answer;
}

QString shown(const StudentRegistrationResult &result)
{
    const RegistrationError *error = result.error();
    return error && error->code == ReasonCode::InvalidData ? QStringLiteral("rejected invalid_data")
                                                           : outcome(result);
}

QString compare(const ModelRun &run, const RegisterStudentsResults &real, PlainSchool &plain)
{
    if (real.results.size() != run.students.size())
        return QStringLiteral("%1 results for %2 rows")
            .arg(real.results.size())
            .arg(run.students.size());
    plain.beginRun(real.run.startedAt.toLocalTime().date(), run.options);
    bool stopped = false;
    for (qint32 row = 0; row < real.results.size(); ++row) {
        const StudentRegistrationResult &result = real.results.at(row);
        if (result.row != row)
            return QStringLiteral("row %1 has the result of another").arg(row + 1);
        // Who is not attempted because of a cancel changes nothing, and so do all behind.
        if (result.status() == RegistrationStatus::NotAttempted
            && run.disturbance.cancelAfter >= 0) {
            stopped = true;
            continue;
        }
        if (stopped)
            return QStringLiteral("row %1 was attempted behind one that was not").arg(row + 1);
        const QString expected = plain.registerRow(run.students.at(row), run.courses.at(row), row);
        if (shown(result) != expected)
            return QStringLiteral("row %1: “%2”, the rules say “%3”")
                .arg(QString::number(row + 1), shown(result), expected);
    }
    return {};
}

QString compareSeats(School &school, const ModelCase &modelCase, const PlainSchool &plain)
{
    for (const Course &course : modelCase.courses) {
        const auto seats = school.courses().find(course.code, course.term);
        if (!seats)
            return seats.error().sentence;
        const int taken = plain.seatsTaken(course.code);
        const int waiting = plain.waiting(course.code);
        if (seats->seatsTaken != taken || seats->waiting != waiting)
            return QStringLiteral("%1 has %2 seats taken and %3 waiting, the rules say %4 and %5")
                .arg(course.code)
                .arg(seats->seatsTaken)
                .arg(seats->waiting)
                .arg(taken)
                .arg(waiting);
    }
    return {};
}

// What was foretold of a run that nobody disturbs has to happen.
QString comparePlan(const RegistrationResults &planned, const RegisterStudentsResults &real)
{
    for (qsizetype row = 0; row < planned.size() && row < real.results.size(); ++row) {
        const QString foretold = shown(planned.at(row));
        const QString happened = shown(real.results.at(row));
        if (foretold != happened)
            return QStringLiteral("row %1: planned “%2”, happened “%3”")
                .arg(QString::number(row + 1), foretold, happened);
    }
    return {};
}

QString differenceInRun(
    School &school, const ModelCase &modelCase, const ModelRun &run, PlainSchool &plain)
{
    const StudentList students = StudentList::fromStudents(run.students);
    BulkRegistration::Request request;
    request.students = students;
    request.courses = assigned(modelCase, run).courses;
    request.options = run.options;
    request.rosterName = QStringLiteral("list");
    request.batchSize = run.batchSize;
    request.batchesInFlight = run.batchesInFlight;
    const RegistrationResults planned = planAll(school,
        Run::begin(request.rosterName, request.courses, run.options), students, request.courses);
    const RegisterStudentsResults real = perform(school, request, run.disturbance);
    QString difference = compare(run, real, plain);
    if (difference.isEmpty() && run.disturbance.cancelAfter < 0)
        difference = comparePlan(planned, real);
    return difference.isEmpty() ? compareSeats(school, modelCase, plain) : difference;
}

} // namespace

QString differenceIn(School &school, const ModelCase &modelCase)
{
    if (const auto saved = school.courses().save(modelCase.courses); !saved)
        return saved.error().sentence;
    if (const auto saved = school.students().save(modelCase.students); !saved)
        return saved.error().sentence;
    PlainSchool plain(modelCase.courses, modelCase.students);
    for (qsizetype run = 0; run < modelCase.runs.size(); ++run) {
        const QString difference =
            differenceInRun(school, modelCase, modelCase.runs.at(run), plain);
        if (!difference.isEmpty())
            return QStringLiteral("run %1: %2").arg(QString::number(run + 1), difference);
    }
    return {};
}

} // namespace Rollbook
