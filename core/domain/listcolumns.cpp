// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/listcolumns.h"

#include "domain/sequelmark.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

QByteArray bytesOf(QUtf8StringView text)
{
    return {text.data(), text.size()};
}

// "Family, Given" is read as these parts again, whatever they are.
QByteArray wholeName(QUtf8StringView ofFile, const StudentList &students, int row)
{
    QByteArray whole = bytesOf(ofFile);
    const QByteArray given = bytesOf(students.field(row, StudentField::GivenName));
    const QByteArray family = bytesOf(students.field(row, StudentField::FamilyName));
    if (whole.contains(given) && whole.contains(family))
        return whole;
    return given.isEmpty() || family.isEmpty() ? family + given : family + ", " + given;
}

TextTable asCorrected(const QList<ListColumns::Column> &columns, const StudentList &students)
{
    const auto kept = std::count_if(columns.cbegin(), columns.cend(),
        [](const ListColumns::Column &column) { return !column.isOfStudent(); });
    TextTable::Builder builder(static_cast<int>(kept));
    for (int row = 0; row < students.size(); ++row) {
        for (int column = 0; column < columns.size(); ++column) {
            if (columns.at(column).isOfStudent())
                continue;
            const auto field = columns.at(column).field;
            builder.appendCell(field && students.isCorrected(row, *field)
                    ? students.field(row, *field)
                    : students.table().text(row, column));
        }
        builder.endRow();
    }
    return std::move(builder).finish();
}

} // namespace

bool ListColumns::Column::isOfStudent() const
{
    return field && *field != StudentField::FullName && *field != StudentField::Course;
}

ListColumns::ListColumns(QList<Column> columns, TextTable kept)
    : m_columns(std::move(columns))
    , m_kept(std::move(kept))
{
    int next = 0;
    for (const Column &column : std::as_const(m_columns))
        m_places += column.isOfStudent() ? -1 : next++;
}

// A list that was sent back has two columns more, about what became of it then.
ListColumns ListColumns::of(const QStringList &headers, const StudentList &students)
{
    const bool cameBack = headers.size() > 2 && headers.last() == SequelMark::header();
    QList<Column> columns;
    for (const QString &header : headers.first(headers.size() - (cameBack ? 2 : 0)))
        columns += {header, std::nullopt};
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        const int column = students.column(field);
        if (column >= 0 && column < columns.size())
            columns[column].field = field;
    }
    if (students.isCorrected(StudentField::Course) || students.isCorrected(StudentField::FullName))
        return {columns, asCorrected(columns, students)};
    // Nothing is copied: the cells stay where the list has them.
    ListColumns list(columns, students.table());
    for (int column = 0; column < columns.size(); ++column)
        list.m_places[column] = columns.at(column).isOfStudent() ? -1 : column;
    return list;
}

ListColumns ListColumns::withMore(const QList<Column> &columns) const
{
    ListColumns more = *this;
    more.m_columns += columns;
    while (more.m_places.size() < more.m_columns.size())
        more.m_places += -1;
    return more;
}

QUtf8StringView ListColumns::keptCell(int row, int column) const
{
    return m_kept.text(row, m_places.value(column, -1));
}

QByteArray ListColumns::cell(const StudentList &students, int row, int column) const
{
    const Column &asked = m_columns.at(column);
    if (asked.isOfStudent())
        return bytesOf(students.field(row, *asked.field));
    const QUtf8StringView kept = keptCell(row, column);
    return asked.field == StudentField::FullName ? wholeName(kept, students, row) : bytesOf(kept);
}

} // namespace Rollbook
