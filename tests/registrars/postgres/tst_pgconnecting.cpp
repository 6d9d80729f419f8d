// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgtestdatabase.h"

#include <QTcpServer>
#include <QTest>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Nobody waits for ever for a server that does not answer.
class TestPgConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentServerIsGivenUp();
    void silentServerRunsOutOfTime();
    void nextHostIsTriedAfterADeafOne();
    void nextHostHasAsMuchTime();
};

namespace
{

std::optional<PgFault> connecting(const PgAddress &address, PgConnection::Patience patience = {})
{
    return faultIn([&] { const PgConnection connection(address, std::move(patience)); });
}

/// A host that drops what is sent to it: it lets nobody in who is not waiting already.
class DeafServer
{
public:
    DeafServer()
        : m_listening(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto *any = reinterpret_cast<sockaddr *>(&address);
        socklen_t size = sizeof address;
        if (bind(m_listening, any, size) != 0 || listen(m_listening, 0) != 0
            || getsockname(m_listening, any, &size) != 0)
            qFatal("no server can listen here");
        m_port = ntohs(address.sin_port);
        while (waits(connectTo(any, size))) {
        }
    }
    ~DeafServer()
    {
        close(m_listening);
        for (const int waiting : m_waiting)
            close(waiting);
    }
    Q_DISABLE_COPY_MOVE(DeafServer)

    int port() const { return m_port; }

private:
    int connectTo(const sockaddr *address, socklen_t size)
    {
        m_waiting.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        connect(m_waiting.back(), address, size);
        return m_waiting.back();
    }
    static bool waits(int client)
    {
        pollfd one{client, POLLOUT, 0};
        return poll(&one, 1, 100) == 1;
    }

    int m_listening;
    int m_port = 0;
    std::vector<int> m_waiting;
};

} // namespace

void TestPgConnecting::silentServerIsGivenUp()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    int asked = 0;
    const PgAddress address{"host=127.0.0.1 port=" + std::to_string(silent.serverPort())};
    const auto fault = connecting(address, [&asked] { return ++asked < 3; });
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::GaveUp);
    QCOMPARE(asked, 3);
}

void TestPgConnecting::silentServerRunsOutOfTime()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const auto fault = connecting(
        PgAddress{"host=127.0.0.1 connect_timeout=1 port=" + std::to_string(silent.serverPort())});
    QVERIFY(fault);
    QCOMPARE(fault->kind(), PgFault::Kind::TimedOut);
}

void TestPgConnecting::nextHostIsTriedAfterADeafOne()
{
    const DeafServer deaf;
    PgAddress address{"connect_timeout=1 user=postgres dbname=postgres host=127.0.0.1,"
        + PostgresCluster::shared().folder().toStdString() + " port=" + std::to_string(deaf.port())
        + ',' + std::to_string(PostgresCluster::shared().port())};
    PgConnection connection(address);
    QCOMPARE(first(connection.execute("SELECT current_database()")), PostgresCluster::Superuser);
}

// Its socket has the number of the one before, whose time is over.
void TestPgConnecting::nextHostHasAsMuchTime()
{
    PostgresCluster slow(PostgresCluster::Fsync::Off, {u"pre_auth_delay = 1"_s});
    QVERIFY(slow.start());
    const DeafServer deaf;
    PgAddress address{"connect_timeout=2 user=postgres dbname=postgres host=127.0.0.1,"
        + slow.folder().toStdString() + " port=" + std::to_string(deaf.port()) + ','
        + std::to_string(slow.port())};
    PgConnection connection(address);
    QCOMPARE(first(connection.execute("SELECT current_database()")), PostgresCluster::Superuser);
}

QTEST_GUILESS_MAIN(TestPgConnecting)
#include "tst_pgconnecting.moc"
