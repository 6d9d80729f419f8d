// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

namespace Rollbook
{

/// A run over these students, all registered in GO1 on 1 November 2026, 08:30 UTC.
RegisterStudentsResults finishedRun(const QList<Student> &students);

/// The same number of students, without names.
RegisterStudentsResults finishedRun(int students);

/// A row for each status, in the order of RegistrationStatus.
RegisterStudentsResults runWithEachStatus();

/// Ten scripts, texts from right to left, and what spreadsheets and files stumble over.
QStringList difficultNames();

} // namespace Rollbook
