// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/typedday.h"

#include <QLocale>

namespace Rollbook
{

namespace
{

constexpr int YearsInCentury = 100;

bool hasWholeYear(const QString &format)
{
    return format.contains(QStringLiteral("yyyy"));
}

QString withWholeYear(QString format)
{
    return hasWholeYear(format) ? format
                                : format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
}

QString withShortYear(QString format)
{
    return format.replace(QStringLiteral("yyyy"), QStringLiteral("yy"));
}

// One digit where there is only one; two are taken as well.
QString withoutZeros(QString format)
{
    if (!format.contains(QStringLiteral("ddd")))
        format.replace(QStringLiteral("dd"), QStringLiteral("d"));
    if (!format.contains(QStringLiteral("MMM")))
        format.replace(QStringLiteral("MM"), QStringLiteral("M"));
    return format;
}

QDate inCentury(QDate day, int latestYear)
{
    if (!day.isValid())
        return day;
    const int before = (latestYear - day.year() % YearsInCentury) / YearsInCentury;
    return day.addYears(before * YearsInCentury + day.year() % YearsInCentury - day.year());
}

} // namespace

QString dayText(QDate day)
{
    const QLocale locale;
    return locale.toString(day, withWholeYear(locale.dateFormat(QLocale::ShortFormat)));
}

QDate typedDay(const QString &text, int latestYear)
{
    const QString typed = text.simplified();
    if (const QDate day = QDate::fromString(typed, Qt::ISODate); day.isValid())
        return day;
    const QLocale locale;
    for (const QLocale::FormatType type : {QLocale::ShortFormat, QLocale::LongFormat}) {
        const QString format = withoutZeros(withWholeYear(locale.dateFormat(type)));
        if (const QDate day = locale.toDate(typed, format); day.isValid() && day.year() > 999)
            return day;
    }
    const QString brief = withoutZeros(withShortYear(locale.dateFormat(QLocale::ShortFormat)));
    return inCentury(locale.toDate(typed, brief), latestYear);
}

QString keptDayText(const QString &kept)
{
    const QDate day = QDate::fromString(kept, Qt::ISODate);
    return day.isValid() ? dayText(day) : kept;
}

} // namespace Rollbook
