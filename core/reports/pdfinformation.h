// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Rollbook
{

/// What a PDF says of itself; in PDF/A-1 twice, and both must agree (ISO 19005-1, 6.7.3).
struct PdfInformation {
    QString title;
    QString author;
    QString subject;
    QDateTime createdAt; ///< UTC
    QString language;    ///< of the words, BCP 47
};

/// A file that is to be updated: its first bytes, with its catalogue, its last ones, from its
/// trailer on at least, and its length.
struct PdfEnds {
    QByteArray head;
    QByteArray tail;
    qint64 size = 0;
};

/// As XMP, with the mark of PDF/A-1b.
QByteArray xmpOf(const PdfInformation &information);

/// As an incremental update (ISO 32000-1, 7.5.6) to put behind a file, because QPdfWriter lets
/// nobody set the author and the time in its information dictionary, nor the language, which is in
/// the catalogue (14.9.2.1). Empty when the tail is none.
QByteArray pdfUpdate(const PdfInformation &information, const PdfEnds &file);

} // namespace Rollbook
