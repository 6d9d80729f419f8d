// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgrunclaim.h"
#include "postgres/pgstore.h"
#include "registrars/schoolsetup.h"

#include "pgtestdatabase.h"

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString Database = u"claims"_s;

} // namespace

/// Who works on a run, among all who share a server.
class TestPgRunClaim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whoLetsGoOfARunIsGoneAtOnce();
    void lookingAtAClaimTakesNothing();

private:
    std::unique_ptr<PgStore> m_store;
};

void TestPgRunClaim::initTestCase()
{
    QVERIFY(PostgresCluster::shared().createDatabase(Database));
    QVERIFY(setUpSchool(PostgresCluster::shared().url(Database)));
}

void TestPgRunClaim::init()
{
    const PgAddress address = addressOf(Database);
    m_store = std::make_unique<PgStore>(
        address, u"North School"_s, std::make_unique<PgConnection>(address));
}

void TestPgRunClaim::whoLetsGoOfARunIsGoneAtOnce()
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

void TestPgRunClaim::lookingAtAClaimTakesNothing()
{
    PgConnection connection(addressOf(Database));
    connection.execute("BEGIN");
    QVERIFY(!PgRunClaim::isTaken(connection, u"run"_s));
    const auto claim = m_store->claim(u"run"_s);
    QVERIFY(*claim);
    QVERIFY(PgRunClaim::isTaken(connection, u"run"_s));
    QVERIFY(!PgRunClaim::isTaken(connection, u"another"_s));
}

QTEST_GUILESS_MAIN(TestPgRunClaim)
#include "tst_pgrunclaim.moc"
