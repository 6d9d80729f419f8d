// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "postgres/pgconnection.h"

#include <string>

namespace Rollbook
{

/// The tables of a school on a server, as in resources/schema/postgresql. Throws PgFault.
namespace PgSchema
{

/// The version that this Rollbook makes and works with.
inline constexpr int Version = 2;

/// What to do with a school: work in it, which a newer one may still be fit for, or something that
/// has to know all of its tables.
enum class Wanted : quint8 { Work, AllTables };
/// Whether a school is there that is fit for that: NotFound, StoreNewer or StoreOlder otherwise.
Expected<void> check(
    PgConnection &connection, const QString &schoolName, Wanted wanted = Wanted::Work);

/// The question by which who has a school open finds out whether it may still work in it, and what
/// the answer says: StoreNewer where it was brought up to date meanwhile for newer programs only.
inline const std::string AskForOldestProgram = "SELECT oldest_program FROM rollbook.schema_version";
Expected<void> checkStillFits(const PgResult &answer, const QString &schoolName);

/// Makes roles and tables in a database that has no school yet, in the transaction of the
/// connection. What is made is seen by connections that are made afterwards.
void make(PgConnection &connection);

/// Takes the steps that a school there is behind, in the transaction of the connection.
void bringUpToDate(PgConnection &connection);

} // namespace PgSchema

} // namespace Rollbook
