// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasenrollments.h"

#include "bundleclasses.h"
#include "domain/student.h"

#include <array>

namespace Rollbook
{

namespace
{

int columnIn(const QStringList &headers, QStringView name)
{
    return static_cast<int>(headers.indexOf(name));
}

} // namespace

bool isCanvasEnrollments(const QStringList &headers)
{
    return headers.contains(u"user_id") && headers.contains(u"role")
        && (headers.contains(u"course_id") || headers.contains(u"section_id"));
}

CanvasEnrollmentRows::CanvasEnrollmentRows(const QStringList &headers, RowSink &next)
    : m_next(next)
    , m_user(columnIn(headers, u"user_id"))
    , m_course(columnIn(headers, u"course_id"))
    , m_section(columnIn(headers, u"section_id"))
    , m_role(columnIn(headers, u"role"))
    , m_status(columnIn(headers, u"status"))
{
}

QStringList CanvasEnrollmentRows::headers()
{
    return {canonicalName(StudentField::StudentId), canonicalName(StudentField::Course)};
}

bool CanvasEnrollmentRows::addRow(std::span<const QByteArrayView> cells)
{
    if (trimmedCell(cells, m_role).compare("student", Qt::CaseInsensitive) != 0
        || isGone(trimmedCell(cells, m_status)))
        return true;
    const QByteArrayView course = trimmedCell(cells, m_course);
    const std::array<QByteArrayView, 2> row{
        trimmedCell(cells, m_user), course.isEmpty() ? trimmedCell(cells, m_section) : course};
    return m_next.addRow(row);
}

} // namespace Rollbook
