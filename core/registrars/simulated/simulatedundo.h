// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runundo.h"
#include "registration/waitinglist.h"

#include <QMutex>

namespace Rollbook
{

class SimulatedJournal;
class SimulatedRegistrar;
class SimulatedTrail;

/// Takes runs of the simulated school back. Journal and registrar must outlive it.
class SimulatedUndo : public RunUndo
{
public:
    SimulatedUndo(SimulatedJournal &journal, SimulatedRegistrar &registrar);

    Expected<UndoneRun> preview(const QString &runId) const override;
    Expected<UndoneRun> undo(const QString &runId) override;
    Expected<UndoneRun> recorded(const QString &undoId) const override;

private:
    SimulatedJournal &m_journal;
    SimulatedRegistrar &m_registrar;
    QMutex m_mutex; // no run is undone twice
};

/// Moves students of the simulated school up. Registrar and trail must outlive it.
class SimulatedWaitingList : public WaitingList
{
public:
    SimulatedWaitingList(SimulatedRegistrar &registrar, SimulatedTrail &trail);

    Expected<PromotedStudents> promote(const CourseRef &course, std::optional<int> count) override;

private:
    SimulatedRegistrar &m_registrar;
    SimulatedTrail &m_trail;
};

} // namespace Rollbook
