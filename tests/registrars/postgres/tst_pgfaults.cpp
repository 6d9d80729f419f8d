// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "pgtestdatabase.h"

#include <QTest>

#include <clocale>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Why a server does not do what is asked is told apart, and said so that an office can act on it.
class TestPgFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void faultsBecomeSentences_data();
    void faultsBecomeSentences();
    void whatLibpqSaysIsUnderstood_data();
    void whatLibpqSaysIsUnderstood();

    void connectingFails_data();
    void connectingFails();
    void inAnotherLanguageToo_data() { connectingFails_data(); }
    void inAnotherLanguageToo();
    void passwordsAreNotSaid();
    void oldServersAreRefused();
    void readOnlyServersAreNotWrittenTo();
    void statementsFail_data();
    void statementsFail();
    void poolerRefusesStrangers();
};

namespace
{

const QString Database = u"faults"_s;

QByteArray port()
{
    return QByteArray::number(PostgresCluster::shared().port());
}

QString sentenceFor(const PgFault &fault)
{
    return postgresError(fault, u"North School"_s).sentence;
}

/// Where %PORT stands, the server's.
PgAddress addressFrom(QByteArray location)
{
    return {location.replace("%PORT", port())
                .replace("%FOLDER", PostgresCluster::shared().folder().toUtf8())
                .toStdString()};
}

std::optional<PgFault> connecting(const PgAddress &address)
{
    return faultIn([&] { const PgConnection connection(address); });
}

} // namespace

void TestPgFaults::initTestCase()
{
    auto &cluster = PostgresCluster::shared();
    QVERIFY(cluster.createDatabase(Database));
    QCOMPARE(cluster.execute(u"CREATE TABLE seats (free int CHECK (free >= 0));"
                             "CREATE ROLE viewer LOGIN PASSWORD 'right'"_s,
                 Database),
        QString());
}

void TestPgFaults::faultsBecomeSentences_data()
{
    using Kind = PgFault::Kind;
    QTest::addColumn<PgFault::Kind>("kind");
    QTest::addColumn<QByteArray>("sqlState");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Kind kind, const char *state, ErrorCode code,
                         const QString &words) {
        QTest::newRow(name) << kind << QByteArray(state) << code << words;
    };
    row("lost", Kind::Lost, "", ErrorCode::StoreUnavailable, u"broke"_s);
    row("gave up", Kind::GaveUp, "", ErrorCode::StoreBusy, u"Try again"_s);
    row("address", Kind::Address, "", ErrorCode::Usage, u"postgresql://"_s);
    row("unknown host", Kind::HostUnknown, "", ErrorCode::StoreUnavailable, u"was not found"_s);
    row("refused", Kind::Refused, "", ErrorCode::StoreUnavailable, u"port"_s);
    row("timed out", Kind::TimedOut, "", ErrorCode::StoreUnavailable, u"in time"_s);
    row("certificate", Kind::Certificate, "", ErrorCode::StoreUnavailable, u"certificate"_s);
    row("no TLS", Kind::NoTls, "", ErrorCode::StoreUnavailable, u"encrypt"_s);
    row("version", Kind::Version, "", ErrorCode::StoreUnavailable, u"version"_s);
    row("shut down", Kind::Statement, "57P01", ErrorCode::StoreUnavailable, u"does not answer"_s);
    row("crashed", Kind::Statement, "57P02", ErrorCode::StoreUnavailable, u"does not answer"_s);
    row("starting", Kind::Statement, "57P03", ErrorCode::StoreUnavailable, u"does not answer"_s);
    row("connection", Kind::Statement, "08006", ErrorCode::StoreUnavailable, u"does not answer"_s);
    row("left idle", Kind::Statement, "25P03", ErrorCode::StoreUnavailable, u"does not answer"_s);
    row("disk error", Kind::Statement, "58030", ErrorCode::StoreUnavailable, u"does not answer"_s);
    row("standby", Kind::Statement, "25006", ErrorCode::StoreUnavailable, u"switched over"_s);
    row("crowded", Kind::Statement, "53300", ErrorCode::StoreUnavailable, u"than it can take"_s);
    row("locked", Kind::Statement, "55P03", ErrorCode::StoreBusy, u"Somebody else"_s);
    row("cancelled", Kind::Statement, "57014", ErrorCode::StoreBusy, u"Somebody else"_s);
    row("raced", Kind::Statement, "40001", ErrorCode::StoreBusy, u"Somebody else"_s);
    row("deadlock", Kind::Statement, "40P01", ErrorCode::StoreBusy, u"Somebody else"_s);
    row("full", Kind::Statement, "53100", ErrorCode::StoreFull, u"No space"_s);
    row("rights", Kind::Statement, "42501", ErrorCode::StoreReadOnly, u"not allowed"_s);
    row("password", Kind::Statement, "28P01", ErrorCode::StoreUnavailable, u"password"_s);
    row("pg_hba", Kind::Statement, "28000", ErrorCode::StoreUnavailable, u"this computer"_s);
    row("database", Kind::Statement, "3D000", ErrorCode::StoreUnavailable, u"no database"_s);
    row("no tables", Kind::Statement, "42P01", ErrorCode::StoreDamaged, u"holds no school"_s);
    row("damaged", Kind::Statement, "XX001", ErrorCode::StoreDamaged, u"from a copy"_s);
    row("anything", Kind::Statement, "22012", ErrorCode::Internal, u"words of the server"_s);
    row("no state", Kind::Statement, "", ErrorCode::Internal, u"words of the server"_s);
}

