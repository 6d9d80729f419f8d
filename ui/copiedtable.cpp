// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copiedtable.h"

#include <QMimeData>

namespace Rollbook
{

namespace
{

// As in the reports.
QString withoutFormula(const QString &cell)
{
    const bool runs = !cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front());
    return runs ? u'\'' + cell : cell;
}

QString textLine(const QStringList &cells)
{
    QStringList texts;
    for (const QString &cell : cells) {
        QString text = withoutFormula(cell);
        for (const QChar end : {u'\t', u'\n', u'\r'})
            text.replace(end, u' ');
        texts += text;
    }
    return texts.join(u'\t') + u'\n';
}

QString htmlRow(const QStringList &cells, const QString &element)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells) {
        row += QStringLiteral("<%1 style=\"mso-number-format:'\\@'\">%2</%1>")
                   .arg(element, withoutFormula(cell).toHtmlEscaped());
    }
    return row + QStringLiteral("</tr>\n");
}

} // namespace

std::unique_ptr<QMimeData> copiedTable(
    const QStringList &header, const QList<QStringList> &rows, bool textHasHeader)
{
    QString text = textHasHeader ? textLine(header) : QString();
    QString html = QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body><table>\n")
        + htmlRow(header, QStringLiteral("th"));
    for (const QStringList &cells : rows) {
        text += textLine(cells);
        html += htmlRow(cells, QStringLiteral("td"));
    }
    html += QStringLiteral("</table></body></html>\n");
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setHtml(html);
    return data;
}

} // namespace Rollbook
