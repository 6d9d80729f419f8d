// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QString>
#include <QStringList>

namespace Rollbook
{

/// A line on standard output.
void printLine(const QString &line);
/// A line of cells separated by tabs; tabs and line breaks inside a cell become blanks.
void printCells(const QStringList &cells);
/// The same, but only where a person reads: not when standard output is a file or a pipe.
void printHeader(const QStringList &cells);
/// A line on standard error; of several lists it begins with the one that it is `about`.
void printProblem(const QString &line, const QString &about = {});
/// The error's sentence on standard error, and the exit status for it.
int failWith(const Error &error);

bool isTerminal(int descriptor);

} // namespace Rollbook
