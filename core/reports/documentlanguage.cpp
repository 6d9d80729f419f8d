// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentlanguage.h"

#include "reports/documentlanguages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QPointer>

namespace Rollbook
{

namespace
{

const QString WordsFolder = QStringLiteral(":/translations");
const QString WordsFile = QStringLiteral("documents");

// Those of the document that this thread writes.
thread_local const QTranslator *documentWords = nullptr;

/// Has nothing to say but in threads that write a document.
class DocumentTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation,
        int count) const override;
};

// What a library of others says is not a document's.
bool isOurs(const char *context)
{
    return QByteArrayView(context).startsWith("Rollbook::");
}

QString DocumentTranslator::translate(
    const char *context, const char *source, const char *disambiguation, int count) const
{
    if (!documentWords || !isOurs(context))
        return {};
    const QString translation = documentWords->translate(context, source, disambiguation, count);
    // English, so that no word comes from the language of the program.
    return translation.isNull() ? QString::fromUtf8(source) : translation;
}

} // namespace

DocumentLanguage::DocumentLanguage(const QString &language)
    : m_before(documentWords)
{
    if (!language.isEmpty()
        && m_words.load(QLocale(language), WordsFile, QStringLiteral("_"), WordsFolder))
        documentWords = &m_words;
}

DocumentLanguage::~DocumentLanguage()
{
    documentWords = m_before;
}

QStringList documentLanguages()
{
    const QString start = WordsFile + u'_';
    const QString end = QStringLiteral(".qm");
    QStringList languages{QStringLiteral("en")};
    const QStringList files = QDir(WordsFolder).entryList({start + u'*' + end});
    for (const QString &file : files)
        languages += file.sliced(start.size()).chopped(end.size()).replace(u'_', u'-');
    languages.removeDuplicates();
    return languages;
}

void letDocumentsHaveTheirLanguage()
{
    static QPointer<QTranslator> translator;
    if (!translator)
        translator = new DocumentTranslator(QCoreApplication::instance());
    // Who is asked first is who came last.
    QCoreApplication::removeTranslator(translator);
    QCoreApplication::installTranslator(translator);
}

} // namespace Rollbook
