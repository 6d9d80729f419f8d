// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTranslator>

namespace Rollbook
{

/// While it lives, tr() in this thread speaks the language of a document, where
/// letDocumentsHaveTheirLanguage() was called. Without a language, or with one that there are no
/// words of, it goes on in that of the program.
class DocumentLanguage
{
public:
    /// BCP 47, or empty.
    explicit DocumentLanguage(const QString &language);
    ~DocumentLanguage();
    Q_DISABLE_COPY_MOVE(DocumentLanguage)

private:
    QTranslator m_words;
    const QTranslator *m_before; // somebody else's
};

} // namespace Rollbook
