// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storecases.h"

#include "peers/sqlitestatements.h"
#include "registrars/openschool.h"
#include "registration/assigncourses.h"
#include "reports/report.h"
#include "roster/roster.h"
#include "runtoend.h"
#include "sql/groupsize.h"
#include "students.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace Rollbook::Bench
{

namespace
{

/// A school with one course, in a folder that goes away with it.
class NewSchool
{
public:
    NewSchool()
    {
        auto school = openSchool(QStringLiteral("sqlite:") + path(QStringLiteral("school.sqlite")));
        Course course;
        course.code = QStringLiteral("GO1");
        course.title = QStringLiteral("Intro to Golang");
        if (!school || !(*school)->courses().save({course}))
            qFatal("the school cannot be made");
        m_school = std::move(*school);
    }

    School &school() { return *m_school; }
    void close() { m_school.reset(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<School> m_school;
};

void writeRoster(const QString &path, const StudentList &students)
{
    QByteArray text("student_id,given_name,family_name,email,birth_date,grade_level\n");
    for (int row = 0; row < students.size(); ++row) {
        for (const StudentField field :
            {StudentField::StudentId, StudentField::GivenName, StudentField::FamilyName,
                StudentField::Email, StudentField::BirthDate, StudentField::GradeLevel}) {
            const QUtf8StringView cell = students.field(row, field);
            text.append(cell.data(), cell.size());
            text.append(field == StudentField::GradeLevel ? '\n' : ',');
        }
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the roster cannot be written");
}

RegisterStudentsResults registerAll(School &school, const StudentList &students)
{
    const auto courses = assignCourse(school.courses(), QStringLiteral("GO1"), {});
    if (!courses)
        qFatal("there is no course");
    BulkRegistration::Request request;
    request.students = students;
    request.courses = courses->courses;
    request.rosterName = QStringLiteral("list");
    return runToEnd(school.registrar(), &school.journal(), std::move(request));
}

} // namespace

Measurement rosterIntoSchool(int students)
{
    NewSchool place;
    const QString path = place.path(QStringLiteral("roster.csv"));
    writeRoster(path, makeScatteredStudents(students));
    QElapsedTimer clock;
    clock.start();
    const auto roster = readRoster(path);
    if (!roster)
        qFatal("the roster cannot be read");
    const RegisterStudentsResults results = registerAll(place.school(), roster->students);
    const auto written = writeReport(results, place.path(QStringLiteral("report.csv")));
    const Measurement measurement = since(clock);
    if (!written || results.run.counts[RegistrationStatus::Registered] != students)
        qFatal("registrations are missing");
    return measurement;
}

Measurement listIntoSchool(int students)
{
    NewSchool place;
    const StudentList list = makeScatteredStudents(students);
    QElapsedTimer clock;
    clock.start();
    const RegisterStudentsResults results = registerAll(place.school(), list);
    const Measurement measurement = since(clock);
    if (results.run.counts[RegistrationStatus::Registered] != students)
        qFatal("registrations are missing");
    return measurement;
}

Measurement statementsAlone(int students)
{
    NewSchool place;
    // The most that the registrar itself ever takes: the larger, the faster.
    constexpr int batchSize = GroupSize::Most;
    place.close();
    const StudentList list = makeScatteredStudents(students);
    SqliteStatements statements(place.path(QStringLiteral("school.sqlite")));
    QElapsedTimer clock;
    clock.start();
    statements.registerAll(list, batchSize);
    return since(clock);
}

} // namespace Rollbook::Bench
