// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processtree.h"

#include <QDir>
#include <QFile>

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

// The header of Debian 12's C library forgets C++.
extern "C" {
#include <sys/pidfd.h>
}

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

pid_t parentOf(const QString &process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // Behind the name, which may hold anything: the state, then the parent.
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toInt();
}

QList<pid_t> childrenOf(pid_t parent)
{
    QList<pid_t> children;
    const QStringList names = QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs);
    for (const QString &name : names)
        if (parentOf(name) == parent)
            children += name.toInt();
    return children;
}

bool hasEnded(int process)
{
    pollfd end{process, POLLIN, 0};
    return poll(&end, 1, 10'000) == 1;
}

} // namespace

bool killChildren(pid_t parent)
{
    siginfo_t stopped{};
    if (::kill(parent, SIGSTOP) != 0
        || waitid(P_PID, static_cast<id_t>(parent), &stopped, WSTOPPED | WNOWAIT) != 0)
        return false;
    QList<int> processes;
    const QList<pid_t> children = childrenOf(parent);
    for (const pid_t child : children)
        processes += pidfd_open(child, 0);
    for (const int process : std::as_const(processes))
        pidfd_send_signal(process, SIGKILL, nullptr, 0);
    bool ended = true;
    for (const int process : std::as_const(processes)) {
        ended = hasEnded(process) && ended;
        close(process);
    }
    return ended;
}

} // namespace Rollbook
