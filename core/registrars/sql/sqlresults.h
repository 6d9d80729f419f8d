// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "sql/sqlresultseal.h"

#include <array>

namespace Rollbook
{

/// Enters outcomes into the history of runs. Throws what the database throws.
class SqlResultWriter
{
public:
    /// What the attempts of an outcome are.
    enum class Attempts : quint8 {
        InAll,
        Further, ///< to be added to those that are recorded
    };
    /// The seals get to know what is written; they must outlive it.
    SqlResultWriter(const SqlDatabase &database, Attempts attempts, RunningSeals &seals);

    /// run: its number in the store. An outcome of a row that failed, or was not attempted, is
    /// replaced, with what the list says of it; any other that is there already is left as it is.
    void write(qint64 run, const StudentList &students, const CourseAssignment &courses,
        const StudentRegistrationResult &result);

private:
    void bindOutcome(const StudentRegistrationResult &result);
    void bindText(int parameter, std::string &buffer, QUtf8StringView text);

    SqlStatement m_insert;
    SqlResultSeal m_seal;
    std::array<std::string, RegistrationStatusCount> m_statusWords;
    std::array<std::string, ReasonCodeCount> m_reasonWords;
    std::array<std::string, 8> m_texts; // what is bound, until it is written
};

/// Makes rows of a run, from 0, not attempted again, unless they have a seat or a place. Their
/// attempts stay counted. Throws what the database throws.
void takeBackOutcomes(const SqlDatabase &database, qint64 run, const QList<qint32> &rows);

/// The columns that resultAt() reads, in its order.
extern const char *const ResultColumns;
/// An outcome from a line that begins with ResultColumns.
StudentRegistrationResult resultAt(const SqlStatement &statement);
inline constexpr int ResultColumnCount = 9;

} // namespace Rollbook
