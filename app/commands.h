// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Rollbook
{

// The commands of the command line. Each takes its arguments, the command's name first, runs to its
// end and returns the exit status (see exitstatus.h).

int registerCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int coursesCommand(const QStringList &arguments);
int studentsCommand(const QStringList &arguments);
int runsCommand(const QStringList &arguments);

} // namespace Rollbook
