// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"
#include "rowindex.h"

#include <string_view>

namespace Rollbook
{

/// Remembers the rows of a list by who they are about, and tells which row was the first about the
/// same. Each method is called once for a row at most, in the order of the rows, and gives -1 where
/// the row is the first. Borrows the list, which must not change meanwhile.
class EarlierRows
{
public:
    explicit EarlierRows(const StudentList &students);

    /// In the same course, where the list has courses: a student may stand there once for each.
    qint32 withSameId(qint32 row);
    /// The same for the e-mail address, whatever its case.
    qint32 withSameEmail(qint32 row);
    /// Another student of the same name, whatever its case and accents, born the same day. -1 as
    /// well where the row has no name or no birth date.
    qint32 withSameNameAndBirthDate(qint32 row);

private:
    std::string_view field(qint32 row, StudentField field) const;
    bool isSameCourse(qint32 row, qint32 other) const;
    bool isSameEmail(std::string_view email, std::string_view other) const;
    bool isSameStudent(qint32 row, qint32 other) const;
    std::size_t courseHash(qint32 row) const;
    void foldNameAndBirthDate(QByteArray &key, qint32 row) const;

    const StudentList &m_students;
    bool m_hasCourses;
    std::size_t m_seed;
    RowIndex m_ids;
    RowIndex m_emails;
    RowIndex m_names;
    QByteArray m_key;
    QByteArray m_otherKey;
};

} // namespace Rollbook
