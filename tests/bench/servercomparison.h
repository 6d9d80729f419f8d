// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTextStream>

namespace Rollbook::Bench
{

/// The rows "server 1", "server 8", "server 32": clients at once on a PostgreSQL server of its own
/// that waits for the disk. False when a measurement failed.
bool compareServers(const QString &filter, QTextStream &out);

} // namespace Rollbook::Bench
