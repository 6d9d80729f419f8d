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

/// Performs a run until it has ended, settled or not; an interruption cancels it. Of several lists
/// what is said on standard error names the one that it is `about`.
RegisterStudentsResults performUntilItEnds(BulkRegistration &run, const Interruption &interruption,
    ProgressLine::Style progress, const QString &about = {});

/// Writes the runs into each of the reports. True when all were written; what could not be is said.
bool writeReports(
    School &school, const QList<RegisterStudentsResults> &runs, const QStringList &paths);

/// Performs a run until it has ended, or was interrupted and has ended for that; prints what became
/// of it and writes its reports. Rows that were explained before are not explained again. Returns
/// the exit status.
int performRun(School &school, const BulkRegistration::Request &request, const RunOutput &output,
    const QSet<qint32> &explained = {});

} // namespace Rollbook
