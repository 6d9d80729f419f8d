// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "postgresprograms.h"
#include "standbycluster.h"

#include <QDir>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <signal.h>
#include <sys/shm.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The servers that other tests stand on: they answer, keep apart and do what is asked of them.
class TestPostgresCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshClusterAnswers();
    void errorsAreSeen();
    void overTcpThePasswordDecides();
    void twoDoNotMeet();
    void leavesTakenPortToOthers();
    void databaseIsCopiedFromTemplate();
    void connectionsAreTerminated();
    void keepsCommittedRows_data();
    void keepsCommittedRows();
    void nothingIsLeftBehind_data();
    void nothingIsLeftBehind();
    void endsWithTheProcessThatStartedIt();
    void standbyFollowsAndTakesOver();
    void poolerPassesQueries();
};

namespace
{

const QString Nothing;
const QString MakeTable = u"CREATE TABLE seats (number int); INSERT INTO seats VALUES (1), (2)"_s;
const QString CountSeats = u"SELECT count(*) FROM seats"_s;

using Interruption = bool (*)(PostgresCluster &);

/// A database of the shared cluster with a table.
bool makeSeats(const QString &database)
{
    auto &cluster = PostgresCluster::shared();
    return cluster.createDatabase(database) && cluster.execute(MakeTable, database).isEmpty();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int sharedMemoryOf(const PostgresCluster &cluster)
{
    const QByteArray status = contentOf(cluster.dataFolder() + u"/postmaster.pid"_s);
    return status.split('\n').value(6).simplified().split(' ').last().toInt();
}

} // namespace

void TestPostgresCluster::freshClusterAnswers()
{
    const auto &cluster = PostgresCluster::shared();
    QCOMPARE(cluster.execute(u"SELECT current_user, 'né'; SELECT 2"_s), u"postgres|né\n2"_s);
    QCOMPARE(cluster.execute(u"SHOW server_encoding; SHOW lc_collate; SHOW fsync;"
                             "SHOW synchronous_commit; SHOW listen_addresses"_s),
        u"UTF8\nC.UTF-8\noff\non\n127.0.0.1"_s);
    QVERIFY(cluster.log().contains(u"ready to accept connections"));
}

void TestPostgresCluster::errorsAreSeen()
{
    const QString output =
        PostgresCluster::shared().execute(u"SELECT 1; SELECT * FROM nowhere; SELECT 2"_s);
    QVERIFY2(output.startsWith(u"1\n"), qPrintable(output));
    QVERIFY2(output.contains(u"ERROR:  relation \"nowhere\" does not exist"), qPrintable(output));
}

void TestPostgresCluster::overTcpThePasswordDecides()
{
    const auto &cluster = PostgresCluster::shared();
    QCOMPARE(cluster.execute(u"CREATE ROLE clerk LOGIN PASSWORD 'pass@:/word'"_s), Nothing);
    const QString who = u"SELECT current_user"_s;
    QCOMPARE(cluster.execute(who, u"postgres"_s, u"clerk"_s), u"clerk"_s);
    QCOMPARE(runPsql(cluster.tcpUrl(u"postgres"_s, u"clerk"_s, u"pass@:/word"_s), who), u"clerk"_s);
    const QString refused = runPsql(cluster.tcpUrl(u"postgres"_s, u"clerk"_s, u"word"_s), who);
    QVERIFY2(refused.contains(u"password authentication failed"), qPrintable(refused));
}

void TestPostgresCluster::twoDoNotMeet()
{
    PostgresCluster one;
    PostgresCluster other(PostgresCluster::Fsync::On, {u"deadlock_timeout = 50ms"_s});
    QVERIFY(one.start());
    QVERIFY(other.start());
    QVERIFY(one.port() != other.port());
    // They were made together, once.
    const QString maker = u"SELECT system_identifier FROM pg_control_system()"_s;
    QCOMPARE(one.execute(maker), other.execute(maker));
    QVERIFY(one.createDatabase(u"school"_s));
    const QString databases = u"SELECT count(*) FROM pg_database WHERE datname = 'school'"_s;
    QCOMPARE(one.execute(databases), u"1"_s);
    QCOMPARE(other.execute(databases), u"0"_s);
    QCOMPARE(other.execute(u"SHOW fsync; SHOW deadlock_timeout"_s), u"on\n50ms"_s);
}

void TestPostgresCluster::leavesTakenPortToOthers()
{
    PostgresCluster cluster;
    const int port = cluster.port();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, static_cast<quint16>(port)));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"postgres did not start.*"_s));
    QVERIFY(cluster.start());
    QVERIFY(cluster.port() != port);
    QCOMPARE(cluster.execute(u"SHOW port"_s), QString::number(cluster.port()));
}

