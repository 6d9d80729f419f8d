// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlundo.h"

#include "rules/undodecision.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqljournal.h"
#include "sql/sqlplacesnow.h"
#include "sql/sqlruns.h"
#include "sql/sqlseals.h"
#include "sql/sqlvalues.h"
#include "sql/sqlwithdrawal.h"

namespace Rollbook
{

namespace
{

struct Decision {
    UndoneRun undone;
    std::vector<SqlPlace> places; // to be taken back
};

// The run with the rows that are recorded, numbered among themselves; none when there is no such
// run.
std::optional<RegisterStudentsResults> recordedRun(SqlDatabase &database, const QString &id)
{
    const SqlRuns runs(database);
    auto run = runs.withId(id);
    if (!run)
        return std::nullopt;
    RegisterStudentsResults recorded;
    recorded.run = std::move(*run);
    readRecordedRows(database, runs.numberOf(id), recorded);
    for (qsizetype row = 0; row < recorded.results.size(); ++row)
        recorded.results[row].row = static_cast<qint32>(row);
    return recorded;
}

Expected<Decision> decide(SqlDatabase &database, const QString &runId)
{
    const auto then = recordedRun(database, runId);
    if (!then)
        return tl::unexpected(noSuchRun(runId));
    if (const auto may = checkUndoable(then->run); !may)
        return tl::unexpected(may.error());
    Decision decision;
    UndoneRun &undone = decision.undone;
    undone.undone = then->run;
    undone.students = then->students;
    undone.courses = then->courses;
    undone.undo.kind = RunKind::Undo;
    undone.undo.undoneRun = runId;
    SqlPlacesNow places(database, *then);
    for (const StudentRegistrationResult &result : then->results) {
        const SqlPlacesNow::Found found = places.of(result);
        UndoResult decided = decideUndo(result, then->courses.courseOf(result.row), found.place);
        undone.undo.undoCounts.add(decided.status);
        if (decided.status == UndoStatus::Withdrawn)
            decision.places.push_back({found.student, found.course, found.place.waiting});
        undone.results += std::move(decided);
    }
    return decision;
}

void enterResults(const SqlDatabase &database, qint64 number, const QList<UndoResult> &results)
{
    SqlStatement insert(database,
        "INSERT INTO undo_results (run, roster_row, status, reason, argument, waiting, number)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    for (const UndoResult &result : results) {
        bindValue(fresh(insert), 1, number);
        insert.bind(2, result.row + 1);
        bindValue(insert, 3, undoStatusWord(result.status));
        bindValue(insert, 4, undoReasonWord(result.reason));
        bindValue(insert, 5, result.argument);
        insert.bind(6, result.waiting ? 1 : 0);
        insert.bind(7, result.number);
        insert.exec();
    }
}

void enterUndo(SqlDatabase &database, const UndoneRun &undone)
{
    const Run &undo = undone.undo;
    SqlRunWriter runs(database);
    const qint64 number = runs.enter(undo).number;
    runs.enterCourses(number, undone.courses);
    runs.enterEnd(number, undo);
    SqlStatement kind(database,
        "UPDATE runs SET kind = ?2, undone_run = ?3, withdrawn = ?4, left_as_it_is = ?5,"
        " nothing_to_undo = ?6 WHERE number = ?1");
    bindValue(kind, 1, number);
    bindValue(kind, 2, runKindWord(undo.kind));
    bindValue(kind, 3, undo.undoneRun);
    kind.bind(4, undo.undoCounts.withdrawn);
    kind.bind(5, undo.undoCounts.leftAsItIs);
    kind.bind(6, undo.undoCounts.nothingToUndo);
    kind.exec();
    enterResults(database, number, undone.results);
    SqlAuditWriter(database).append(noteOfUndo(undo, sealOf(database, number)));
}

QList<UndoResult> resultsOf(SqlDatabase &database, qint64 number)
{
    SqlStatement lines(database,
        "SELECT roster_row, status, reason, argument, waiting, number FROM undo_results"
        " WHERE run = ?1 ORDER BY roster_row");
    bindValue(lines, 1, number);
    QList<UndoResult> results;
    while (lines.executeStep())
        results += undoResultAt(lines);
    return results;
}

Expected<UndoneRun> readUndo(SqlDatabase &database, const QString &undoId)
{
    const SqlRuns runs(database);
    auto undo = runs.withId(undoId);
    if (!undo || undo->kind != RunKind::Undo)
        return tl::unexpected(noSuchRun(undoId));
    auto then = recordedRun(database, undo->undoneRun);
    if (!then)
        return tl::unexpected(noSuchRun(undo->undoneRun));
    return UndoneRun{std::move(*undo), std::move(then->run), std::move(then->students),
        std::move(then->courses), resultsOf(database, runs.numberOf(undoId))};
}

} // namespace

UndoResult undoResultAt(const SqlStatement &line)
{
    UndoResult result;
    result.row = intAt(line, 0) - 1;
    result.status = undoStatusFromWord(textAt(line, 1)).value_or(UndoStatus::NothingToUndo);
    result.reason = undoReasonFromWord(textAt(line, 2)).value_or(UndoReason::None);
    result.argument = textAt(line, 3);
    result.waiting = boolAt(line, 4);
    result.number = intAt(line, 5);
    return result;
}

SqlUndo::SqlUndo(SqlStore &store)
    : m_store(store)
{
}

Expected<UndoneRun> SqlUndo::preview(const QString &runId) const
{
    auto decided =
        m_store.read([&runId](SqlDatabase &database) { return decide(database, runId); });
    if (!decided)
        return tl::unexpected(decided.error());
    return std::move(*decided).map([](Decision &&decision) { return std::move(decision.undone); });
}

Expected<UndoneRun> SqlUndo::undo(const QString &runId)
{
    UndoneRun undone;
    const auto changed = m_store.change([&](SqlDatabase &database) -> Expected<void> {
        auto decided = decide(database, runId);
        if (!decided)
            return tl::unexpected(decided.error());
        undone = std::move(decided->undone);
        const UndoCounts counts = undone.undo.undoCounts;
        undone.undo = beginUndo(undone.undone);
        undone.undo.undoCounts = counts;
        SqlWithdrawal(database).takeBack(std::move(decided->places));
        undone.undo.endedAt = QDateTime::currentDateTimeUtc();
        undone.undone.undoneBy = undone.undo.id;
        enterUndo(database, undone);
        return {};
    });
    if (!changed)
        return tl::unexpected(changed.error());
    return undone;
}

Expected<UndoneRun> SqlUndo::recorded(const QString &undoId) const
{
    auto read =
        m_store.read([&undoId](SqlDatabase &database) { return readUndo(database, undoId); });
    return read ? std::move(*read) : tl::unexpected(read.error());
}

} // namespace Rollbook
