// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsink.h"

#include <QStringList>

#include <vector>

namespace Rollbook
{

/// True when the header is that of Canvas's enrollments.csv (SIS Import Format): `user_id`, `role`,
/// and `course_id` or `section_id`.
bool isCanvasEnrollments(const QStringList &headers);

/// Gives the students of such a file, which comes without the rest of the bundle, to another sink:
/// `student_id` and `course`, the course's id or else the section's. Who is not a student there, or
/// not any more, is left out. Rows above the header must not be given.
class CanvasEnrollmentRows final : public RowSink
{
public:
    /// `headers` of the file; `next` outlives this.
    CanvasEnrollmentRows(const QStringList &headers, RowSink &next);

    /// The header of the rows that `next` gets; it is not pushed.
    static QStringList headers();

    /// A row of the file below its header.
    bool addRow(std::span<const QByteArrayView> cells) override;

private:
    RowSink &m_next;
    // Columns of the file, -1: none.
    int m_user = -1;
    int m_course = -1;
    int m_section = -1;
    int m_role = -1;
    int m_status = -1;
};

} // namespace Rollbook
