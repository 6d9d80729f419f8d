// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgbatchcourses.h"
#include "postgres/pgdatabase.h"
#include "rules/factsreader.h"

namespace Rollbook
{

/// Reads what decides about a batch, all of its students at once: in one round trip, and in two or
/// three where the list names courses otherwise than the school. Throws PgFault.
class PgFactsReader : public FactsReader
{
public:
    using Locking = PgCourseReader::Locking;

    /// What a read begins with. With Locking::ForRegistering it keeps others from the courses, then
    /// from the students, until the transaction has ended. Everyone takes them in the same order,
    /// so that nobody waits for who waits for them.
    static std::vector<PgCommand> questions(
        const PgBatchCourses &courses, const BatchIdentities &identities, Locking locking);

    /// For a plan.
    explicit PgFactsReader(const PgDatabase &database);
    /// For registering: others are kept from what is read. The answers are those to the questions
    /// about the batch with its courses as the list names them; PgStore::Outdated where that is not
    /// how the school names them. None: they are asked when it reads, whatever the names are. Both
    /// must outlive it.
    PgFactsReader(const PgDatabase &database, std::span<const PgResult> answers);

    SchoolFacts read(const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped) override;

private:
    struct Reading;

    std::vector<PgResult> ask(PgBatchCourses &courses, const BatchIdentities &identities) const;
    static void takeByStudentId(
        const PgResult &lines, const std::vector<std::string_view> &ids, Reading &reading);
    static void takeByEmail(
        const PgResult &lines, const std::vector<std::string> &keys, Reading &reading);
    static void takePlaces(const PgResult &lines, PgBatchCourses &courses, Reading &reading);

    const PgDatabase &m_database;
    Locking m_locking;
    std::span<const PgResult> m_answers;
};

} // namespace Rollbook
