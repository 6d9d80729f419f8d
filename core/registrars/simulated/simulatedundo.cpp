// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulated/simulatedundo.h"

#include "rules/promotion.h"
#include "rules/undodecision.h"
#include "simulated/simulatedrecords.h"
#include "simulated/simulatedregistrar.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

Expected<UndoneRun> undoWith(const SimulatedJournal &journal, SimulatedRegistrar &registrar,
    const QString &runId, SimulatedRegistrar::Undoing undoing)
{
    const auto then = journal.run(runId);
    if (!then)
        return tl::unexpected(then.error());
    if (const auto may = checkUndoable(then->run); !may)
        return tl::unexpected(may.error());
    UndoneRun undone{{}, then->run, then->students, then->courses, registrar.undo(*then, undoing)};
    undone.undo.kind = RunKind::Undo;
    undone.undo.undoneRun = runId;
    for (const UndoResult &result : std::as_const(undone.results))
        undone.undo.undoCounts.add(result.status);
    return undone;
}

bool promotes(const PromotedStudents &promoted)
{
    return std::any_of(promoted.results.cbegin(), promoted.results.cend(),
        [](const StudentRegistrationResult &result) { return result.registration() != nullptr; });
}

} // namespace

SimulatedUndo::SimulatedUndo(SimulatedJournal &journal, SimulatedRegistrar &registrar)
    : m_journal(journal)
    , m_registrar(registrar)
{
}

Expected<UndoneRun> SimulatedUndo::preview(const QString &runId) const
{
    return undoWith(m_journal, m_registrar, runId, SimulatedRegistrar::Undoing::Previewed);
}

Expected<UndoneRun> SimulatedUndo::undo(const QString &runId)
{
    const QMutexLocker lock(&m_mutex);
    auto undone = undoWith(m_journal, m_registrar, runId, SimulatedRegistrar::Undoing::Done);
    if (!undone)
        return undone;
    const UndoCounts counts = undone->undo.undoCounts;
    undone->undo = beginUndo(undone->undone);
    undone->undo.undoCounts = counts;
    undone->undo.endedAt = QDateTime::currentDateTimeUtc();
    undone->undone.undoneBy = undone->undo.id;
    m_journal.recordUndo(*undone);
    return undone;
}

Expected<UndoneRun> SimulatedUndo::recorded(const QString &undoId) const
{
    return m_journal.undo(undoId);
}

SimulatedWaitingList::SimulatedWaitingList(SimulatedRegistrar &registrar, SimulatedTrail &trail)
    : m_registrar(registrar)
    , m_trail(trail)
{
}

Expected<PromotedStudents> SimulatedWaitingList::promote(
    const CourseRef &course, std::optional<int> count)
{
    if (count && *count < 1)
        return tl::unexpected(tooFewToPromote());
    auto promoted = m_registrar.promote(course, count);
    if (promoted && promotes(*promoted))
        m_trail.append(noteOfPromotion(*promoted));
    return promoted;
}

} // namespace Rollbook
