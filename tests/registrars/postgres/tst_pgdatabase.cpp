// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgdatabase.h"

#include "pgbouncer.h"
#include "pgtestdatabase.h"

#include <QTest>

#include <malloc.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Statements that SQLite and PostgreSQL have in common do on PostgreSQL what they do on SQLite.
class TestPgDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void parametersAreWrittenInItsWay_data();
    void parametersAreWrittenInItsWay();

    void valuesComeBack();
    void boundTextIsCopied();
    void unboundIsNull();
    void linesComeOneAfterAnother();
    void executesAgainAfterReset();
    void faultCanBeResetAfterRollback();
    void statementsAreNested_data();
    void statementsAreNested();
    void veryManyLinesNeedLittleMemory();
    void veryManyLinesHaveAnEnd_data();
    void veryManyLinesHaveAnEnd();
    void lessLinesThanThereAreCanBeRead();
    void cursorsOfStatementsAreTheirOwn();
    void auditNumberIsSeenAndLocked();
    void knowsItsUser();
    void goesThroughAPooler();

private:
    qint64 openCursors() const
    {
        return m_connection->execute("SELECT count(*) FROM pg_cursors WHERE name LIKE 'rollbook%'")
            .number(0, 0);
    }
    std::unique_ptr<PreparedSql> prepare(
        std::string_view text, SqlStatement::Lines lines = SqlStatement::Lines::Some) const
    {
        return m_database->prepare(text, lines);
    }

    std::unique_ptr<PgConnection> m_connection;
    std::unique_ptr<PgDatabase> m_database;
};

namespace
{

const QString Database = u"tables"_s;
constexpr auto VeryMany = SqlStatement::Lines::VeryMany;

qint64 usedMemory()
{
    const auto memory = mallinfo2();
    return static_cast<qint64>(memory.uordblks + memory.hblkhd);
}

} // namespace

void TestPgDatabase::initTestCase()
{
    auto &cluster = PostgresCluster::shared();
    QVERIFY(cluster.createDatabase(Database));
    QCOMPARE(cluster.execute(u"CREATE TABLE things (number bigint, name text, data bytea);"
                             "CREATE TABLE audit_last (number bigint);"
                             "INSERT INTO audit_last VALUES (41)"_s,
                 Database),
        QString());
}

void TestPgDatabase::init()
{
    m_connection = std::make_unique<PgConnection>(addressOf(Database));
    m_connection->execute("BEGIN");
    m_database = std::make_unique<PgDatabase>(*m_connection);
}

void TestPgDatabase::cleanup()
{
    m_database.reset();
    m_connection.reset();
}

void TestPgDatabase::parametersAreWrittenInItsWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("translated");
    QTest::addColumn<int>("parameters");
    QTest::newRow("none") << u"SELECT 1"_s << u"SELECT 1"_s << 0;
    QTest::newRow("some") << u"SELECT ?2, ?1+?12"_s << u"SELECT $2, $1+$12"_s << 12;
    QTest::newRow("at the end") << u"?1"_s << u"$1"_s << 1;
    QTest::newRow("no number") << u"a ? b ?"_s << u"a ? b ?"_s << 0;
    QTest::newRow("quoted") << u"'?1' ?1 '''?2'"_s << u"'?1' $1 '''?2'"_s << 1;
    QTest::newRow("name") << u"\"a?1\"?1"_s << u"\"a?1\"$1"_s << 1;
    QTest::newRow("comment") << u"-- it's ?2\n?1 -- ?3"_s << u"-- it's ?2\n$1 -- ?3"_s << 1;
    QTest::newRow("minus") << u"3-?1"_s << u"3-$1"_s << 1;
    QTest::newRow("left open") << u"?1 '?2"_s << u"$1 '?2"_s << 1;
}

void TestPgDatabase::parametersAreWrittenInItsWay()
{
    QFETCH(QString, text);
    const PgText result = toPostgres(text.toStdString());
    QTEST(QString::fromStdString(result.sql), "translated");
    QTEST(result.parameters, "parameters");
}

