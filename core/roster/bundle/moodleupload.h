// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsink.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace Rollbook
{

/// True when the header is that of a file for Moodle's “Upload users”: `username`, at least two of
/// `firstname`, `lastname`, `email` and `idnumber`, as Moodle writes them.
bool isMoodleUpload(const QStringList &headers);

/// Turns the rows of such a file into a row for each student and course, and gives them to another
/// sink. `course1`, `role1`, `type1`, `enrolstatus1`, `course2`, … say who is enrolled where: only
/// as a student counts. A student without a course keeps a row. Users to be deleted are left out,
/// and passwords never go through. Rows above the header must not be given.
class MoodleRows final : public RowSink
{
public:
    /// `headers` of the file; `next` outlives this.
    MoodleRows(const QStringList &headers, RowSink &next);

    /// The header of the rows that `next` gets: canonical field names for what Rollbook knows, the
    /// file's own for what else there is. It is not pushed.
    const QStringList &headers() const { return m_headers; }

    /// A row of the file below its header.
    bool addRow(std::span<const QByteArrayView> cells) override;

private:
    // Columns of the file, -1: none.
    struct CourseColumns {
        int course = -1;
        int role = -1;
        int type = -1;
        int status = -1;
    };
    static bool isStudentIn(std::span<const QByteArrayView> cells, const CourseColumns &columns);

    RowSink &m_next;
    QStringList m_headers;
    int m_idNumber = -1;
    int m_userName = -1;
    int m_deleted = -1;
    std::vector<int> m_kept; // columns of the file, in the order of the new header
    std::vector<CourseColumns> m_courses;
    std::vector<QByteArrayView> m_cells;
};

} // namespace Rollbook
