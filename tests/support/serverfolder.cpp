// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <unistd.h>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString Prefix = u"rollbook-server-"_s;
const QString Claim = u"/claim"_s;
const QString Memory = u"/dev/shm"_s;
constexpr qint64 MuchRoom = 4LL << 30;

// A path of a socket has at most 107 bytes, and a name like .s.PGSQL.12345 comes behind it.
QString folderOnDisk()
{
    const QString folder = QDir::tempPath();
    return folder.size() > 70 ? u"/tmp"_s : folder;
}

QString parentFolder(ServerFolder::Medium medium)
{
    const bool isInMemory = medium == ServerFolder::Medium::Memory && QFileInfo(Memory).isWritable()
        && QStorageInfo(Memory).bytesAvailable() > MuchRoom;
    return isInMemory ? Memory : folderOnDisk();
}

int lockedFile(const QString &path, int flags)
{
    const int file = open(QFile::encodeName(path).constData(), flags | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0 || flock(file, LOCK_EX | LOCK_NB) == 0)
        return file;
    close(file);
    return -1;
}

void removeAbandonedIn(const QDir &parent)
{
    const QStringList names =
        parent.entryList({Prefix + u'*'}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const int claim = lockedFile(parent.filePath(name) + Claim, 0);
        if (claim < 0)
            continue;
        QDir(parent.filePath(name)).removeRecursively();
        close(claim);
    }
}

} // namespace

ServerFolder::ServerFolder(Medium medium)
    : m_folder(parentFolder(medium) + u'/' + Prefix + u"XXXXXX"_s)
{
    removeAbandonedIn(folderOnDisk());
    removeAbandonedIn(Memory);
    if (!m_folder.isValid())
        qWarning("no folder for a server: %s", qPrintable(m_folder.errorString()));
    claim();
    if (geteuid() != 0)
        return;
    const passwd *user = getpwnam(User);
    if (!user || chown(QFile::encodeName(path()).constData(), user->pw_uid, user->pw_gid) != 0)
        qWarning("cannot give %s to the user %s", qPrintable(path()), User);
}

ServerFolder::~ServerFolder()
{
    m_folder.remove();
    if (m_claim >= 0)
        close(m_claim);
}

// It has its name when it is locked, so nobody finds it without.
void ServerFolder::claim()
{
    const QString unnamed = path() + Claim + u".new"_s;
    m_claim = lockedFile(unnamed, O_CREAT | O_EXCL);
    if (m_claim < 0 || !QFile::rename(unnamed, path() + Claim))
        qWarning("cannot claim %s", qPrintable(path()));
}

} // namespace Rollbook
