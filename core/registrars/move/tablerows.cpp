// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "move/tablerows.h"

#include "postgres/pgparameter.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

// Together they keep what is held in memory small, whether rows are many or large.
constexpr qint64 RowsAtOnce = 2000;
constexpr qsizetype BytesAtOnce = 4 << 20;

TableValue valueAt(const PreparedSql &line, int column, SchoolTable::Kind kind)
{
    if (line.isNull(column))
        return {};
    switch (kind) {
    case SchoolTable::Kind::Number:
        return line.number(column);
    case SchoolTable::Kind::Bytes: {
        const QByteArrayView bytes = line.bytes(column);
        return std::string(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    case SchoolTable::Kind::Text:
        break;
    }
    return std::string(line.text(column));
}

void bindTo(SqlStatement &statement, int parameter, const TableValue &value, SchoolTable::Kind kind)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        statement.prepared().bindNumber(parameter, *number);
    } else if (const auto *text = std::get_if<std::string>(&value)) {
        if (kind == SchoolTable::Kind::Bytes) {
            statement.bindBytesNoCopy(
                parameter, QByteArrayView(text->data(), static_cast<qsizetype>(text->size())));
        } else {
            statement.bindNoCopy(parameter, *text);
        }
    } else {
        statement.bind(parameter);
    }
}

std::string insertText(const SchoolTable &table)
{
    std::string places;
    for (std::size_t column = 1; column <= table.columns.size(); ++column)
        places += (column == 1 ? "?" : ", ?") + std::to_string(column);
    return statementText(
        {"INSERT INTO ", table.name, " (", table.columnList(), ") VALUES (", places, ")"});
}

} // namespace

qint64 TableRows::replaceNul(const SchoolTable &table)
{
    qint64 changed = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto *text = std::get_if<std::string>(&values[i]);
        const bool isText =
            text && table.columns[i % table.columns.size()].kind == SchoolTable::Kind::Text;
        if (isText && text->find('\0') != std::string::npos) {
            *text = withoutNul(*text);
            ++changed;
        }
    }
    return changed;
}

TableReader::TableReader(const SqlDatabase &database, const SchoolTable &table)
    : m_table(table)
    , m_lines(database,
          statementText(
              {"SELECT ", table.columnList(), " FROM ", table.name, " ORDER BY ", table.key}),
          SqlStatement::Lines::VeryMany)
{
}

bool TableReader::next(TableRows &rows)
{
    rows.values.clear();
    rows.count = 0;
    qsizetype bytes = 0;
    while (!m_isAtEnd && rows.count < RowsAtOnce && bytes < BytesAtOnce) {
        m_isAtEnd = !m_lines.executeStep();
        if (!m_isAtEnd)
            bytes += append(rows);
    }
    return rows.count > 0;
}

qsizetype TableReader::append(TableRows &rows) const
{
    qsizetype bytes = 0;
    int column = 0;
    for (const SchoolTable::Column &one : m_table.columns) {
        rows.values.push_back(valueAt(m_lines.line(), column++, one.kind));
        if (const auto *text = std::get_if<std::string>(&rows.values.back()))
            bytes += static_cast<qsizetype>(text->size());
    }
    ++rows.count;
    return bytes;
}

void TableChecksum::add(const TableRows &rows)
{
    // Each value with its kind and its length, so that none can be taken for another.
    std::string bytes;
    for (const TableValue &value : rows.values) {
        if (const auto *number = std::get_if<qint64>(&value))
            bytes += 'n' + std::to_string(*number) + ';';
        else if (const auto *text = std::get_if<std::string>(&value))
            bytes.append("t").append(std::to_string(text->size())).append(":").append(*text);
        else
            bytes += '-';
    }
    m_sum.add(bytes);
    m_rows += rows.count;
}

void insertRows(const SqlDatabase &database, const SchoolTable &table, const TableRows &rows)
{
    SqlStatement insert(database, insertText(table));
    std::size_t at = 0;
    for (qint64 row = 0; row < rows.count; ++row) {
        fresh(insert);
        int parameter = 1;
        for (const SchoolTable::Column &column : table.columns)
            bindTo(insert, parameter++, rows.values[at++], column.kind);
        insert.exec();
    }
}

} // namespace Rollbook
