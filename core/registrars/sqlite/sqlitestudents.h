// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// The students of a school file.
class SqliteStudents : public StudentDirectory
{
public:
    /// The writer must outlive it.
    SqliteStudents(SqliteFile file, SqliteWriter &writer);

    Expected<QList<StudentRecord>> students() const override;
    Expected<void> save(const QList<StudentRecord> &students) override;
    Expected<void> remove(const Student &student) override;

private:
    SqliteFile m_file;
    SqliteWriter &m_writer;
};

} // namespace Rollbook
