// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Rollbook
{

struct NameParts {
    QByteArrayView given;
    QByteArrayView family;
};

/// Splits a whole name, cleaned as by cleanedCell(), in given and family name. Borrows from
/// `fullName`. Any thread.
///
/// - "Family, Given" at the comma (Chinese and Arabic ones too).
/// - Words in capitals beside words that are not are the family name: "MUÑOZ PEÑA Íñigo".
/// - Chinese, Japanese and Korean names begin with the family name: up to the blank; without one
///   the first character, or two where that is a known double family name, where four Chinese
///   characters follow each other without being one, and where kana show that it is Japanese.
///   With a middle dot, as foreign names are written there, the part after it is the family name.
/// - "Given Family" at the last blank, with the particles before it ("van der Berg", "de la Cruz",
///   "Ortega y Gasset") and the suffix behind it ("Larsen Jr.") in the family name. A capitalised
///   particle as the first word is a given name ("Van Morrison").
/// - One word is the family name.
///
/// An honorific in front ("Frau", "Dr.") is left out. Two family names, as in Spanish, cannot be
/// told from two given names: "Íñigo Muñoz Peña" gets the family name "Peña".
NameParts splitFullName(QByteArrayView fullName);

} // namespace Rollbook
