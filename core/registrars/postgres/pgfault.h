// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArray>

#include <exception>

namespace Rollbook
{

/// What libpq throws here: the server refused a statement, or cannot be spoken with.
class PgFault : public std::exception
{
public:
    enum class Kind : quint8 {
        Statement,   ///< the server refused it and said why: sqlState()
        Lost,        ///< the connection broke; nobody knows what became of the statement
        GaveUp,      ///< patience was lost while waiting; the statement was cancelled
        Address,     ///< no server can be found from what was given
        HostUnknown, ///< the name of the server is not known in the network
        Refused,     ///< nothing answers at that host and port, or the network does not go there
        TimedOut,    ///< no answer in time while connecting
        Certificate, ///< who answered could not prove to be that server, or we to be us
        NoTls,       ///< the server does not encrypt connections, but has to
        Version,     ///< the server is too old
        NoLibrary,   ///< libpq is not installed here
    };

    /// The state has five characters, or none where the server gave none.
    explicit PgFault(Kind kind, QByteArray sqlState = {}, const QByteArray &message = {});

    Kind kind() const { return m_kind; }
    const QByteArray &sqlState() const { return m_sqlState; }
    /// In the words of the server or of libpq, UTF-8, one line; holds no password.
    const QByteArray &message() const { return m_message; }
    const char *what() const noexcept override { return m_message.constData(); }

    /// Whether the server, or the way to it, is gone: another connection is needed, and whether a
    /// commit took place is unknown.
    bool isOutage() const;

private:
    Kind m_kind;
    QByteArray m_sqlState;
    QByteArray m_message;
};

/// Why no connection was made, from what libpq says in English with PQERRORS_VERBOSE.
PgFault faultOfConnecting(const QByteArray &message);

/// A fault as a sentence about the school of that name.
Error postgresError(const PgFault &fault, const QString &schoolName);

} // namespace Rollbook
