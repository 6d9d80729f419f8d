// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Rollbook
{

class CommandLine;
class School;

// The commands of the command line. Each takes its arguments, the command's name first, runs to its
// end and returns the exit status (see exitstatus.h).

int registerCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int coursesCommand(const QStringList &arguments);
int studentsCommand(const QStringList &arguments);
int runsCommand(const QStringList &arguments);

// What `runs` does with one run of a school, named by its id. The line has the options that
// performing a run understands.

int resumeRun(School &school, const QString &id, const CommandLine &line);
int retryRun(School &school, const QString &id, const CommandLine &line);

} // namespace Rollbook
