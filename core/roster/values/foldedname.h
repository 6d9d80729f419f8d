// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace Rollbook
{

/// Appends the letters and digits of a name, small and without accents, so that "Muñoz-Peña" and
/// "munoz pena" are one. Without allocation beyond the room of `folded` where the
/// name is of Latin letters.
void appendFoldedName(QByteArray &folded, QByteArrayView name);

/// The words of a name, folded the same way, without particles and initials where there are others.
QByteArrayList foldedNameWords(QByteArrayView name);

/// Whether two names can be those of one person: a word of foldedNameWords() is in both, or both
/// are the same but for blanks. False where one has no words.
bool shareAWord(const QByteArrayList &words, const QByteArrayList &others);

} // namespace Rollbook
