// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/sequel.h"

#include "domain/sequelmark.h"

#include <QSet>

#include <algorithm>

namespace Rollbook
{

namespace
{

// In which the marks stand, -1: in none.
int markColumn(const Roster &roster)
{
    const auto header =
        std::find_if(roster.headers.crbegin(), roster.headers.crend(), [](const QString &word) {
            return word.trimmed().compare(SequelMark::header(), Qt::CaseInsensitive) == 0;
        });
    return static_cast<int>(roster.headers.crend() - header) - 1;
}

} // namespace

bool mayBeSequel(const Roster &roster)
{
    return markColumn(roster) >= 0;
}

std::optional<RosterSequel> sequelIn(const Roster &roster)
{
    const int column = markColumn(roster);
    if (column < 0)
        return std::nullopt;
    RosterSequel sequel;
    QSet<qint32> seen;
    for (int row = 0; row < roster.size(); ++row) {
        const auto mark =
            SequelMark::fromText(roster.students.table().text(row, column).toString());
        const bool isOfRun = mark && (sequel.runId.isEmpty() || mark->runId == sequel.runId);
        if (mark && !isOfRun)
            return std::nullopt;
        // A row that was copied is one of its own.
        if (!mark || seen.contains(mark->row)) {
            sequel.rows += -1;
            continue;
        }
        sequel.runId = mark->runId;
        sequel.rows += mark->row;
        seen.insert(mark->row);
    }
    if (sequel.runId.isEmpty())
        return std::nullopt;
    return sequel;
}

QString withoutFormulaGuard(const QString &cell)
{
    const bool isGuarded =
        cell.size() > 1 && cell.front() == u'\'' && QStringView(u"=+-@\t\r").contains(cell.at(1));
    return isGuarded ? cell.mid(1) : cell;
}

} // namespace Rollbook
