// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/servercheck.h"

#include "encryptedserver.h"
#include "postgrescluster.h"

#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What a real server says about itself and about who asks, and what is wrong where it does not.
class TestServerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void saysWhatAUserMayDo_data();
    void saysWhatAUserMayDo();
    void saysWhetherThisProgramFits_data();
    void saysWhetherThisProgramFits();
    void saysThatThereIsNoSchoolYet();
    void goesThroughASocketToo();
    void encryptsWithoutCheckingWhereThatIsWanted();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void neverSaysThePassword();
    void nobodyListens();
    void somethingElseListens();
    void serverWithoutEncryption();
    void isStoppedWhileItWaits();

private:
    ServerAddress to(quint16 port) const;

    std::unique_ptr<EncryptedServer> m_server;
};

void TestServerCheck::initTestCase()
{
    for (const char *variable : {"PGPASSWORD", "PGSSLROOTCERT", "PGSERVICE", "PGHOST"})
        qunsetenv(variable);
    m_server = std::make_unique<EncryptedServer>();
}

ServerAddress TestServerCheck::to(quint16 port) const
{
    ServerAddress address = m_server->address(RightsSchool::Rita);
    address.hosts = {{u"127.0.0.1"_s, port}};
    return address;
}

void TestServerCheck::saysWhatAUserMayDo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<SchoolRole>("role");
    QTest::newRow("nothing") << RightsSchool::Nora << SchoolRole::None;
    QTest::newRow("look") << RightsSchool::Vera << SchoolRole::Viewer;
    QTest::newRow("register") << RightsSchool::Rita << SchoolRole::Registrar;
    QTest::newRow("look after it") << RightsSchool::Ada << SchoolRole::Admin;
    QTest::newRow("everything, as it is theirs") << RightsSchool::Olga << SchoolRole::Admin;
}

void TestServerCheck::saysWhatAUserMayDo()
{
    QFETCH(const QString, user);
    const auto facts = tryServer(m_server->address(user), EncryptedServer::Password, {});
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QVERIFY(facts->isSchool);
    QVERIFY(facts->isEncrypted);
    QCOMPARE(facts->user, user);
    QCOMPARE(facts->database, EncryptedServer::Office);
    QVERIFY(facts->version.startsWith(u"15."_s));
    QVERIFY(!facts->version.contains(u' '));
    QTEST(facts->role, "role");
}

void TestServerCheck::saysWhetherThisProgramFits_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<SchoolAge>("age");
    QTest::newRow("older") << u"1, 1"_s << SchoolAge::Older;
    QTest::newRow("newer") << u"99, 99"_s << SchoolAge::Newer;
    QTest::newRow("newer, for this one, too") << u"99, 1"_s << SchoolAge::Fits;
    // The last one, as it was.
    QTest::newRow("of today") << u"%1, 1"_s.arg(RightsSchool::Newest) << SchoolAge::Fits;
}

void TestServerCheck::saysWhetherThisProgramFits()
{
    QFETCH(const QString, version);
    PostgresCluster::shared().execute(
        u"UPDATE schema_version SET (version, oldest_program) = (%1)"_s.arg(version),
        EncryptedServer::Office);
    const auto facts =
        tryServer(m_server->address(RightsSchool::Rita), EncryptedServer::Password, {});
    QVERIFY(facts);
    QVERIFY(facts->isSchool);
    QTEST(facts->age, "age");
    QCOMPARE(facts->role, SchoolRole::Registrar);
}

void TestServerCheck::saysThatThereIsNoSchoolYet()
{
    const auto facts = tryServer(m_server->address(RightsSchool::Ada, EncryptedServer::Empty),
        EncryptedServer::Password, {});
    QVERIFY(facts);
    QVERIFY(!facts->isSchool);
    QCOMPARE(facts->role, SchoolRole::None);
    QCOMPARE(facts->database, EncryptedServer::Empty);
}

void TestServerCheck::goesThroughASocketToo()
{
    const auto written = serverAddressFromUrl(
        PostgresCluster::shared().url(EncryptedServer::Office, RightsSchool::Vera));
    QVERIFY(written);
    const auto facts = tryServer(written->address, {}, {});
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QCOMPARE(facts->role, SchoolRole::Viewer);
    QVERIFY(!facts->isEncrypted);
}

void TestServerCheck::encryptsWithoutCheckingWhereThatIsWanted()
{
    ServerAddress address = m_server->address(RightsSchool::Rita);
    address.tls = TlsMode::Require;
    address.rootCertificate.clear();
    const auto facts = tryServer(address, EncryptedServer::Password, {});
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QVERIFY(facts->isEncrypted);
}