void TestPgFaults::faultsBecomeSentences()
{
    QFETCH(PgFault::Kind, kind);
    QFETCH(QByteArray, sqlState);
    QFETCH(QString, words);
    const Error error =
        postgresError(PgFault(kind, sqlState, "words of the server"), u"North School"_s);
    QTEST(error.code, "code");
    QVERIFY2(error.sentence.contains(words), qPrintable(error.sentence));
    QVERIFY2(error.sentence.contains(u"North School"_s), qPrintable(error.sentence));
    const Error silent = postgresError(PgFault(kind, sqlState), u"North School"_s);
    QVERIFY2(silent.sentence.endsWith(u'.'), qPrintable(silent.sentence));
}

void TestPgFaults::whatLibpqSaysIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<PgFault::Kind>("kind");
    QTest::addColumn<QByteArray>("sqlState");
    QTest::addColumn<QByteArray>("said");
    const QByteArray at =
        "connection to server at \"db.example.org\" (192.0.2.7), port 5432 failed: ";
    QTest::newRow("state") << at
            + "FATAL:  28P01: password authentication failed for user \"a\"\n"
              "LOCATION:  auth_failed, auth.c:338\n"
                           << PgFault::Kind::Statement << QByteArray("28P01")
                           << at + "FATAL: password authentication failed for user \"a\"";
    QTest::newRow("server of another language")
        << at + "FATAL :  3D000: la base de donn\u00e9es \u00ab a \u00bb n'existe pas\n"
        << PgFault::Kind::Statement << QByteArray("3D000")
        << at + "FATAL : la base de donn\u00e9es \u00ab a \u00bb n'existe pas";
    QTest::newRow("first host down, second starting")
        << at + "Connection refused\n\tIs the server running?\n" + at
            + "FATAL:  57P03: the database system is starting up\n"
        << PgFault::Kind::Statement << QByteArray("57P03")
        << at + "Connection refused " + at + "FATAL: the database system is starting up";
    const auto bare = [&at](const char *words, PgFault::Kind kind) {
        QTest::newRow(words) << at + words << kind << QByteArray() << at + words;
    };
    bare("SSL error: certificate verify failed", PgFault::Kind::Certificate);
    bare("server certificate for \"a\" does not match host name \"b\"", PgFault::Kind::Certificate);
    bare("server does not support SSL, but SSL was required", PgFault::Kind::NoTls);
    bare("root certificate file \"root.crt\" does not exist", PgFault::Kind::Certificate);
    bare("Connection timed out", PgFault::Kind::TimedOut);
    bare("No route to host", PgFault::Kind::Refused);
    bare("server closed the connection unexpectedly", PgFault::Kind::Lost);
    bare("something new", PgFault::Kind::Lost);
}

void TestPgFaults::whatLibpqSaysIsUnderstood()
{
    QFETCH(QByteArray, message);
    const PgFault fault = faultOfConnecting(message);
    QTEST(fault.kind(), "kind");
    QTEST(fault.sqlState(), "sqlState");
    QTEST(fault.message(), "said");
}

void TestPgFaults::connectingFails_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<PgFault::Kind>("kind");
    QTest::addColumn<QByteArray>("sqlState");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const char *location, PgFault::Kind kind,
                         const char *state, ErrorCode code = ErrorCode::StoreUnavailable) {
        QTest::newRow(name) << QByteArray(location) << kind << QByteArray(state) << code;
    };
    using Kind = PgFault::Kind;
    row("port", "postgresql://viewer:right@127.0.0.1:1/faults", Kind::Refused, "");
    row("socket", "host=/nowhere dbname=faults", Kind::Refused, "");
    row("host", "postgresql://viewer:right@school.invalid/faults", Kind::HostUnknown, "");
    row("database", "postgresql://viewer:right@127.0.0.1:%PORT/elsewhere", Kind::Statement,
        "3D000");
    row("password", "postgresql://viewer:wrong@127.0.0.1:%PORT/faults", Kind::Statement, "28P01");
    row("no password", "postgresql://viewer@127.0.0.1:%PORT/faults?passfile=/nowhere",
        Kind::Statement, "28P01");
    row("user", "postgresql://nobody:right@127.0.0.1:%PORT/faults", Kind::Statement, "28P01");
    row("user of the socket", "host=%FOLDER port=%PORT user=nobody dbname=faults", Kind::Statement,
        "28000");
    row("no TLS there", "postgresql://viewer:right@127.0.0.1:%PORT/faults?sslmode=require",
        Kind::NoTls, "");
    row("not an address", "postgresql://viewer:right@[127/faults", Kind::Address, "",
        ErrorCode::Usage);
    row("unknown word", "hots=127.0.0.1", Kind::Address, "", ErrorCode::Usage);
    row("unknown TLS mode", "host=127.0.0.1 sslmode=maybe", Kind::Address, "", ErrorCode::Usage);
    row("no port", "host=127.0.0.1 port=many", Kind::Address, "", ErrorCode::Usage);
    row("no service", "service=elsewhere", Kind::Address, "", ErrorCode::Usage);
    row("all hosts", "postgresql://viewer:right@school.invalid,127.0.0.1:1/faults",
        Kind::HostUnknown, "");
}

