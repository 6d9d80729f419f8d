// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

#include <string>

namespace Rollbook
{

// Lines are std::string because appending many short pieces to it is much faster than to a
// QByteArray.

/// Appends a text as a cell (RFC 4180), neutralised, see reportcells.h.
void appendCsvText(std::string &line, QByteArrayView cell);

/// Appends a whole line of such cells.
void appendCsvLine(std::string &text, const QByteArrayList &cells);

inline constexpr std::size_t CsvBytesAtOnce = 1 << 16;

/// Hands the text on and empties it, when there is so much of it. False when the device refuses.
bool flushCsv(std::string &text, QIODevice &device, std::size_t least = CsvBytesAtOnce);

} // namespace Rollbook
