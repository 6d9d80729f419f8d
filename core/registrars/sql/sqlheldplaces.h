// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// Finds students by what identifies them. Throws what the database throws.
class SqlStudentKeys
{
public:
    explicit SqlStudentKeys(const SqlDatabase &database);

    /// The key of the student of that number; where there is none, of the one who has that e-mail
    /// address and no number. 0: nobody.
    qint64 of(const Student &student);

private:
    SqlStatement m_withId;
    SqlStatement m_withEmail;
};

/// What the student of that key holds, in the order of people. Throws what the database throws.
QList<HeldPlace> placesOfStudent(const SqlDatabase &database, qint64 student);

/// Who holds what in a school; places are taken back in one transaction each time.
class SqlHeldPlaces : public HeldPlaces
{
public:
    /// The store must outlive it.
    SqlHeldPlaces(SqlStore &store);

    Expected<QList<HeldPlace>> ofCourse(const CourseRef &course) const override;
    Expected<QList<HeldPlace>> ofStudent(const Student &student) const override;
    Expected<WithdrawnPlaces> withdraw(const QList<HeldPlace> &places) override;

private:
    SqlStore &m_store;
};

} // namespace Rollbook
