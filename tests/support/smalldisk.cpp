// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smalldisk.h"

#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

void tellKernel(const char *name, const QByteArray &text)
{
    QFile file(QString::fromLatin1(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qWarning("cannot write %s", name);
}

} // namespace

void SmallDisk::allowMounting()
{
    const auto user = QByteArray::number(getuid());
    const auto group = QByteArray::number(getgid());
    if (geteuid() == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return;
    tellKernel("/proc/self/setgroups", "deny");
    tellKernel("/proc/self/uid_map", user + ' ' + user + " 1");
    tellKernel("/proc/self/gid_map", group + ' ' + group + " 1");
}

bool SmallDisk::mount(const QString &folder, int bytes)
{
    const QByteArray options = "mode=0777,size=" + QByteArray::number(bytes);
    if (::mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, options.constData())
        != 0)
        return false;
    m_folder = folder;
    return true;
}

void SmallDisk::unmount()
{
    // A library under test may leave a file open when it has failed.
    if (!m_folder.isEmpty() && umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH) != 0)
        qWarning("cannot unmount %s", qPrintable(m_folder));
    m_folder.clear();
}

} // namespace Rollbook
