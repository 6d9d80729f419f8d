// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translationfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace Rollbook
{

namespace
{

void readTranslation(QXmlStreamReader &xml, TranslatedText &text)
{
    text.isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
    if (!text.isCounted) {
        text.forms += xml.readElementText();
        return;
    }
    while (xml.readNextStartElement())
        text.forms += xml.readElementText();
}

TranslatedText readMessage(QXmlStreamReader &xml, const QString &context)
{
    TranslatedText text;
    text.context = context;
    text.isCounted = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source"))
            text.source = xml.readElementText();
        else if (xml.name() == QStringLiteral("comment"))
            text.comment = xml.readElementText();
        else if (xml.name() == QStringLiteral("translation"))
            readTranslation(xml, text);
        else
            xml.skipCurrentElement();
    }
    return text;
}

} // namespace

QString translationOf(const QString &language)
{
    return QStringLiteral(ROLLBOOK_TRANSLATIONS "/documents_%1.ts").arg(language);
}

QList<TranslatedText> translatedTexts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    QList<TranslatedText> texts;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("name"))
                context = xml.readElementText();
            else if (xml.name() == QStringLiteral("message"))
                texts += readMessage(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return texts;
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(n|L?\\d+)"));
    QStringList found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured();
    found.sort();
    return found;
}

} // namespace Rollbook
