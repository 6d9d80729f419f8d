// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "postgres/pgconnection.h"

namespace Rollbook
{

/// The tables of a school on a server, as in resources/schema/postgresql. Throws PgFault.
namespace PgSchema
{

/// The version that this Rollbook works with.
inline constexpr int Version = 1;

/// Whether a school is there, of that version: NotFound, StoreNewer or Unsupported otherwise.
Expected<void> check(PgConnection &connection, const QString &schoolName);

/// Makes roles and tables in a database that has no school yet, in the transaction of the
/// connection. What is made is seen by connections that are made afterwards.
void make(PgConnection &connection);

} // namespace PgSchema

} // namespace Rollbook