void TestPgFaults::connectingFails()
{
    QFETCH(QByteArray, location);
    const auto fault = connecting(addressFrom(location));
    QVERIFY(fault);
    QTEST(fault->kind(), "kind");
    QTEST(fault->sqlState(), "sqlState");
    QTEST(postgresError(*fault, {}).code, "code");
}

void TestPgFaults::inAnotherLanguageToo()
{
    qputenv("LANGUAGE", "de");
    setlocale(LC_ALL, "C.UTF-8");
    connectingFails();
    qunsetenv("LANGUAGE");
}

void TestPgFaults::passwordsAreNotSaid()
{
    for (const char *location : {"postgresql://viewer:s3cret@127.0.0.1:%PORT/faults",
             "postgresql://viewer:s3cret@[::1/faults", "postgresql://viewer:s3cret%zz@host/faults",
             "password=s3cret hots=127.0.0.1", "password='s3cret host=127.0.0.1",
             "postgresql://host/faults?password=s3cret&hots=s3cret"}) {
        PgAddress address = addressFrom(location);
        const auto fault = connecting(address);
        QVERIFY2(fault, location);
        QVERIFY2(!fault->message().contains("s3cret"), fault->what());
        address = addressFrom("postgresql://viewer@127.0.0.1:%PORT/faults");
        address.password = "s3cret";
        QCOMPARE(connecting(address)->sqlState(), "28P01");
        QVERIFY(!connecting(address)->message().contains("s3cret"));
    }
}

void TestPgFaults::oldServersAreRefused()
{
    PgAddress address = addressOf(Database);
    address.oldestServer = 990000;
    const auto fault = connecting(address);
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::Version);
    QVERIFY(fault->message().startsWith("PostgreSQL 1"));
}

void TestPgFaults::readOnlyServersAreNotWrittenTo()
{
    auto &cluster = PostgresCluster::shared();
    QVERIFY(cluster.createDatabase(u"standby"_s));
    QCOMPARE(cluster.execute(u"CREATE TABLE seats ();"
                             "ALTER DATABASE standby SET default_transaction_read_only = on"_s,
                 u"standby"_s),
        QString());
    PgAddress address = addressOf(u"standby"_s);
    const auto writing =
        faultIn([&] { PgConnection(address).execute("INSERT INTO seats DEFAULT VALUES"); });
    QVERIFY(writing);
    QCOMPARE(writing->sqlState(), "25006");
    QVERIFY(writing->isOutage());
    address.location += "&target_session_attrs=read-write";
    const auto fault = connecting(address);
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "25006");
    QVERIFY(sentenceFor(*fault).contains(u"switched over"_s));
}

void TestPgFaults::statementsFail_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("rights") << u"INSERT INTO seats VALUES (1)"_s << ErrorCode::StoreReadOnly;
    QTest::newRow("no such table") << u"SELECT * FROM nowhere"_s << ErrorCode::StoreDamaged;
    QTest::newRow("not SQL") << u"SELECT FROM WHERE"_s << ErrorCode::Internal;
    QTest::newRow("too slow") << u"SET LOCAL statement_timeout = 1; SELECT pg_sleep(60)"_s
                              << ErrorCode::StoreBusy;
    QTest::newRow("divided by nought") << u"SELECT 1 / 0"_s << ErrorCode::Internal;
}

void TestPgFaults::statementsFail()
{
    QFETCH(QString, statement);
    PgConnection connection(addressFrom("postgresql://viewer:right@127.0.0.1:%PORT/faults"));
    connection.execute("BEGIN");
    const auto fault = faultIn([&] {
        for (const QString &one : statement.split(u';'))
            connection.execute(one.toStdString());
    });
    QVERIFY(fault);
    QTEST(postgresError(*fault, {}).code, "code");
    QVERIFY(!fault->isOutage());
    connection.execute("ROLLBACK");
}

void TestPgFaults::poolerRefusesStrangers()
{
    PgBouncer pooler(PostgresCluster::shared(), 2);
    QVERIFY(pooler.start());
    const auto fault = connecting(PgAddress{pooler.url(Database, u"nobody"_s).toStdString()});
    QVERIFY(fault);
    QCOMPARE(fault->sqlState(), "28000");
    QVERIFY(sentenceFor(*fault).contains(u"user name"_s));
}

QTEST_GUILESS_MAIN(TestPgFaults)
#include "tst_pgfaults.moc"
