// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv/csvwriter.h"

#include "csv/csvtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace Rollbook
{

namespace
{

const QLatin1StringView FormulaBeginnings("=+-@\t\r");

bool beginsFormula(QStringView text)
{
    return !text.isEmpty() && FormulaBeginnings.contains(text.front());
}

QByteArray line(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells) {
        const bool needsQuotes = std::any_of(cell.cbegin(), cell.cend(),
            [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
        if (needsQuotes)
            quoted += u'"' + QString(cell).replace(u'"', QStringLiteral("\"\"")) + u'"';
        else
            quoted += cell;
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace

QString neutralised(const QString &text)
{
    return beginsFormula(text) ? u'\'' + text : text;
}

QString withoutNeutralisation(const QString &text)
{
    return text.startsWith(u'\'') && beginsFormula(QStringView(text).mid(1)) ? text.mid(1) : text;
}

Expected<void> writeCsv(
    const QString &path, const QStringList &columns, const QList<QStringList> &rows)
{
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly) && file.write("\xEF\xBB\xBF") == 3;
    written = written && file.write(line(columns)) > 0;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells += neutralised(cell);
        written = written && file.write(line(cells)) > 0;
    }
    if (!written || !file.commit()) {
        // Qt does not explain when a disk takes only a part of what is written.
        const QString why = file.errorString() == QIODevice::tr("Unknown error")
            ? QCoreApplication::translate("Rollbook::SchoolFile", "no space is left there")
            : file.errorString();
        return fail(ErrorCode::WriteFailed,
            QCoreApplication::translate("Rollbook::SchoolFile",
                "“%1” could not be written: %2. What was there before is as it was.")
                .arg(QDir::toNativeSeparators(path), why));
    }
    return {};
}

} // namespace Rollbook
