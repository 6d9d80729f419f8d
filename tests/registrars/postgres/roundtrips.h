// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <unordered_map>

class QObject;

namespace Rollbook
{

/// Counts how often clients of a PostgreSQL server wait for it, by what they send: each Sync and
/// each Query asks for all answers so far ("Message Flow" in PostgreSQL's documentation).
class RoundTrips
{
public:
    void hear(const QObject *client, const QByteArray &bytes);

    int count() const { return m_count; }
    void beginAnew() { m_count = 0; }

private:
    struct Conversation {
        QByteArray unread;
        bool hasBegun = false;
    };

    bool takeMessage(Conversation &conversation);

    std::unordered_map<const QObject *, Conversation> m_conversations;
    int m_count = 0;
};

} // namespace Rollbook
