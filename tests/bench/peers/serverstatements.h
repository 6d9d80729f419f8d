// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"
#include "postgres/pgconnection.h"

namespace Rollbook::Bench
{

/// The writing of registrations into a school on PostgreSQL and nothing else: no look-up, no lock,
/// no rule. Each client has its own connection and course; throws PgFault.
class ServerStatements
{
public:
    /// As the owner of the tables. client: from 1 on; its course and its run are made.
    ServerStatements(const std::string &url, int client);

    /// So that there is somebody whom insertOneByOne() can register; not a part of what is
    /// measured.
    void addStudents(const StudentList &students);
    /// One INSERT a registration, prepared once, each committed by itself.
    void insertOneByOne(int count);
    /// Students (ON CONFLICT DO UPDATE) and their registrations in one INSERT … SELECT FROM unnest,
    /// which is a transaction.
    void insertPlaces(const StudentList &students, int batchSize);
    /// The same, and the outcomes of the rows by another statement of the same transaction and
    /// round trip.
    void insertOutcomes(const StudentList &students, int batchSize);

private:
    PgCommand places(const StudentList &students, int first, int count) const;
    PgCommand outcomes(const StudentList &students, int first, int count) const;

    std::string m_url;
    PgConnection m_connection;
    qint64 m_course = 0;
    qint64 m_run = 0;
    std::vector<qint64> m_students;
};

} // namespace Rollbook::Bench
