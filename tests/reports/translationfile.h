// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Rollbook
{

/// A message of a .ts file.
struct TranslatedText {
    QString context;
    QString source;
    QString comment;
    bool isCounted = false; ///< has %n
    bool isFinished = true;
    QStringList forms = {};

    /// Whether both are about the same text.
    bool isOf(const TranslatedText &other) const
    {
        return context == other.context && source == other.source && comment == other.comment;
    }
};

/// Where the words of documents in the language are.
QString translationOf(const QString &language);

/// All messages of a file; stops the test when it cannot be read.
QList<TranslatedText> translatedTexts(const QString &path);

/// "%1", "%n", … in it, sorted.
QStringList placeholdersIn(const QString &text);

} // namespace Rollbook
