// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "pgtestdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// A connection goes where its address says, waits no longer than it is asked to, and says when it
/// is lost.
class TestPgConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void tellsTheServerWhoItIs();
    void theAddressHasTheLastWord();
    void vanishedServersAreNoticed_data();
    void vanishedServersAreNoticed();
    void textIsAlwaysUtf8();
    void passwordIsGivenApart();
    void serviceFilesAreHonoured();

    void refusedStatementLeavesItUsable();
    void failedTransactionIsNotCommitted();
    void commitGivenUpIsALoss();
    void waitsForALockUntilPatienceIsLost();
    void waitsForALockUntilItIsFree();
    void endedByTheServerWhileItWaits();
    void killedServerIsALoss();
    void copyingIsRefused();
    void tooManyParametersAreRefused();
    void poolerGivesUpToo();
    void tellsWhetherAPoolerStandsBetween();
};

namespace
{

const QString Database = u"connection"_s;

/// A pg_service.conf with that text.
class ServiceFile
{
public:
    explicit ServiceFile(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"services"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qWarning("cannot write a service file");
        qputenv("PGSERVICEFILE", QFile::encodeName(file.fileName()));
    }
    ~ServiceFile() { qunsetenv("PGSERVICEFILE"); }
    Q_DISABLE_COPY_MOVE(ServiceFile)

private:
    QTemporaryDir m_folder;
};

/// A colleague who changes a line and keeps it locked until they are gone.
std::unique_ptr<PgConnection> holdingTheSeat(const PgAddress &address)
{
    auto colleague = std::make_unique<PgConnection>(address);
    colleague->execute("BEGIN");
    colleague->execute("UPDATE seats SET free = free - 1");
    return colleague;
}

PgConnection::Patience untilAsked(int times)
{
    return [times, asked = 0]() mutable { return ++asked < times; };
}

int waitingForALock()
{
    return PostgresCluster::shared()
        .execute(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"_s)
        .toInt();
}

} // namespace

void TestPgConnection::initTestCase()
{
    QVERIFY(PostgresCluster::shared().createDatabase(Database));
    PgConnection(addressOf(Database)).execute("CREATE TABLE seats AS SELECT 10 AS free");
}

void TestPgConnection::tellsTheServerWhoItIs()
{
    PgConnection connection(addressOf(Database));
    QCOMPARE(first(connection.execute("SHOW application_name")), u"rollbook"_s);
    QCOMPARE(connection.user(), PostgresCluster::Superuser);
    QVERIFY(connection.serverVersion() >= 150000);
    QVERIFY(connection.isOpen());
}

void TestPgConnection::vanishedServersAreNoticed_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("timeout");
    QTest::newRow("unsaid") << QByteArray("host=a") << QByteArray() << QByteArray("15000");
    QTest::newRow("said") << QByteArray("postgresql://a/b?tcp_user_timeout=1") << QByteArray()
                          << QByteArray("1");
    QTest::newRow("service says nothing")
        << QByteArray("service=office") << QByteArray("host=a\n") << QByteArray("15000");
    QTest::newRow("service says it")
        << QByteArray("service=office") << QByteArray("host=a\ntcp_user_timeout=2\n")
        << QByteArray("(service)");
}

void TestPgConnection::vanishedServersAreNoticed()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, service);
    const ServiceFile file("[office]\n" + service);
    const PgConnectionWords words(PgAddress{location.toStdString()});
    const auto keywords = words.keywords();
    const auto values = words.values();
    QCOMPARE(keywords.size(), values.size());
    QByteArray found = "(service)";
    for (size_t at = 0; at + 1 < keywords.size(); ++at) {
        QVERIFY(QByteArray(keywords[at]) != "target_session_attrs");
        if (QByteArray(keywords[at]) == "tcp_user_timeout")
            found = values[at];
    }
    QTEST(found, "timeout");
}

