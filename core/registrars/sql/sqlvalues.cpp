// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlvalues.h"

namespace Rollbook
{

void bindValue(SqlStatement &statement, int parameter, const QString &text)
{
    statement.bind(parameter, std::string_view(text.toStdString()));
}

void bindValue(SqlStatement &statement, int parameter, qint64 number)
{
    statement.prepared().bindNumber(parameter, number);
}

void bindValue(SqlStatement &statement, int parameter, QDate date)
{
    if (date.isValid())
        bindValue(statement, parameter, date.toString(Qt::ISODate));
    else
        statement.bind(parameter);
}

void bindValue(SqlStatement &statement, int parameter, const std::optional<int> &number)
{
    if (number)
        statement.bind(parameter, *number);
    else
        statement.bind(parameter);
}

bool isNullAt(const SqlStatement &statement, int column)
{
    return statement.line().isNull(column);
}

QString textAt(const SqlStatement &statement, int column)
{
    return utf8At(statement, column).toString();
}

QUtf8StringView utf8At(const SqlStatement &statement, int column)
{
    const std::string_view text = statement.line().text(column);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray bytesAt(const SqlStatement &statement, int column)
{
    return statement.line().bytes(column).toByteArray();
}

QDate dateAt(const SqlStatement &statement, int column)
{
    return QDate::fromString(textAt(statement, column), Qt::ISODate);
}

int intAt(const SqlStatement &statement, int column)
{
    return static_cast<int>(int64At(statement, column));
}

qint64 int64At(const SqlStatement &statement, int column)
{
    return statement.line().number(column);
}

bool boolAt(const SqlStatement &statement, int column)
{
    return int64At(statement, column) != 0;
}

std::optional<int> optionalIntAt(const SqlStatement &statement, int column)
{
    if (isNullAt(statement, column))
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

SqlStatement &fresh(SqlStatement &statement)
{
    statement.reset();
    return statement;
}

} // namespace Rollbook
