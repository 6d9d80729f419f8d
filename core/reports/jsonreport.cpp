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

QJsonObject describe(const ReportCells &cells)
{
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

bool writeAll(QIODevice &device, const QByteArray &text)
{
    return device.write(text) == text.size();
}

bool writeRun(const RegisterStudentsResults &run, RowProgress &progress, QIODevice &device)
{
    if (!writeAll(device, "{\"run\": " + compact(describe(run)) + ",\n\"results\": ["))
        return false;
    RowCells cells(run);
    const char *separator = "\n";
    for (const StudentRegistrationResult &result : run.results) {
        if (!writeAll(device, separator + compact(describe(cells.of(result))))
            || !progress.advance())
            return false;
        separator = ",\n";
    }
    return writeAll(device, "\n]}");
}

} // namespace

bool writeJsonReport(const ReportTask &task, QIODevice &device)
{
    if (task.runs.size() == 1) {
        return writeRun(task.runs.first(), task.progress, device) && writeAll(device, "\n");
    }
    if (!writeAll(device, "{\"runs\": ["))
        return false;
    const char *separator = "\n";
    for (const RegisterStudentsResults &run : task.runs) {
        if (!writeAll(device, separator) || !writeRun(run, task.progress, device))
            return false;
        separator = ",\n";
    }
    return writeAll(device, "\n]}\n");
}

} // namespace Rollbook
