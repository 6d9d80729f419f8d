// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvcells.h"

#include "reportcells.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

// One look for each letter instead of four comparisons.
constexpr auto QuotedLetters = [] {
    std::array<bool, 256> letters{};
    for (const char letter : {',', '"', '\n', '\r'})
        letters[static_cast<unsigned char>(letter)] = true;
    return letters;
}();

bool needsQuotes(QByteArrayView cell)
{
    return std::any_of(cell.begin(), cell.end(),
        [](char letter) { return QuotedLetters[static_cast<unsigned char>(letter)]; });
}

} // namespace

void appendCsvText(std::string &line, QByteArrayView cell)
{
    const bool isNeutralised = isFormula(cell);
    const bool isQuoted = needsQuotes(cell);
    if (isQuoted)
        line += '"';
    if (isNeutralised)
        line += '\'';
    if (!isQuoted) {
        line.append(cell.data(), static_cast<std::size_t>(cell.size()));
        return;
    }
    for (const char c : cell)
        line.append(c == '"' ? 2 : 1, c);
    line += '"';
}

void appendCsvLine(std::string &text, const QByteArrayList &cells)
{
    for (qsizetype column = 0; column < cells.size(); ++column) {
        if (column > 0)
            text += ',';
        appendCsvText(text, cells.at(column));
    }
    text += "\r\n";
}

bool flushCsv(std::string &text, QIODevice &device, std::size_t least)
{
    if (text.size() < least)
        return true;
    const auto size = static_cast<qint64>(text.size());
    const bool written = device.write(text.data(), size) == size;
    text.clear();
    return written;
}

} // namespace Rollbook
