// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrescluster.h"

#include "newcluster.h"
#include "postgresprograms.h"
#include "processtree.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <memory>

#include <signal.h>
#include <sys/shm.h>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The lines of the file in which a server says how it is (postmaster.pid).
enum StatusLine { ProcessLine = 0, SharedMemoryLine = 6, ReadyLine = 7 };

QList<QByteArray> statusLines(const QString &dataFolder)
{
    QFile file(dataFolder + u"/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
}

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

QString quotedText(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

std::unique_ptr<PostgresCluster> &sharedCluster()
{
    static std::unique_ptr<PostgresCluster> cluster;
    return cluster;
}

} // namespace

PostgresCluster::PostgresCluster(Fsync fsync, const QStringList &settings)
    : m_server(
        SIGQUIT, fsync == Fsync::Off ? ServerFolder::Medium::Memory : ServerFolder::Medium::Disk)
    , m_fsync(fsync)
    , m_settings(settings)
{
}

PostgresCluster::~PostgresCluster()
{
    stop(Stop::Immediate);
    removeSharedMemory();
}

PostgresCluster &PostgresCluster::shared()
{
    auto &cluster = sharedCluster();
    if (!cluster) {
        cluster = std::make_unique<PostgresCluster>();
        if (!cluster->start())
            qFatal("no PostgreSQL for the tests");
        qAddPostRoutine([] { sharedCluster().reset(); });
    }
    return *cluster;
}

bool PostgresCluster::start()
{
    if (m_isMade)
        return startServer();
    m_isMade = make();
    if (!m_isMade)
        return false;
    for (int attempt = 1; !startServer(); ++attempt) {
        if (attempt == 3 || !log().contains(u"could not create any TCP/IP sockets"))
            return false;
        m_server.takeAnotherPort();
    }
    return true;
}

bool PostgresCluster::stop(Stop how)
{
    return m_server.end(how == Stop::Fast ? SIGINT : SIGQUIT);
}

bool PostgresCluster::restart()
{
    return stop() && start();
}

bool PostgresCluster::kill()
{
    const pid_t server = m_server.pid();
    return server != 0 && killChildren(server) && m_server.end(SIGKILL);
}

QString PostgresCluster::url(const QString &database, const QString &user) const
{
    return connectionUrl(folder(), QString::number(port()), database, user);
}

QString PostgresCluster::tcpUrl(
    const QString &database, const QString &user, const QString &password) const
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port());
    url.setUserName(user);
    url.setPassword(password);
    url.setPath(u'/' + database);
    return url.toString(QUrl::FullyEncoded);
}

bool PostgresCluster::createDatabase(const QString &name, const QString &templateName)
{
    const QString error = execute(
        u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(quotedName(name), quotedName(templateName)));
    if (!error.isEmpty())
        qWarning("no database: %s", qPrintable(error));
    return error.isEmpty();
}

QString PostgresCluster::execute(
    const QString &sql, const QString &database, const QString &user) const
{
    return runPsql(url(database, user), sql);
}

void PostgresCluster::waitForStandby(bool isWanted) const
{
    execute(u"ALTER SYSTEM SET synchronous_standby_names = '%1'; SELECT pg_reload_conf()"_s.arg(
        isWanted ? u"*"_s : QString()));
    // Commits are told by the process that makes checkpoints, and it has read that when it answers.
    execute(u"CHECKPOINT"_s);
}

// Of those that end by themselves meanwhile it would warn.
int PostgresCluster::terminateConnections(const QString &database)
{
    return execute(u"SET client_min_messages = error;"
                   "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity "
                   "WHERE pid <> pg_backend_pid() AND datname = "_s
        + quotedText(database))
        .toInt();
}

bool PostgresCluster::make()
{
    const auto initialize = [this] {
        return runTool(u"initdb"_s,
            {u"--pgdata"_s, dataFolder(), u"--username"_s, Superuser, u"--encoding=UTF8"_s,
                u"--locale=C.UTF-8"_s, u"--auth-local=trust"_s, u"--auth-host=scram-sha-256"_s,
                u"--no-sync"_s, u"--no-instructions"_s});
    };
    if (!fillWithNewCluster(dataFolder(), initialize))
        return false;
    QStringList lines{u"max_connections = 300"_s, u"log_line_prefix = '%m [%p] %u@%d '"_s,
        // In the folder, not in /dev/shm, where a killed server leaves it behind.
        u"dynamic_shared_memory_type = mmap"_s};
    if (m_fsync == Fsync::Off)
        lines += u"fsync = off"_s;
    lines += m_settings;
    QFile file(dataFolder() + u"/postgresql.conf"_s);
    const QByteArray text = '\n' + lines.join(u'\n').toUtf8() + '\n';
    return file.open(QIODevice::Append) && file.write(text) == text.size();
}

bool PostgresCluster::runTool(const QString &name, const QStringList &arguments) const
{
    return m_server.run(postgresProgram(name), arguments);
}

bool PostgresCluster::isReady() const
{
    const QList<QByteArray> lines = statusLines(dataFolder());
    return lines.size() > ReadyLine && lines.at(ProcessLine).toInt() == m_server.pid()
        && lines.at(ReadyLine).trimmed() == "ready";
}

bool PostgresCluster::startServer()
{
    return m_server.start(postgresProgram(u"postgres"_s),
        {u"-D"_s, dataFolder(), u"-k"_s, folder(), u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
            QString::number(port())},
        [this] { return isReady(); });
}

// A killed server leaves behind a segment that the kernel keeps until the computer is started
// again.
void PostgresCluster::removeSharedMemory() const
{
    const QByteArray line = statusLines(dataFolder()).value(SharedMemoryLine).simplified();
    bool isNumber = false;
    const int segment = line.split(' ').last().toInt(&isNumber);
    if (isNumber)
        shmctl(segment, IPC_RMID, nullptr);
}

} // namespace Rollbook
