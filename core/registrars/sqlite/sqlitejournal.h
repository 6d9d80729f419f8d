// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runjournal.h"
#include "sqlite/runclaim.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqliterunaudit.h"
#include "sqlite/sqliteruns.h"
#include "sqlite/sqlitewriter.h"

#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace Rollbook
{

/// Reads the rows of a run that have a result, by its number in the store, into a list of their
/// own; the results keep the rows of the whole list. Throws SQLite::Exception.
void readRecordedRows(SQLite::Database &database, qint64 number, RegisterStudentsResults &recorded);

/// The history of runs in a school file.
class SqliteJournal : public RunJournal
{
public:
    /// Writer and audit must outlive it.
    SqliteJournal(SqliteFile file, SqliteWriter &writer, SqliteRunAudit &audit);

    Expected<void> begin(const Run &run, const RunRoster &roster) override;
    Expected<void> goOn(const Run &run) override;
    Expected<void> tryAgain(const Run &run, const RowsAgain &again) override;
    void leave(const Run &run) override;
    void hurry(const Run &run) override;
    bool isInWork(const QString &id) const override;
    Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) override;
    Expected<void> end(const Run &run) override;
    Expected<QList<Run>> runs() const override;
    Expected<RegisterStudentsResults> run(const QString &id) const override;
    Expected<ListColumns> columns(const QString &id) const override;

private:
    Expected<void> claim(const QString &id);
    // Only in a change of m_writer.
    SqliteRunWriter &runWriter(const SQLite::Database &database);
    /// Enters a run unless it is there, of so many rows; answers with its number.
    SqliteRunWriter::Entered enter(SQLite::Database &database, const Run &run, int rows);
    Expected<void> enterGoingOn(
        const Run &run, const std::function<void(SQLite::Database &, qint64)> &enterMore);
    /// Makes a change for a run; waits only for a moment once the run is in a hurry.
    Expected<void> change(const QString &id, const SqliteWriter::Change &make);
    bool isInHurry(const QString &id) const;

    SqliteFile m_file;
    SqliteWriter &m_writer;
    SqliteRunAudit &m_audit;
    std::unique_ptr<SqliteRunWriter> m_runWriter;
    mutable std::mutex m_mutex;
    std::map<QString, RunClaim> m_claims; // by the run's id
    QSet<QString> m_inHurry;              // ids
};

} // namespace Rollbook
