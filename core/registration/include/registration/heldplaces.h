// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "domain/error.h"
#include "domain/student.h"

#include <QList>

namespace Rollbook
{

/// A seat or a waiting-list place, and who holds it since when.
struct HeldPlace {
    Student student;
    CourseRef course;
    bool waiting = false;      ///< a place on the waiting list, not a seat
    qint32 number = 0;         ///< which seat or place, from 1
    qint64 registeredAtMs = 0; ///< since the epoch, UTC
    QString runId;             ///< the run that gave it
    qint32 rosterRow = 0;      ///< of that run; 1 is the first student

    friend bool operator==(const HeldPlace &, const HeldPlace &) = default;
};

/// What became of places that were to be taken back.
struct WithdrawnPlaces {
    QList<HeldPlace> withdrawn;
    QList<HeldPlace> changed; ///< not held any more as it was said; left as they are
};

/// Who holds what at a school. Blocking; may be called from any thread.
class HeldPlaces
{
public:
    virtual ~HeldPlaces() = default;

    /// The seats of a course by their number, then its waiting list in order. UnknownCourse when
    /// there is none of exactly that code and term.
    virtual Expected<QList<HeldPlace>> ofCourse(const CourseRef &course) const = 0;
    /// What a student holds: seats first, then places on waiting lists, each by course. Empty for
    /// one who is not in the register.
    virtual Expected<QList<HeldPlace>> ofStudent(const Student &student) const = 0;
    /// Takes those back that are still held as they are given here: the same kind and number.
    /// Waiting lists close up, in order; nobody moves up to a seat. All of it happens at once or
    /// not at all.
    virtual Expected<WithdrawnPlaces> withdraw(const QList<HeldPlace> &places) = 0;

protected:
    HeldPlaces() = default;
    Q_DISABLE_COPY_MOVE(HeldPlaces)
};

} // namespace Rollbook
