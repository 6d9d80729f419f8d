// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

#include <QByteArrayView>
#include <QCoreApplication>

#include <cstddef>

namespace Rollbook
{

/// The rows of a roster as one check sees them, and the problems that it has found.
class CheckedRows
{
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)

public:
    using Code = RosterProblem::Code;
    using Severity = RosterProblem::Severity;

    /// Borrows the roster, which must not change meanwhile.
    explicit CheckedRows(const Roster &roster);

    qint32 size() const { return m_students.size(); }
    const Roster &roster() const { return m_roster; }
    bool has(StudentField field) const { return m_students.hasField(field); }
    QByteArrayView text(qint32 row, StudentField field) const
    {
        const QUtf8StringView text = m_students.field(row, field);
        return {text.data(), text.size()};
    }

    /// Where the name is seen: given and family name may have been split off the whole name, beyond
    /// what the file has.
    StudentField nameField() const { return m_nameField; }

    /// A hash of the row's course, where the list has courses: a student may stand there once for
    /// each.
    std::size_t courseHash(qint32 row) const;
    bool isSameCourse(qint32 row, qint32 other) const;
    bool isSameEmail(qint32 row, qint32 other) const;
    /// Whether both rows name one student, by the ID, or by the address where there is none.
    bool isSameStudent(qint32 row, qint32 other) const;

    RosterProblem &add(Severity severity, Code code, qint32 row, StudentField field,
        const QString &what, qint32 otherRow = -1);
    QList<RosterProblem> takeProblems() { return std::move(m_problems); }

private:
    const Roster &m_roster;
    const StudentList &m_students;
    bool m_hasCourses;
    std::size_t m_seed;
    StudentField m_nameField;
    QList<RosterProblem> m_problems;
};

std::size_t hashOf(QByteArrayView text, std::size_t seed);
/// An e-mail address without the difference of capitals.
QByteArray caseFolded(QByteArrayView text);
/// Whether a text has more than that many characters.
bool isLonger(QByteArrayView text, std::size_t most);

} // namespace Rollbook
