// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runjournal.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// Reads the rows, courses and results of a run by its number in the store. Throws
/// SQLite::Exception.
void readRecordedRows(SQLite::Database &database, qint64 number, RegisterStudentsResults &recorded);

/// The history of runs in a school file.
class SqliteJournal : public RunJournal
{
public:
    /// The writer must outlive it.
    SqliteJournal(SqliteFile file, SqliteWriter &writer);

    Expected<void> begin(const Run &run) override;
    Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) override;
    Expected<void> end(const Run &run) override;
    Expected<QList<Run>> runs() const override;
    Expected<RegisterStudentsResults> run(const QString &id) const override;

private:
    SqliteFile m_file;
    SqliteWriter &m_writer;
};

} // namespace Rollbook
