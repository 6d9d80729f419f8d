// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/coursesmodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

QString outOf(int count, int limit)
{
    const QLocale locale;
    return CoursesModel::tr("%1 of %2").arg(locale.toString(count), locale.toString(limit));
}

QString openText(const Course &course)
{
    const QDate today = QDate::currentDate();
    const QLocale locale;
    if (course.opensOn > today)
        return CoursesModel::tr("from %1").arg(
            locale.toString(course.opensOn, QLocale::ShortFormat));
    if (!course.closesOn.isValid())
        return CoursesModel::tr("always");
    const QString closes = locale.toString(course.closesOn, QLocale::ShortFormat);
    return course.closesOn < today ? CoursesModel::tr("closed since %1").arg(closes)
                                   : CoursesModel::tr("until %1").arg(closes);
}

std::optional<double> fullness(const CourseSeats &seats, int column)
{
    const bool ofWaiting = column == CoursesModel::WaitingColumn;
    const std::optional<int> limit =
        ofWaiting ? seats.course.waitlistCapacity : seats.course.capacity;
    const int taken = ofWaiting ? seats.waiting : seats.seatsTaken;
    if (!limit)
        return std::nullopt;
    return *limit == 0 ? 1.0 : static_cast<double>(taken) / *limit;
}

} // namespace

QString seatsText(const CourseSeats &seats)
{
    return seats.course.capacity
        ? outOf(seats.seatsTaken, *seats.course.capacity)
        : CoursesModel::tr("%1, no limit").arg(QLocale().toString(seats.seatsTaken));
}

QString waitingText(const CourseSeats &seats)
{
    return seats.course.waitlistCapacity ? outOf(seats.waiting, *seats.course.waitlistCapacity)
                                         : QStringLiteral("–");
}

CourseRows::CourseRows(QList<CourseSeats> courses)
    : m_courses(std::move(courses))
{
    makeSearchable(CoursesModel::ColumnCount);
}

QString CourseRows::text(int row, int column) const
{
    const CourseSeats &seats = m_courses.at(row);
    const Course &course = seats.course;
    switch (column) {
    case CoursesModel::CodeColumn:
        return course.code;
    case CoursesModel::TitleColumn:
        return course.title;
    case CoursesModel::TermColumn:
        return course.term;
    case CoursesModel::SeatsColumn:
        return seatsText(seats);
    case CoursesModel::WaitingColumn:
        return waitingText(seats);
    case CoursesModel::OpenColumn:
        return openText(course);
    case CoursesModel::MeetsColumn:
        return formatMeetings(course.meets);
    case CoursesModel::PrerequisitesColumn:
        return course.prerequisites.join(QStringLiteral("; "));
    default:
        return {};
    }
}

QString CourseRows::sortText(int row, int column) const
{
    const CourseSeats &seats = m_courses.at(row);
    switch (column) {
    case CoursesModel::SeatsColumn:
    case CoursesModel::WaitingColumn: {
        const auto share = fullness(seats, column);
        return share ? QString::number(qRound(*share * 1000)) : QStringLiteral("0");
    }
    case CoursesModel::OpenColumn:
        return seats.course.closesOn.isValid() ? seats.course.closesOn.toString(Qt::ISODate)
                                               : QStringLiteral("9999");
    default:
        return text(row, column);
    }
}

CoursesModel::CoursesModel(QObject *parent)
    : SchoolModel({tr("Code"), tr("Title"), tr("Term"), tr("Seats taken"), tr("Waiting list"),
                      tr("Open"), tr("Meets"), tr("Needs first")},
        parent)
{
}

const CourseSeats &CoursesModel::course(int row) const
{
    return static_cast<const CourseRows *>(rows())->course(sourceRow(row));
}

int CoursesModel::rowOf(const CourseRef &course) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->course(row).course.ref() == course)
            return row;
    }
    return -1;
}

bool CoursesModel::contains(const CourseRef &course) const
{
    const auto *all = static_cast<const CourseRows *>(rows());
    for (int row = 0; row < total(); ++row) {
        if (all->course(row).course.ref() == course)
            return true;
    }
    return false;
}

QVariant CoursesModel::data(const QModelIndex &index, int role) const
{
    const bool isCount = index.column() == SeatsColumn || index.column() == WaitingColumn;
    if (role != FullnessRole || !isCount)
        return SchoolModel::data(index, role);
    const auto share = fullness(course(index.row()), index.column());
    return share ? QVariant(*share) : QVariant();
}

} // namespace Rollbook
