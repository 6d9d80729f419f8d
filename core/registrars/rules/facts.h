// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"

#include <QStringList>

#include <vector>

namespace Rollbook
{

/// A course as the rules see it.
struct CourseFacts {
    qint64 key = 0; ///< in the store
    Course course;
    int seatsTaken = 0;
    int waiting = 0;
    /// Seats that were given back, descending: the lowest is given first. As many as a batch may
    /// need; only once all are given, new seats are numbered on.
    std::vector<qint32> freeSeats = {};
    qint32 lastFreeSeatGiven = 0; ///< 0: none

    /// The number of the seat that is given next.
    qint32 nextSeat() const { return freeSeats.empty() ? seatsTaken + 1 : freeSeats.back(); }
    void giveNextSeat();
};

/// A seat or a waiting-list place that a student holds.
struct TakenPlace {
    qint32 course = -1; ///< index into SchoolFacts::courses
    bool waiting = false;
    qint32 number = 0;
    qint64 registeredAtMs = 0;
    qint32 rowOfThisRun = -1; ///< the row of the run at hand that got it; -1: it was there before
};

/// The fields that a roster may complete in the school's register, as bits.
enum CompletableField : quint8 {
    CompletableGivenName = 1 << 0,
    CompletableFamilyName = 1 << 1,
    CompletableEmail = 1 << 2,
    CompletableBirthDate = 1 << 3,
    CompletableGradeLevel = 1 << 4,
    CompletableNotes = 1 << 5,
};

/// A student as the rules see one.
struct StudentFacts {
    qint64 key = 0;         ///< in the store; 0: not written yet
    bool known = false;     ///< in the school's register, or entered by an earlier row
    quint8 emptyFields = 0; ///< which CompletableField the register has nothing for
    QString hold;
    QStringList completedCourses;
    std::vector<TakenPlace> places;
};

/// All that a store must know to decide a batch. Students are in the order of
/// BatchIdentities::studentIds(); those that were found by their e-mail address alone come after.
struct SchoolFacts {
    std::vector<CourseFacts> courses;
    std::vector<qint32> assignedCourses; ///< for each CourseAssignment::courses(), -1: unknown
    std::vector<StudentFacts> students;
    /// For each BatchIdentities::emailKeys() the students who have that address.
    std::vector<std::vector<qint32>> studentsByEmail;
};

} // namespace Rollbook
