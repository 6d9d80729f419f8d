// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QTextStream;

namespace Rollbook::Bench
{

/// What the names "table stream", "table search", "table sort" and "start" promise, as far as they
/// contain the filter. False when a measurement failed.
bool compareTables(const QString &filter, QTextStream &out);

} // namespace Rollbook::Bench
