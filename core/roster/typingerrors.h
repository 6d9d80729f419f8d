// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace Rollbook
{

/// How many typing errors lie between two words: a letter left out, added, or mistaken, or two
/// neighbours exchanged (the restricted Damerau-Levenshtein distance). For short words.
int typingErrors(QStringView typed, QStringView meant);

/// How many errors a word of this length may hold and still be understood: none below 5 letters,
/// with a digit in it, or in a script whose signs are words; one from 5 letters; two from 9 in
/// Latin script, where a letter more or less seldom makes another word.
int tolerableTypingErrors(QStringView word);

} // namespace Rollbook
