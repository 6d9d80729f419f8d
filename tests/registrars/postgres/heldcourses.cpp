// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldcourses.h"

namespace Rollbook
{

bool HeldCourses::hold(const QString &codes)
{
    return isDone(QStringLiteral("BEGIN"))
        && isDone(QStringLiteral("SELECT id FROM courses WHERE code LIKE '%1' FOR NO KEY UPDATE")
                      .arg(codes));
}

int HeldCourses::waiting()
{
    return m_colleague
        .send(QStringLiteral("SELECT count(*) FROM pg_locks WHERE NOT granted"
                             " AND locktype = 'transactionid'"))
        .text.toInt();
}

} // namespace Rollbook
