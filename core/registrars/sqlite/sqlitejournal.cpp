// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitejournal.h"

#include "sqlite/listcolumnscodec.h"
#include "sqlite/runrostercodec.h"
#include "sqlite/sqliteresults.h"
#include "sqlite/sqliteruns.h"
#include "sqlite/sqlitevalues.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>

namespace Rollbook
{

namespace
{

constexpr StudentList::FieldColumns RecordedColumns{0, 1, 2, -1, 3, 4, 5, -1, 6};
constexpr int RecordedColumnCount = 7;
constexpr std::chrono::milliseconds Moment{100};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SqliteSchool)
};

Error noRun(const QString &id)
{
    return {ErrorCode::NotFound,
        Text::tr("There is no run “%1” in the history of this school. Look its name up in the list "
                 "of earlier runs.")
            .arg(id)};
}

Error wasUndone(const QString &id)
{
    return {ErrorCode::Usage,
        Text::tr("The run “%1” was undone meanwhile. Register its list again in a new run.")
            .arg(id)};
}

// All rows of a run, or why they cannot be had.
Expected<RunRoster> readRoster(const SqliteRuns &runs, qint64 number)
{
    const std::optional<QByteArray> encoded = runs.rosterOf(number);
    if (!encoded) {
        return fail(ErrorCode::NotFound,
            Text::tr("This run was made by an older Rollbook, which did not keep its class list, "
                     "so it cannot go on. Register the list again: whoever is registered already "
                     "is not registered twice."));
    }
    std::optional<RunRoster> roster = decodeRunRoster(*encoded);
    if (!roster) {
        return fail(ErrorCode::StoreDamaged,
            Text::tr("The class list that was kept for this run is damaged, so the run cannot go "
                     "on. Register the list again: whoever is registered already is not "
                     "registered twice."));
    }
    return std::move(*roster);
}

void addRowsWithoutResult(const Expected<RunRoster> &roster, RegisterStudentsResults &recorded)
{
    if (roster) {
        recorded = withAllRows(recorded.run, *roster, recorded.results);
        return;
    }
    recorded.problem = roster.error();
    // The rows are those of the shorter list then.
    for (qsizetype i = 0; i < recorded.results.size(); ++i)
        recorded.results[i].row = static_cast<qint32>(i);
}

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
        recorded.results.append(resultAt(lines));
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

SqliteJournal::SqliteJournal(SqliteFile file, SqliteWriter &writer, SqliteRunAudit &audit)
    : m_file(std::move(file))
    , m_writer(writer)
    , m_audit(audit)
{
}

SqliteRunWriter &SqliteJournal::runWriter(const SQLite::Database &database)
{
    if (!m_runWriter)
        m_runWriter = std::make_unique<SqliteRunWriter>(database);
    return *m_runWriter;
}

Expected<void> SqliteJournal::claim(const QString &id)
{
    const std::scoped_lock lock(m_mutex);
    m_inHurry.remove(id);
    if (auto claim = RunClaim::take(id)) {
        m_claims.insert_or_assign(id, std::move(*claim));
        return {};
    }
    return fail(ErrorCode::StoreBusy,
        Text::tr("The run “%1” is still going on, in this or in another window. Wait until it has "
                 "ended.")
            .arg(id));
}

void SqliteJournal::leave(const Run &run)
{
    const std::scoped_lock lock(m_mutex);
    m_claims.erase(run.id);
}

void SqliteJournal::hurry(const Run &run)
{
    const std::scoped_lock lock(m_mutex);
    m_inHurry.insert(run.id);
}

bool SqliteJournal::isInHurry(const QString &id) const
{
    const std::scoped_lock lock(m_mutex);
    return m_inHurry.contains(id);
}

Expected<void> SqliteJournal::change(const QString &id, const SqliteWriter::Change &make)
{
    std::optional<QDeadlineTimer> last;
    return m_writer.change(make, [this, &id, &last] {
        if (!last && isInHurry(id))
            last.emplace(Moment);
        return !last || !last->hasExpired();
    });
}

bool SqliteJournal::isInWork(const QString &id) const
{
    return RunClaim::isTaken(id);
}

SqliteRunWriter::Entered SqliteJournal::enter(SQLite::Database &database, const Run &run, int rows)
{
    const SqliteRunWriter::Entered entered = runWriter(database).enter(run);
    if (entered.isNew)
        m_audit.begun(database, entered.number, run, rows);
    return entered;
}

