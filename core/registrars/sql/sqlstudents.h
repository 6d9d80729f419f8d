// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// The students of a school.
class SqlStudents : public StudentDirectory
{
public:
    /// The store must outlive it.
    SqlStudents(SqlStore &store);

    Expected<QList<StudentRecord>> students() const override;
    Expected<void> save(const QList<StudentRecord> &students) override;
    Expected<void> remove(const Student &student) override;

private:
    SqlStore &m_store;
};

} // namespace Rollbook
