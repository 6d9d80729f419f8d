// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "move/tablerows.h"

#include <functional>
#include <memory>

namespace Rollbook
{

/// A new, empty school that is being filled, in one transaction: unless it is committed, it was
/// never there. Exceptions become errors.
class MoveTarget
{
public:
    virtual ~MoveTarget() = default;

    /// Whether a text may hold U+0000.
    virtual bool keepsNul() const = 0;
    virtual Expected<void> write(const SchoolTable &table, const TableRows &rows) = 0;
    /// After all tables; lastAuditNumber: of the last entry that was ever written.
    virtual Expected<void> endWriting(qint64 lastAuditNumber) = 0;
    /// Reads in what was written.
    virtual Expected<void> read(const std::function<void(const SqlDatabase &)> &question) = 0;
    virtual Expected<void> commit() = 0;

protected:
    MoveTarget() = default;
    Q_DISABLE_COPY_MOVE(MoveTarget)
};

/// In a file that must not be there yet.
Expected<std::unique_ptr<MoveTarget>> moveToFile(const QString &path);
/// In a database, see moveSchool(). Patience is asked while the server lets us wait.
Expected<std::unique_ptr<MoveTarget>> moveToServer(
    const QString &url, const std::function<bool()> &patience);

} // namespace Rollbook
