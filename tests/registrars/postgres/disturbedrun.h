// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgrescluster.h"
#include "registration/bulkregistration.h"
#include "registration/school.h"

#include <functional>
#include <memory>
#include <optional>

namespace Rollbook
{

/// A run of Rows rows in a new school on a server to which something happens in the middle. It has
/// patience for milliseconds instead of seconds.
class DisturbedRun
{
public:
    static constexpr int Rows = 3000;
    /// Mixed: some rows by their address alone, some students in two courses, so that nothing of it
    /// goes on beside the rest. Parted: each student by a number and in one course, so that each
    /// course does.
    enum class Roster : quint8 { Mixed, Parted };

    static QList<Course> courses();
    static StudentList students(Roster roster = Roster::Mixed);
    static CourseAssignment assignment(Roster roster = Roster::Mixed);
    /// With the patience of a test.
    static BulkRegistration::Request request(Roster roster = Roster::Mixed);
    /// What becomes of the rows where nothing happens: each by itself, in roster order.
    static QStringList undisturbed(Roster roster = Roster::Mixed);

    /// disturb: called once, when at least that many rows have their outcome.
    DisturbedRun(School &school, Roster roster, int after, const std::function<void()> &disturb);

    /// Runs to the end, which is that of the same rows one by one in a school that nothing happens
    /// to.
    void goOn();
    /// What the school says of it afterwards.
    void compareWithHistory(School &school) const;
    /// Whether it said that it waits for the school.
    bool hasWaited() const { return m_hasWaited; }

private:
    int given(RegistrationStatus status, const Course &one) const;

    Roster m_roster;
    BulkRegistration m_run;
    std::optional<RegisterStudentsResults> m_answer;
    int m_after;
    int m_shown = 0;
    int m_before = 0;
    bool m_isDisturbed = false;
    bool m_hasWaited = false;
};

/// What the audit trail says of runs, in its order.
QString auditOf(const PostgresCluster &server, const QString &database);
/// Nothing is in the tables twice or missing after one run.
void compareTables(const PostgresCluster &server, const QString &database);

/// Ends the process if it cannot be opened.
std::unique_ptr<School> opened(const QString &url);

} // namespace Rollbook
