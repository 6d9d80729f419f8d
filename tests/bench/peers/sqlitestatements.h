// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"

#include <sqlite3.h>

#include <memory>

namespace Rollbook::Bench
{

/// The writing of registrations and nothing else: the statements of the school's registrar through
/// SQLite's C API, prepared once.
class SqliteStatements
{
public:
    /// A school file with one course, which has the key 1.
    explicit SqliteStatements(const QString &path);

    /// In transactions of so many rows, each written in the order of the identifiers.
    void registerAll(const StudentList &students, int batchSize);

private:
    using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)>;

    Statement prepare(const char *sql);
    void run(const char *sql);
    void lookUp(const StudentList &students, int row);
    void insertStudent(const StudentList &students, int row);
    void insertPlace(int row);
    void insertResult(const StudentList &students, int row);
    void updateSeats(int taken);
    void finish(const Statement &statement);

    std::unique_ptr<sqlite3, int (*)(sqlite3 *)> m_database;
    Statement m_known;
    Statement m_student;
    Statement m_place;
    Statement m_result;
    Statement m_seats;
};

} // namespace Rollbook::Bench
