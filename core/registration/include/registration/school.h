// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/audittrail.h"
#include "registration/heldplaces.h"
#include "registration/registrar.h"
#include "registration/runhistory.h"
#include "registration/runjournal.h"
#include "registration/runundo.h"
#include "registration/schoolrights.h"
#include "registration/schoolsettings.h"
#include "registration/schoolwatch.h"
#include "registration/waitinglist.h"

#include <QStringList>

#include <memory>

namespace Rollbook
{

/// The courses of a school. Blocking; may be called from any thread.
class CourseCatalogue
{
public:
    virtual ~CourseCatalogue() = default;

    /// All courses with how full they are, by term (newest first), then code.
    virtual Expected<QList<CourseSeats>> courses() const = 0;
    /// The course of that code; the term may be left empty while only one course has the code
    /// (case of the code is ignored where that names one). UnknownCourse otherwise, with a sentence
    /// that names similar codes or the terms to choose from.
    virtual Expected<CourseSeats> find(const QString &code, const QString &term = {}) const = 0;
    /// Adds new courses and updates those whose code and term are known; all or none.
    virtual Expected<void> save(const QList<Course> &courses) = 0;
    /// Removes a course that nobody holds a seat or a place in. What runs did in it stays in the
    /// history. UnknownCourse when there is none of exactly that code and term; Usage, with a
    /// sentence that says how many, while there are students in it.
    virtual Expected<void> remove(const CourseRef &course) = 0;

protected:
    CourseCatalogue() = default;
    Q_DISABLE_COPY_MOVE(CourseCatalogue)
};

/// A student of the school's own register, with what the rules look at.
struct StudentRecord {
    Student student;
    QString hold;                 ///< why nothing may be registered; empty: no hold
    QStringList completedCourses; ///< codes, count as prerequisites

    friend bool operator==(const StudentRecord &, const StudentRecord &) = default;
};

/// The students of a school. Blocking; may be called from any thread.
class StudentDirectory
{
public:
    virtual ~StudentDirectory() = default;

    /// All students, by family name, given name, identifier.
    virtual Expected<QList<StudentRecord>> students() const = 0;
    /// Adds new students and updates those that are known; all or none.
    virtual Expected<void> save(const QList<StudentRecord> &students) = 0;
    /// Removes a student who holds neither a seat nor a place. What runs did stays in the history.
    /// NotFound when the register has no such student; Usage, with a sentence that names the
    /// courses, while one is held.
    virtual Expected<void> remove(const Student &student) = 0;

protected:
    StudentDirectory() = default;
    Q_DISABLE_COPY_MOVE(StudentDirectory)
};

/// One school: where students are registered and what is known about it. Its parts live as long as
/// it does.
class School
{
public:
    virtual ~School() = default;

    /// For people: the file's name, the server's name.
    virtual QString displayName() const = 0;
    /// What whoever opened it may do; known since then. Everything, where it is theirs alone.
    virtual SchoolRights rights() const { return {}; }
    virtual Registrar &registrar() = 0;
    virtual RunJournal &journal() = 0;
    /// Questions about the runs in the journal.
    virtual RunHistory &history() = 0;
    virtual CourseCatalogue &courses() = 0;
    virtual StudentDirectory &students() = 0;
    /// Only where the registrar can undo.
    virtual RunUndo &undo() = 0;
    /// Only where the registrar can waitlist.
    virtual WaitingList &waitingList() = 0;
    virtual AuditTrail &audit() = 0;
    virtual HeldPlaces &places() = 0;
    virtual SchoolSettings &settings() = 0;
    /// Only where others may use the same school; none otherwise. To be asked for by one thread.
    virtual SchoolWatch *watch() { return nullptr; }

protected:
    School() = default;
    Q_DISABLE_COPY_MOVE(School)
};

} // namespace Rollbook
