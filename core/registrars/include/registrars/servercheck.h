// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"
#include "registration/schoolrights.h"

#include <stop_token>

namespace Rollbook
{

/// Whether this Rollbook can work in a school.
enum class SchoolAge : quint8 {
    Fits,
    Older, ///< an older one made it, and nobody has brought it up to date yet
    Newer, ///< it is for newer ones only
};

/// What a server says about itself and about who asks.
struct ServerFacts {
    QString version; ///< "15.18"
    QString database;
    QString user;
    SchoolRole role = SchoolRole::None; ///< None, too, where there is no school
    bool isSchool = false;              ///< false: the database has no school in it yet
    SchoolAge age = SchoolAge::Fits;
    bool isEncrypted = false;

    friend bool operator==(const ServerFacts &, const ServerFacts &) = default;
};

/// The part of an address that something is wrong with.
enum class ServerPart : quint8 {
    Nothing, ///< it is the server itself
    Server,
    Port,
    Database,
    User,
    Password,
    Encryption,
    Certificate,
    Service,
    Further, ///< the other parameters
};

/// Why a server cannot be used, and where that can be changed.
struct ServerProblem {
    ServerPart part = ServerPart::Nothing;
    Error error;
    QString detail; ///< in the words of the server or of libpq, for who runs the server
};

/// Connects, looks and goes; changes nothing. Blocking, for some seconds where nothing answers; a
/// stop is heeded soon (Cancelled). The password is neither kept nor part of what is said; without
/// one, libpq looks in its password file. Any thread but that of the window.
tl::expected<ServerFacts, ServerProblem> tryServer(
    const ServerAddress &address, const QString &password, const std::stop_token &stop);

} // namespace Rollbook
