// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// A claim of a run among all who share a server: a lock of PostgreSQL's that is held by a
/// transaction of its own, which stays open, so that a pooler between lets it be. The server
/// forgets it with the connection. After a fail-over to another server it is gone while its run
/// goes on; the tables then still keep each row's outcome single.
class PgRunClaim : public RunClaim
{
public:
    explicit PgRunClaim(std::unique_ptr<PgConnection> connection);
    ~PgRunClaim() override;
    Q_DISABLE_COPY_MOVE(PgRunClaim)

    /// None while anyone has it. Throws PgFault.
    static std::unique_ptr<RunClaim> take(
        const PgAddress &address, const QString &runId, const PgConnection::Patience &patience);
    /// Whether anyone has it now. Throws PgFault.
    static bool isTaken(PgConnection &connection, const QString &runId);

private:
    std::unique_ptr<PgConnection> m_connection;
};

} // namespace Rollbook
