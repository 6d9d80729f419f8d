// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plainclient.h"

namespace Rollbook
{

/// A colleague who keeps courses of a school on a server to themselves, so that whoever wants a
/// seat in one waits.
class HeldCourses
{
public:
    /// By the address of the school; lets go when it goes.
    explicit HeldCourses(const QString &url)
        : m_colleague(url)
    {
    }

    /// Those whose code is LIKE that; false: it was refused.
    bool hold(const QString &codes);
    bool letGo() { return isDone(QStringLiteral("ROLLBACK")); }
    /// How many wait for a seat; what they write down meanwhile waits for themselves.
    int waiting();

private:
    bool isDone(const QString &statement) { return m_colleague.send(statement).state.isEmpty(); }

    PlainClient m_colleague;
};

} // namespace Rollbook
