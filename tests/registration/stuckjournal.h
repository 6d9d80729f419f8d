// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runjournal.h"

#include <QHash>

#include <condition_variable>
#include <mutex>

namespace Rollbook
{

/// A journal of one run in memory, which can be made to wait as one in a locked file does: for
/// ever, or until whoever waits is in a hurry.
class StuckJournal : public RunJournal
{
public:
    enum class Stuck : quint8 { Never, AtBegin, AtRecord, AtEnd };

    explicit StuckJournal(Stuck at = Stuck::Never)
        : m_stuck(at)
    {
    }

    Expected<void> begin(const Run &run, const RunRoster &roster) override;
    Expected<void> goOn(const Run &run) override;
    Expected<void> tryAgain(const Run &run, const RowsAgain & /*again*/) override
    {
        return goOn(run);
    }
    void leave(const Run &run) override;
    void hurry(const Run &run) override;
    bool isInWork(const QString &id) const override;
    Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) override;
    Expected<void> end(const Run &run) override;
    Expected<QList<Run>> runs() const override { return m_ends; }
    Expected<RegisterStudentsResults> run(const QString & /*id*/) const override
    {
        return RegisterStudentsResults();
    }

    /// It waits no more.
    void release();
    /// True once something waits.
    bool isWaiting() const;
    /// How many rows are recorded with that status.
    int recorded(RegistrationStatus status) const;
    /// How the run ended, each time that this was written.
    QList<Run> ends() const;

private:
    Expected<void> pass(Stuck at, std::unique_lock<std::mutex> &lock);

    mutable std::mutex m_mutex;
    std::condition_variable m_free;
    Stuck m_stuck;
    bool m_isInHurry = false;
    bool m_isWaiting = false;
    bool m_isInWork = false;
    QHash<qint32, StudentRegistrationResult> m_rows;
    QList<Run> m_ends;
};

} // namespace Rollbook
