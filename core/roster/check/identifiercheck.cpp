// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"
#include "check/rowchecks.h"
#include "check/rowindex.h"

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

constexpr std::size_t LongestId = 64; // characters

} // namespace

QList<RosterProblem> checkIdentifiers(const Roster &roster)
{
    CheckedRows rows(roster);
    const auto hashOfId = [&rows](qint32 row) -> std::optional<std::size_t> {
        const QByteArrayView id = rows.text(row, StudentField::StudentId);
        if (!id.isEmpty()) {
            if (isLonger(id, LongestId))
                rows.add(Severity::Error, Code::LongText, row, StudentField::StudentId,
                    CheckedRows::tr("longer than any student ID; at most %1 characters are one")
                        .arg(LongestId));
            return hashOf(id, rows.courseHash(row));
        }
        if (rows.text(row, StudentField::Email).isEmpty())
            rows.add(Severity::Error, Code::NoIdentifier, row, StudentField::StudentId,
                CheckedRows::tr("no student ID and no e-mail address; write one of them"));
        return std::nullopt;
    };
    const auto isSame = [&rows](qint32 row, qint32 other) {
        return rows.text(row, StudentField::StudentId) == rows.text(other, StudentField::StudentId)
            && rows.isSameCourse(row, other);
    };
    for (const auto [row, first] : repeatedRows(rows.size(), hashOfId, isSame)) {
        rows.add(Severity::Error, Code::DuplicateRow, row, StudentField::StudentId,
            CheckedRows::tr("the same student as in row %1").arg(first + 1), first);
    }
    return rows.takeProblems();
}

} // namespace Rollbook
