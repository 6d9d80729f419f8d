// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

namespace Rollbook::Bench
{

/// A PostgreSQL server with an empty school in the database ServerOriginal, which each case copies
/// for itself, and its user ServerOffice, who is an admin.
inline const QString ServerOriginal = QStringLiteral("original");
inline const QString ServerOffice = QStringLiteral("office");

/// Where and how a case runs, as one word of a command line.
struct ServerCase {
    int clients = 1;
    QString folder; ///< of the server's socket
    int port = 0;

    QString toText() const;
    static ServerCase fromText(const QString &text);
    QString url(const QString &database, const QString &user) const;
};

/// What the clients register together. Their lists have no student in common.
inline constexpr int ServerStudents = 128'000;
/// A row and a commit each: fewer, or a round takes half a minute.
inline constexpr int ServerInserts = 3'200;

enum class ServerCourses : quint8 { OneEach, FourEach, OneForAll };

/// Each client registers its list as people do: a School of its own, all rules, journal and audit
/// trail, as an admin.
Measurement listsIntoServer(const ServerCase &where, ServerCourses courses);

/// The limits, by the owner of the tables, whom no policy binds. Nothing is looked up or decided.
enum class ServerLimit : quint8 {
    Inserts,  ///< a plain INSERT of a registration of a known student, committed by itself
    Places,   ///< 1 000 students and their registrations in one statement
    Outcomes, ///< the same, and the outcomes that the journal holds in the same transaction
};
Measurement statementsIntoServer(const ServerCase &where, ServerLimit limit);

} // namespace Rollbook::Bench
