// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QDate>

#include <optional>

namespace Rollbook
{

/// How the dates of a column are to be read where two of their numbers can be day and month.
enum class DateOrder : quint8 {
    Iso,        ///< no such date; every one can be read one way only
    DayFirst,   ///< 28/02/2011
    MonthFirst, ///< 02/28/2011
    Undecided,  ///< 03/04/2011, and nothing in the column tells
};

/// Written as YYYY-MM-DD; whether there is such a day is not looked at.
bool isIsoDate(QByteArrayView cell);
/// The same where there is such a day, in the years that readDate() takes.
bool isRealIsoDate(QByteArrayView cell);

/// Decides the order of a column's dates from all its cells, of which it keeps counts only.
class DateColumn
{
public:
    /// Cells that are no dates do not matter.
    void add(QByteArrayView cell);
    /// Adds the cells of another part of the column.
    void add(const DateColumn &part);

    /// What most of the cells that can be read one way only ask for; the others are then wrong.
    /// Where none does, dates with full stops (03.04.2011) are day first, as they are wherever they
    /// are written so.
    DateOrder order() const;
    /// True when there are dates that nobody can read without being told the order.
    bool isUndecidable() const;

private:
    qint32 m_dayFirst = 0;
    qint32 m_monthFirst = 0;
    qint32 m_dotted = 0;    // can be read either way, with full stops
    qint32 m_ambiguous = 0; // can be read either way, with other signs
};

/// The date that a cell says, none where it is none, is not in the years 1900 to 2199, or depends
/// on an order that is not decided. With DateOrder::Iso and Undecided, what can be read one way
/// only is read, and dates with full stops day first. A time behind the date is left out.
/// Understood are
///
/// - 2011-02-28, 2011/2/28, 2011.02.28, 20110228, 2011年2月28日, 2011년 2월 28일
/// - 28.02.2011, 28/2/11, 28-02-2011 and the same month first
/// - 28 Feb 2011, Feb 28th, 2011, 28. Februar 2011, 28 de febrero de 2011, Monday, 28 February 2011
///   in English, Spanish, French, German, Portuguese, Italian, Dutch, Polish, Turkish, Arabic,
///   Chinese and Japanese, whatever the case and with or without accents
/// - the day numbers of spreadsheets (1900 system), 20000 (1954) to 60000 (2064).
///
/// A year of two digits is the last such year in which someone was born who is three years old this
/// year. Digits may be those of any script. Any thread.
std::optional<QDate> readDate(QByteArrayView cell, DateOrder order);

} // namespace Rollbook
