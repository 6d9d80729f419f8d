// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUtf8StringView>

#include <array>

namespace Rollbook
{

/// The first place in [begin, end) where the word occurs, or end. The word is folded for searching
/// and not empty; a capital letter of ASCII in the text is taken for a small one.
const char *findWord(const char *begin, const char *end, const QByteArray &word);

/// A capital letter of ASCII as the small one, all else as it is.
constexpr char lowerLetter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | ('a' ^ 'A')) : letter;
}

/// Some letters of ASCII, a bit each.
using LetterBits = std::array<quint64, 2>;

/// Adds those that stand in a text, capital ones as small ones.
void addLettersOf(QUtf8StringView text, LetterBits &letters);

} // namespace Rollbook
