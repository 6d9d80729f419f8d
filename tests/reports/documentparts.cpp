// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentparts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace Rollbook
{

namespace
{

constexpr int Patience = 120'000; // ms, for programs that take long to start

} // namespace

QStringList partsOfHtml(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString html = QString::fromUtf8(file.readAll());
    static const QRegularExpression unseen(
        u"<(style|script)>.*?</\\1>"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QStringList parts;
    const QStringList all = html.remove(unseen).split(tag);
    for (const QString &part : all)
        parts += part.trimmed();
    return parts;
}

QString ask(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList partsOfWorkbook(const QString &path)
{
    const QJsonDocument book =
        QJsonDocument::fromJson(ask(u"/usr/bin/python3"_s, {ROLLBOOK_XLSX_CELLS, path}).toUtf8());
    QStringList parts;
    const QJsonArray sheets = book[u"sheets"].toArray();
    for (const QJsonValue &sheet : sheets) {
        parts += sheet[u"name"].toString();
        const QJsonArray rows = sheet[u"rows"].toArray();
        for (const QJsonValue &row : rows) {
            const QJsonArray cells = row.toArray();
            for (const QJsonValue &cell : cells)
                parts += cell.toString();
        }
    }
    return parts;
}

QString textOfPages(const QString &path)
{
    return ask(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
}

bool hasWord(const QString &text, const QString &word)
{
    const QRegularExpression whole(
        u"(?<![\\p{L}-])"_s + QRegularExpression::escape(word) + u"(?![\\p{L}-])"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(whole);
}

} // namespace Rollbook
