// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

#include <memory>

class QMimeData;

namespace Rollbook
{

/// Rows for the clipboard, for spreadsheets, letters and mails: as text with tabs, and as an HTML
/// table that begins with the header. Everything is text there: identifiers keep their zeros, and
/// nothing runs as a formula.
std::unique_ptr<QMimeData> copiedTable(
    const QStringList &header, const QList<QStringList> &rows, bool textHasHeader);

} // namespace Rollbook
