// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgdatabase.h"
#include "rules/factsreader.h"
#include "sql/sqlbatchcourses.h"

namespace Rollbook
{

/// Reads what decides about a batch, all of its students at once. Throws PgFault.
class PgFactsReader : public FactsReader
{
public:
    enum class Locking : quint8 {
        None,
        /// Keeps others from the courses, then from the students, until the transaction has ended.
        /// Everyone takes them in the same order, so that nobody waits for who waits for them.
        ForRegistering,
    };
    /// The database must outlive it.
    PgFactsReader(const PgDatabase &database, Locking locking);

    SchoolFacts read(const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped) override;

private:
    struct Reading;

    PgCommand lockCourses(const RegistrationBatch &batch);
    std::vector<qint64> courseKeys(const RegistrationBatch &batch);
    PgCommand findByStudentId(const std::vector<std::string_view> &ids) const;
    PgCommand findByEmail(const std::vector<std::string> &keys) const;
    static void takeByStudentId(
        const PgResult &lines, const std::vector<std::string_view> &ids, Reading &reading);
    static void takeByEmail(
        const PgResult &lines, const std::vector<std::string> &keys, Reading &reading);
    void readPlaces(Reading &reading);
    void readCompletedCourses(Reading &reading);
    std::string students(const char *which) const;

    PgConnection &m_connection;
    Locking m_locking;
    SqlBatchCourses m_courses;
};

} // namespace Rollbook
