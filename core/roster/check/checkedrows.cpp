// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"

#include <QHashFunctions>

namespace Rollbook
{

CheckedRows::CheckedRows(const Roster &roster)
    : m_roster(roster)
    , m_students(roster.students)
    , m_hasCourses(roster.hasCourseColumn())
    , m_seed(QHashSeed::globalSeed())
    , m_nameField(StudentField::GivenName)
{
    const bool isSplit = m_students.column(StudentField::FamilyName) >= roster.headers.size();
    if (has(StudentField::FullName) && isSplit)
        m_nameField = StudentField::FullName;
    else if (has(StudentField::FamilyName))
        m_nameField = StudentField::FamilyName;
}

std::size_t CheckedRows::courseHash(qint32 row) const
{
    return m_hasCourses ? hashOf(text(row, StudentField::Course), m_seed) : m_seed;
}

bool CheckedRows::isSameCourse(qint32 row, qint32 other) const
{
    return !m_hasCourses || text(row, StudentField::Course) == text(other, StudentField::Course);
}

bool CheckedRows::isSameEmail(qint32 row, qint32 other) const
{
    const QByteArrayView email = text(row, StudentField::Email);
    const QByteArrayView otherEmail = text(other, StudentField::Email);
    return email == otherEmail || caseFolded(email) == caseFolded(otherEmail);
}

bool CheckedRows::isSameStudent(qint32 row, qint32 other) const
{
    const QByteArrayView id = text(row, StudentField::StudentId);
    if (id != text(other, StudentField::StudentId))
        return false;
    return !id.isEmpty() || isSameEmail(row, other);
}

RosterProblem &CheckedRows::add(Severity severity, Code code, qint32 row, StudentField field,
    const QString &what, qint32 otherRow)
{
    m_problems += RosterProblem{severity, code, row, m_students.column(field), otherRow, what};
    return m_problems.last();
}

std::size_t hashOf(QByteArrayView text, std::size_t seed)
{
    return qHashBits(text.data(), static_cast<std::size_t>(text.size()), seed);
}

QByteArray caseFolded(QByteArrayView text)
{
    return QString::fromUtf8(text).toCaseFolded().toUtf8();
}

bool isLonger(QByteArrayView text, std::size_t most)
{
    return static_cast<std::size_t>(text.size()) > most
        && static_cast<std::size_t>(QString::fromUtf8(text).toUcs4().size()) > most;
}

} // namespace Rollbook
