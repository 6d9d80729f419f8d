// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgresprograms.h"

#include "serverprocess.h"

#include <QDir>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int OldestVersion = 15;

// Debian's own psql looks for clusters of the computer first, which takes longer than a query.
QString newestFolder()
{
    const QDir folder(u"/usr/lib/postgresql"_s);
    int newest = 0;
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        if (QFile::exists(folder.filePath(name + u"/bin/postgres"_s)))
            newest = qMax(newest, name.toInt());
    if (newest < OldestVersion)
        qFatal("PostgreSQL %d is not installed", OldestVersion);
    return folder.filePath(QString::number(newest) + u"/bin/"_s);
}

} // namespace

QString postgresProgram(const QString &name)
{
    static const QString folder = newestFolder();
    return folder + name;
}

QString runPsql(const QString &url, const QString &sql)
{
    QProcess psql;
    psql.setProcessEnvironment(environmentWithoutServer());
    psql.setProcessChannelMode(QProcess::MergedChannels);
    psql.start(postgresProgram(u"psql"_s),
        {u"--no-psqlrc"_s, u"--no-password"_s, u"--quiet"_s, u"--no-align"_s, u"--tuples-only"_s,
            u"--set=ON_ERROR_STOP=1"_s, u"--dbname"_s, url, u"--file=-"_s});
    psql.write(sql.toUtf8());
    psql.closeWriteChannel();
    if (!psql.waitForFinished(60'000))
        return u"psql: "_s + psql.errorString();
    QString output = QString::fromUtf8(psql.readAll());
    if (output.endsWith(u'\n'))
        output.chop(1);
    return output;
}

} // namespace Rollbook
