// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disturbedrun.h"
#include "schoolserver.h"
#include "standbycluster.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Rollbook;

/// The server is gone for good in the middle of a run, and another takes over.
class TestServerFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standbyTakesOver();
};

void TestServerFailover::standbyTakesOver()
{
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_FAILOVER_ROUNDS");
    const int rounds = wanted > 0 ? wanted : 2;
    QElapsedTimer clock;
    clock.start();
    for (int round = 1; round <= rounds; ++round) {
        PostgresCluster primary;
        QVERIFY(primary.start());
        const QString database = SchoolServer(primary).addSchool();
        StandbyCluster standby(primary);
        QVERIFY(standby.start());
        QVERIFY(standby.replicateSynchronously());
        const auto school = opened(standby.failoverUrl(database, SchoolServer::Office));
        QVERIFY(school->courses().save(DisturbedRun::courses()));
        // From the first batches to the last, so that each kind of moment is met.
        const int after = 1 + (DisturbedRun::Rows - 100) * round / (rounds + 1);
        DisturbedRun run(*school, after, [&] {
            QVERIFY(primary.kill());
            QVERIFY(standby.promote());
        });
        run.goOn();
        if (!QTest::currentTestFailed())
            run.compareWithHistory(*school);
        if (!QTest::currentTestFailed())
            compareTables(standby, database);
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    qInfo("%d rounds of %d rows in %.1f s", rounds, DisturbedRun::Rows,
        static_cast<double>(clock.elapsed()) / 1000);
}

QTEST_GUILESS_MAIN(TestServerFailover)
#include "tst_serverfailover.moc"
