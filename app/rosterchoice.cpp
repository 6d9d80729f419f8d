// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterchoice.h"

#include "registration/courseguess.h"

#include <QDir>

namespace Rollbook
{

namespace
{

constexpr QLatin1StringView RosterOption("roster");
constexpr QLatin1StringView CourseOption("course");
constexpr QLatin1StringView TermOption("term");
constexpr QLatin1StringView SheetOption("sheet");
constexpr QLatin1StringView MapOption("map");

Expected<StudentField> fieldOf(const QString &mapping)
{
    const QString name = mapping.section(u'=', 0, 0).trimmed();
    QStringList names;
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (canonicalName(field) == name && mapping.contains(u'='))
            return field;
        names += canonicalName(field);
    }
    return fail(ErrorCode::Usage,
        CommandLine::tr("--map %1: write it as FIELD=HEADER with one of the fields %2.")
            .arg(mapping, names.join(QStringLiteral(", "))));
}

Expected<RosterOptions> readMappings(const QStringList &mappings)
{
    RosterOptions options;
    for (const QString &mapping : mappings) {
        const Expected<StudentField> field = fieldOf(mapping);
        if (!field)
            return tl::unexpected(field.error());
        options.mapping.insert(*field, mapping.section(u'=', 1));
    }
    return options;
}

StudentList withoutCourses(const StudentList &students)
{
    StudentList::FieldColumns columns = StudentList::noColumns();
    for (int i = 0; i < StudentFieldCount; ++i)
        columns[static_cast<std::size_t>(i)] = students.column(static_cast<StudentField>(i));
    columns[static_cast<std::size_t>(StudentField::Course)] = -1;
    return {students.table(), columns};
}

} // namespace

void RosterChoice::addOptions(CommandLine &line)
{
    line.addOption({RosterOption,
        CommandLine::tr("The class list: a workbook (XLSX, ODS, XLS), CSV, JSON, a web page with a "
                        "table, or the export of a student information system (a folder or ZIP); "
                        "can be given again for more lists."),
        QStringLiteral("FILE")});
    line.addOption({CourseOption,
        CommandLine::tr("The course. Without it, the list's course column names one for each row; "
                        "of several lists, one without such a column is for the course whose code "
                        "or title its sheet or file is called after."),
        QStringLiteral("CODE")});
    line.addOption({TermOption, CommandLine::tr("Which term's course, when a code comes again."),
        QStringLiteral("TERM")});
    line.addOption({SheetOption,
        CommandLine::tr(
            "Which sheet of a workbook, or class of a bundle. Without it, the first sheet "
            "that is not hidden and has rows, or all classes."),
        QStringLiteral("NAME")});
    line.addOption({MapOption,
        CommandLine::tr("Which column holds a field, such as “student_id=Reg. no.”; can be given "
                        "again."),
        QStringLiteral("FIELD=HEADER")});
}

Expected<QList<RosterChoice>> RosterChoice::from(const CommandLine &line)
{
    const QStringList paths = line.values(RosterOption);
    if (paths.isEmpty() || paths.contains(QString()))
        return fail(ErrorCode::Usage, CommandLine::tr("Name the class list: --roster FILE."));
    if (!line.positional().isEmpty()) {
        return fail(ErrorCode::Usage,
            CommandLine::tr("“%1” belongs to no option. Name each class list with --roster FILE.")
                .arg(line.positional().constFirst()));
    }
    Expected<RosterOptions> options = readMappings(line.values(MapOption));
    if (!options)
        return tl::unexpected(options.error());
    if (line.isSet(CourseOption) && line.value(CourseOption).isEmpty())
        return fail(ErrorCode::Usage, CommandLine::tr("Name the course: --course CODE."));

    RosterChoice choice;
    options->sheet = line.value(SheetOption);
    choice.m_options = *options;
    choice.m_course = line.value(CourseOption);
    choice.m_term = line.value(TermOption);
    QList<RosterChoice> choices;
    for (const QString &path : paths) {
        choice.m_path = path;
        choices += choice;
    }
    return choices;
}

Expected<Roster> RosterChoice::read() const
{
    Expected<Roster> roster = readRoster(m_path, m_options);
    if (roster && !m_options.sheet.isEmpty() && roster->source.sheets.isEmpty()) {
        return fail(ErrorCode::Usage,
            CommandLine::tr("“%1” has no sheets; leave out --sheet.").arg(roster->name));
    }
    if (roster && namesCourse() && roster->hasCourseColumn()) {
        roster->students = withoutCourses(roster->students);
        roster->problems = checkRoster(*roster);
    }
    return roster;
}

Expected<AssignedCourses> RosterChoice::assign(
    const CourseCatalogue &catalogue, const Roster &roster) const
{
    return namesCourse() ? assignCourse(catalogue, m_course, m_term)
                         : assignCoursesByRow(catalogue, roster.students, m_term);
}

Expected<AssignedCourses> RosterChoice::assignOrGuess(
    const CourseCatalogue &catalogue, const Roster &roster) const
{
    if (namesCourse() || rowsNameCourses(roster.students))
        return assign(catalogue, roster);
    Expected<QList<CourseSeats>> courses = catalogue.courses();
    if (!courses)
        return tl::unexpected(courses.error());
    if (!m_term.isEmpty()) {
        courses->removeIf([this](const CourseSeats &seats) {
            return seats.course.term.compare(m_term, Qt::CaseInsensitive) != 0;
        });
    }
    const auto guess = guessCourse(
        *courses, {false, roster.source.sheetTitle(), roster.name}, QDate::currentDate());
    // Nobody looks here before the students are registered.
    if (!guess || guess->ground == CourseGuess::Ground::TitleWord) {
        return fail(ErrorCode::Usage,
            CommandLine::tr("Nothing says for which course “%1” is. Name it with --course CODE or "
                            "in a course column, or call the file after the course's code.")
                .arg(QDir::toNativeSeparators(m_path)));
    }
    return AssignedCourses{CourseAssignment(guess->course), {}};
}

} // namespace Rollbook
