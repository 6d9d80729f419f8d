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
};

/// As XMP, with the mark of PDF/A-1b.
QByteArray xmpOf(const PdfInformation &information);

/// As an incremental update (ISO 32000-1, 7.5.6) to put behind a file, because QPdfWriter lets
/// nobody set the author and the time in its information dictionary. `tail` is the end of the file,
/// from its trailer on at least, and `size` its length. Empty when the tail is none.
QByteArray pdfUpdate(const PdfInformation &information, const QByteArray &tail, qint64 size);

} // namespace Rollbook
