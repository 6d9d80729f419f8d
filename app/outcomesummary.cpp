// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcomesummary.h"

#include "commandline.h"
#include "console.h"

namespace Rollbook
{

namespace
{

// Enough to see what is wrong; the whole list is what reports are for.
constexpr int MostReasons = 20;
constexpr int MostRowsNamed = 10;

struct Reason {
    QString sentence;
    QStringList firstRows;
    int rows = 0;
};

QList<Reason> gatherReasons(
    const QList<StudentRegistrationResult> &results, const QSet<qint32> &explained)
{
    QList<Reason> reasons;
    QHash<QString, qsizetype> indexOf;
    for (const StudentRegistrationResult &result : results) {
        if (!result.error() || explained.contains(result.row))
            continue;
        const QString sentence = explain(result);
        auto known = indexOf.find(sentence);
        if (known == indexOf.end()) {
            known = indexOf.insert(sentence, reasons.size());
            reasons += Reason{sentence, {}, 0};
        }
        Reason &reason = reasons[*known];
        if (++reason.rows <= MostRowsNamed)
            reason.firstRows += QString::number(result.row + 1);
    }
    return reasons;
}

QString rowsOf(const Reason &reason)
{
    if (reason.rows == 1)
        return CommandLine::tr("Row %1").arg(reason.firstRows.first());
    const QString named = reason.firstRows.join(QStringLiteral(", "));
    const int others = reason.rows - static_cast<int>(reason.firstRows.size());
    return others == 0 ? CommandLine::tr("Rows %1").arg(named)
                       : CommandLine::tr("Rows %1 and %n more", nullptr, others).arg(named);
}

} // namespace

void printCounts(const StatusCounts &counts)
{
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        printCells({statusWord(status), QString::number(counts[status])});
    }
}

void printReasons(const QList<StudentRegistrationResult> &results, const QSet<qint32> &explained,
    const QString &about)
{
    const QList<Reason> reasons = gatherReasons(results, explained);
    int unsaid = 0;
    for (qsizetype i = 0; i < reasons.size(); ++i) {
        const Reason &reason = reasons.at(i);
        if (i < MostReasons) {
            printProblem(CommandLine::tr("%1: %2.", "rows, why they are not registered")
                             .arg(rowsOf(reason), reason.sentence),
                about);
        } else {
            unsaid += reason.rows;
        }
    }
    if (unsaid > 0) {
        printProblem(
            CommandLine::tr("%n more row(s) are not registered; a report (--report FILE) says why.",
                nullptr, unsaid),
            about);
    }
}

} // namespace Rollbook
