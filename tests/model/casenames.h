// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "modelcase.h"
#include "registration/school.h"

namespace Rollbook
{

/// Makes what a case speaks of. The mark stands in every code, number and address, so that cases
/// with different marks do not meet in a school.
class CaseNames
{
public:
    explicit CaseNames(QString mark)
        : m_mark(std::move(mark))
    {
    }

    QString code(int course) const { return QStringLiteral("C%1-%2").arg(course).arg(m_mark); }
    Course course(const CaseCourse &course) const;
    StudentRecord record(const CaseStudent &student) const;
    Student student(const CaseRow &row) const;

private:
    QString studentId(int number) const { return QStringLiteral("S%1-%2").arg(number).arg(m_mark); }
    QString email(int number) const
    {
        return QStringLiteral("s%1@%2.example").arg(number).arg(m_mark);
    }

    QString m_mark;
};

} // namespace Rollbook