void TestPostgresCluster::databaseIsCopiedFromTemplate()
{
    QVERIFY(makeSeats(u"a \"template\" of Müller's/100%"_s));
    auto &cluster = PostgresCluster::shared();
    QVERIFY(cluster.createDatabase(u"copy"_s, u"a \"template\" of Müller's/100%"_s));
    QCOMPARE(cluster.execute(CountSeats, u"copy"_s), u"2"_s);
}

void TestPostgresCluster::connectionsAreTerminated()
{
    auto &cluster = PostgresCluster::shared();
    QVERIFY(makeSeats(u"crowded"_s));
    QProcess psql;
    psql.start(postgresProgram(u"psql"_s), {u"-X"_s, u"-qAt"_s, cluster.url(u"crowded"_s)});
    psql.write("SELECT 'here';\n");
    QVERIFY(psql.waitForReadyRead());
    QCOMPARE(cluster.terminateConnections(u"crowded"_s), 1);
    QCOMPARE(cluster.terminateConnections(u"crowded"_s), 0);
    psql.write("SELECT 'still here';\n");
    psql.closeWriteChannel();
    QVERIFY(psql.waitForFinished());
    QCOMPARE(psql.readAllStandardOutput(), "here\n");
    QVERIFY(psql.readAllStandardError().contains("terminating connection"));
}

void TestPostgresCluster::keepsCommittedRows_data()
{
    QTest::addColumn<Interruption>("interrupt");
    using Cluster = PostgresCluster;
    QTest::newRow("restarted") << +[](Cluster &cluster) { return cluster.restart(); };
    QTest::newRow("stopped at once") << +[](Cluster &cluster) {
        return cluster.stop(Cluster::Stop::Immediate) && cluster.start();
    };
    QTest::newRow("killed") << +[](Cluster &cluster) { return cluster.kill() && cluster.start(); };
}

void TestPostgresCluster::keepsCommittedRows()
{
    QFETCH(Interruption, interrupt);
    PostgresCluster cluster;
    QVERIFY(cluster.start());
    const QString url = cluster.url(u"postgres"_s);
    QCOMPARE(cluster.execute(MakeTable), Nothing);

    // One who has a row that is not committed.
    QProcess psql;
    psql.start(postgresProgram(u"psql"_s), {u"-X"_s, u"-qAt"_s, url});
    psql.write("BEGIN; INSERT INTO seats VALUES (3) RETURNING number;\n");
    QVERIFY(psql.waitForReadyRead());

    QVERIFY(interrupt(cluster));
    QCOMPARE(cluster.url(u"postgres"_s), url);
    QCOMPARE(cluster.execute(CountSeats), u"2"_s);
    psql.kill();
    psql.waitForFinished();
}

void TestPostgresCluster::nothingIsLeftBehind_data()
{
    QTest::addColumn<Interruption>("interrupt");
    QTest::newRow("running") << +[](PostgresCluster &) { return true; };
    QTest::newRow("stopped") << +[](PostgresCluster &cluster) { return cluster.stop(); };
    QTest::newRow("killed") << +[](PostgresCluster &cluster) { return cluster.kill(); };
}

