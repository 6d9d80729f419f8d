// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollbookprocess.h"

#include <QFile>
#include <QProcessEnvironment>

#include <csignal>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

// Far longer than anything here takes, under a sanitizer on a busy machine too.
constexpr int LongestWait = 120'000;

QProcessEnvironment environmentIn(const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1StringView(display));
    for (const char *place : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
             "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1StringView(place), folder + QStringLiteral("/home"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    return environment;
}

} // namespace

QStringList Answer::outLines() const
{
    return out.split(u'\n', Qt::SkipEmptyParts);
}

QString Answer::summary() const
{
    QStringList parts;
    const QStringList lines = outLines();
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() == 2 && cells[1] != QStringLiteral("0"))
            parts += cells.join(u' ');
    }
    return parts.join(QStringLiteral(", "));
}

QString Answer::told() const
{
    return QStringLiteral("exit status %1\n%2\n%3").arg(exitStatus).arg(out.right(2000), err);
}

RollbookProcess::RollbookProcess(const QString &folder)
{
    m_process.setProgram(QStringLiteral(ROLLBOOK_PROGRAM));
    m_process.setWorkingDirectory(folder);
    m_process.setProcessEnvironment(environmentIn(folder));
    m_process.setReadChannel(QProcess::StandardError);
    m_process.setStandardInputFile(QProcess::nullDevice());
}

RollbookProcess::~RollbookProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

void RollbookProcess::enterChild() const
{
    if (m_largestFile > 0) {
        const rlimit limit{m_largestFile, m_largestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        // What remains is that write(2) fails, as on a full disk.
        ::signal(SIGXFSZ, SIG_IGN);
    }
    // What is not among the capabilities that a program may ever have, root does not get either.
    if (m_respectsPermissions && ::geteuid() == 0
        && (::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE) != 0
            || ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH) != 0))
        ::_exit(125);
}

void RollbookProcess::takeLibrariesFrom(const QString &folder)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(QStringLiteral("LD_LIBRARY_PATH"), folder);
    m_process.setProcessEnvironment(environment);
}

void RollbookProcess::start(const QString &arguments)
{
    if (m_largestFile > 0 || m_respectsPermissions)
        m_process.setChildProcessModifier([this] { enterChild(); });
    m_process.setArguments(QProcess::splitCommand(arguments));
    m_process.start();
    m_process.waitForStarted(LongestWait);
}

bool RollbookProcess::waitUntilItSays(const QString &text)
{
    const QByteArray wanted = text.toUtf8();
    while (!m_err.contains(wanted)) {
        if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(LongestWait))
            return false;
        m_err += m_process.readAllStandardError();
    }
    return true;
}

bool RollbookProcess::waitUntilItListens()
{
    constexpr int betweenTwoMs = 2;
    constexpr quint64 interruptBit = 1U << (SIGINT - 1);
    do {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = status.readAll();
        const qsizetype caught = text.indexOf("SigCgt:");
        if (caught >= 0
            && (text.mid(caught + 7, 17).trimmed().toULongLong(nullptr, 16) & interruptBit) != 0)
            return true;
    } while (!m_process.waitForFinished(betweenTwoMs) && m_process.state() != QProcess::NotRunning);
    return false;
}

void RollbookProcess::interrupt()
{
    // Process 0 would be this one and all around it.
    if (const auto process = static_cast<pid_t>(m_process.processId()); process > 0)
        ::kill(process, SIGINT);
}

void RollbookProcess::interruptUntilItEnds()
{
    constexpr int betweenTwoMs = 2;
    do {
        interrupt();
    } while (!m_process.waitForFinished(betweenTwoMs) && m_process.state() != QProcess::NotRunning);
}

bool RollbookProcess::killAfter(int milliseconds)
{
    if (m_process.waitForFinished(milliseconds) || m_process.state() == QProcess::NotRunning)
        return false;
    m_process.kill();
    m_process.waitForFinished(LongestWait);
    return m_process.exitStatus() == QProcess::CrashExit;
}

Answer RollbookProcess::finish()
{
    const bool ended = m_process.state() == QProcess::NotRunning
        ? m_process.error() != QProcess::FailedToStart
        : m_process.waitForFinished(LongestWait);
    m_err += m_process.readAllStandardError();
    if (!ended)
        m_err += m_process.errorString().toUtf8();
    Answer answer{
        -1, QString::fromUtf8(m_process.readAllStandardOutput()), QString::fromUtf8(m_err)};
    if (ended && m_process.exitStatus() == QProcess::NormalExit)
        answer.exitStatus = m_process.exitCode();
    return answer;
}

} // namespace Rollbook
