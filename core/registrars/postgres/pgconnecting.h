// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/libpq.h"
#include "postgres/pgaddress.h"

#include <chrono>
#include <functional>
#include <memory>

namespace Rollbook
{

using PgHandle = std::unique_ptr<PGconn, LibpqFree>;

/// How often who waits is asked whether they still do.
constexpr std::chrono::milliseconds PgWakeUp{20};

/// Waits for a socket, for PgWakeUp at most; poll(2) says what the events are. What happened: 0:
/// nothing.
short pollOnce(int socket, short events);

/// Connects without blocking for longer than PgWakeUp, but for the name server. Throws PgFault.
PgHandle connectTo(const PgAddress &address, const std::function<bool()> &patience);

} // namespace Rollbook
