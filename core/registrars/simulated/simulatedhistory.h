// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"

namespace Rollbook
{

class SimulatedJournal;
class SimulatedTrail;

/// The runs of the simulated school. Journal and trail must outlive it.
class SimulatedHistory : public RunHistory
{
public:
    SimulatedHistory(const SimulatedJournal &journal, const SimulatedTrail &trail)
        : m_journal(journal)
        , m_trail(trail)
    {
    }

    Expected<FoundRuns> find(const RunFilter &filter, std::stop_token stop) const override;
    Expected<QList<StudentInRun>> ofStudent(
        const Student &student, std::stop_token stop) const override;
    Expected<QList<PlaceChange>> placeChanges(const Student &student) const override;

private:
    const SimulatedJournal &m_journal;
    const SimulatedTrail &m_trail;
};

} // namespace Rollbook
