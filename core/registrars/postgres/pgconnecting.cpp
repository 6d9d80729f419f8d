// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgconnecting.h"

#include "postgres/pgfault.h"
#include "startopenssl.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <clocale>
#include <new>
#include <string>
#include <string_view>
#include <tuple>

#include <poll.h>
#include <sys/socket.h>

namespace Rollbook
{

namespace
{

/// Lets libpq, in this thread, say in English what went wrong: it has no other way to tell.
class EnglishMessages
{
public:
    EnglishMessages()
        : m_english(newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE)))
        , m_before(uselocale(m_english))
    {
    }
    ~EnglishMessages()
    {
        uselocale(m_before);
        freelocale(m_english);
    }
    Q_DISABLE_COPY_MOVE(EnglishMessages)

private:
    locale_t m_english;
    locale_t m_before;
};

struct Limits {
    std::chrono::milliseconds host{10'000};
    std::chrono::milliseconds all{10'000};
};

// Of all that was said: in the address, the environment and the service file.
Limits limitsOf(PGconn *connection)
{
    const std::unique_ptr<PQconninfoOption, LibpqFree> options(libpq().conninfo(connection));
    Limits limits;
    std::ptrdiff_t hosts = 1;
    for (const PQconninfoOption *option = options.get();
         option != nullptr && option->keyword != nullptr; ++option) {
        const std::string_view keyword = option->keyword;
        const std::string_view value = option->val == nullptr ? "" : option->val;
        if (keyword == "host" || keyword == "hostaddr")
            hosts = std::max(hosts, 1 + std::count(value.begin(), value.end(), ','));
        if (keyword == "connect_timeout" && !value.empty())
            limits.host = std::chrono::seconds(std::atoi(option->val));
    }
    if (limits.host.count() <= 0)
        limits.host = Limits().host;
    limits.all = limits.host * hosts;
    return limits;
}

/// libpq's steps towards a connection.
class Connecting
{
public:
    Connecting(PGconn *connection, const std::function<bool()> &patience)
        : m_connection(connection)
        , m_patience(patience)
        , m_limits(limitsOf(connection))
        , m_all(m_limits.all)
        , m_host(m_limits.host)
    {
    }

    void finish()
    {
        while (m_next != PGRES_POLLING_OK) {
            if (libpq().status(m_connection) == CONNECTION_BAD || m_next == PGRES_POLLING_FAILED)
                throw faultOfConnecting(libpq().errorMessage(m_connection));
            const short wanted = m_next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
            if (pollOnce(libpq().socket(m_connection), wanted) != 0)
                m_next = libpq().connectPoll(m_connection);
            else
                wait();
        }
    }

private:
    void wait()
    {
        if (m_patience && !m_patience())
            throw PgFault(PgFault::Kind::GaveUp);
        if (m_all.hasExpired()) {
            throw PgFault(PgFault::Kind::TimedOut, {},
                QByteArray("timeout expired: ") + libpq().host(m_connection) + ':'
                    + libpq().port(m_connection));
        }
        if (const Attempt now = attempt(); now != m_attempt) {
            m_attempt = now;
            m_host = QDeadlineTimer(m_limits.host);
        } else if (m_host.hasExpired()) {
            // libpq goes on to the next host only when it is told that this one does not answer.
            shutdown(libpq().socket(m_connection), SHUT_RDWR);
        }
    }

    /// Socket, host, port and address: the socket to the next host often has the number of the one
    /// before.
    using Attempt = std::tuple<int, std::string, std::string, std::string>;
    Attempt attempt() const
    {
        return {libpq().socket(m_connection), libpq().host(m_connection),
            libpq().port(m_connection), libpq().hostaddr(m_connection)};
    }

    PGconn *m_connection;
    const std::function<bool()> &m_patience;
    Limits m_limits;
    QDeadlineTimer m_all;
    QDeadlineTimer m_host;
    Attempt m_attempt{-1, {}, {}, {}};
    PostgresPollingStatusType m_next = PGRES_POLLING_WRITING;
};

void checkVersion(PGconn *connection, int oldest)
{
    if (libpq().serverVersion(connection) >= oldest)
        return;
    throw PgFault(PgFault::Kind::Version, {},
        QByteArray("PostgreSQL ") + libpq().parameterStatus(connection, "server_version"));
}

} // namespace

short pollOnce(int socket, short events)
{
    pollfd one{socket, events, 0};
    // Interrupted by a signal: as if nothing had happened.
    return ::poll(&one, 1, static_cast<int>(PgWakeUp.count())) > 0 ? one.revents : short{0};
}

PgHandle connectTo(const PgAddress &address, const std::function<bool()> &patience)
{
    startOpenSsl();
    const PgConnectionWords words(address);
    const EnglishMessages english;
    PgHandle connection(
        libpq().connectStartParams(words.keywords().data(), words.values().data(), 0));
    if (!connection)
        throw std::bad_alloc();
    // Only so is there an SQLSTATE while it connects.
    libpq().setErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    libpq().setNoticeProcessor(
        connection.get(), [](void *, const char *) {}, nullptr);
    Connecting(connection.get(), patience).finish();
    libpq().setErrorVerbosity(connection.get(), PQERRORS_DEFAULT);
    checkVersion(connection.get(), address.oldestServer);
    if (libpq().setnonblocking(connection.get(), 1) != 0)
        throw PgFault(PgFault::Kind::Lost, {}, libpq().errorMessage(connection.get()));
    return connection;
}

} // namespace Rollbook
