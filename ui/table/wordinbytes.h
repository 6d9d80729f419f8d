// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>

namespace Rollbook
{

/// The first place in [begin, end) where the word occurs, or end. The word is folded for searching
/// and not empty; a capital letter of ASCII in the text is taken for a small one.
const char *findWord(const char *begin, const char *end, const QByteArray &word);

/// Which of the letters of ASCII stand in a text behind a word, a bit each.
using LetterBits = std::array<quint64, 2>;

/// Adds those behind each place where the word occurs in [begin, end); of an empty word, all.
void addLettersBehind(
    const QByteArray &word, const char *begin, const char *end, LetterBits &letters);

} // namespace Rollbook
