// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Rollbook
{

/// What a cell says, in UTF-8 and Unicode's composed form (NFC): without blanks at its ends
/// (no-break, thin, ideographic … ones too), with line breaks and runs of blanks folded to one
/// blank, and without what nobody sees: soft hyphens, zero-width characters, byte order marks,
/// marks of writing direction, control characters. Joiners stay where they shape letters, as in
/// Persian and Hindi names, and so do variation selectors, with which Japanese names choose the
/// form of a character. Bytes that are no UTF-8 become U+FFFD.
///
/// The very same view where the cell is right already, which costs a look at each byte; else a view
/// of `scratch`, whose content is replaced. `cell` must not lie in `scratch`. Any thread.
QByteArrayView cleanedCell(QByteArrayView cell, QByteArray &scratch);

/// The same for an identifier. Besides, full-width digits, letters and signs become ASCII, blanks
/// are dropped, and so is what spreadsheets put around a number to keep it text: an apostrophe in
/// front, and `="00123"`. Leading zeros and the case of letters stay.
QByteArrayView cleanedIdentifier(QByteArrayView cell, QByteArray &scratch);

} // namespace Rollbook
