// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

#include <SQLiteCpp/Statement.h>

namespace Rollbook
{

/// Finds students by what identifies them. Throws SQLite::Exception.
class SqliteStudentKeys
{
public:
    explicit SqliteStudentKeys(const SQLite::Database &database);

    /// The key of the student of that number; where there is none, of the one who has that e-mail
    /// address and no number. 0: nobody.
    qint64 of(const Student &student);

private:
    SQLite::Statement m_withId;
    SQLite::Statement m_withEmail;
};

/// What the student of that key holds, in the order of people. Throws SQLite::Exception.
QList<HeldPlace> placesOfStudent(const SQLite::Database &database, qint64 student);

/// Who holds what in a school file; places are taken back in one transaction each time.
class SqliteHeldPlaces : public HeldPlaces
{
public:
    /// The writer must outlive it.
    SqliteHeldPlaces(SqliteFile file, SqliteWriter &writer);

    Expected<QList<HeldPlace>> ofCourse(const CourseRef &course) const override;
    Expected<QList<HeldPlace>> ofStudent(const Student &student) const override;
    Expected<WithdrawnPlaces> withdraw(const QList<HeldPlace> &places) override;

private:
    SqliteFile m_file;
    SqliteWriter &m_writer;
};

} // namespace Rollbook
