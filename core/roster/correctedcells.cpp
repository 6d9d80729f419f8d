// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctedcells.h"

#include "values/fullname.h"

namespace Rollbook
{

namespace
{

QByteArray bytesOf(QUtf8StringView text)
{
    return {text.data(), text.size()};
}

// "Given Family" where it is read as these parts again, else "Family, Given": "Ana García López"
// would be taken for a López.
QByteArray fullName(const QByteArray &given, const QByteArray &family)
{
    if (given.isEmpty() || family.isEmpty())
        return given + family;
    QByteArray name = given + ' ' + family;
    const NameParts parts = splitFullName(name);
    return parts.given == given && parts.family == family ? name : family + ", " + given;
}

} // namespace

CorrectedCells::CorrectedCells(const Roster &roster, const QSet<qint32> &leftOut)
    : m_roster(roster)
    , m_leftOut(leftOut)
    , m_students(roster.students)
    , m_fields(roster.headers.size())
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (isOfFile(field))
            m_fields[m_students.column(field)] = field;
        else if (m_students.isCorrected(field) && !isDerived(field))
            m_added += field;
    }
}

// The table holds more columns than the file where names were made of a whole name.
bool CorrectedCells::isOfFile(StudentField field) const
{
    const int column = m_students.column(field);
    return column >= 0 && column < m_roster.headers.size();
}

bool CorrectedCells::isDerived(StudentField field) const
{
    return (field == StudentField::GivenName || field == StudentField::FamilyName)
        && isOfFile(StudentField::FullName) && !isOfFile(field);
}

QByteArray CorrectedCells::header(qsizetype column) const
{
    const qsizetype ofFile = m_roster.headers.size();
    return column < ofFile ? m_roster.headers.at(column).toUtf8()
                           : canonicalName(m_added.at(column - ofFile)).toUtf8();
}

QByteArray CorrectedCells::cell(qint32 row, qsizetype column) const
{
    if (column >= m_fields.size())
        return bytesOf(m_students.field(row, m_added.at(column - m_fields.size())));
    if (const auto field = m_fields.at(column)) {
        if (const auto corrected = correction(row, *field))
            return *corrected;
    }
    return bytesOf(m_students.table().text(row, static_cast<int>(column)));
}

std::optional<QByteArray> CorrectedCells::correction(qint32 row, StudentField field) const
{
    if (m_students.isCorrected(row, field))
        return bytesOf(m_students.field(row, field));
    const auto namePartIsCorrected = [this, row](StudentField part) {
        return isDerived(part) && m_students.isCorrected(row, part);
    };
    if (field == StudentField::FullName
        && (namePartIsCorrected(StudentField::GivenName)
            || namePartIsCorrected(StudentField::FamilyName)))
        return fullName(bytesOf(m_students.field(row, StudentField::GivenName)),
            bytesOf(m_students.field(row, StudentField::FamilyName)));
    return std::nullopt;
}

} // namespace Rollbook
