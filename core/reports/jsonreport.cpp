// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonreport.h"

#include "reportcells.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Rollbook
{

namespace
{

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject describe(const RegisterStudentsResults &results)
{
    const Run &run = results.run;
    QJsonObject counts;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        counts.insert(statusWord(status), run.counts[status]);
    }
    return {{QStringLiteral("id"), run.id}, {QStringLiteral("roster"), run.rosterName},
        {QStringLiteral("course"), run.courseName},
        {QStringLiteral("state"), runStateWord(run.state)},
        {QStringLiteral("started_at"),
            QString::fromLatin1(isoTime(run.startedAt.toMSecsSinceEpoch()))},
        {QStringLiteral("ended_at"),
            run.endedAt.isValid() ? QString::fromLatin1(isoTime(run.endedAt.toMSecsSinceEpoch()))
                                  : QString()},
        {QStringLiteral("started_by"), run.startedBy}, {QStringLiteral("counts"), counts}};
}

QJsonObject describe(
    const RegisterStudentsResults &results, const StudentRegistrationResult &result)
{
    const ReportCells cells = reportCells(results, result);
    QJsonObject row;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const QString key = QString::fromLatin1(ReportColumns[column]);
        if (isNumberColumn(column))
            row.insert(key, cells[column].toInt());
        else
            row.insert(key, QString::fromUtf8(cells[column]));
    }
    return row;
}

} // namespace

bool writeJsonReport(const RegisterStudentsResults &results, QIODevice &device)
{
    const QByteArray head = "{\"run\": " + compact(describe(results)) + ",\n\"results\": [";
    if (device.write(head) != head.size())
        return false;
    const char *separator = "\n";
    for (const StudentRegistrationResult &result : results.results) {
        const QByteArray line = separator + compact(describe(results, result));
        if (device.write(line) != line.size())
            return false;
        separator = ",\n";
    }
    const QByteArray tail("\n]}\n");
    return device.write(tail) == tail.size();
}

} // namespace Rollbook
