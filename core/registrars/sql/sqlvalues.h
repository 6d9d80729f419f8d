// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqlstatement.h"

#include <QDate>
#include <QString>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace Rollbook
{

// Qt's values in statements. Dates are ISO 8601, NULL where there is none.

void bindValue(SqlStatement &statement, int parameter, const QString &text);
void bindValue(SqlStatement &statement, int parameter, qint64 number);
void bindValue(SqlStatement &statement, int parameter, QDate date);
void bindValue(SqlStatement &statement, int parameter, const std::optional<int> &number);

bool isNullAt(const SqlStatement &statement, int column);
QString textAt(const SqlStatement &statement, int column);
/// Until the next line.
QUtf8StringView utf8At(const SqlStatement &statement, int column);
QByteArray bytesAt(const SqlStatement &statement, int column);
QDate dateAt(const SqlStatement &statement, int column);
int intAt(const SqlStatement &statement, int column);
qint64 int64At(const SqlStatement &statement, int column);
bool boolAt(const SqlStatement &statement, int column);
std::optional<int> optionalIntAt(const SqlStatement &statement, int column);

/// The text of a statement from its pieces, one behind the other.
std::string statementText(std::initializer_list<std::string_view> pieces);

/// Makes a statement ready to be bound again, whatever became of it the last time.
SqlStatement &fresh(SqlStatement &statement);

} // namespace Rollbook
