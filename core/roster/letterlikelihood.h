// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace Rollbook
{

/// How much the letters of a text look like a list of names, as against what a wrong encoding makes
/// of one: greater is likelier, below zero is what nobody writes. To compare the same bytes in
/// several encodings; ASCII counts as the neighbourhood of the other letters only.
///
/// Letters gain when a single language has them all, and lose where scripts or capital and small
/// letters are mixed within a word, where signs stand inside words, and where there is no letter.
double letterLikelihood(QStringView text);

} // namespace Rollbook
