// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Rollbook
{

/// What a program says; stops the test when it fails.
QString ask(const QString &program, const QStringList &arguments);

// The words of a document as its reader sees them: cells, lines, titles.
QStringList partsOfHtml(const QString &path);
QStringList partsOfWorkbook(const QString &path);
/// Of a PDF, as it lies on the pages.
QString textOfPages(const QString &path);

/// Whether the words are in the text, and not a part of others.
bool hasWord(const QString &text, const QString &word);

} // namespace Rollbook
