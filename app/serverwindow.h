// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/openschool.h"

#include <functional>

namespace Rollbook
{

/// Opens the school, asking for what is wrong or missing, then runs the window that show() makes of
/// it; returns the exit status. Needs the application.
int runServerWindow(const ServerAddress &address, const QString &password,
    const std::function<int(School &school)> &show);

} // namespace Rollbook
