// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "pgtestdatabase.h"

#include <QTest>

#include <array>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Statements that are sent ahead of whatever waits for them.
class TestPgAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void goesWithTheCommit();
    void muchIsSentWhileTheServerWorks();
    void veryManyAreSent();
    void nextStatementWaitsForIt();
    void faultIsToldByTheCommit();
    void faultIsToldByTheNextStatement();
    void faultIsToldBySeveralThatComeNext();
    void rollbackTakesItBack();
    void givesUpBeforeTheCommit();
    void nobodyKnowsOfACommitThatWasGivenUp();
    void goesThroughAPooler();

private:
    qint64 committed() const;

    std::unique_ptr<PgConnection> m_connection;
};

namespace
{

const QString Database = u"ahead"_s;

PgCommand insert(qint64 number)
{
    return {"INSERT INTO numbers VALUES (100 / $1)", {PgParameter(number)}};
}

} // namespace

void TestPgAhead::initTestCase()
{
    QVERIFY(PostgresCluster::shared().createDatabase(Database));
    PgConnection(addressOf(Database)).execute("CREATE TABLE numbers (number bigint)");
}

void TestPgAhead::init()
{
    m_connection = std::make_unique<PgConnection>(addressOf(Database));
    m_connection->execute("TRUNCATE numbers");
    m_connection->execute("BEGIN");
}

qint64 TestPgAhead::committed() const
{
    return PgConnection(addressOf(Database)).execute("SELECT count(*) FROM numbers").number(0, 0);
}

void TestPgAhead::goesWithTheCommit()
{
    m_connection->sendAhead(insert(1));
    m_connection->sendAhead(insert(2));
    QVERIFY(m_connection->commit().count() > 0);
    QVERIFY(!m_connection->isInTransaction());
    QCOMPARE(committed(), 2);
}

// Neither side can send before the other one takes what it has sent.
void TestPgAhead::muchIsSentWhileTheServerWorks()
{
    const std::string text(1 << 20, 'y');
    for (int i = 0; i < 40; ++i)
        m_connection->sendAhead({"SELECT $1", {PgParameter(text)}});
    m_connection->sendAhead(insert(1));
    m_connection->commit();
    QCOMPARE(committed(), 1);
}

void TestPgAhead::veryManyAreSent()
{
    constexpr int count = 2500; // more than are kept
    for (int i = 0; i < count; ++i)
        m_connection->sendAhead(insert(1));
    m_connection->commit();
    QCOMPARE(committed(), count);
}

void TestPgAhead::nextStatementWaitsForIt()
{
    m_connection->sendAhead(insert(1));
    QCOMPARE(m_connection->execute("SELECT count(*) FROM numbers").number(0, 0), 1);
    m_connection->sendAhead(insert(2));
    const std::array<PgCommand, 1> commands{PgCommand{"SELECT count(*) FROM numbers"}};
    QCOMPARE(m_connection->executeAll(commands).front().number(0, 0), 2);
    m_connection->commit();
    QCOMPARE(committed(), 2);
}

void TestPgAhead::faultIsToldByTheCommit()
{
    m_connection->sendAhead(insert(1));
    m_connection->sendAhead(insert(0));
    m_connection->sendAhead(insert(2));
    const auto fault = faultIn([&] { m_connection->commit(); });
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "22012");
    QVERIFY(m_connection->hasFailedTransaction());
    m_connection->rollback();
    QCOMPARE(committed(), 0);
    QCOMPARE(m_connection->execute("SELECT 1").number(0, 0), 1);
}

void TestPgAhead::faultIsToldByTheNextStatement()
{
    m_connection->sendAhead(insert(0));
    const auto fault = faultIn([&] { m_connection->execute("SELECT 1"); });
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "22012");
    QCOMPARE(faultIn([&] { m_connection->commit(); })->sqlState(), "25P02");
}

void TestPgAhead::faultIsToldBySeveralThatComeNext()
{
    m_connection->sendAhead(insert(1));
    m_connection->sendAhead(insert(0));
    m_connection->sendAhead(insert(2));
    const std::array<PgCommand, 2> commands{PgCommand{"SELECT 1"}, PgCommand{"SELECT 2"}};
    const PgConnection::Answers answers = m_connection->tryAll(commands);
    QVERIFY(answers.fault);
    QCOMPARE(answers.fault->sqlState(), "22012");
    QVERIFY(answers.results.empty());
    m_connection->rollback();
    QCOMPARE(committed(), 0);
}

void TestPgAhead::rollbackTakesItBack()
{
    for (const qint64 divisor : {1, 0}) {
        m_connection->sendAhead(insert(divisor));
        m_connection->rollback();
        QVERIFY(!m_connection->isInTransaction());
        QVERIFY(!m_connection->hasFailedTransaction());
        QCOMPARE(committed(), 0);
        m_connection->execute("BEGIN");
    }
}

void TestPgAhead::givesUpBeforeTheCommit()
{
    PgConnection colleague(addressOf(Database));
    colleague.executeAll(
        std::array{PgCommand{"BEGIN"}, PgCommand{"LOCK TABLE numbers IN EXCLUSIVE MODE"}});
    m_connection->setPatience([] { return false; });
    const auto fault = faultIn([&] {
        m_connection->sendAhead(insert(1));
        m_connection->commit();
    });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::GaveUp);
    colleague.execute("ROLLBACK");
    QCOMPARE(committed(), 0);
}

// It waits for a standby that is not there.
void TestPgAhead::nobodyKnowsOfACommitThatWasGivenUp()
{
    PostgresCluster server;
    QVERIFY(server.start());
    PgConnection connection({server.url(PostgresCluster::Superuser).toStdString()});
    connection.execute("CREATE TABLE numbers (number bigint)");
    server.waitForStandby(true);
    connection.execute("BEGIN");
    connection.setPatience([&] {
        return server.execute(u"SELECT count(*) FROM pg_stat_activity"
                              " WHERE wait_event = 'SyncRep'"_s)
            == u"0";
    });
    const auto fault = faultIn([&] {
        connection.sendAhead(insert(1));
        connection.commit();
    });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::Lost);
}

void TestPgAhead::goesThroughAPooler()
{
    m_connection->rollback();
    PgBouncer pooler(PostgresCluster::shared(), 2);
    QVERIFY(pooler.start());
    const PgAddress address{pooler.url(Database).toStdString()};
    std::vector<std::unique_ptr<PgConnection>> connections;
    for (int count = 0; count < 5; ++count)
        connections.push_back(std::make_unique<PgConnection>(address));
    for (int round = 0; round < 20; ++round) {
        for (const auto &connection : connections) {
            connection->execute("BEGIN");
            connection->sendAhead(insert(1));
            connection->sendAhead(insert(2));
            connection->commit();
        }
    }
    QCOMPARE(committed(), 200);
}

QTEST_GUILESS_MAIN(TestPgAhead)
#include "tst_pgahead.moc"
