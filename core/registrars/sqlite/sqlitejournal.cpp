// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitejournal.h"

#include "sqlite/sqliteresults.h"
#include "sqlite/sqliteruns.h"
#include "sqlite/sqlitevalues.h"

#include <QCoreApplication>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>

namespace Rollbook
{

namespace
{

constexpr StudentList::FieldColumns RecordedColumns{0, 1, 2, -1, 3, 4, 5, -1, 6};
constexpr int RecordedColumnCount = 7;

} // namespace

void readRecordedRows(SQLite::Database &database, qint64 number, RegisterStudentsResults &recorded)
{
    constexpr int Course = ResultColumnCount;
    constexpr int FirstText = ResultColumnCount + 1;
    SQLite::Statement lines(database,
        std::string("SELECT ") + ResultColumns
            + ", course, student_id, given_name, family_name, email, birth_date, grade_level,"
              " notes FROM run_results WHERE run = ?1 ORDER BY roster_row");
    bindValue(lines, 1, number);
    TextTable::Builder table(RecordedColumnCount);
    QList<qint32> courseIndexes;
    while (lines.executeStep()) {
        StudentRegistrationResult result = resultAt(lines);
        result.row = static_cast<qint32>(recorded.results.size());
        recorded.results.append(result);
        courseIndexes.append(lines.isColumnNull(Course) ? -1 : intAt(lines, Course));
        for (int text = 0; text < RecordedColumnCount; ++text) {
            const SQLite::Column cell = lines.getColumn(FirstText + text);
            const char *begin = cell.getText();
            table.appendCell(QUtf8StringView(begin, cell.getBytes()));
        }
        table.endRow();
    }
    recorded.students = StudentList(std::move(table).finish(), RecordedColumns);
    const QList<CourseRef> courses = SqliteRuns(database).coursesOf(number);
    const bool oneForAll = courses.size() == 1 && !courseIndexes.contains(-1);
    recorded.courses =
        oneForAll ? CourseAssignment(courses.first()) : CourseAssignment(courses, courseIndexes);
}

SqliteJournal::SqliteJournal(SqliteFile file, SqliteWriter &writer)
    : m_file(std::move(file))
    , m_writer(writer)
{
}

Expected<void> SqliteJournal::begin(const Run &run)
{
    return m_writer.change([&run](SQLite::Database &database) -> Expected<void> {
        SqliteRunWriter(database).enter(run);
        return {};
    });
}

Expected<void> SqliteJournal::record(const Run &run, const StudentList &students,
    const CourseAssignment &courses, const QList<StudentRegistrationResult> &results)
{
    return m_writer.change([&](SQLite::Database &database) -> Expected<void> {
        SqliteRunWriter runs(database);
        const qint64 number = runs.enter(run);
        runs.enterCourses(number, courses);
        SqliteResultWriter writer(database, SqliteResultWriter::Known::Kept);
        for (const StudentRegistrationResult &result : results)
            writer.write(number, students, courses, result);
        return {};
    });
}

Expected<void> SqliteJournal::end(const Run &run)
{
    return m_writer.change([&run](SQLite::Database &database) -> Expected<void> {
        SqliteRunWriter runs(database);
        runs.enterEnd(runs.enter(run), run);
        return {};
    });
}

Expected<QList<Run>> SqliteJournal::runs() const
{
    return m_file.read(
        [](SQLite::Database &database) { return SqliteRuns(database).newestFirst(); });
}

Expected<RegisterStudentsResults> SqliteJournal::run(const QString &id) const
{
    auto recorded = m_file.read([&id](SQLite::Database &database) {
        std::optional<RegisterStudentsResults> found;
        SqliteRuns runs(database);
        if (auto run = runs.withId(id)) {
            found.emplace();
            found->run = std::move(*run);
            readRecordedRows(database, runs.numberOf(id), *found);
        }
        return found;
    });
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (!*recorded) {
        return fail(ErrorCode::NotFound,
            QCoreApplication::translate("Rollbook::SqliteSchool",
                "There is no run “%1” in the history of this school. Look its name up in the list "
                "of earlier runs.")
                .arg(id));
    }
    return std::move(**recorded);
}

} // namespace Rollbook
