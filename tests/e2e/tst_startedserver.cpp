// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startedserver.h"

#include "encryptedserver.h"
#include "postgrescluster.h"

#include <QTest>

#include <csignal>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The program that a window starts for a school on a server.
class TestStartedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void connectsWithThePasswordThatItIsGiven();
    void opensItsWindow();
    void showsThePasswordToNobody();

private:
    static QByteArray startOf(qint64 process, const QString &what);

    QTemporaryDir m_home;
    std::unique_ptr<EncryptedServer> m_server;
    qint64 m_process = 0;
};

void TestStartedServer::initTestCase()
{
    for (const char *folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(folder, m_home.path().toLocal8Bit());
    m_server = std::make_unique<EncryptedServer>();
    PostgresCluster::shared().execute(
        u"ALTER SYSTEM SET log_connections = on; SELECT pg_reload_conf()"_s);
}

void TestStartedServer::cleanup()
{
    if (m_process > 0)
        ::kill(static_cast<pid_t>(m_process), SIGKILL);
}

// The arguments or the environment that it was started with.
QByteArray TestStartedServer::startOf(qint64 process, const QString &what)
{
    QFile file(u"/proc/%1/%2"_s.arg(QString::number(process), what));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestStartedServer::connectsWithThePasswordThatItIsGiven()
{
    m_process = startForServer(QStringLiteral(ROLLBOOK_PROGRAM),
        m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    QVERIFY(m_process > 0);
    const QString connected = u"connection authorized: user=rita database=office "
                              "application_name=rollbook SSL enabled"_s;
    QTRY_VERIFY_WITH_TIMEOUT(PostgresCluster::shared().log().contains(connected), 30'000);
}

// Whose first deed is to listen to what colleagues do.
void TestStartedServer::opensItsWindow()
{
    m_process = startForServer(QStringLiteral(ROLLBOOK_PROGRAM),
        m_server->address(RightsSchool::Ada), EncryptedServer::Password);
    QVERIFY(m_process > 0);
    QTRY_COMPARE_WITH_TIMEOUT(
        PostgresCluster::shared().execute(u"SELECT count(*) FROM pg_stat_activity WHERE"
                                          " usename = 'ada' AND query LIKE 'LISTEN%'"_s),
        u"1"_s, 30'000);
}

void TestStartedServer::showsThePasswordToNobody()
{
    m_process = startForServer(QStringLiteral(ROLLBOOK_PROGRAM),
        m_server->address(RightsSchool::Vera), EncryptedServer::Password);
    QVERIFY(m_process > 0);
    QTRY_VERIFY_WITH_TIMEOUT(
        PostgresCluster::shared().log().contains(u"authorized: user=vera database=office"_s),
        30'000);
    QVERIFY(startOf(m_process, u"cmdline"_s).contains("vera@localhost"));
    for (const QString &what : {u"cmdline"_s, u"environ"_s})
        QVERIFY(!startOf(m_process, what).contains("s3cret"));
}

QTEST_GUILESS_MAIN(TestStartedServer)
#include "tst_startedserver.moc"
