// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgrescluster.h"

namespace Rollbook
{

/// A hot standby that follows a primary by streaming replication. start() copies the primary, which
/// has to run.
class StandbyCluster : public PostgresCluster
{
public:
    explicit StandbyCluster(PostgresCluster &primary);

    /// From now on a commit of the primary waits until the standby has it too; returns when the
    /// standby counts. Without a standby that runs the primary's commits wait for ever then.
    bool replicateSynchronously();
    /// Waits until all that the primary has committed can be read here.
    bool catchUp() const;
    /// Makes it a primary, which waits for no other standby.
    bool promote();

    /// Both, for clients that look for the one that takes writes:
    /// `postgresql:///database?host=…,…&port=…,…&user=…&target_session_attrs=read-write`.
    QString failoverUrl(const QString &database, const QString &user = Superuser) const;

protected:
    bool make() override;

private:
    PostgresCluster &m_primary;
};

} // namespace Rollbook
