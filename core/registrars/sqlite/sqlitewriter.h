// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <SQLiteCpp/Database.h>

#include <functional>
#include <mutex>

namespace Rollbook
{

/// The one connection of this program that changes a school. One change at a time, from any thread,
/// each of them a transaction.
class SqliteWriter
{
public:
    using Change = std::function<Expected<void>(SQLite::Database &database)>;

    SqliteWriter(SQLite::Database database, QString path);

    /// Makes a change durably, or not at all: when the change answers with an error or throws, and
    /// when it cannot be committed. Exceptions become errors.
    Expected<void> change(const Change &make);

private:
    std::mutex m_mutex;
    SQLite::Database m_database;
    QString m_path;
};

} // namespace Rollbook