void TestPgConnection::theAddressHasTheLastWord()
{
    PgAddress address = addressOf(Database);
    address.location += "&application_name=front%20office&keepalives_idle=7";
    PgConnection connection(address);
    QCOMPARE(first(connection.execute("SHOW application_name")), u"front office"_s);
}

void TestPgConnection::textIsAlwaysUtf8()
{
    PgAddress address = addressOf(Database);
    address.location += "&client_encoding=LATIN1";
    PgConnection connection(address);
    QCOMPARE(first(connection.execute("SELECT $1 || U&'\\0151'", {std::string_view("Z\u00eb")})),
        u"Z\u00eb\u0151"_s);
}

void TestPgConnection::passwordIsGivenApart()
{
    auto &cluster = PostgresCluster::shared();
    QCOMPARE(cluster.execute(u"CREATE ROLE clerk LOGIN PASSWORD 'it''s \\ secret'"_s), QString());
    PgAddress address{"host=127.0.0.1 port=" + std::to_string(cluster.port())
        + " dbname=connection user=clerk password=outdated"};
    address.password = "it's \\ secret";
    QCOMPARE(PgConnection(address).user(), u"clerk"_s);
}

void TestPgConnection::serviceFilesAreHonoured()
{
    auto &cluster = PostgresCluster::shared();
    const ServiceFile file("[office]\nhost=" + cluster.folder().toUtf8()
        + "\nport=" + QByteArray::number(cluster.port()) + "\ndbname=connection\nuser=postgres\n");
    QCOMPARE(first(PgConnection(PgAddress{"service=office"}).execute("SELECT current_database()")),
        Database);
    const auto fault = faultIn([] { PgConnection(PgAddress{"service=elsewhere"}); });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::Address);
}

void TestPgConnection::refusedStatementLeavesItUsable()
{
    PgConnection connection(addressOf(Database));
    connection.execute("BEGIN");
    QVERIFY(connection.isInTransaction());
    const auto fault = faultIn([&] { connection.execute("SELECT 1 / $1::int", {qint64{0}}); });
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "22012");
    QCOMPARE(fault->message(), "division by zero");
    QVERIFY(connection.isOpen());
    QVERIFY(connection.hasFailedTransaction());
    connection.execute("ROLLBACK");
    QCOMPARE(connection.execute("SELECT 1").number(0, 0), 1);
}

void TestPgConnection::failedTransactionIsNotCommitted()
{
    PgConnection connection(addressOf(Database));
    connection.execute("BEGIN");
    connection.execute("CREATE TABLE committed ()");
    connection.commit();
    QVERIFY(!connection.isInTransaction());
    connection.execute("BEGIN");
    QVERIFY(faultIn([&] { connection.execute("SELECT 1 / 0"); }));
    const auto fault = faultIn([&] { connection.commit(); });
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "25P02");
    connection.execute("ROLLBACK");
    QCOMPARE(connection.execute("SELECT * FROM committed").rows(), 0);
}

// As with a standby that does not answer: here a deferred check waits for a lock.
void TestPgConnection::commitGivenUpIsALoss()
{
    PgConnection connection(addressOf(Database));
    connection.execute("CREATE TABLE codes (code int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
    PgConnection colleague(addressOf(Database));
    colleague.execute("BEGIN");
    colleague.execute("INSERT INTO codes VALUES (1)");
    connection.execute("BEGIN");
    connection.execute("INSERT INTO codes VALUES (1)");
    connection.setPatience([] { return false; });
    const auto fault = faultIn([&] { connection.commit(); });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::Lost);
    QVERIFY(!connection.isOpen());
}

void TestPgConnection::waitsForALockUntilPatienceIsLost()
{
    const auto colleague = holdingTheSeat(addressOf(Database));
    PgConnection connection(addressOf(Database));
    connection.setPatience(untilAsked(5));
    const auto fault = faultIn([&] { connection.execute("UPDATE seats SET free = free - 1"); });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::GaveUp);
    QCOMPARE(waitingForALock(), 0);
    connection.setPatience({});
    QCOMPARE(connection.execute("SELECT free FROM seats").number(0, 0), 10);
}

