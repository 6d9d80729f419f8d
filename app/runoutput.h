// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "interruption.h"
#include "progressline.h"

#include <QSet>

namespace Rollbook
{

/// Where a run on the command line shows how far it is, and which reports it leaves.
struct RunOutput {
    ProgressLine::Style progress = ProgressLine::Style::None;
    QStringList reports;
};

void addRunOutputOptions(CommandLine &line);
/// What the options say; an error names the one that makes no sense.
Expected<RunOutput> readRunOutput(const CommandLine &line);

/// Says on standard error when a run begins to wait for its school, and when that is back, for as
/// long as somebody is listening. Of several lists it names the one that it is `about`.
void tellWaiting(const BulkRegistration &run, const QObject &listening, ProgressLine &progress,
    const QString &about = {});

/// Writes the runs into each of the reports. True when all were written; what could not be is said.
bool writeReports(
    School &school, const QList<RegisterStudentsResults> &runs, const QStringList &paths);

/// Performs a run until it has ended, or was interrupted and has ended for that; prints what became
/// of it and writes its reports. Rows that were explained before are not explained again. Returns
/// the exit status.
int performRun(School &school, const BulkRegistration::Request &request, const RunOutput &output,
    const QSet<qint32> &explained = {});

} // namespace Rollbook
