// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "pgtestdatabase.h"

#include <QTest>

#include <array>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Several statements in one round trip do what they would do one after the other.
class TestPgPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void answersComeInOrder();
    void nothingIsSentForNothing();
    void firstFaultIsTold();
    void aFaultUndoesThemAll();
    void aWholeTransactionGoesAtOnce();
    void muchGoesBothWays();
    void givesUpWaiting();
    void lostWhileItWaits();
    void goesThroughAPooler();

private:
    std::unique_ptr<PgConnection> m_connection;
};

namespace
{

const QString Database = u"pipeline"_s;

std::vector<PgCommand> inserts(std::initializer_list<qint64> numbers)
{
    std::vector<PgCommand> commands;
    for (const qint64 number : numbers)
        commands.push_back({"INSERT INTO numbers VALUES (100 / $1)", {PgParameter(number)}});
    return commands;
}

} // namespace

void TestPgPipeline::initTestCase()
{
    QVERIFY(PostgresCluster::shared().createDatabase(Database));
    m_connection = std::make_unique<PgConnection>(addressOf(Database));
    m_connection->execute("CREATE TABLE numbers (number bigint)");
}

void TestPgPipeline::answersComeInOrder()
{
    std::vector<PgCommand> commands;
    for (qint64 number = 0; number < 100; ++number)
        commands.push_back({"SELECT $1::bigint", {PgParameter(number)}});
    const auto answers = m_connection->executeAll(commands);
    QCOMPARE(answers.size(), size_t{100});
    for (size_t at = 0; at < answers.size(); ++at)
        QCOMPARE(answers[at].number(0, 0), static_cast<qint64>(at));
}

void TestPgPipeline::nothingIsSentForNothing()
{
    QVERIFY(m_connection->executeAll({}).empty());
    QCOMPARE(m_connection->execute("SELECT 1").number(0, 0), 1);
}

void TestPgPipeline::firstFaultIsTold()
{
    const std::array<PgCommand, 3> commands{
        PgCommand{"SELECT 1"}, PgCommand{"SELECT 1 / 0"}, PgCommand{"SELECT * FROM nowhere"}};
    const auto fault = faultIn([&] { m_connection->executeAll(commands); });
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "22012");
    QCOMPARE(m_connection->execute("SELECT 1").number(0, 0), 1);
}

void TestPgPipeline::aFaultUndoesThemAll()
{
    QVERIFY(faultIn([&] { m_connection->executeAll(inserts({1, 0, 2})); }));
    QCOMPARE(m_connection->execute("SELECT count(*) FROM numbers").number(0, 0), 0);
    QCOMPARE(m_connection->executeAll(inserts({1, 2})).size(), size_t{2});
    QCOMPARE(m_connection->execute("DELETE FROM numbers").affected(), 2);
}

void TestPgPipeline::aWholeTransactionGoesAtOnce()
{
    auto commands = inserts({1, 2, 3});
    commands.insert(commands.begin(), PgCommand{"BEGIN"});
    commands.push_back({"COMMIT"});
    m_connection->executeAll(commands);
    QVERIFY(!m_connection->isInTransaction());
    QCOMPARE(PgConnection(addressOf(Database)).execute("DELETE FROM numbers").affected(), 3);

    commands[2].parameters = {PgParameter(qint64{0})};
    QVERIFY(faultIn([&] { m_connection->executeAll(commands); }));
    QVERIFY(m_connection->hasFailedTransaction());
    m_connection->execute("ROLLBACK");
    QCOMPARE(m_connection->execute("SELECT count(*) FROM numbers").number(0, 0), 0);
}

// Neither side can send before the other one takes what it has sent.
void TestPgPipeline::muchGoesBothWays()
{
    const std::string text(1 << 20, 'y');
    const std::vector<PgCommand> commands(40, PgCommand{"SELECT $1", {PgParameter(text)}});
    const auto answers = m_connection->executeAll(commands);
    QCOMPARE(answers.size(), size_t{40});
    for (const PgResult &answer : answers)
        QVERIFY(answer.text(0, 0) == text);
}

void TestPgPipeline::givesUpWaiting()
{
    PgConnection colleague(addressOf(Database));
    colleague.executeAll(
        std::array{PgCommand{"BEGIN"}, PgCommand{"LOCK TABLE numbers IN EXCLUSIVE MODE"}});
    PgConnection connection(addressOf(Database));
    connection.setPatience([] { return false; });
    const auto fault = faultIn([&] { connection.executeAll(inserts({1, 2, 3})); });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::GaveUp);
    colleague.execute("ROLLBACK");
    QCOMPARE(connection.execute("SELECT count(*) FROM numbers").number(0, 0), 0);
}

void TestPgPipeline::lostWhileItWaits()
{
    bool isEnded = false;
    PgConnection connection(addressOf(Database));
    connection.setPatience([&] {
        if (!std::exchange(isEnded, true))
            PostgresCluster::shared().terminateConnections(Database);
        return true;
    });
    const std::array<PgCommand, 3> commands{
        PgCommand{"SELECT 1"}, PgCommand{"SELECT pg_sleep(600)"}, PgCommand{"SELECT 2"}};
    const auto fault = faultIn([&] { connection.executeAll(commands); });
    QVERIFY(fault);
    QVERIFY(fault->isOutage());
    QVERIFY(!connection.isOpen());
    QVERIFY(faultIn([&] { connection.executeAll(commands); })->isOutage());
    m_connection = std::make_unique<PgConnection>(addressOf(Database));
}

void TestPgPipeline::goesThroughAPooler()
{
    PgBouncer pooler(PostgresCluster::shared(), 2);
    QVERIFY(pooler.start());
    const PgAddress address{pooler.url(Database).toStdString()};
    std::vector<std::unique_ptr<PgConnection>> connections;
    for (int count = 0; count < 5; ++count)
        connections.push_back(std::make_unique<PgConnection>(address));
    for (int round = 0; round < 20; ++round) {
        for (const auto &connection : connections) {
            auto commands = inserts({1, 2});
            commands.insert(commands.begin(), PgCommand{"BEGIN"});
            commands.push_back({"COMMIT"});
            connection->executeAll(commands);
        }
    }
    QVERIFY(faultIn([&] { connections[0]->executeAll(inserts({1, 0})); }));
    QCOMPARE(connections[0]->execute("DELETE FROM numbers").affected(), 200);
}

QTEST_GUILESS_MAIN(TestPgPipeline)
#include "tst_pgpipeline.moc"
