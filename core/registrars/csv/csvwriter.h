// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QList>
#include <QStringList>

namespace Rollbook
{

/// Writes delimited text that spreadsheets open as it is meant: RFC 4180, UTF-8 with a byte order
/// mark, nothing that they would run as a formula. Atomic.
Expected<void> writeCsv(
    const QString &path, const QStringList &columns, const QList<QStringList> &rows);

} // namespace Rollbook
