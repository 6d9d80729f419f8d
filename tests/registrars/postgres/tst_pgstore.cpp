// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgfault.h"
#include "postgres/pgstore.h"
#include "postgrescluster.h"
#include "registrars/schoolsetup.h"
#include "sql/sqlvalues.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::StringLiterals;

/// Questions and changes each find a connection that works, whatever became of those before.
class TestPgStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void changeIsMadeWhollyOrNotAtAll_data();
    void changeIsMadeWhollyOrNotAtAll();
    void worksOnAfterConnectionsBroke();
    void changesTakeTurns();
    void changesOfRunsWaitForTheirOwnOnly();
    void givesUpWhenNobodyWaits();
    void isMadeAgainWhereItBeganWithWhatIsNotSoAnyMore();
    void claimIsGivenOnce();
    void readsEverythingAtOneMoment();

private:
    std::unique_ptr<PgStore> newStore() const
    {
        const PgAddress address{PostgresCluster::shared().url(m_database).toStdString()};
        return std::make_unique<PgStore>(
            address, u"school"_s, std::make_unique<PgConnection>(address));
    }
    Expected<void> add(PgStore &store, qint64 number) const
    {
        return store.change([number](SqlDatabase &database) -> Expected<void> {
            SqlStatement insert(database, "INSERT INTO numbers (number) VALUES (?1)");
            bindValue(insert, 1, number);
            insert.exec();
            return {};
        });
    }
    qint64 count() const
    {
        return PostgresCluster::shared()
            .execute(u"SELECT count(*) FROM numbers"_s, m_database)
            .toLongLong();
    }

    QString m_database = u"numbers"_s;
    std::unique_ptr<PgStore> m_store;
};

namespace
{

Expected<void> refuse(SqlDatabase &database)
{
    SqlStatement(database, "INSERT INTO numbers (number) VALUES (1), (1)").exec();
    return {};
}

} // namespace

void TestPgStore::initTestCase()
{
    QVERIFY(PostgresCluster::shared().createDatabase(m_database));
    QVERIFY(setUpSchool(PostgresCluster::shared().url(m_database)));
    PostgresCluster::shared().execute(
        u"CREATE TABLE numbers (number bigint PRIMARY KEY)"_s, m_database);
}

void TestPgStore::init()
{
    PostgresCluster::shared().execute(u"DELETE FROM numbers"_s, m_database);
    m_store = newStore();
}

void TestPgStore::changeIsMadeWhollyOrNotAtAll_data()
{
    using Make = std::function<Expected<void>(SqlDatabase &)>;
    QTest::addColumn<Make>("make");
    QTest::newRow("the server refuses") << Make(refuse);
    QTest::newRow("an error") << Make([](SqlDatabase &database) -> Expected<void> {
        SqlStatement(database, "INSERT INTO numbers (number) VALUES (7)").exec();
        return fail(ErrorCode::InvalidData, u"no"_s);
    });
    QTest::newRow("thrown") << Make([](SqlDatabase &database) -> Expected<void> {
        SqlStatement(database, "INSERT INTO numbers (number) VALUES (7)").exec();
        throw std::runtime_error("no");
    });
}

// More often than connections are kept, or one that is left in the middle would not be met again.
void TestPgStore::changeIsMadeWhollyOrNotAtAll()
{
    QFETCH(const std::function<Expected<void>(SqlDatabase &)>, make);
    for (int round = 0; round < 6; ++round)
        QVERIFY(!m_store->change(make));
    QCOMPARE(count(), 0);
    QVERIFY(add(*m_store, 1));
    QCOMPARE(count(), 1);
}

void TestPgStore::worksOnAfterConnectionsBroke()
{
    QVERIFY(add(*m_store, 1));
    QVERIFY(PostgresCluster::shared().terminateConnections(m_database) > 0);
    QVERIFY(add(*m_store, 2));
    QVERIFY(PostgresCluster::shared().terminateConnections(m_database) > 0);
    const auto read = m_store->read([](SqlDatabase &database) {
        SqlStatement numbers(database, "SELECT count(*) FROM numbers");
        numbers.executeStep();
        return int64At(numbers, 0);
    });
    QCOMPARE(*read, 2);
}

