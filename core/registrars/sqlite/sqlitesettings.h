// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/schoolsettings.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// What the school of a file has settled.
class SqliteSettings : public SchoolSettings
{
public:
    /// The writer must outlive it.
    SqliteSettings(SqliteFile file, SqliteWriter &writer);

    Expected<Letterhead> letterhead() const override;
    Expected<void> save(const Letterhead &letterhead) override;

private:
    SqliteFile m_file;
    SqliteWriter &m_writer;
};

} // namespace Rollbook
