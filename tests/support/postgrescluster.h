// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverprocess.h"

namespace Rollbook
{

/// A PostgreSQL server of a test's own: fresh, in a temporary folder, reached through a socket in
/// that folder and 127.0.0.1 only. Each has its own port, so tests can run side by side. The
/// superuser is "postgres"; on the socket everybody is who they say (trust), over TCP roles need
/// their password (scram). Text is UTF-8, locale C.UTF-8. Calls block until they are done, warn
/// with what the server said if they fail, and belong in one thread, which outlives the server.
class PostgresCluster
{
public:
    /// Whether a commit waits for the disk. What was committed outlives kill() either way; only a
    /// power cut would tell, and the time that a commit takes.
    enum class Fsync { Off, On };
    enum class Stop {
        Fast,      ///< ends connections, writes everything down
        Immediate, ///< as in an outage: recovers when it is started again
    };

    /// settings: further lines of postgresql.conf, like "deadlock_timeout = 50ms".
    explicit PostgresCluster(Fsync fsync = Fsync::Off, const QStringList &settings = {});
    /// Ends the server at once and removes all of it.
    virtual ~PostgresCluster();
    Q_DISABLE_COPY_MOVE(PostgresCluster)

    /// One that is running for all tests of this process: for those that leave the server alone
    /// and have databases of their own. Started when first used, gone with QCoreApplication. Ends
    /// the process if it cannot be started.
    static PostgresCluster &shared();

    /// Made when first started (about a second); the port stays the same afterwards.
    bool start();
    bool stop(Stop how = Stop::Fast);
    bool restart();
    /// As a power cut: SIGKILL for the server and all of its processes at the same time; returns
    /// when none is left. start() has it recover.
    bool kill();

    /// Through the socket: `postgresql:///database?host=…&port=…&user=…`.
    QString url(const QString &database, const QString &user = Superuser) const;
    /// Over TCP: `postgresql://user:password@127.0.0.1:port/database`.
    QString tcpUrl(const QString &database, const QString &user, const QString &password) const;

    /// A copy of a database that nobody is connected to.
    bool createDatabase(
        const QString &name, const QString &templateName = QStringLiteral("template1"));
    /// What psql prints: a line a row, cells parted by "|", no line at the end. Each statement is a
    /// transaction. An error ends it; what psql says of it ("ERROR:  …") comes behind the output,
    /// so who compares sees it.
    QString execute(const QString &sql, const QString &database = Superuser,
        const QString &user = Superuser) const;
    /// Whether each commit from now on waits for a standby, even where there is none.
    void waitForStandby(bool isWanted) const;
    /// How many there were; returns when they are gone.
    int terminateConnections(const QString &database);

    /// The text of the server's log since it was made.
    QString log() const { return m_server.log(); }
    /// Where the socket is.
    QString folder() const { return m_server.folder(); }
    /// Where postgresql.conf and pg_hba.conf are.
    QString dataFolder() const { return folder() + QStringLiteral("/data"); }
    int port() const { return m_server.port(); }

    /// Name of the superuser and of a database that is always there.
    static inline const QString Superuser = QStringLiteral("postgres");

protected:
    /// Fills dataFolder().
    virtual bool make();
    /// As the user who runs the server.
    bool runTool(const QString &name, const QStringList &arguments) const;

private:
    bool isReady() const;
    bool startServer();
    void removeSharedMemory() const;

    ServerProcess m_server;
    Fsync m_fsync;
    QStringList m_settings;
    bool m_isMade = false;
};

} // namespace Rollbook
