// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextStream>

namespace Rollbook::Bench
{

/// Reports against the least that writing them takes, and whether memory grows with the rows, of
/// those whose names contain the filter. False when a measurement failed.
bool compareReports(const QString &filter, QTextStream &out);

} // namespace Rollbook::Bench
