// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/localrunclaim.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

struct Address {
    sockaddr_un name = {};
    socklen_t length = 0;
};

// An id that was typed can be of any length, a name has room for some hundred bytes.
Address addressOf(const QString &runId)
{
    const QByteArray text = "rollbook-run-"
        + QCryptographicHash::hash(runId.toUtf8(), QCryptographicHash::Sha256).toHex();
    Address address;
    address.name.sun_family = AF_UNIX;
    // The first byte stays 0: that is what makes the name an abstract one.
    std::memcpy(address.name.sun_path + 1, text.constData(), static_cast<std::size_t>(text.size()));
    address.length = static_cast<socklen_t>(
        offsetof(sockaddr_un, sun_path) + 1 + static_cast<std::size_t>(text.size()));
    return address;
}

const sockaddr *generic(const Address &address)
{
    return reinterpret_cast<const sockaddr *>(&address.name);
}

int newSocket()
{
    return ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
}

} // namespace

LocalRunClaim::LocalRunClaim(int socket)
    : m_socket(socket)
{
}

LocalRunClaim::~LocalRunClaim()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

std::unique_ptr<RunClaim> LocalRunClaim::take(const QString &runId)
{
    const int socket = newSocket();
    auto claim = std::make_unique<LocalRunClaim>(socket);
    const Address address = addressOf(runId);
    // Without sockets nobody can claim anything, and nobody is kept from working.
    if (socket >= 0 && ::bind(socket, generic(address), address.length) != 0 && errno == EADDRINUSE)
        return nullptr;
    return claim;
}

bool LocalRunClaim::isTaken(const QString &runId)
{
    const LocalRunClaim asking(newSocket());
    const Address address = addressOf(runId);
    return asking.m_socket >= 0
        && ::connect(asking.m_socket, generic(address), address.length) == 0;
}

} // namespace Rollbook
