// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runundo.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// Takes runs of a school file back, each in one transaction with its entry in the history.
class SqliteUndo : public RunUndo
{
public:
    /// The writer must outlive it.
    SqliteUndo(SqliteFile file, SqliteWriter &writer);

    Expected<UndoneRun> preview(const QString &runId) const override;
    Expected<UndoneRun> undo(const QString &runId) override;
    Expected<UndoneRun> recorded(const QString &undoId) const override;

private:
    SqliteFile m_file;
    SqliteWriter &m_writer;
};

/// What an undo did to a row, from a line with roster_row, status, reason, argument, waiting and
/// number. Throws SQLite::Exception.
UndoResult undoResultAt(const SQLite::Statement &line);

} // namespace Rollbook
