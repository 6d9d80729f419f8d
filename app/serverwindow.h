// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/openschool.h"

#include <functional>

namespace Rollbook
{

/// Whoever starts the program for a school on a server writes the password there, in one line.
inline constexpr QLatin1StringView PasswordOption("password-from-input");

/// Starts this program once more, for that school. The password goes through a pipe, which nobody
/// else reads, and stands in no argument.
void startServerSchool(const ServerAddress &address, const QString &password);

/// The first line of what is written to this program.
QString passwordFromInput();

/// Opens the school, asking for what is wrong or missing, then runs the window that show() makes of
/// it; returns the exit status. Needs the application.
int runServerWindow(const ServerAddress &address, const QString &password,
    const std::function<int(School &school)> &show);

} // namespace Rollbook
