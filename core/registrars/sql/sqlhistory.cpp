// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlhistory.h"

#include "audit/placechanges.h"
#include "registration/runjournal.h"
#include "registration/runsearch.h"
#include "rules/batchidentities.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlhistoryreader.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

class Finding
{
public:
    Finding(SqlDatabase &database, const RunJournal &journal, const RunFilter &filter,
        const std::stop_token &stop)
        : m_journal(journal)
        , m_stop(stop)
        , m_search(filter)
        , m_reader(database, stop)
    {
        m_reader.lookFor(m_search.student());
    }

    FoundRuns all()
    {
        FoundRuns found;
        const QList<RecordedRun> runs = m_reader.newestFirst();
        QList<Run> all;
        for (const RecordedRun &recorded : runs) {
            m_numbers.insert(recorded.run.id, recorded.number);
            all += recorded.run;
        }
        enterChoices(found, all);
        for (const RecordedRun &recorded : runs) {
            if (m_stop.stop_requested())
                break;
            if (!m_search.mayFind(recorded.run, recorded.courses))
                continue;
            if (auto one = m_search.looksAtRows(recorded.run)
                    ? withRows(recorded)
                    : FoundRun{recorded.run, false, {}, 0}) {
                one->isInWork =
                    one->run.state == RunState::Running && m_journal.isInWork(one->run.id);
                found.runs += std::move(*one);
            }
        }
        return found;
    }

private:
    std::optional<FoundRun> withRows(const RecordedRun &recorded)
    {
        if (recorded.run.kind == RunKind::Undo)
            return ofUndo(recorded);
        if (!m_reader.hasAllRows(recorded)) {
            if (const auto whole = m_journal.run(recorded.run.id))
                return m_search.find(*whole);
        }
        FoundRun found{recorded.run, false, {}, 0};
        if (!m_search.asksForStudent())
            return std::nullopt; // by its counts, which are those of all rows
        takeRows(found, recorded.number);
        return found.rowsFound > 0 ? std::optional(std::move(found)) : std::nullopt;
    }

    void takeRows(FoundRun &found, qint64 number)
    {
        m_reader.eachRowFound(number, [&](const SqlStatement &line) {
            if (!m_search.isAskedFor(resultAt(line).status()))
                return;
            if (++found.rowsFound <= m_search.mostRows())
                found.rows += m_reader.rowAt(line, number);
        });
    }

    // Who stood in the run that was undone, and what became of them.
    std::optional<FoundRun> ofUndo(const RecordedRun &undo)
    {
        const qint64 undone = m_numbers.value(undo.run.undoneRun);
        FoundRun found{undo.run, false, {}, 0};
        takeRows(found, undone);
        for (RunRow &row : found.rows)
            row.undone = m_reader.undoOf(undo.number, undone, row.result.row);
        return found.rowsFound > 0 ? std::optional(std::move(found)) : std::nullopt;
    }

    const RunJournal &m_journal;
    const std::stop_token &m_stop;
    RunSearch m_search;
    SqlHistoryReader m_reader;
    QHash<QString, qint64> m_numbers; // of runs, by their id
};

class Lookup
{
public:
    Lookup(SqlDatabase &database, const RunJournal &journal, const Student &student,
        const std::stop_token &stop)
        : m_journal(journal)
        , m_student(student)
        , m_stop(stop)
        , m_reader(database, stop)
    {
        m_reader.lookFor(student);
    }

    QList<StudentInRun> all()
    {
        const QList<RecordedRun> runs = m_reader.newestFirst();
        for (const RecordedRun &recorded : runs)
            m_undos.insert(recorded.run.undoneRun, recorded);
        for (const RecordedRun &recorded : runs) {
            if (m_stop.stop_requested())
                break;
            if (recorded.run.kind == RunKind::Registration)
                take(recorded);
        }
        return std::move(m_found);
    }

private:
    void take(const RecordedRun &recorded)
    {
        if (!m_reader.hasAllRows(recorded)) {
            if (const auto whole = m_journal.run(recorded.run.id)) {
                for (qsizetype i = 0; i < whole->results.size(); ++i) {
                    if (isSameStudent(m_student, whole->students.student(whole->results.at(i).row)))
                        add(recorded, rowOf(*whole, i));
                }
                return;
            }
        }
        m_reader.eachRowFound(recorded.number, [&](const SqlStatement &line) {
            add(recorded, m_reader.rowAt(line, recorded.number));
        });
    }

    void add(const RecordedRun &recorded, const RunRow &row)
    {
        StudentInRun found{recorded.run, row, std::nullopt};
        if (const auto undo = m_undos.constFind(recorded.run.id); undo != m_undos.cend()) {
            if (auto result = m_reader.undoOf(undo->number, recorded.number, row.result.row))
                found.undone = RowUndone{undo->run, std::move(*result)};
        }
        m_found += std::move(found);
    }

    const RunJournal &m_journal;
    const Student &m_student;
    const std::stop_token &m_stop;
    SqlHistoryReader m_reader;
    QHash<QString, RecordedRun> m_undos; // by the id of the undone run
    QList<StudentInRun> m_found;
};

} // namespace

SqlHistory::SqlHistory(const SqlStore &store, const RunJournal &journal)
    : m_store(store)
    , m_journal(journal)
{
}

Expected<FoundRuns> SqlHistory::find(const RunFilter &filter, std::stop_token stop) const
{
    return m_store.read(
        [&](SqlDatabase &database) { return Finding(database, m_journal, filter, stop).all(); });
}

Expected<QList<StudentInRun>> SqlHistory::ofStudent(
    const Student &student, std::stop_token stop) const
{
    return m_store.read(
        [&](SqlDatabase &database) { return Lookup(database, m_journal, student, stop).all(); });
}

Expected<QList<PlaceChange>> SqlHistory::placeChanges(const Student &student) const
{
    return m_store.read([&](SqlDatabase &database) {
        SqlStatement lines(database,
            std::string("SELECT ") + AuditColumns
                + " FROM audit_entries WHERE action IN (?1, ?2) ORDER BY number DESC");
        bindValue(lines, 1, auditActionWord(AuditAction::Promoted));
        bindValue(lines, 2, auditActionWord(AuditAction::Withdrawn));
        QList<PlaceChange> changes;
        while (lines.executeStep())
            changes += placeChangesIn(auditEntryAt(lines), student);
        return changes;
    });
}

} // namespace Rollbook
