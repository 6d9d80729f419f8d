// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runundo.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// Takes runs of a school back, each in one transaction with its entry in the history.
class SqlUndo : public RunUndo
{
public:
    /// The store must outlive it.
    SqlUndo(SqlStore &store);

    Expected<UndoneRun> preview(const QString &runId) const override;
    Expected<UndoneRun> undo(const QString &runId) override;
    Expected<UndoneRun> recorded(const QString &undoId) const override;

private:
    SqlStore &m_store;
};

/// What an undo did to a row, from a line with roster_row, status, reason, argument, waiting and
/// number. Throws what the database throws.
UndoResult undoResultAt(const SqlStatement &line);

} // namespace Rollbook