void TestPgDatabase::valuesComeBack()
{
    const auto insert = prepare("INSERT INTO things VALUES (?1, ?2, ?3)");
    const QByteArray data("\0\\\xff'", 4);
    insert->bindNumber(1, 7);
    insert->bindBorrowedText(2, "Zo\u00eb's");
    insert->bindBorrowedBytes(3, data);
    QVERIFY(!insert->step());
    insert->reset();
    insert->bindNull(1);
    insert->bindText(2, "");
    insert->bindNull(3);
    insert->step();

    const auto query = prepare("SELECT number, name, data, data IS NULL FROM things ORDER BY 1");
    QVERIFY(query->step());
    QCOMPARE(query->columnCount(), 4);
    QCOMPARE(query->number(0), 7);
    QVERIFY(query->isNumber(0));
    QVERIFY(query->text(1) == "Zo\u00eb's");
    QVERIFY(!query->isNumber(1));
    QCOMPARE(query->bytes(2), QByteArrayView(data));
    QCOMPARE(query->number(3), 0);
    QVERIFY(query->step());
    QVERIFY(query->isNull(0));
    QVERIFY(!query->isNumber(0));
    QVERIFY(!query->isNull(1));
    QVERIFY(query->text(1).empty());
    QVERIFY(query->isNull(2));
    QCOMPARE(query->number(3), 1);
    QVERIFY(!query->step());
    QVERIFY(!query->step());
}

void TestPgDatabase::boundTextIsCopied()
{
    const auto query = prepare("SELECT ?1");
    {
        const std::string gone(100, 'g');
        query->bindText(1, gone);
    }
    QVERIFY(query->step());
    QVERIFY(query->text(0) == std::string(100, 'g'));
}

void TestPgDatabase::unboundIsNull()
{
    const auto query = prepare("SELECT CAST(?1 AS text)");
    QVERIFY(query->step());
    QVERIFY(query->isNull(0));
}

void TestPgDatabase::linesComeOneAfterAnother()
{
    const auto query = prepare("SELECT n, CAST('\\x0' || n AS bytea) FROM generate_series(1, 3) n");
    for (int line = 1; line <= 3; ++line) {
        QVERIFY(query->step());
        QCOMPARE(query->number(0), line);
        QCOMPARE(query->bytes(1), QByteArrayView(QByteArray(1, static_cast<char>(line))));
        QCOMPARE(query->bytes(1).size(), 1);
    }
    QVERIFY(!query->step());
}

void TestPgDatabase::executesAgainAfterReset()
{
    const auto query = prepare("SELECT CAST(?1 AS bigint) + 1");
    for (qint64 number = 0; number < 3; ++number) {
        query->bindNumber(1, number);
        QVERIFY(query->step());
        QCOMPARE(query->number(0), number + 1);
        query->reset();
    }
    // Bound values stay.
    QVERIFY(query->step());
    QCOMPARE(query->number(0), 3);
}

void TestPgDatabase::faultCanBeResetAfterRollback()
{
    const auto query = prepare("SELECT 1 / CAST(?1 AS int)", VeryMany);
    query->bindNumber(1, 0);
    QCOMPARE(faultIn([&] { query->step(); })->sqlState(), "22012");
    m_connection->execute("ROLLBACK");
    m_connection->execute("BEGIN");
    query->reset();
    query->bindNumber(1, 1);
    QVERIFY(query->step());
}

void TestPgDatabase::statementsAreNested_data()
{
    QTest::addColumn<SqlStatement::Lines>("lines");
    QTest::newRow("some") << SqlStatement::Lines::Some;
    QTest::newRow("very many") << VeryMany;
}

void TestPgDatabase::statementsAreNested()
{
    QFETCH(SqlStatement::Lines, lines);
    const auto insert = prepare("INSERT INTO things VALUES (?1, 'nested', NULL)");
    const auto outer = prepare("SELECT generate_series(1, 12)", lines);
    const auto inner = prepare("SELECT generate_series(1, CAST(?1 AS bigint))", lines);
    int sum = 0;
    while (outer->step()) {
        inner->reset();
        inner->bindNumber(1, outer->number(0));
        while (inner->step())
            ++sum;
        insert->reset();
        insert->bindNumber(1, outer->number(0));
        insert->step();
    }
    QCOMPARE(sum, 78);
    const auto count = prepare("SELECT count(*) FROM things WHERE name = 'nested'");
    QVERIFY(count->step());
    QCOMPARE(count->number(0), 12);
}

