// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulated/simulatedhistory.h"

#include "audit/placechanges.h"
#include "registration/runsearch.h"
#include "simulated/simulatedaudit.h"
#include "simulated/simulatedrecords.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

QString coursesOf(const RegisterStudentsResults &whole)
{
    QString names;
    const QList<CourseRef> &courses = whole.courses.courses();
    for (const CourseRef &course : courses)
        names += course.code + u' ' + course.term + u'\n';
    return names;
}

std::optional<FoundRun> withRows(
    const SimulatedJournal &journal, const RunSearch &search, const RegisterStudentsResults &whole)
{
    auto found = search.find(whole);
    if (!found || whole.run.kind == RunKind::Registration)
        return found;
    const auto undone = journal.undo(whole.run.id);
    for (RunRow &row : found->rows) {
        if (undone)
            row.undone = undone->results.value(row.result.row);
    }
    return found;
}

} // namespace

Expected<FoundRuns> SimulatedHistory::find(const RunFilter &filter, std::stop_token stop) const
{
    const auto runs = m_journal.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    const RunSearch search(filter);
    FoundRuns found;
    enterChoices(found, *runs);
    for (const Run &run : *runs) {
        if (stop.stop_requested())
            break;
        const bool isUndo = run.kind == RunKind::Undo;
        auto whole = m_journal.run(isUndo ? run.undoneRun : run.id);
        if (!whole)
            return tl::unexpected(whole.error());
        whole->run = run;
        if (!search.mayFind(run, coursesOf(*whole)))
            continue;
        auto one = search.looksAtRows(run) ? withRows(m_journal, search, *whole)
                                           : FoundRun{run, false, {}, 0};
        if (one) {
            one->isInWork = m_journal.isInWork(run.id);
            found.runs += std::move(*one);
        }
    }
    return found;
}

Expected<QList<StudentInRun>> SimulatedHistory::ofStudent(
    const Student &student, std::stop_token stop) const
{
    const auto runs = m_journal.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    QList<StudentInRun> all;
    for (const Run &run : *runs) {
        if (stop.stop_requested())
            break;
        const auto whole = m_journal.run(run.id);
        if (!whole || run.kind == RunKind::Undo)
            continue;
        const auto undone = m_journal.undo(run.undoneBy);
        for (qsizetype i = 0; i < whole->results.size(); ++i) {
            RunRow row = rowOf(*whole, i);
            if (!isSameStudent(student, row.student))
                continue;
            all += {run, row, std::nullopt};
            if (undone)
                all.last().undone = RowUndone{undone->undo, undone->results.value(row.result.row)};
        }
    }
    return all;
}

Expected<QList<PlaceChange>> SimulatedHistory::placeChanges(const Student &student) const
{
    QList<AuditEntry> entries = m_trail.entries();
    std::reverse(entries.begin(), entries.end());
    QList<PlaceChange> changes;
    for (const AuditEntry &entry : std::as_const(entries))
        changes += placeChangesIn(entry, student);
    return changes;
}

} // namespace Rollbook
