// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "sql/sqlseals.h"

#include <array>
#include <string>

namespace Rollbook
{

/// Tells the seals of outcomes that are written. For one thread at a time.
class SqlResultSeal
{
public:
    /// The seals must outlive it.
    explicit SqlResultSeal(RunningSeals &seals);

    /// One that is new in the table of the run with that number in the store; whether it is new
    /// find the seals out. course: its position, -1: none. Only where has() says so.
    void add(qint64 run, const StudentList &students, int course,
        const StudentRegistrationResult &result);
    bool has(qint64 run) const { return m_seals.has(run); }

private:
    RunningSeals &m_seals;
    SealedRow m_row;
    std::array<std::string, RegistrationStatusCount> m_statusWords;
    std::array<std::string, ReasonCodeCount> m_reasonWords;
};

} // namespace Rollbook
