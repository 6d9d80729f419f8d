// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "domain/registration.h"
#include "domain/studentlist.h"

#include <QList>

#include <optional>

namespace Rollbook
{

/// Who moved up from a waiting list, and who was passed over on the way.
struct PromotedStudents {
    CourseSeats course;   ///< as it is afterwards
    StudentList students; ///< in the order of their places
    QList<qint32> places; ///< which place each of them had
    /// For each of them, by row: `registered` with the seat, or `rejected` with the rule that says
    /// no; who is rejected keeps waiting, ahead of all who came after.
    QList<StudentRegistrationResult> results;
};

/// Moves students from the waiting list of a course to its free seats. Blocking; may be called from
/// any thread.
class WaitingList
{
public:
    virtual ~WaitingList() = default;

    /// Gives free seats to those who wait, the first first, to `count` of them or as many as there
    /// are seats; the list closes up. The rules of the school still count, but for the days on
    /// which registration is open: whoever has a hold, meets elsewhere at the same time or lacks a
    /// prerequisite is passed over. All of it happens at once or not at all. UnknownCourse when
    /// there is none of exactly that code and term; Usage when count is less than 1.
    virtual Expected<PromotedStudents> promote(
        const CourseRef &course, std::optional<int> count = {}) = 0;

protected:
    WaitingList() = default;
    Q_DISABLE_COPY_MOVE(WaitingList)
};

} // namespace Rollbook
