// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"

namespace Rollbook
{

class SimulatedJournal;

/// The runs of the simulated school. The journal must outlive it.
class SimulatedHistory : public RunHistory
{
public:
    explicit SimulatedHistory(const SimulatedJournal &journal)
        : m_journal(journal)
    {
    }

    Expected<FoundRuns> find(const RunFilter &filter, std::stop_token stop) const override;
    Expected<QList<StudentInRun>> ofStudent(
        const Student &student, std::stop_token stop) const override;

private:
    const SimulatedJournal &m_journal;
};

} // namespace Rollbook
