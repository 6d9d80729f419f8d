// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Rollbook
{

/// What one word of a name is, whatever its case where nothing else is said.

/// In front of a name and no part of it: "Mr.", "Frau", "Dra.".
bool isHonorific(QByteArrayView word);

/// Begins a family name: "van", "de", "al", "O'".
bool isParticle(QByteArrayView word);

/// Joins two family names, in small letters only: "y", "e", "i".
bool isConjunction(QByteArrayView word);

/// Stands behind a family name: "Jr.", "III".
bool isSuffix(QByteArrayView word);

/// The same where a given and a family name are before it, as it is a family name too: "Neto".
bool isSuffixOfLongNames(QByteArrayView word);

/// Two letters or more and all of them capitals; "Mc" and "Mac" in front may be as usual.
bool isInCapitals(QByteArrayView word);

bool startsInLowerCase(QByteArrayView word);

} // namespace Rollbook
