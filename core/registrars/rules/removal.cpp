// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/removal.h"

#include "domain/registration.h"

#include <QCoreApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Removal)
};

constexpr qsizetype MostCoursesNamed = 3;

QString nameOf(const Student &student)
{
    return StudentList::fromStudents({student}).displayName(0);
}

} // namespace

Error courseIsInUse(const CourseRef &course, int seatsTaken, int waiting)
{
    const QString name = CourseAssignment(course).displayName();
    const QString who = seatsTaken == 0
        ? Text::tr("%n student(s) wait for %1.", nullptr, waiting).arg(name)
        : Text::tr("%n student(s) have a seat in %1.", nullptr, seatsTaken).arg(name);
    return {ErrorCode::Usage, who + u' ' + Text::tr("Withdraw them before the course is removed.")};
}

Error noSuchStudent(const Student &student)
{
    return {ErrorCode::NotFound,
        Text::tr("“%1” is not among the students of the school any more.").arg(nameOf(student))};
}

Error studentHolds(const Student &student, const QList<HeldPlace> &places)
{
    QStringList courses;
    for (const HeldPlace &place : places.first(qMin(places.size(), MostCoursesNamed)))
        courses += CourseAssignment(place.course).displayName();
    if (places.size() > MostCoursesNamed)
        courses += QStringLiteral("…");
    return {ErrorCode::Usage,
        Text::tr("%1 is still in these courses or on their waiting lists: %2. Withdraw the student "
                 "there first.")
            .arg(nameOf(student), courses.join(QStringLiteral(", ")))};
}

void sortForPeople(QList<HeldPlace> &places)
{
    std::sort(places.begin(), places.end(), [](const HeldPlace &one, const HeldPlace &other) {
        return std::tie(one.waiting, other.course.term, one.course.code, one.number)
            < std::tie(other.waiting, one.course.term, other.course.code, other.number);
    });
}

} // namespace Rollbook
