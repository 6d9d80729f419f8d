// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

#include <SQLiteCpp/Statement.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace Rollbook
{

// Qt's values in SQLite's statements. Dates are ISO 8601, NULL where there is none.

void bindValue(SQLite::Statement &statement, int index, const QString &text);
void bindValue(SQLite::Statement &statement, int index, qint64 number);
void bindValue(SQLite::Statement &statement, int index, QDate date);
void bindValue(SQLite::Statement &statement, int index, const std::optional<int> &number);

QString textAt(const SQLite::Statement &statement, int column);
QDate dateAt(const SQLite::Statement &statement, int column);
int intAt(const SQLite::Statement &statement, int column);
qint64 int64At(const SQLite::Statement &statement, int column);
bool boolAt(const SQLite::Statement &statement, int column);
std::optional<int> optionalIntAt(const SQLite::Statement &statement, int column);

/// The text of a statement from its pieces, one behind the other.
std::string statementText(std::initializer_list<std::string_view> pieces);

/// Makes a statement ready to be bound again, whatever became of it the last time.
SQLite::Statement &fresh(SQLite::Statement &statement);

} // namespace Rollbook
