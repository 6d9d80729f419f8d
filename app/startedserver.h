// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"

namespace Rollbook
{

/// Whoever starts the program for a school on a server writes the password there, in one line.
inline constexpr QLatin1StringView PasswordOption("password-from-input");

/// Starts this program once more, for that school, and leaves it to itself; its process, or 0 when
/// it could not be started. The password goes through a pipe, which nobody else reads, and stands
/// in no argument.
qint64 startForServer(
    const QString &program, const ServerAddress &address, const QString &password);

/// The first line of what is written to this program.
QString passwordFromInput();

} // namespace Rollbook
