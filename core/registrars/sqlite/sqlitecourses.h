// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// The courses of a school file.
class SqliteCourses : public CourseCatalogue
{
public:
    /// The writer must outlive it.
    SqliteCourses(SqliteFile file, SqliteWriter &writer);

    Expected<QList<CourseSeats>> courses() const override;
    Expected<CourseSeats> find(const QString &code, const QString &term) const override;
    Expected<void> save(const QList<Course> &courses) override;
    Expected<void> remove(const CourseRef &course) override;

private:
    SqliteFile m_file;
    SqliteWriter &m_writer;
};

} // namespace Rollbook
