// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/batchdecision.h"
#include "sql/sqlresults.h"

namespace Rollbook
{

/// Writes what was decided for a batch: each table in the order of its keys, which is several times
/// faster than in that of the roster. Throws what the database throws.
class SqlBatchWriter
{
public:
    /// The seals get to know each outcome; they must outlive it.
    SqlBatchWriter(const SqlDatabase &database, RunningSeals &seals);

    void write(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run);

private:
    struct Writing;

    void writeNewStudents(Writing &writing);
    void writeCompletedStudents(const Writing &writing);
    void writePlaces(const Writing &writing);
    void writeSeats(const Writing &writing);

    SqlStatement m_insertStudent;
    SqlStatement m_completeStudent;
    SqlStatement m_insertPlace;
    SqlStatement m_updateSeats;
    SqlStatement m_useFreeSeats;
    SqlResultWriter m_results;
    std::array<std::string, 8> m_texts; // what is bound, until it is written
};

} // namespace Rollbook
