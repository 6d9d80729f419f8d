// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "school/schoolmodel.h"

namespace Rollbook
{

/// The courses of the school and how full they are.
class CourseRows : public SchoolRows
{
public:
    explicit CourseRows(QList<CourseSeats> courses);

    const CourseSeats &course(int row) const { return m_courses.at(row); }
    int size() const override { return static_cast<int>(m_courses.size()); }
    QString text(int row, int column) const override;
    QString sortText(int row, int column) const override;

private:
    QList<CourseSeats> m_courses;
};

class CoursesModel : public SchoolModel
{
    Q_OBJECT

public:
    enum Column {
        CodeColumn,
        TitleColumn,
        TermColumn,
        SeatsColumn,
        WaitingColumn,
        OpenColumn,
        MeetsColumn,
        PrerequisitesColumn,
        ColumnCount,
    };
    /// How full seats or waiting list are, from 0 to 1; invalid where there is no limit.
    static constexpr int FullnessRole = Qt::UserRole;

    explicit CoursesModel(QObject *parent = nullptr);

    const CourseSeats &course(int row) const;
    /// Where a course is shown; -1: nowhere.
    int rowOf(const CourseRef &course) const;
    /// Also when the search hides it.
    bool contains(const CourseRef &course) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

/// "79 of 120", or "79" where there is no limit.
QString seatsText(const CourseSeats &seats);
/// "3 of 10", or a dash where there is no waiting list.
QString waitingText(const CourseSeats &seats);

} // namespace Rollbook
