// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plainclient.h"

#include <map>

namespace Rollbook
{

/// A school on the shared server with a user of each role: vera looks, rita and rudi register, ada
/// decides, nora has a password and no role. It belongs to olga, who is no superuser.
class RightsSchool
{
public:
    /// A school of today, or as an older Rollbook made it. Ends the process if it cannot be made.
    explicit RightsSchool(const QString &database, int version = Newest);

    /// Two courses, five students and an audit entry. Runs 1 to 5: one that goes on and has given
    /// seat 1 of course 1 to student 1, one that finished, a cancelled one, one that was undone,
    /// its undo.
    void fill();
    /// The statement that adds an entry to the audit trail.
    static QString entry(int number, const QString &who);

    /// The connection of a user, the same at each call.
    PlainClient &as(const QString &user);
    /// What a role file or a step of the schema says.
    static QString script(const QString &name);

    static inline const QString Nora = QStringLiteral("nora");
    static inline const QString Vera = QStringLiteral("vera");
    static inline const QString Rita = QStringLiteral("rita");
    static inline const QString Rudi = QStringLiteral("rudi");
    static inline const QString Ada = QStringLiteral("ada");
    static inline const QString Olga = QStringLiteral("olga");
    static inline const QString Superuser = QStringLiteral("postgres");

    /// SQLSTATE of what the server refuses because of who asks.
    static inline const QString NotAllowed = QStringLiteral("42501");

    /// What registered_at is now, as an expression.
    static inline const QString Now = QStringLiteral("extract(epoch FROM now()) * 1000");

    static constexpr int Newest = 2;

private:
    QString m_database;
    std::map<QString, PlainClient> m_clients;
};

} // namespace Rollbook
