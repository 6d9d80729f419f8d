// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;

namespace Rollbook
{

/// Connects to the session's D-Bus in a worker, because it may not answer at once, then tells
/// whether there is one. Nothing is told once the context is gone.
void withDesktopBus(QObject *context, const std::function<void(bool isConnected)> &then);

} // namespace Rollbook
