// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "teststore.h"

namespace Rollbook
{

/// A school of each kind that can undo, and runs in it that are in its history from their beginning
/// to their end. The kinds are data rows, as those of TestStore are.
class UndoSchool
{
public:
    static void addKinds();

    explicit UndoSchool(const QString &kind);

    School &operator*() const { return *m_school; }
    School *operator->() const { return m_school.get(); }
    /// The file, where it is one.
    QString path() const { return m_store.url().mid(m_store.url().indexOf(u':') + 1); }
    /// False for the one that lives in memory.
    bool hasTables() const { return m_hasTables; }
    const TestStore &store() const { return m_store; }

    /// A whole run; its id.
    QString registerRun(const StudentList &students, const CourseAssignment &courses,
        const RunOptions &options = {}) const;
    /// "S001 seat 1, S003 place 1" of these students, in that order; who has neither is left out.
    QString held(const StudentList &students, const CourseRef &course) const;

private:
    TestStore m_store;
    bool m_hasTables;
    std::unique_ptr<School> m_school;
};

/// "S001 withdrawn, S002 left_as_it_is moved_up_since".
QString undoOutcomes(const UndoneRun &undone);

} // namespace Rollbook
