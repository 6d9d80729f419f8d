// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disturbedrun.h"
#include "schoolserver.h"
#include "standbycluster.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The server is gone for good in the middle of a run, and another takes over.
class TestServerFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standbyTakesOver();

private:
    using Roster = DisturbedRun::Roster;

    void killPrimaryIn(const QString &database, StandbyCluster &standby, Roster roster, int after);

    std::unique_ptr<PostgresCluster> m_primary;
};

// What took over is the primary of the next round, with a new standby, as in life.
void TestServerFailover::standbyTakesOver()
{
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_FAILOVER_ROUNDS");
    const int rounds = wanted > 0 ? wanted : FAILOVER_ROUNDS;
    QElapsedTimer clock;
    clock.start();
    // The standby looks at whether it is promoted as often as for what the primary wrote.
    m_primary = std::make_unique<PostgresCluster>(
        PostgresCluster::Fsync::Off, QStringList{u"wal_retrieve_retry_interval = 50ms"_s});
    QVERIFY(m_primary->start());
    SchoolServer schools(*m_primary);
    for (int round = 1; round <= rounds; ++round) {
        const QString database = schools.addSchool();
        auto standby = std::make_unique<StandbyCluster>(*m_primary);
        // From the first batches to the last, so that each kind of moment is met.
        killPrimaryIn(database, *standby, round % 2 == 0 ? Roster::Parted : Roster::Mixed,
            1 + (DisturbedRun::Rows - 100) * round / (rounds + 1));
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
        m_primary = std::move(standby);
        schools.moveTo(*m_primary);
        schools.removeSchool(database);
    }
    m_primary.reset();
    qInfo("%d rounds of %d rows in %.1f s", rounds, DisturbedRun::Rows,
        static_cast<double>(clock.elapsed()) / 1000);
}

void TestServerFailover::killPrimaryIn(
    const QString &database, StandbyCluster &standby, Roster roster, int after)
{
    QVERIFY(standby.start());
    QVERIFY(standby.replicateSynchronously());
    const auto school = opened(standby.failoverUrl(database, SchoolServer::Office));
    QVERIFY(school->courses().save(DisturbedRun::courses()));
    DisturbedRun run(*school, roster, after, [&] {
        QVERIFY(m_primary->kill());
        QVERIFY(standby.promote());
    });
    run.goOn();
    if (!QTest::currentTestFailed())
        run.compareWithHistory(*school);
    if (!QTest::currentTestFailed())
        compareTables(standby, database);
}

QTEST_GUILESS_MAIN(TestServerFailover)
#include "tst_serverfailover.moc"