void TestPgStore::changesTakeTurns()
{
    const auto colleague = newStore();
    bool isTold = false;
    const auto changed = m_store->change([&](SqlDatabase &) -> Expected<void> {
        int asked = 0;
        const auto meanwhile = colleague->change(
            [](SqlDatabase &) -> Expected<void> { return {}; }, [&] { return ++asked < 3; });
        isTold = !meanwhile && meanwhile.error().code == ErrorCode::StoreBusy;
        return {};
    });
    QVERIFY(changed);
    QVERIFY(isTold);
    QVERIFY(add(*colleague, 1));
}

void TestPgStore::changesOfRunsWaitForTheirOwnOnly()
{
    const auto colleague = newStore();
    const SqlStore::Change nothing = [](SqlDatabase &) -> Expected<void> { return {}; };
    const auto impatient = [asked = 0]() mutable { return ++asked < 3; };
    QStringList waited;
    const auto changed =
        m_store->changeOfRun(u"20261129-a"_s, [&](SqlDatabase &) -> Expected<void> {
            if (!colleague->changeOfRun(u"20261129-a"_s, nothing, impatient))
                waited += u"the same run"_s;
            // However slow the server is, it is waited for, but for nobody else.
            if (!colleague->changeOfRun(u"20261129-b"_s, nothing, [] { return true; }))
                waited += u"another run"_s;
            if (!colleague->change(nothing, impatient))
                waited += u"the school"_s;
            return {};
        });
    QVERIFY(changed);
    QCOMPARE(waited, QStringList({u"the same run"_s, u"the school"_s}));
    QVERIFY(add(*colleague, 1));
}

void TestPgStore::givesUpWhenNobodyWaits()
{
    const auto given = m_store->change(
        [](SqlDatabase &database) -> Expected<void> {
            SqlStatement(database, "SELECT pg_sleep(100)").exec();
            return {};
        },
        [] { return false; });
    QVERIFY(!given);
    QCOMPARE(given.error().code, ErrorCode::StoreBusy);
    QVERIFY(add(*m_store, 1));
}

void TestPgStore::isMadeAgainWhereItBeganWithWhatIsNotSoAnyMore()
{
    int turns = 0;
    const auto changed = m_store->changeOfRun(u"run"_s,
        [&turns](SqlDatabase &database) -> Expected<void> {
            SqlStatement(database, "INSERT INTO numbers (number) VALUES (1)").exec();
            if (++turns < 3)
                throw PgStore::Outdated();
            return {};
        },
        {});
    QVERIFY(changed);
    QCOMPARE(turns, 3);
    QCOMPARE(count(), 1);
}

void TestPgStore::claimIsGivenOnce()
{
    const auto colleague = newStore();
    {
        const auto claim = m_store->claim(u"20261129-a"_s);
        QVERIFY(claim && *claim);
        const auto second = colleague->claim(u"20261129-a"_s);
        QVERIFY(second && !*second);
        const auto other = colleague->claim(u"20261129-b"_s);
        QVERIFY(other && *other);
        QVERIFY(m_store->isClaimed(u"20261129-a"_s));
        QVERIFY(colleague->isClaimed(u"20261129-a"_s));
    }
    QVERIFY(!colleague->isClaimed(u"20261129-a"_s));
    QVERIFY(*colleague->claim(u"20261129-a"_s));
}

void TestPgStore::readsEverythingAtOneMoment()
{
    const auto colleague = newStore();
    const auto counts = m_store->read([&](SqlDatabase &database) {
        SqlStatement numbers(database, "SELECT count(*) FROM numbers");
        numbers.executeStep();
        const qint64 before = int64At(numbers, 0);
        const bool added = add(*colleague, 5).has_value();
        fresh(numbers).executeStep();
        return added ? int64At(numbers, 0) - before : -1;
    });
    QCOMPARE(*counts, 0);
    QCOMPARE(count(), 1);
}

QTEST_GUILESS_MAIN(TestPgStore)
#include "tst_pgstore.moc"
