// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverfolder.h"

#include <QProcess>

#include <functional>

namespace Rollbook
{

/// A server of a test with a folder and a port of its own. It ends with the process that started
/// it, even if that is killed. Servers of databases refuse root, so root runs them as the user
/// "postgres", whom the folder belongs to then. To be used in one thread, which has to live as long
/// as the server: the kernel ends the server with the thread.
class ServerProcess
{
public:
    /// atOnce: the signal (of signal.h) that ends this kind of server without waiting for anybody.
    explicit ServerProcess(int atOnce, ServerFolder::Medium medium = ServerFolder::Medium::Disk);
    /// Ends the server at once and removes the folder.
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Where sockets and files of the server lie.
    QString folder() const { return m_folder.path(); }
    /// On 127.0.0.1.
    int port() const { return m_port; }
    /// For a server that found its port taken by someone else.
    void takeAnotherPort();

    /// Runs a program to its end as the user who runs the server; false and a warning with what it
    /// said if it fails.
    bool run(const QString &program, const QStringList &arguments) const;
    /// Starts the server and waits until isReady; false and a warning if it ends or stays silent.
    bool start(
        const QString &program, const QStringList &arguments, const std::function<bool()> &isReady);
    /// Sends a signal and waits until the server has ended.
    bool end(int signal);
    /// 0 while it does not run.
    pid_t pid() const { return static_cast<pid_t>(m_process.processId()); }
    /// All that the server said.
    QString log() const;

private:
    QString logFile() const;

    ServerFolder m_folder;
    QProcess m_process;
    int m_atOnce;
    int m_port = 0;
};

/// This process's environment without what differs from computer to computer: the time zone is UTC,
/// and variables like PGPORT, which lead to a server of whoever runs the tests, are left out.
QProcessEnvironment environmentWithoutServer();

/// `postgresql:///database?…` for one host or, parted by commas, several. A folder is a host too.
QString connectionUrl(
    const QString &hosts, const QString &ports, const QString &database, const QString &user);

} // namespace Rollbook
