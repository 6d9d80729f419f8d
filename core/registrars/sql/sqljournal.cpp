// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqljournal.h"

#include "sql/listcolumnscodec.h"
#include "sql/runrostercodec.h"
#include "sql/sqlresults.h"
#include "sql/sqlruns.h"
#include "sql/sqlvalues.h"

#include <QCoreApplication>

#include <utility>

namespace Rollbook
{

namespace
{

constexpr StudentList::FieldColumns RecordedColumns{0, 1, 2, -1, 3, 4, 5, -1, 6};
constexpr int RecordedColumnCount = 7;
// A server is started again, or another one takes over, within minutes.
constexpr std::chrono::minutes LongestOutage{10};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SqlSchool)
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
Expected<RunRoster> readRoster(const SqlRuns &runs, qint64 number)
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

// One is written for each thing that is done with a run.
qint64 auditEntriesOf(const SqlDatabase &database, const QString &id)
{
    SqlStatement count(database, "SELECT count(*) FROM audit_entries WHERE run = ?1");
    bindValue(count, 1, id);
    count.executeStep();
    return int64At(count, 0);
}

bool isWritten(const std::optional<Run> &known, const Run &end)
{
    return known && known->state == end.state && known->counts == end.counts
        && known->endedAt.toMSecsSinceEpoch() == end.endedAt.toMSecsSinceEpoch();
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

void readRecordedRows(SqlDatabase &database, qint64 number, RegisterStudentsResults &recorded)
{
    constexpr int Course = ResultColumnCount;
    constexpr int FirstText = ResultColumnCount + 1;
    SqlStatement lines(database,
        std::string("SELECT ") + ResultColumns
            + ", course, student_id, given_name, family_name, email, birth_date, grade_level,"
              " notes FROM run_results WHERE run = ?1 ORDER BY roster_row",
        SqlStatement::Lines::VeryMany);
    bindValue(lines, 1, number);
    TextTable::Builder table(RecordedColumnCount);
    QList<qint32> courseIndexes;
    while (lines.executeStep()) {
        recorded.results.append(resultAt(lines));
        courseIndexes.append(isNullAt(lines, Course) ? -1 : intAt(lines, Course));
        for (int text = 0; text < RecordedColumnCount; ++text) {
            table.appendCell(utf8At(lines, FirstText + text));
        }
        table.endRow();
    }
    recorded.students = StudentList(std::move(table).finish(), RecordedColumns);
    const QList<CourseRef> courses = SqlRuns(database).coursesOf(number);
    const bool oneForAll = courses.size() == 1 && !courseIndexes.contains(-1);
    recorded.courses =
        oneForAll ? CourseAssignment(courses.first()) : CourseAssignment(courses, courseIndexes);
}

SqlJournal::SqlJournal(SqlStore &store, SqlRunAudit &audit)
    : m_store(store)
    , m_audit(audit)
    , m_outages(store)
{
}

Expected<void> SqlJournal::claim(const QString &id)
{
    // A server may take its time, also to forget the one of a connection that broke.
    auto claim = m_store.claim(id, m_outages.patienceOf(id));
    if (!claim)
        return tl::unexpected(claim.error());
    if (*claim) {
        const std::scoped_lock lock(m_mutex);
        std::swap(m_claims[id], *claim);
        return {};
    }
    return fail(ErrorCode::StoreBusy,
        Text::tr("The run “%1” is still going on, in this or in another window. Wait until it has "
                 "ended.")
            .arg(id));
}

void SqlJournal::leave(const Run &run)
{
    letGo(run.id);
}

void SqlJournal::letGo(const QString &id)
{
    std::unique_lock lock(m_mutex);
    const auto claim = m_claims.extract(id);
    lock.unlock(); // a server may take its time to forget it
}

Expected<void> SqlJournal::takeUp(const QString &id, const SqlStore::Change &make)
{
    m_outages.takeTime(id);
    bool isClaimed = false;
    const auto enter = [&]() -> Expected<void> {
        auto claimed = claim(id);
        // A server need not have noticed yet that the connection of our claim broke.
        const bool isOurs = isClaimed && !claimed && claimed.error().code == ErrorCode::StoreBusy;
        if (!claimed && !isOurs)
            return claimed;
        isClaimed = true;
        return change(id, make);
    };
    auto entered = m_outages.outlast(id, QDeadlineTimer(QDeadlineTimer::Forever), enter);
    if (!entered && isClaimed)
        letGo(id);
    return entered;
}

void SqlJournal::hurry(const Run &run)
{
    m_outages.hurry(run.id);
}

void SqlJournal::watchWaits(const Run &run, const WaitObserver &observer)
{
    m_outages.watch(run.id, observer);
}

void SqlJournal::tryNow(const Run &run)
{
    m_outages.tryNow(run.id);
}

Expected<void> SqlJournal::change(const QString &id, const SqlStore::Change &make)
{
    return m_store.changeOfRun(id, make, m_outages.patienceOf(id));
}

bool SqlJournal::isInWork(const QString &id) const
{
    return m_store.isClaimed(id);
}

SqlRunWriter::Entered SqlJournal::enter(SqlDatabase &database, const Run &run, int rows)
{
    const SqlRunWriter::Entered entered = SqlRunWriter(database).enter(run);
    if (entered.isNew)
        m_audit.begun(database, entered.number, run, rows);
    return entered;
}

Expected<void> SqlJournal::begin(const Run &run, const RunRoster &roster)
{
    const QByteArray encoded = encodeRunRoster(roster);
    const QByteArray columns =
        roster.columns.isEmpty() ? QByteArray() : encodeListColumns(roster.columns);
    return takeUp(run.id, [&](SqlDatabase &database) -> Expected<void> {
        SqlRunWriter runs(database);
        const auto [number, isNew, hasEnded] = runs.enter(run);
        if (isNew)
            runs.enterCourses(number, roster.courses, 0);
        else
            runs.enterCourses(number, roster.courses);
        runs.enterRoster(number, encoded);
        if (!columns.isEmpty())
            runs.enterColumns(number, columns);
        // Last: others who want to write an entry wait from here on.
        if (isNew)
            m_audit.begun(database, number, run, roster.students.size());
        return {};
    });
}

Expected<void> SqlJournal::goOn(const Run &run)
{
    return enterGoingOn(run, [this, &run](SqlDatabase &database, qint64 number) {
        m_audit.goesOn(database, number, run);
    });
}

Expected<void> SqlJournal::tryAgain(const Run &run, const RowsAgain &again)
{
    const QByteArray encoded = again.corrected ? encodeRunRoster(*again.corrected) : QByteArray();
    return enterGoingOn(run, [&](SqlDatabase &database, qint64 number) {
        takeBackOutcomes(database, number, again.rows);
        m_audit.retries(database, number, run, again);
        if (!again.corrected)
            return;
        SqlRunWriter runs(database);
        runs.enterCorrectedRoster(number, encoded);
        runs.enterCourses(number, again.corrected->courses);
    });
}

Expected<void> SqlJournal::enterGoingOn(
    const Run &run, const std::function<void(SqlDatabase &, qint64)> &enterMore)
{
    std::optional<qint64> entriesBefore;
    return takeUp(run.id, [&](SqlDatabase &database) -> Expected<void> {
        // It was entered, and only the answer did not come.
        const qint64 entries = auditEntriesOf(database, run.id);
        if (std::exchange(entriesBefore, entries).value_or(entries) != entries)
            return {};
        SqlRuns runs(database);
        const std::optional<Run> known = runs.withId(run.id);
        if (!known)
            return tl::unexpected(noRun(run.id));
        if (!known->undoneBy.isEmpty())
            return tl::unexpected(wasUndone(run.id));
        const qint64 number = runs.numberOf(run.id);
        SqlRunWriter(database).enterEnd(number, run);
        enterMore(database, number);
        return {};
    });
}

Expected<void> SqlJournal::record(const Run &run, const StudentList &students,
    const CourseAssignment &courses, const QList<StudentRegistrationResult> &results)
{
    const auto write = [&](SqlDatabase &database) -> Expected<void> {
        const auto [number, isNew, hasEnded] = enter(database, run, students.size());
        SqlRunWriter(database).enterCourses(number, courses);
        SqlResultWriter writer(database, SqlResultWriter::Attempts::InAll, m_audit.seals());
        for (const StudentRegistrationResult &result : results)
            writer.write(number, students, courses, result);
        if (hasEnded)
            m_audit.outcomesCameLate(database, number, run.id);
        return {};
    };
    return m_outages.outlast(
        run.id, QDeadlineTimer(LongestOutage), [&] { return change(run.id, write); });
}

Expected<void> SqlJournal::end(const Run &run)
{
    bool isAgain = false;
    const auto write = [&](SqlDatabase &database) -> Expected<void> {
        // It was written, and only the answer did not come.
        if (std::exchange(isAgain, true) && isWritten(SqlRuns(database).withId(run.id), run))
            return {};
        const qint64 number = enter(database, run, run.counts.total()).number;
        SqlRunWriter(database).enterEnd(number, run);
        m_audit.ended(database, number, run);
        return {};
    };
    auto entered = m_outages.outlast(
        run.id, QDeadlineTimer(LongestOutage), [&] { return change(run.id, write); });
    if (entered)
        leave(run);
    return entered;
}

Expected<QList<Run>> SqlJournal::runs() const
{
    return m_store.read([](SqlDatabase &database) { return SqlRuns(database).newestFirst(); });
}

Expected<RegisterStudentsResults> SqlJournal::run(const QString &id) const
{
    auto recorded = m_store.read([&id](SqlDatabase &database) {
        std::optional<RegisterStudentsResults> found;
        const SqlRuns runs(database);
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

Expected<ListColumns> SqlJournal::columns(const QString &id) const
{
    return m_store.read([&id](SqlDatabase &database) {
        const SqlRuns runs(database);
        const auto encoded = runs.columnsOf(runs.numberOf(id));
        return encoded ? decodeListColumns(*encoded) : ListColumns();
    });
}

} // namespace Rollbook