Expected<void> SqliteJournal::begin(const Run &run, const RunRoster &roster)
{
    auto claimed = claim(run.id);
    if (!claimed)
        return claimed;
    const QByteArray encoded = encodeRunRoster(roster);
    const QByteArray columns =
        roster.columns.isEmpty() ? QByteArray() : encodeListColumns(roster.columns);
    auto entered = change(run.id, [&](SQLite::Database &database) -> Expected<void> {
        SqliteRunWriter &runs = runWriter(database);
        const qint64 number = enter(database, run, roster.students.size()).number;
        runs.enterCourses(number, roster.courses);
        runs.enterRoster(number, encoded);
        if (!columns.isEmpty())
            runs.enterColumns(number, columns);
        return {};
    });
    if (!entered)
        leave(run);
    return entered;
}

Expected<void> SqliteJournal::goOn(const Run &run)
{
    return enterGoingOn(run, [this, &run](SQLite::Database &database, qint64 number) {
        m_audit.goesOn(database, number, run);
    });
}

Expected<void> SqliteJournal::tryAgain(const Run &run, const RowsAgain &again)
{
    const QByteArray encoded = again.corrected ? encodeRunRoster(*again.corrected) : QByteArray();
    return enterGoingOn(run, [&](SQLite::Database &database, qint64 number) {
        takeBackOutcomes(database, number, again.rows);
        m_audit.retries(database, number, run, again);
        if (!again.corrected)
            return;
        SqliteRunWriter runs(database);
        runs.enterCorrectedRoster(number, encoded);
        runs.enterCourses(number, again.corrected->courses);
    });
}

Expected<void> SqliteJournal::enterGoingOn(
    const Run &run, const std::function<void(SQLite::Database &, qint64)> &enterMore)
{
    auto claimed = claim(run.id);
    if (!claimed)
        return claimed;
    auto entered = change(run.id, [&](SQLite::Database &database) -> Expected<void> {
        SqliteRuns runs(database);
        const std::optional<Run> known = runs.withId(run.id);
        if (!known)
            return tl::unexpected(noRun(run.id));
        if (!known->undoneBy.isEmpty())
            return tl::unexpected(wasUndone(run.id));
        const qint64 number = runs.numberOf(run.id);
        runWriter(database).enterEnd(number, run);
        enterMore(database, number);
        return {};
    });
    if (!entered)
        leave(run);
    return entered;
}

Expected<void> SqliteJournal::record(const Run &run, const StudentList &students,
    const CourseAssignment &courses, const QList<StudentRegistrationResult> &results)
{
    return change(run.id, [&](SQLite::Database &database) -> Expected<void> {
        const auto [number, isNew, hasEnded] = enter(database, run, students.size());
        runWriter(database).enterCourses(number, courses);
        SqliteResultWriter writer(database, SqliteResultWriter::Attempts::InAll, m_audit.seals());
        for (const StudentRegistrationResult &result : results)
            writer.write(number, students, courses, result);
        if (hasEnded)
            m_audit.outcomesCameLate(database, number, run.id);
        return {};
    });
}

Expected<void> SqliteJournal::end(const Run &run)
{
    auto entered = change(run.id, [&](SQLite::Database &database) -> Expected<void> {
        const qint64 number = enter(database, run, run.counts.total()).number;
        runWriter(database).enterEnd(number, run);
        m_audit.ended(database, number, run);
        return {};
    });
    if (entered)
        leave(run);
    return entered;
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
        const SqliteRuns runs(database);
        if (auto run = runs.withId(id)) {
            found.emplace();
            found->run = std::move(*run);
            const qint64 number = runs.numberOf(id);
            readRecordedRows(database, number, *found);
            if (found->run.state != RunState::Finished)
                addRowsWithoutResult(readRoster(runs, number), *found);
        }
        return found;
    });
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (!*recorded)
        return tl::unexpected(noRun(id));
    return std::move(**recorded);
}

Expected<ListColumns> SqliteJournal::columns(const QString &id) const
{
    return m_file.read([&id](SQLite::Database &database) {
        const SqliteRuns runs(database);
        const auto encoded = runs.columnsOf(runs.numberOf(id));
        return encoded ? decodeListColumns(*encoded) : ListColumns();
    });
}

} // namespace Rollbook
