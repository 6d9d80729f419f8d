// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pganswer.h"

namespace Rollbook
{

PgFault faultIn(const PGresult *result)
{
    const char *state = libpq().resultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = libpq().resultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message == nullptr)
        message = libpq().resultErrorMessage(result);
    const auto kind = state == nullptr ? PgFault::Kind::Lost : PgFault::Kind::Statement;
    return PgFault(kind, state, message);
}

bool isFault(const PGresult *result)
{
    switch (libpq().resultStatus(result)) {
    case PGRES_EMPTY_QUERY:
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
        return false;
    default:
        return true;
    }
}

bool isCopying(const PGresult *result)
{
    const auto status = libpq().resultStatus(result);
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

PgFault refusal(PGconn *connection)
{
    if (connection == nullptr)
        return PgFault(PgFault::Kind::Lost, {}, "the connection was closed");
    const auto kind = libpq().status(connection) == CONNECTION_OK ? PgFault::Kind::Statement
                                                                  : PgFault::Kind::Lost;
    return PgFault(kind, {}, libpq().errorMessage(connection));
}

} // namespace Rollbook
