// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverprocess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QUrl>

#include <signal.h>
#include <unistd.h>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int PatienceMs = 60'000;

// Below the ports that the kernel gives to outgoing connections, one of which could have taken it
// when the server starts again.
int freePort()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        const int port = QRandomGenerator::system()->bounded(15'000, 32'000);
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost, static_cast<quint16>(port)))
            return port;
    }
    return 0;
}

QStringList asServerUser(const QString &program, const QStringList &arguments, int atOnce)
{
    QStringList all;
    if (geteuid() == 0) {
        const auto user = QString::fromLatin1(ServerFolder::User);
        all << u"--reuid="_s + user << u"--regid="_s + user << u"--clear-groups"_s;
    }
    // The kernel forgets this signal when the user changes; setpriv sets it after that.
    all << u"--pdeathsig"_s << QString::fromLatin1(sigabbrev_np(atOnce)) << program;
    return all + arguments;
}

} // namespace

ServerProcess::ServerProcess(int atOnce, ServerFolder::Medium medium)
    : m_folder(medium)
    , m_atOnce(atOnce)
    , m_port(freePort())
{
}

ServerProcess::~ServerProcess()
{
    end(m_atOnce);
}

void ServerProcess::takeAnotherPort()
{
    m_port = freePort();
}

bool ServerProcess::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environmentWithoutServer());
    process.setWorkingDirectory(folder());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"setpriv"_s, asServerUser(program, arguments, SIGKILL));
    if (process.waitForFinished(PatienceMs) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return true;
    qWarning("%s failed: %s %s", qPrintable(program), qPrintable(process.errorString()),
        process.readAll().constData());
    return false;
}

bool ServerProcess::start(
    const QString &program, const QStringList &arguments, const std::function<bool()> &isReady)
{
    m_process.setProcessEnvironment(environmentWithoutServer());
    m_process.setWorkingDirectory(folder());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(logFile(), QIODevice::Append);
    m_process.start(u"setpriv"_s, asServerUser(program, arguments, m_atOnce));
    const QDeadlineTimer patience(PatienceMs);
    while (m_process.state() != QProcess::NotRunning && !patience.hasExpired()) {
        if (isReady())
            return true;
        m_process.waitForFinished(5);
    }
    qWarning("%s did not start: %s\n%s", qPrintable(program), qPrintable(m_process.errorString()),
        qPrintable(log()));
    end(m_atOnce);
    return false;
}

bool ServerProcess::end(int signal)
{
    if (m_process.state() == QProcess::NotRunning)
        return true;
    ::kill(pid(), signal);
    if (m_process.waitForFinished(PatienceMs))
        return true;
    qWarning("a server had to be killed:\n%s", qPrintable(log()));
    m_process.kill();
    m_process.waitForFinished();
    return false;
}

QString ServerProcess::log() const
{
    QFile file(logFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ServerProcess::logFile() const
{
    return folder() + u"/server.log"_s;
}

QProcessEnvironment environmentWithoutServer()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        if (name.startsWith(u"PG"))
            environment.remove(name);
    // initdb would make the computer's time zone that of the server.
    environment.insert(u"TZ"_s, u"UTC"_s);
    return environment;
}

QString connectionUrl(
    const QString &hosts, const QString &ports, const QString &database, const QString &user)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return u"postgresql:///%1?host=%2&port=%3&user=%4"_s.arg(
        encoded(database), encoded(hosts), encoded(ports), encoded(user));
}

} // namespace Rollbook
