// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newcluster.h"

#include "postgresprograms.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QProcess>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Another PostgreSQL makes others.
QString keptFolder()
{
    const QByteArray initdb = postgresProgram(u"initdb"_s).toUtf8();
    return QStringLiteral(ROLLBOOK_CLUSTERS "/")
        + QString::fromLatin1(
            QCryptographicHash::hash(initdb, QCryptographicHash::Sha256).toHex().first(8));
}

// With the owners and rights that a server insists on, which Qt would not keep.
bool copy(const QString &from, const QString &to)
{
    const bool isCopied =
        QProcess::execute(u"cp"_s, {u"--archive"_s, u"--reflink=auto"_s, from, to}) == 0;
    if (!isCopied)
        QDir(to).removeRecursively();
    return isCopied;
}

// Tests run beside each other: it has its name when it is complete, and the first one stays.
void keep(const QString &dataFolder, const QString &kept)
{
    const QString unfinished = kept + u'.' + QString::number(QCoreApplication::applicationPid());
    QDir().mkpath(QStringLiteral(ROLLBOOK_CLUSTERS));
    if (copy(dataFolder, unfinished) && !QDir().rename(unfinished, kept))
        QDir(unfinished).removeRecursively();
}

} // namespace

bool fillWithNewCluster(const QString &dataFolder, const std::function<bool()> &make)
{
    const QString kept = keptFolder();
    if (QDir(kept).exists() && copy(kept, dataFolder))
        return true;
    if (!make())
        return false;
    keep(dataFolder, kept);
    return true;
}

} // namespace Rollbook