void TestPostgresCluster::nothingIsLeftBehind()
{
    QFETCH(Interruption, interrupt);
    auto cluster = std::make_unique<PostgresCluster>();
    QVERIFY(cluster->start());
    const QString folder = cluster->folder();
    const int segment = sharedMemoryOf(*cluster);
    shmid_ds state;
    QCOMPARE(shmctl(segment, IPC_STAT, &state), 0);
    QVERIFY(interrupt(*cluster));
    cluster.reset();
    QVERIFY(!QDir(folder).exists());
    QCOMPARE(shmctl(segment, IPC_STAT, &state), -1);
}

void TestPostgresCluster::endsWithTheProcessThatStartedIt()
{
    QProcess test;
    test.start(QStringLiteral(ABANDONEDCLUSTER), {});
    QVERIFY(test.waitForFinished());
    QCOMPARE(test.exitStatus(), QProcess::CrashExit);
    const QStringList lines = QString::fromUtf8(test.readAllStandardOutput()).split(u'\n');
    const QString command = u"/proc/%1/cmdline"_s.arg(lines.value(1).toInt());
    QTRY_VERIFY(contentOf(command).isEmpty());

    const QString folder = lines.value(0);
    QVERIFY(!folder.isEmpty());
    const PostgresCluster next;
    QVERIFY(!QDir(folder).exists());
    QVERIFY(QDir(next.folder()).exists());
}

void TestPostgresCluster::standbyFollowsAndTakesOver()
{
    PostgresCluster primary;
    QVERIFY(primary.start());
    QCOMPARE(primary.execute(MakeTable), Nothing);
    StandbyCluster standby(primary);
    QVERIFY(standby.start());
    QCOMPARE(standby.execute(CountSeats), u"2"_s);
    const QString insert = u"INSERT INTO seats VALUES (4)"_s;
    QVERIFY(standby.execute(insert).contains(u"read-only transaction"));

    QVERIFY(standby.replicateSynchronously());
    QCOMPARE(primary.execute(insert), Nothing);
    QVERIFY(standby.catchUp());
    QCOMPARE(standby.execute(CountSeats), u"3"_s);

    const QString url = standby.failoverUrl(u"postgres"_s);
    const QString where = u"SHOW port"_s;
    QCOMPARE(runPsql(url, where), QString::number(primary.port()));
    QCOMPARE(primary.execute(insert), Nothing);
    QVERIFY(primary.kill());
    QVERIFY(standby.promote());
    QCOMPARE(runPsql(url, where), QString::number(standby.port()));
    QCOMPARE(runPsql(url, insert), Nothing);
    QCOMPARE(standby.execute(CountSeats), u"5"_s);
}

void TestPostgresCluster::poolerPassesQueries()
{
    QVERIFY(makeSeats(u"pooled"_s));
    auto &cluster = PostgresCluster::shared();
    PgBouncer pooler(cluster);
    QVERIFY(pooler.start());
    const QString url = pooler.url(u"pooled"_s);
    QCOMPARE(runPsql(url, CountSeats), u"2"_s);

    QCOMPARE(cluster.execute(u"CREATE ROLE \"née Müller\" LOGIN"_s), Nothing);
    QCOMPARE(runPsql(pooler.url(u"pooled"_s, u"née Müller"_s), u"SELECT current_user"_s),
        u"née Müller"_s);
    const QString stranger = runPsql(pooler.url(u"pooled"_s, u"nobody"_s), CountSeats);
    QVERIFY2(stranger.contains(u"FATAL"), qPrintable(stranger));

    QVERIFY(pooler.stop());
    QVERIFY(runPsql(url, CountSeats).contains(u"psql: error"));
    QVERIFY(pooler.start());
    QCOMPARE(runPsql(url, CountSeats), u"2"_s);
}

QTEST_GUILESS_MAIN(TestPostgresCluster)
#include "tst_postgrescluster.moc"
