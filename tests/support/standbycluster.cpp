// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "standbycluster.h"

#include <QDeadlineTimer>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool becomesTrue(const PostgresCluster &cluster, const QString &condition)
{
    const QDeadlineTimer patience(60'000);
    QString answer;
    do {
        answer = cluster.execute(u"SELECT "_s + condition);
    } while (answer == u"f" && !patience.hasExpired());
    if (answer != u"t")
        qWarning("%s: %s", qPrintable(condition), qPrintable(answer));
    return answer == u"t";
}

} // namespace

StandbyCluster::StandbyCluster(PostgresCluster &primary)
    : m_primary(primary)
{
}

bool StandbyCluster::replicateSynchronously()
{
    m_primary.waitForStandby(true);
    return becomesTrue(
        m_primary, u"EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync')"_s);
}

bool StandbyCluster::catchUp() const
{
    const QString written = m_primary.execute(u"SELECT pg_current_wal_insert_lsn()"_s);
    return becomesTrue(*this, u"pg_last_wal_replay_lsn() >= '%1'::pg_lsn"_s.arg(written));
}

bool StandbyCluster::promote()
{
    const QString output = execute(u"ALTER SYSTEM RESET synchronous_standby_names;"
                                   "SELECT pg_reload_conf();"
                                   "SELECT pg_promote()"_s);
    if (output != u"t\nt")
        qWarning("not promoted: %s", qPrintable(output));
    return output == u"t\nt";
}

QString StandbyCluster::failoverUrl(const QString &database, const QString &user) const
{
    return connectionUrl(m_primary.folder() + u',' + folder(),
               QString::number(m_primary.port()) + u',' + QString::number(port()), database, user)
        + u"&target_session_attrs=read-write"_s;
}

bool StandbyCluster::make()
{
    return runTool(u"pg_basebackup"_s,
        {u"--pgdata"_s, dataFolder(), u"--write-recovery-conf"_s, u"--checkpoint=fast"_s,
            u"--no-sync"_s, u"--dbname"_s, m_primary.url(Superuser)});
}

} // namespace Rollbook
