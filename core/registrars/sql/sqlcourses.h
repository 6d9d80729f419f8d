// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// The courses of a school.
class SqlCourses : public CourseCatalogue
{
public:
    /// The store must outlive it.
    SqlCourses(SqlStore &store);

    Expected<QList<CourseSeats>> courses() const override;
    Expected<CourseSeats> find(const QString &code, const QString &term) const override;
    Expected<void> save(const QList<Course> &courses) override;
    Expected<void> remove(const CourseRef &course) override;

private:
    SqlStore &m_store;
};

} // namespace Rollbook