void TestPgConnection::waitsForALockUntilItIsFree()
{
    auto colleague = holdingTheSeat(addressOf(Database));
    PgConnection connection(addressOf(Database), [&] {
        if (waitingForALock() == 1)
            colleague.reset();
        return true;
    });
    QCOMPARE(connection.execute("UPDATE seats SET free = free").affected(), 1);
    QVERIFY(!colleague);
}

void TestPgConnection::endedByTheServerWhileItWaits()
{
    const auto colleague = holdingTheSeat(addressOf(Database));
    bool isEnded = false;
    PgConnection connection(addressOf(Database));
    connection.setPatience([&] {
        if (!std::exchange(isEnded, true))
            PostgresCluster::shared().terminateConnections(Database);
        return true;
    });
    const auto fault = faultIn([&] { connection.execute("SELECT pg_sleep(600)"); });
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "57P01");
    QVERIFY(fault->isOutage());
    QVERIFY(!connection.isOpen());
    // An idle one hears of it with the next statement.
    const auto later = faultIn([&] { colleague->execute("COMMIT"); });
    QVERIFY(later);
    QVERIFY(later->isOutage());
    QVERIFY(!colleague->isOpen());
    QVERIFY(faultIn([&] { colleague->execute("SELECT 1"); })->isOutage());
    QCOMPARE(PgConnection(addressOf(Database)).execute("SELECT free FROM seats").number(0, 0), 10);
}

void TestPgConnection::killedServerIsALoss()
{
    PostgresCluster cluster;
    QVERIFY(cluster.start());
    bool isKilled = false;
    PgConnection connection(PgAddress{cluster.url(PostgresCluster::Superuser).toStdString()});
    connection.setPatience([&] {
        if (!std::exchange(isKilled, true))
            cluster.kill();
        return true;
    });
    const auto fault = faultIn([&] { connection.execute("SELECT pg_sleep(600)"); });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::Lost);
    QVERIFY(fault->isOutage());
    QVERIFY(!connection.isOpen());
}

void TestPgConnection::copyingIsRefused()
{
    PgConnection connection(addressOf(Database));
    QVERIFY(faultIn([&] { connection.execute("COPY seats TO STDOUT"); }));
    QVERIFY(!connection.isOpen());
}

void TestPgConnection::tooManyParametersAreRefused()
{
    PgConnection connection(addressOf(Database));
    const std::vector<PgParameter> many(70'000);
    const auto fault = faultIn([&] { connection.execute("SELECT 1", many); });
    QVERIFY(fault);
    QVERIFY(!fault->isOutage());
    QCOMPARE(connection.execute("SELECT 1").number(0, 0), 1);
}

void TestPgConnection::poolerGivesUpToo()
{
    PgBouncer pooler(PostgresCluster::shared(), 2);
    QVERIFY(pooler.start());
    const PgAddress address{pooler.url(Database).toStdString()};
    const auto colleague = holdingTheSeat(address);
    PgConnection connection(address);
    connection.setPatience(untilAsked(5));
    const auto fault = faultIn([&] { connection.execute("UPDATE seats SET free = free - 1"); });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::GaveUp);
    connection.setPatience({});
    QCOMPARE(connection.execute("SELECT free FROM seats").number(0, 0), 10);
    QCOMPARE(connection.user(), PostgresCluster::Superuser);
}

void TestPgConnection::tellsWhetherAPoolerStandsBetween()
{
    PgBouncer pooler(PostgresCluster::shared());
    QVERIFY(pooler.start());
    QVERIFY(PgConnection({pooler.url(Database).toStdString()}).isPooled());
    QVERIFY(!PgConnection(addressOf(Database)).isPooled());
}

QTEST_GUILESS_MAIN(TestPgConnection)
#include "tst_pgconnection.moc"
