// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportsummary.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace Rollbook
{

namespace
{

constexpr int MostNamed = 50;

struct SummaryText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ReportSummary)
};

QString figures(const StatusCounts &counts)
{
    QStringList parts;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        if (counts[status] > 0)
            parts +=
                statusTitle(status) + QStringLiteral(": ") + QLocale().toString(counts[status]);
    }
    return parts.join(QStringLiteral(", "));
}

QString whoIsNotIn(const RegisterStudentsResults &run)
{
    QStringList lines;
    int left = 0;
    for (const StudentRegistrationResult &result : run.results) {
        if (!result.error())
            continue;
        if (lines.size() == MostNamed) {
            ++left;
            continue;
        }
        const QString id = run.students.text(result.row, StudentField::StudentId);
        const QString name = run.students.displayName(result.row);
        lines += QStringLiteral("- ") + (id.isEmpty() || id == name ? name : name + u' ' + id)
            + QStringLiteral(": ") + explain(result);
    }
    if (left > 0)
        lines += SummaryText::tr("… and %n more", nullptr, left);
    return lines.isEmpty()
        ? QString()
        : u'\n' + SummaryText::tr("Not registered:") + u'\n' + lines.join(u'\n') + u'\n';
}

QString summaryOf(const RegisterStudentsResults &run)
{
    const QString day =
        QLocale().toString(run.run.startedAt.toLocalTime().date(), QLocale::LongFormat);
    return run.run.courseName + u'\n'
        + SummaryText::tr("“%1”, registered on %2 by %3")
              .arg(run.run.rosterName, day, run.run.startedBy)
        + u'\n' + SummaryText::tr("%n student(s)", nullptr, static_cast<int>(run.results.size()))
        + (run.results.isEmpty() ? QString() : QStringLiteral(". ") + figures(run.run.counts))
        + u'\n' + whoIsNotIn(run);
}

} // namespace

QString reportSummary(const QList<RegisterStudentsResults> &runs)
{
    QStringList parts;
    for (const RegisterStudentsResults &run : runs)
        parts += summaryOf(run);
    return parts.join(u'\n');
}

} // namespace Rollbook
