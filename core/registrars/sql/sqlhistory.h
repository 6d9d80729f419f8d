// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

class RunJournal;

/// The runs of a school. It reads every row of them: an index would make each run slower.
class SqlHistory : public RunHistory
{
public:
    /// The journal of the same store; both must outlive it.
    SqlHistory(const SqlStore &store, const RunJournal &journal);

    Expected<FoundRuns> find(const RunFilter &filter, std::stop_token stop) const override;
    Expected<QList<StudentInRun>> ofStudent(
        const Student &student, std::stop_token stop) const override;
    Expected<QList<PlaceChange>> placeChanges(const Student &student) const override;

private:
    const SqlStore &m_store;
    const RunJournal &m_journal;
};

} // namespace Rollbook
