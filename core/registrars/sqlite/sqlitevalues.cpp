// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitevalues.h"

#include <SQLiteCpp/Column.h>

namespace Rollbook
{

void bindValue(SQLite::Statement &statement, int index, const QString &text)
{
    statement.bind(index, text.toStdString());
}

void bindValue(SQLite::Statement &statement, int index, qint64 number)
{
    // SQLiteCpp knows int64_t, which is another of the types of this size.
    statement.bind(index, static_cast<int64_t>(number));
}

void bindValue(SQLite::Statement &statement, int index, QDate date)
{
    if (date.isValid())
        bindValue(statement, index, date.toString(Qt::ISODate));
    else
        statement.bind(index);
}

void bindValue(SQLite::Statement &statement, int index, const std::optional<int> &number)
{
    if (number)
        statement.bind(index, *number);
    else
        statement.bind(index);
}

QString textAt(const SQLite::Statement &statement, int column)
{
    const SQLite::Column value = statement.getColumn(column);
    const char *text = value.getText();
    return QString::fromUtf8(text, value.getBytes());
}

QDate dateAt(const SQLite::Statement &statement, int column)
{
    return QDate::fromString(textAt(statement, column), Qt::ISODate);
}

int intAt(const SQLite::Statement &statement, int column)
{
    return statement.getColumn(column).getInt();
}

qint64 int64At(const SQLite::Statement &statement, int column)
{
    return statement.getColumn(column).getInt64();
}

bool boolAt(const SQLite::Statement &statement, int column)
{
    return intAt(statement, column) != 0;
}

std::optional<int> optionalIntAt(const SQLite::Statement &statement, int column)
{
    if (statement.isColumnNull(column))
        return std::nullopt;
    return intAt(statement, column);
}

// Where such texts are put together with `+`, GCC 12 warns of writing beyond their end when it
// optimises (GCC bug 105651).
std::string statementText(std::initializer_list<std::string_view> pieces)
{
    std::string text;
    for (const std::string_view piece : pieces)
        text.append(piece);
    return text;
}

SQLite::Statement &fresh(SQLite::Statement &statement)
{
    // The answer is that of the last execution, which was heard then.
    statement.tryReset();
    return statement;
}

} // namespace Rollbook