void TestServerCheck::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<ServerAddress>("address");
    QTest::addColumn<QString>("password");
    QTest::addColumn<ServerPart>("part");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const ServerAddress &address, const QString &password,
                         ServerPart part, const QString &sentence) {
        QTest::newRow(name) << address << password << part << sentence;
    };
    const QString password = EncryptedServer::Password;
    const ServerAddress good = m_server->address(RightsSchool::Rita);
    ServerAddress address = good;
    address.hosts.first().name = u"no-such-server.invalid"_s;
    row("name", address, password, ServerPart::Server, u"no “no-such-server.invalid”"_s);
    row("wrong password", good, u"wrong"_s, ServerPart::Password, u"does not take this password"_s);
    row("no password", good, {}, ServerPart::Password, u"asks for a password"_s);
    row("user", m_server->address(u"nobody"_s), password, ServerPart::Password,
        u"password with this user name"_s);
    row("database", m_server->address(RightsSchool::Rita, u"offise"_s), password,
        ServerPart::Database, u"no database of this name"_s);
    row("right to connect", m_server->address(RightsSchool::Rita, EncryptedServer::Closed),
        password, ServerPart::User, u"may not use this database"_s);
    address = good;
    address.rootCertificate = m_server->otherCertificate();
    row("certificate of another", address, password, ServerPart::Certificate,
        u"not certain that this is “localhost”"_s);
    address.rootCertificate.clear();
    row("nobody trusts the certificate", address, password, ServerPart::Certificate,
        u"not certain that this is “localhost”"_s);
    address.rootCertificate = u"/no/such/file.crt"_s;
    row("no certificate file", address, password, ServerPart::Certificate,
        u"“/no/such/file.crt” cannot be read"_s);
    address = good;
    address.hosts.first().name = u"127.0.0.1"_s;
    row("certificate for another name", address, password, ServerPart::Server,
        u"that of another server than “127.0.0.1”"_s);
    address = good;
    address.parameters.insert(u"no_such_setting"_s, u"1"_s);
    row("unknown setting", address, password, ServerPart::Further, u"further settings"_s);
    address = ServerAddress();
    address.service = u"no-such-service"_s;
    row("unknown service", address, password, ServerPart::Service, u"service"_s);
    address = good;
    address.hosts = {{u"/no/such/folder"_s}};
    row("no socket", address, password, ServerPart::Server, u"on this computer"_s);
}

void TestServerCheck::saysWhatIsWrongAndWhere()
{
    QFETCH(const ServerAddress, address);
    QFETCH(const QString, password);
    QFETCH(const QString, sentence);
    const auto answer = tryServer(address, password, {});
    QVERIFY(!answer);
    QVERIFY2(answer.error().error.sentence.contains(sentence),
        qPrintable(answer.error().error.sentence + u" / "_s + answer.error().detail));
    QTEST(answer.error().part, "part");
}

void TestServerCheck::neverSaysThePassword()
{
    const QString password = u"pass-that-is-looked-for"_s;
    ServerAddress address = m_server->address(RightsSchool::Rita);
    QStringList said;
    for (const QString &database : {EncryptedServer::Office, u"none"_s}) {
        for (const QString &certificate : {m_server->certificate(), m_server->otherCertificate()}) {
            address.database = database;
            address.rootCertificate = certificate;
            const auto answer = tryServer(address, password, {});
            QVERIFY(!answer);
            said += {answer.error().error.sentence, answer.error().detail};
        }
    }
    QVERIFY(!said.join(u' ').contains(password));
    QVERIFY(!PostgresCluster::shared().log().contains(password));
}

void TestServerCheck::nobodyListens()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    const auto answer = tryServer(to(port), EncryptedServer::Password, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().part, ServerPart::Port);
    QVERIFY(answer.error().error.sentence.contains(u"port %1 of “127.0.0.1”"_s.arg(port)));
}

void TestServerCheck::somethingElseListens()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const quint16 port = other.serverPort();
    std::optional<tl::expected<ServerFacts, ServerProblem>> answer;
    std::jthread asking([&] { answer = tryServer(to(port), EncryptedServer::Password, {}); });
    QVERIFY(other.waitForNewConnection(10'000));
    other.nextPendingConnection()->abort();
    other.close();
    asking.join();
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().part, ServerPart::Port);
}

void TestServerCheck::serverWithoutEncryption()
{
    PostgresCluster plain;
    QVERIFY(plain.start());
    const auto answer =
        tryServer(to(static_cast<quint16>(plain.port())), EncryptedServer::Password, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().part, ServerPart::Encryption);
    QVERIFY2(answer.error().error.sentence.contains(u"does not encrypt"_s),
        qPrintable(answer.error().detail));
}

void TestServerCheck::isStoppedWhileItWaits()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const quint16 port = silent.serverPort();
    std::stop_source stop;
    std::optional<tl::expected<ServerFacts, ServerProblem>> answer;
    std::jthread asking(
        [&] { answer = tryServer(to(port), EncryptedServer::Password, stop.get_token()); });
    QVERIFY(silent.waitForNewConnection(10'000));
    stop.request_stop();
    asking.join();
    // Otherwise it would have waited until it did not answer in time.
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().error.code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestServerCheck)
#include "tst_servercheck.moc"
