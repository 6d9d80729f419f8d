// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheetnames.h"

#include "reporttext.h"

#include <QRegularExpression>
#include <QStringView>

namespace Rollbook
{

namespace
{

constexpr qsizetype MostLetters = 31; // UTF-16 units

QString allowed(const QString &wanted)
{
    QString name;
    for (const QChar c : wanted)
        name += c.isPrint() && !QStringView(u"[]:*?/\\'").contains(c) ? c : u' ';
    return name.simplified();
}

// libxlsxwriter leaves out the quotes that formulas need for a sheet "GO1" or "R1C1", and Excel
// finds the file damaged then. Names with a blank are quoted.
bool looksLikeCell(const QString &name)
{
    static const QRegularExpression likeCell(QStringLiteral("^([\\w.]*\\d[\\w.]*|[rc]{1,2})$"),
        QRegularExpression::CaseInsensitiveOption);
    return likeCell.match(name).hasMatch();
}

// Never half of a letter that takes two units.
QString shortened(const QString &name, qsizetype most)
{
    if (name.size() <= most)
        return name;
    const bool isPair = name.at(most - 1).isHighSurrogate();
    return name.left(isPair ? most - 1 : most).trimmed();
}

} // namespace

QString SheetNames::nameLike(const QString &wanted)
{
    QString base = allowed(wanted);
    if (looksLikeCell(base))
        base.prepend(ReportText::tr("Results") + u' ');
    if (base.isEmpty() || base.compare(QStringLiteral("History"), Qt::CaseInsensitive) == 0)
        base = ReportText::tr("Results");
    QString name = shortened(base, MostLetters);
    for (int number = 2; m_taken.contains(name.toCaseFolded()); ++number) {
        const QString end = QStringLiteral(" (%1)").arg(number);
        name = shortened(base, MostLetters - end.size()) + end;
    }
    m_taken.insert(name.toCaseFolded());
    return name;
}

} // namespace Rollbook
