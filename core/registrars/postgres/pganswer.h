// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/libpq.h"
#include "postgres/pgfault.h"

#include <memory>

namespace Rollbook
{

/// What libpq answers to one statement.
using PgAnswer = std::unique_ptr<PGresult, LibpqFree>;

/// Whether it says that something went wrong, or wants a copy, which nobody asks for.
bool isFault(const PGresult *result);
bool isCopying(const PGresult *result);
/// What went wrong, in an answer that says so.
PgFault faultIn(const PGresult *result);
/// Why a connection does not take what is to be sent; null: it was closed.
PgFault refusal(PGconn *connection);

} // namespace Rollbook
