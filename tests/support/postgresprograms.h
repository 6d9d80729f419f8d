// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Rollbook
{

/// The path of a program of the newest PostgreSQL that is installed; ends the process if there is
/// none from version 15.
QString postgresProgram(const QString &name);

/// What psql prints for statements, see PostgresCluster::execute().
QString runPsql(const QString &url, const QString &sql);

} // namespace Rollbook
