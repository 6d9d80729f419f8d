// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "registrars/schoolfiles.h"

#include <functional>

namespace Rollbook
{

namespace
{

/// What `list`, `import` and `export` do for one kind of thing.
struct Actions {
    std::function<Expected<void>(School &)> list;
    std::function<Expected<int>(School &, const QString &)> importFrom;
    std::function<Expected<int>(School &, const QString &)> exportTo;
};

int perform(const QString &description, const QStringList &arguments, const Actions &actions)
{
    CommandLine line(description, arguments);
    line.addPositional(QStringLiteral("action"), CommandLine::tr("list, import or export"),
        QStringLiteral("list | import FILE | export FILE"));
    line.addStoreOption();
    if (const auto status = line.parse())
        return *status;
    const QString action = line.positional().value(0);
    const QString file = line.positional().value(1);
    const bool isList = action == QStringLiteral("list");
    const bool isImport = action == QStringLiteral("import");
    if ((!isList && !isImport && action != QStringLiteral("export"))
        || line.positional().size() != (isList ? 1 : 2)) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Write it as: %1 list | import FILE | export FILE")
                .arg(arguments.first())});
    }
    const Expected<std::unique_ptr<School>> school = line.openStore();
    if (!school)
        return failWith(school.error());
    if (isList) {
        const auto listed = actions.list(**school);
        return listed ? AllRegistered : failWith(listed.error());
    }
    const auto count =
        isImport ? actions.importFrom(**school, file) : actions.exportTo(**school, file);
    if (!count)
        return failWith(count.error());
    printProblem(isImport ? CommandLine::tr("%n line(s) imported.", nullptr, *count)
                          : CommandLine::tr("%n line(s) exported.", nullptr, *count));
    return AllRegistered;
}

QString numberOrNothing(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

Expected<void> listCourses(School &school)
{
    const auto courses = school.courses().courses();
    if (!courses)
        return tl::unexpected(courses.error());
    printHeader({CommandLine::tr("code"), CommandLine::tr("title"), CommandLine::tr("term"),
        CommandLine::tr("seats taken"), CommandLine::tr("capacity"), CommandLine::tr("waiting"),
        CommandLine::tr("waiting-list places")});
    for (const CourseSeats &seats : *courses) {
        const Course &course = seats.course;
        printCells({course.code, course.title, course.term, QString::number(seats.seatsTaken),
            numberOrNothing(course.capacity), QString::number(seats.waiting),
            numberOrNothing(course.waitlistCapacity)});
    }
    return {};
}

Expected<void> listStudents(School &school)
{
    const auto students = school.students().students();
    if (!students)
        return tl::unexpected(students.error());
    printHeader(
        {CommandLine::tr("ID"), CommandLine::tr("family name"), CommandLine::tr("given name"),
            CommandLine::tr("e-mail"), CommandLine::tr("grade"), CommandLine::tr("hold")});
    for (const StudentRecord &record : *students) {
        const Student &student = record.student;
        printCells({student.studentId, student.familyName, student.givenName, student.email,
            student.gradeLevel, record.hold});
    }
    return {};
}

} // namespace

int coursesCommand(const QStringList &arguments)
{
    if (arguments.value(1) == QStringLiteral("promote"))
        return promoteCommand(arguments);
    return perform(CommandLine::tr("The courses of the school. “courses promote --help” explains "
                                   "how waiting lists move up."),
        arguments, {&listCourses, &importCourses, &exportCourses});
}

int studentsCommand(const QStringList &arguments)
{
    return perform(CommandLine::tr("The students of the school."), arguments,
        {&listStudents, &importStudents, &exportStudents});
}

} // namespace Rollbook
