// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <span>

namespace Rollbook
{

/// The small letters beyond ASCII that names in a language are written with.
struct Alphabet {
    QStringView letters;
    double handicap; ///< below zero for languages that are to give way to others in doubt
};

std::span<const Alphabet> nameAlphabets();

/// The letter as nameAlphabets() has it: small, and with other signs for those that a language has
/// in some places of a word only.
char16_t letterInAlphabets(char32_t letter, char32_t before, char32_t after);

bool isInAnyAlphabet(char16_t letter);

/// Whether a Chinese character or a Korean syllable is among those that many names are made of.
bool isCommonInNames(char32_t letter);

} // namespace Rollbook
