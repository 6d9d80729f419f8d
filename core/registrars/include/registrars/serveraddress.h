// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

namespace Rollbook
{

/// How much is known about who is at the other end of a connection.
enum class TlsMode : quint8 {
    VerifyFull, ///< encrypted, and the certificate is of that very server
    VerifyCa,   ///< encrypted, and the certificate is of an authority that is trusted
    Require,    ///< encrypted; anybody could be at the other end
    Off,        ///< anybody on the way can read along
};

/// The word of PostgreSQL for it, as in sslmode=verify-full.
QString tlsWord(TlsMode mode);

struct ServerHost {
    QString name;     ///< a name, an IP address, or the folder of a socket, which begins with "/"
    quint16 port = 0; ///< 0: the usual one

    friend bool operator==(const ServerHost &, const ServerHost &) = default;
};

/// Where a school on a PostgreSQL server is found, and as whom. There is no place for a password
/// in it: it can be stored and shown.
struct ServerAddress {
    static constexpr quint16 UsualPort = 5432;

    QList<ServerHost> hosts; ///< tried in this order; none: that of the service or the environment
    QString database;
    QString user;
    TlsMode tls = TlsMode::VerifyFull;
    QString rootCertificate;           ///< a file, or empty
    QString service;                   ///< of a libpq service file, which says what is empty here
    QMap<QString, QString> parameters; ///< the others, which libpq knows or refuses

    /// postgresql://user@host:port/database?sslmode=verify-full&…, always with the sslmode.
    QString toUrl() const;
    /// For people: "school on db.example.org".
    QString displayName() const;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

/// What stands in an address that somebody wrote or was given.
struct WrittenAddress {
    ServerAddress address;
    QString password; ///< where one stood in it: to be used, never to be stored or shown
};

/// True for postgresql:… and postgres:…, whatever follows.
bool isServerUrl(const QString &text);

/// All forms of address that libpq reads: several hosts, a socket's folder as host, parameters.
/// One without sslmode asks for VerifyFull, one that leaves encryption to chance for Require.
/// Usage, with a sentence that never repeats what could be part of a password, where it is none.
Expected<WrittenAddress> serverAddressFromUrl(const QString &url);

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::ServerAddress)
