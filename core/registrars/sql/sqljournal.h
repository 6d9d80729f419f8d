// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runjournal.h"
#include "sql/sqlrunaudit.h"
#include "sql/sqlruns.h"
#include "sql/sqlstore.h"
#include "sql/storeoutages.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace Rollbook
{

/// Reads the rows of a run that have a result, by its number in the store, into a list of their
/// own; the results keep the rows of the whole list. Throws what the database throws.
void readRecordedRows(SqlDatabase &database, qint64 number, RegisterStudentsResults &recorded);

/// The history of runs in a school.
class SqlJournal : public RunJournal
{
public:
    /// Store and audit must outlive it.
    SqlJournal(SqlStore &store, SqlRunAudit &audit);

    Expected<void> begin(const Run &run, const RunRoster &roster) override;
    Expected<void> goOn(const Run &run) override;
    Expected<void> tryAgain(const Run &run, const RowsAgain &again) override;
    void leave(const Run &run) override;
    void hurry(const Run &run) override;
    void watchWaits(const Run &run, const WaitObserver &observer) override;
    void tryNow(const Run &run) override;
    bool isInWork(const QString &id) const override;
    Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) override;
    Expected<void> end(const Run &run) override;
    Expected<QList<Run>> runs() const override;
    Expected<RegisterStudentsResults> run(const QString &id) const override;
    Expected<ListColumns> columns(const QString &id) const override;

private:
    Expected<void> claim(const QString &id);
    void letGo(const QString &id);
    /// Makes the first change for a run that this program works on from then on.
    Expected<void> takeUp(const QString &id, const SqlStore::Change &make);
    /// Enters a run unless it is there, of so many rows; answers with its number.
    SqlRunWriter::Entered enter(SqlDatabase &database, const Run &run, int rows);
    Expected<void> enterGoingOn(
        const Run &run, const std::function<void(SqlDatabase &, qint64)> &enterMore);
    /// Makes a change for a run; waits only for a moment once the run is in a hurry.
    Expected<void> change(const QString &id, const SqlStore::Change &make);

    SqlStore &m_store;
    SqlRunAudit &m_audit;
    StoreOutages m_outages;
    mutable std::mutex m_mutex;
    std::map<QString, std::unique_ptr<RunClaim>> m_claims; // by the run's id
};

} // namespace Rollbook
