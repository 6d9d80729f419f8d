// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgdatabase.h"
#include "postgres/pgrunclaim.h"
#include "postgres/pgstore.h"

#include "pgtestdatabase.h"

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString Database = u"store"_s;

SqlStore::Change executing(const char *sql)
{
    return [sql](SqlDatabase &database) -> Expected<void> {
        static_cast<PgDatabase &>(database).connection().execute(sql);
        return {};
    };
}

} // namespace

/// Changes on a server: what became of one does not touch the next.
class TestPgStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void refusedStatementHarmsNoOther();
    void whatGaveWayIsMadeAgain();
    void changeThatWasRefusedIsTakenBack();
    void whoLetsGoOfARunIsGoneAtOnce();
    void lookingAtAClaimTakesNothing();

private:
    QString rows() const { return PostgresCluster::shared().execute(u"TABLE made"_s, Database); }

    std::unique_ptr<PgStore> m_store;
};

void TestPgStore::initTestCase()
{
    QVERIFY(PostgresCluster::shared().createDatabase(Database));
}

void TestPgStore::init()
{
    QCOMPARE(PostgresCluster::shared()
                 .execute(u"DROP TABLE IF EXISTS made; CREATE TABLE made (n int)"_s, Database)
                 .section(u'\n', 1),
        QString());
    const PgAddress address = addressOf(Database);
    m_store = std::make_unique<PgStore>(
        address, u"North School"_s, std::make_unique<PgConnection>(address));
}

void TestPgStore::refusedStatementHarmsNoOther()
{
    for (int time = 0; time < 3; ++time) {
        QCOMPARE(m_store->change(executing("SELECT 1 / 0")).error().code, ErrorCode::Internal);
        QVERIFY(m_store->change(executing("INSERT INTO made VALUES (1)")));
    }
    QCOMPARE(rows(), u"1\n1\n1"_s);
}

void TestPgStore::whatGaveWayIsMadeAgain()
{
    int turns = 0;
    QVERIFY(m_store->changeBesideOthers(
        [&turns](SqlDatabase &database) -> Expected<void> {
            auto &connection = static_cast<PgDatabase &>(database).connection();
            connection.execute("INSERT INTO made VALUES (2)");
            if (++turns < 3) {
                connection.execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE ="
                                   " 'deadlock_detected'; END $$");
            }
            return {};
        },
        {}));
    QCOMPARE(turns, 3);
    QCOMPARE(rows(), u"2"_s);
}

void TestPgStore::changeThatWasRefusedIsTakenBack()
{
    const auto refused = m_store->change([](SqlDatabase &database) -> Expected<void> {
        static_cast<PgDatabase &>(database).connection().execute("INSERT INTO made VALUES (3)");
        return fail(ErrorCode::Usage, u"no"_s);
    });
    QCOMPARE(refused.error().code, ErrorCode::Usage);
    QCOMPARE(rows(), QString());
}

void TestPgStore::whoLetsGoOfARunIsGoneAtOnce()
{
    for (int time = 0; time < 30; ++time) {
        auto claim = m_store->claim(u"run"_s);
        QVERIFY(*claim);
        QVERIFY(!*m_store->claim(u"run"_s));
        QVERIFY(m_store->isClaimed(u"run"_s));
        claim->reset();
        QVERIFY(!m_store->isClaimed(u"run"_s));
    }
}

void TestPgStore::lookingAtAClaimTakesNothing()
{
    PgConnection connection(addressOf(Database));
    connection.execute("BEGIN");
    QVERIFY(!PgRunClaim::isTaken(connection, u"run"_s));
    const auto claim = m_store->claim(u"run"_s);
    QVERIFY(*claim);
    QVERIFY(PgRunClaim::isTaken(connection, u"run"_s));
    QVERIFY(!PgRunClaim::isTaken(connection, u"another"_s));
}

QTEST_GUILESS_MAIN(TestPgStore)
#include "tst_pgstore.moc"
