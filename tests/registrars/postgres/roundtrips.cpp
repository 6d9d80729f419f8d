// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrips.h"

#include <QtEndian>

namespace Rollbook
{

void RoundTrips::hear(const QObject *client, const QByteArray &bytes)
{
    Conversation &conversation = m_conversations[client];
    conversation.unread += bytes;
    while (takeMessage(conversation)) {
    }
}

// Messages have a type, a letter, and a length that counts itself. Those before the conversation
// has begun have no type.
bool RoundTrips::takeMessage(Conversation &conversation)
{
    constexpr quint32 ProtocolVersion = 3 << 16;
    constexpr qsizetype LengthSize = 4;
    const qsizetype typeSize = conversation.hasBegun ? 1 : 0;
    QByteArray &unread = conversation.unread;
    if (unread.size() < typeSize + LengthSize)
        return false;
    const auto length = qFromBigEndian<quint32>(unread.constData() + typeSize);
    if (unread.size() < typeSize + static_cast<qsizetype>(length))
        return false;
    if (conversation.hasBegun && (unread.front() == 'S' || unread.front() == 'Q'))
        ++m_count;
    else if (!conversation.hasBegun)
        conversation.hasBegun =
            qFromBigEndian<quint32>(unread.constData() + LengthSize) == ProtocolVersion;
    unread.remove(0, typeSize + static_cast<qsizetype>(length));
    return true;
}

} // namespace Rollbook
