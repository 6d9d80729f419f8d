// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <optional>

namespace Rollbook
{

/// The cells of a class list as they go into a file that is saved: as the list came, with what was
/// corrected in it, and columns at the right that corrections have added. Borrows the roster and
/// the rows left out.
class CorrectedCells
{
public:
    CorrectedCells(const Roster &roster, const QSet<qint32> &leftOut);

    qsizetype columns() const { return m_roster.headers.size() + m_added.size(); }
    /// Rows of the roster, from 0; those that are left out go into no file.
    qint32 rows() const { return m_roster.size(); }
    bool isLeftOut(qint32 row) const { return m_leftOut.contains(row); }
    /// UTF-8, as is cell().
    QByteArray header(qsizetype column) const;
    QByteArray cell(qint32 row, qsizetype column) const;

private:
    bool isOfFile(StudentField field) const;
    bool isDerived(StudentField field) const;
    std::optional<QByteArray> correction(qint32 row, StudentField field) const;

    const Roster &m_roster;
    const QSet<qint32> &m_leftOut;
    const StudentList &m_students;
    QList<std::optional<StudentField>> m_fields; // by column of the file
    QList<StudentField> m_added;                 // by column beyond it
};

} // namespace Rollbook
