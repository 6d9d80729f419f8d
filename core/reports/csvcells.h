// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Rollbook
{

/// Appends a text as a cell (RFC 4180), neutralised, see reportcells.h.
void appendCsvText(QByteArray &line, QByteArray cell);

/// Appends a whole line of such cells.
void appendCsvLine(QByteArray &text, const QByteArrayList &cells);

/// Hands the text on and empties it, when there is enough of it. False when the device refuses.
bool flushCsv(QByteArray &text, QIODevice &device);

} // namespace Rollbook
