// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "pgtestdatabase.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// A connection carries values unchanged, waits no longer than it is asked to, and says when it is
/// lost.
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

    void textComesBackAsItWas_data();
    void textComesBackAsItWas();
    void zeroCharacterIsReplaced();
    void nullIsNotEmpty();
    void numbersComeBackAsTheyWere_data();
    void numbersComeBackAsTheyWere();
    void trueIsOne();
    void everyByteComesBack_data();
    void everyByteComesBack();
    void thousandsOfElementsGoAtOnce();
    void elementsCanBeNull();
    void noElementsAreAnArray();

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
};

namespace
{

const QString Database = u"connection"_s;

const std::string &longText()
{
    static const std::string text(1 << 20, 'x');
    return text;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes.append(static_cast<char>(byte));
    return bytes;
}

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

void TestPgConnection::textComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("not ASCII") << u"Zo\u00eb \u0141ukasz \u6f22\u5b57 \U0001F393 \u0645"_s;
    QTest::newRow("combined") << u"e\u0301"_s;
    QTest::newRow("quotes") << u"O'Neill \"Tip\" ''"_s;
    QTest::newRow("backslashes") << u"\\x41 \\ \\\\ \\0"_s;
    QTest::newRow("parameters") << u"$1 ?1 %s"_s;
    QTest::newRow("lines") << u"a\r\nb\tc\u2028"_s;
    QTest::newRow("braces") << u"{a,NULL,\"b\"}"_s;
    QTest::newRow("long") << QString::fromStdString(longText());
}

void TestPgConnection::textComesBackAsItWas()
{
    QFETCH(QString, text);
    PgConnection connection(addressOf(Database));
    QCOMPARE(first(connection.execute("SELECT $1", {PgParameter(text.toStdString())})), text);
    PgArray array(PgArray::Element::Text);
    array.addText(text.toStdString());
    QCOMPARE(first(connection.execute("SELECT ($1)[1]", {array})), text);
}

void TestPgConnection::zeroCharacterIsReplaced()
{
    using namespace std::string_view_literals;
    PgConnection connection(addressOf(Database));
    QCOMPARE(first(connection.execute("SELECT $1", {"\0a\0"sv})), u"\uFFFDa\uFFFD"_s);
    PgArray array(PgArray::Element::Text);
    array.addText("b\0"sv);
    QCOMPARE(first(connection.execute("SELECT ($1)[1]", {array})), u"b\uFFFD"_s);
}

void TestPgConnection::nullIsNotEmpty()
{
    PgConnection connection(addressOf(Database));
    const PgResult answer = connection.execute("SELECT $1::text, $2::text, $3::bytea, $4::bytea",
        {PgParameter(), std::string_view(), PgParameter(), PgParameter::borrowed({})});
    QVERIFY(answer.isNull(0, 0));
    QVERIFY(!answer.isNull(0, 1));
    QVERIFY(answer.isNull(0, 2));
    QVERIFY(!answer.isNull(0, 3));
    QCOMPARE(answer.number(0, 0), 0);
    QVERIFY(answer.text(0, 0).empty());
    QVERIFY(answer.bytes(0, 3).isEmpty());
}

void TestPgConnection::numbersComeBackAsTheyWere_data()
{
    QTest::addColumn<qint64>("number");
    QTest::newRow("nought") << qint64{0};
    QTest::newRow("negative") << qint64{-1};
    QTest::newRow("greatest") << std::numeric_limits<qint64>::max();
    QTest::newRow("least") << std::numeric_limits<qint64>::min();
}

void TestPgConnection::numbersComeBackAsTheyWere()
{
    QFETCH(qint64, number);
    PgConnection connection(addressOf(Database));
    PgArray array(PgArray::Element::BigInt);
    array.addNumber(number);
    const PgResult answer =
        connection.execute("SELECT $1::bigint, ($2)[1], sum($1::bigint), 'a'", {number, array});
    for (int column = 0; column < 3; ++column) {
        QCOMPARE(answer.number(0, column), number);
        QVERIFY(answer.isNumber(column));
    }
    QVERIFY(!answer.isNumber(3));
}

void TestPgConnection::trueIsOne()
{
    PgConnection connection(addressOf(Database));
    const PgResult answer =
        connection.execute("SELECT $1::boolean, $2::boolean", {qint64{1}, qint64{0}});
    QCOMPARE(answer.number(0, 0), 1);
    QCOMPARE(answer.number(0, 1), 0);
}

void TestPgConnection::everyByteComesBack_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("hex") << u"hex"_s;
    QTest::newRow("of old servers") << u"escape"_s;
}

void TestPgConnection::everyByteComesBack()
{
    QFETCH(QString, format);
    PgConnection connection(addressOf(Database));
    connection.execute(
        "SELECT set_config('bytea_output', $1, false)", {PgParameter(format.toStdString())});
    const QByteArray bytes = everyByte();
    const PgResult answer =
        connection.execute("SELECT $1::bytea, length($1::bytea)", {PgParameter::borrowed(bytes)});
    QCOMPARE(answer.bytes(0, 0), bytes);
    QCOMPARE(answer.number(0, 1), 256);
}

void TestPgConnection::thousandsOfElementsGoAtOnce()
{
    PgConnection connection(addressOf(Database));
    PgArray numbers(PgArray::Element::BigInt, 10'000);
    PgArray rows(PgArray::Element::Int, 10'000);
    PgArray texts(PgArray::Element::Text, 10'000);
    for (int row = 0; row < 10'000; ++row) {
        numbers.addNumber(qint64{row} << 32);
        rows.addNumber(-row);
        texts.addText("student " + std::to_string(row));
    }
    const PgResult answer = connection.execute(
        "SELECT count(*) FROM unnest($1, $2, $3) WITH ORDINALITY AS t(number, row, text, n)"
        " WHERE number = (n - 1) << 32 AND row = 1 - n AND text = 'student ' || (n - 1)",
        {numbers, rows, texts});
    QCOMPARE(answer.number(0, 0), 10'000);
}

void TestPgConnection::elementsCanBeNull()
{
    PgConnection connection(addressOf(Database));
    PgArray texts(PgArray::Element::Text);
    texts.addText("");
    texts.addNull();
    texts.addText("NULL");
    PgArray numbers(PgArray::Element::Int);
    numbers.addNull();
    numbers.addNumber(7);
    QCOMPARE(first(connection.execute("SELECT $1::text || $2::text", {texts, numbers})),
        u"{\"\",NULL,\"NULL\"}{NULL,7}"_s);
}

void TestPgConnection::noElementsAreAnArray()
{
    PgConnection connection(addressOf(Database));
    const PgResult answer = connection.execute(
        "SELECT cardinality($1), count(u) FROM unnest($1) u", {PgArray(PgArray::Element::Text)});
    QCOMPARE(answer.number(0, 0), 0);
    QCOMPARE(answer.number(0, 1), 0);
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

QTEST_GUILESS_MAIN(TestPgConnection)
#include "tst_pgconnection.moc"
