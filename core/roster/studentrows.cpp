// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studentrows.h"

#include "values/celltext.h"
#include "values/emailaddress.h"
#include "values/fullname.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// What a row takes, as far as that can be guessed.
constexpr qsizetype BytesOfARow = 64;

bool isBlankCell(QByteArrayView cell)
{
    return cell.trimmed().isEmpty();
}

} // namespace

StudentRows::StudentRows(int columnCount, const StudentList::FieldColumns &columns, qsizetype bytes)
    : m_fileColumns(columnCount)
    , m_columns(columns)
    , m_kinds(static_cast<std::size_t>(columnCount), Kind::Other)
    , m_table(0)
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (!has(field))
            continue;
        Kind &kind = m_kinds[static_cast<std::size_t>(m_columns[static_cast<std::size_t>(i)])];
        switch (field) {
        case StudentField::StudentId:
            kind = Kind::Identifier;
            break;
        case StudentField::Email:
            kind = Kind::Email;
            break;
        case StudentField::BirthDate:
            kind = Kind::BirthDate;
            break;
        case StudentField::Notes:
            // Line breaks in it are meant.
            break;
        default:
            kind = Kind::Text;
        }
    }
    int derived = 0;
    if (has(StudentField::FullName) && !has(StudentField::GivenName)
        && !has(StudentField::FamilyName)) {
        m_fullNameColumn = m_columns[static_cast<std::size_t>(StudentField::FullName)];
        setColumn(StudentField::GivenName, m_fileColumns);
        setColumn(StudentField::FamilyName, m_fileColumns + 1);
        derived = 2;
    }
    m_table = TextTable::Builder(m_fileColumns + derived);
    m_table.reserve(bytes / BytesOfARow, bytes);
}

bool StudentRows::has(StudentField field) const
{
    return m_columns[static_cast<std::size_t>(field)] >= 0;
}

void StudentRows::setColumn(StudentField field, int column)
{
    m_columns[static_cast<std::size_t>(field)] = column;
}

bool StudentRows::addRow(std::span<const QByteArrayView> cells)
{
    if (m_full)
        return false;
    if (std::all_of(cells.begin(), cells.end(), isBlankCell))
        return true;
    const auto known = std::min(cells.size(), m_kinds.size());
    for (std::size_t column = 0; column < known; ++column) {
        const QByteArrayView cell = cleaned(m_kinds[column], cells[column]);
        if (m_kinds[column] == Kind::BirthDate && !cell.isEmpty() && !isIsoDate(cell)) {
            m_datesAreIso = false;
            m_dates.add(cell);
        }
        append(cell);
    }
    for (std::size_t column = known; column < m_kinds.size(); ++column)
        append({});
    if (m_fullNameColumn >= 0 && static_cast<std::size_t>(m_fullNameColumn) < cells.size())
        appendNames(cleaned(Kind::Text, cells[static_cast<std::size_t>(m_fullNameColumn)]));
    const bool beyond = cells.size() > m_kinds.size()
        && !std::all_of(
            cells.begin() + static_cast<std::ptrdiff_t>(known), cells.end(), isBlankCell);
    if (beyond)
        m_overlongRows += {m_table.rowCount(), static_cast<qint32>(cells.size())};
    m_table.endRow();
    return !m_full;
}

QByteArrayView StudentRows::cleaned(Kind kind, QByteArrayView cell)
{
    switch (kind) {
    case Kind::Identifier:
        return cleanedIdentifier(cell, m_scratch);
    case Kind::Email:
        return cleanedEmail(cleanedCell(cell, m_scratch));
    case Kind::Text:
    case Kind::BirthDate:
        return cleanedCell(cell, m_scratch);
    case Kind::Other:
        break;
    }
    // Comes back as it was in what is sent back.
    return cell;
}

void StudentRows::append(QByteArrayView cell)
{
    if (!m_table.appendCell({cell.data(), cell.size()}))
        m_full = true;
}

void StudentRows::appendNames(QByteArrayView fullName)
{
    const NameParts parts = splitFullName(fullName);
    append(parts.given);
    append(parts.family);
}

std::unique_ptr<StudentRows> StudentRows::further(qsizetype bytes) const
{
    StudentList::FieldColumns columns = m_columns;
    if (m_fullNameColumn >= 0) {
        columns[static_cast<std::size_t>(StudentField::GivenName)] = -1;
        columns[static_cast<std::size_t>(StudentField::FamilyName)] = -1;
    }
    return std::make_unique<StudentRows>(m_fileColumns, columns, bytes);
}

bool StudentRows::append(const StudentRows &further)
{
    const qint32 before = m_table.rowCount();
    m_full = m_full || further.m_full || !m_table.appendRows(further.m_table);
    for (const auto [row, cells] : further.m_overlongRows)
        m_overlongRows += {before + row, cells};
    m_dates.add(further.m_dates);
    m_datesAreIso = m_datesAreIso && further.m_datesAreIso;
    return !m_full;
}

StudentList StudentRows::soFar() const
{
    return {m_table.copy(), m_columns};
}

StudentList StudentRows::finish()
{
    TextTable table = std::move(m_table).finish();
    if (!m_datesAreIso && !m_dates.isUndecidable())
        table = withIsoDates(table);
    return {table, m_columns};
}

TextTable StudentRows::withIsoDates(const TextTable &table) const
{
    const int dateColumn = m_columns[static_cast<std::size_t>(StudentField::BirthDate)];
    const DateOrder order = m_dates.order();
    TextTable::Builder builder(table.columnCount());
    builder.reserve(table.rowCount(), table.memoryUsed());
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column) {
            const QUtf8StringView cell = table.text(row, column);
            const auto date = column == dateColumn
                ? readDate(QByteArrayView(cell.data(), cell.size()), order)
                : std::nullopt;
            if (date)
                builder.appendCell(date->toString(Qt::ISODate).toUtf8());
            else
                builder.appendCell(cell);
        }
        builder.endRow();
    }
    return std::move(builder).finish();
}

} // namespace Rollbook
