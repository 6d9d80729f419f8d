// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"
#include "check/rowchecks.h"
#include "values/dates.h"

#include <vector>

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

void addUnread(CheckedRows &rows, qint32 row, const std::optional<QDate> &date)
{
    RosterProblem &problem =
        rows.add(Severity::Warning, Code::InvalidDate, row, StudentField::BirthDate,
            CheckedRows::tr("“%1” is not a date; write it like 2011-02-28")
                .arg(QString::fromUtf8(rows.text(row, StudentField::BirthDate))));
    if (date)
        problem.fix = date->toString(Qt::ISODate);
}

} // namespace

QList<RosterProblem> checkBirthDates(const Roster &roster)
{
    CheckedRows rows(roster);
    if (!rows.has(StudentField::BirthDate))
        return {};
    // Only when all are known it is known which of two numbers is the day.
    DateColumn dates;
    std::vector<qint32> unread;
    for (qint32 row = 0; row < rows.size(); ++row) {
        const QByteArrayView text = rows.text(row, StudentField::BirthDate);
        if (text.isEmpty() || isRealIsoDate(text))
            continue;
        dates.add(text);
        unread.push_back(row);
    }
    bool toldThatAmbiguous = false;
    for (const qint32 row : unread) {
        const QByteArrayView text = rows.text(row, StudentField::BirthDate);
        auto date = readDate(text, dates.order());
        if (!date)
            date = readDate(text, DateOrder::Undecided);
        const bool isAmbiguous =
            !date && readDate(text, DateOrder::DayFirst) && readDate(text, DateOrder::MonthFirst);
        if (!isAmbiguous) {
            addUnread(rows, row, date);
        } else if (!toldThatAmbiguous) {
            toldThatAmbiguous = true;
            rows.add(Severity::Warning, Code::AmbiguousDate, row, StudentField::BirthDate,
                CheckedRows::tr(
                    "“%1” can be read day first or month first; write it like 2011-02-28")
                    .arg(QString::fromUtf8(text)));
        }
    }
    return rows.takeProblems();
}

} // namespace Rollbook