void TestPgDatabase::veryManyLinesNeedLittleMemory()
{
    const auto query = prepare(
        "SELECT n, repeat('x', 200) FROM generate_series(1, CAST(?1 AS bigint)) n", VeryMany);
    query->bindNumber(1, 300'000);
    const qint64 before = usedMemory();
    qint64 most = 0;
    qint64 last = 0;
    while (query->step()) {
        QCOMPARE(query->number(0), last + 1);
        last = query->number(0);
        if (last % 10'000 == 0)
            most = std::max(most, usedMemory() - before);
    }
    QCOMPARE(last, 300'000);
    QVERIFY2(most < (8 << 20), qPrintable(QString::number(most)));
}

void TestPgDatabase::veryManyLinesHaveAnEnd_data()
{
    QTest::addColumn<int>("lines");
    for (const int lines : {0, 1, 4999, 5000, 5001, 10'000})
        QTest::addRow("%d", lines) << lines;
}

void TestPgDatabase::veryManyLinesHaveAnEnd()
{
    QFETCH(int, lines);
    const auto query = prepare("SELECT generate_series(1, CAST(?1 AS bigint))", VeryMany);
    query->bindNumber(1, lines);
    for (int again = 0; again < 2; ++again) {
        int count = 0;
        while (query->step())
            QCOMPARE(query->number(0), ++count);
        QCOMPARE(count, lines);
        QVERIFY(!query->step());
        query->reset();
    }
    QCOMPARE(openCursors(), 0);
}

void TestPgDatabase::lessLinesThanThereAreCanBeRead()
{
    {
        const auto query = prepare("SELECT generate_series(1, 100000)", VeryMany);
        QVERIFY(query->step());
        QCOMPARE(openCursors(), 1);
    }
    QCOMPARE(openCursors(), 0);
    const auto query = prepare("SELECT generate_series(1, 100000)", VeryMany);
    QVERIFY(query->step());
    // Also where the transaction, or all of it, is gone before the statement.
    m_connection->execute("COMMIT");
    QVERIFY(m_connection->isOpen());
}

void TestPgDatabase::cursorsOfStatementsAreTheirOwn()
{
    const auto up = prepare("SELECT n FROM generate_series(1, 20000) n", VeryMany);
    const auto down = prepare("SELECT 20001 - n FROM generate_series(1, 20000) n", VeryMany);
    int lines = 0;
    while (up->step() && down->step()) {
        QCOMPARE(up->number(0) + down->number(0), 20'001);
        ++lines;
    }
    QCOMPARE(lines, 20'000);
}

void TestPgDatabase::auditNumberIsSeenAndLocked()
{
    const auto locked = prepare(m_database->lastAuditNumber(SqlDatabase::AuditEnd::Locked));
    QVERIFY(locked->step());
    QCOMPARE(locked->number(0), 41);

    PgConnection other(addressOf(Database));
    other.execute("BEGIN");
    PgDatabase theirs(other);
    const auto seen = theirs.prepare(
        theirs.lastAuditNumber(SqlDatabase::AuditEnd::Seen), SqlStatement::Lines::Some);
    QVERIFY(seen->step());
    QCOMPARE(seen->number(0), 41);
    const auto waiting = theirs.prepare(
        theirs.lastAuditNumber(SqlDatabase::AuditEnd::Locked), SqlStatement::Lines::Some);
    other.setPatience([] { return false; });
    QCOMPARE(faultIn([&] { waiting->step(); })->kind(), PgFault::Kind::GaveUp);
}

void TestPgDatabase::knowsItsUser()
{
    QCOMPARE(m_database->user(), PostgresCluster::Superuser);
}

void TestPgDatabase::goesThroughAPooler()
{
    PgBouncer pooler(PostgresCluster::shared(), 2);
    QVERIFY(pooler.start());
    PgConnection connection(PgAddress{pooler.url(Database).toStdString()});
    for (int again = 0; again < 3; ++again) {
        connection.execute("BEGIN");
        {
            PgDatabase database(connection);
            const auto query = database.prepare("SELECT generate_series(1, 12000), ?1", VeryMany);
            query->bindText(1, "text");
            int lines = 0;
            while (query->step())
                ++lines;
            QCOMPARE(lines, 12'000);
        }
        connection.execute("COMMIT");
    }
}

QTEST_GUILESS_MAIN(TestPgDatabase)
#include "tst_pgdatabase.moc"
