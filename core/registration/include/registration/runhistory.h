// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "domain/undo.h"

#include <QDate>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace Rollbook
{

/// Which runs are looked for; what is left empty does not matter. Case and accents are ignored:
/// "munoz" finds "Muñoz".
struct RunFilter {
    QString words;     ///< each in the course, its title, the list's name or file, the person or id
    QString student;   ///< each word in the identifier, names or e-mail of the same row
    QDate from;        ///< local date of the start, the first day that counts
    QDate to;          ///< the last one
    QString startedBy; ///< the account name
    QString course;    ///< each word in the codes, terms and titles of what the run registers for
    QSet<RegistrationStatus> statuses; ///< a row has one of them; that of the student, where one is
                                       ///< asked for
    std::optional<RunKind> kind;
    int mostRows = 50; ///< of the student, that are handed out of each run

    friend bool operator==(const RunFilter &, const RunFilter &) = default;
};

/// A row of a run, with the student as its list had them.
struct RunRow {
    Student student;
    CourseRef course;                 ///< null where the row names none
    StudentRegistrationResult result; ///< result.row: of the run's list, from 0
    std::optional<UndoResult> undone; ///< what the undo did to it, where it is looked at as its row
};

struct FoundRun {
    Run run;
    bool isInWork = false; ///< a program that is alive works on it now
    QList<RunRow> rows;    ///< of the student that was asked for, the first RunFilter::mostRows
    int rowsFound = 0;     ///< of them all
};

struct FoundRuns {
    QList<FoundRun> runs; ///< newest first
    int all = 0;          ///< how many runs there are, whatever was looked for
    QStringList people;   ///< who started any of them, by name
    QStringList courses;  ///< what they register for (Run::courseName), by name
};

/// What taking a run back did to one row of it.
struct RowUndone {
    Run undo;
    UndoResult result;
};

/// One time that a student stood in a list that was registered.
struct StudentInRun {
    Run run;
    RunRow row;
    std::optional<RowUndone> undone; ///< where the run was undone
};

/// A change of a seat or a place that no run made.
struct PlaceChange {
    enum class Kind : quint8 {
        MovedUp,   ///< from the waiting list to a seat
        Withdrawn, ///< taken out of the course by hand
    };
    Kind kind = Kind::Withdrawn;
    QDateTime at; ///< UTC
    QString who;  ///< the account name
    CourseRef course;
    qint32 place = 0; ///< on the waiting list, that was given up; 0: none
    qint32 seat = 0;  ///< that was given up, or got when MovedUp; 0: none

    friend bool operator==(const PlaceChange &, const PlaceChange &) = default;
};

/// All runs of a school, to be asked questions. Blocking, as long as it takes to read every row of
/// every run; may be called from any thread.
class RunHistory
{
public:
    virtual ~RunHistory() = default;

    /// The runs that have all that is asked for. Once a stop is requested, it ends soon, and what
    /// it answers is of no use.
    virtual Expected<FoundRuns> find(const RunFilter &filter, std::stop_token stop = {}) const = 0;
    /// Everything about one student, newest first: each row that has the same student_id, or no
    /// student_id and the same e-mail address; of a student without student_id, each row with the
    /// address.
    virtual Expected<QList<StudentInRun>> ofStudent(
        const Student &student, std::stop_token stop = {}) const = 0;
    /// What else was done to the seats and places of that student, newest first. The audit trail
    /// tells it, which names students by student_id, or by e-mail address where they have none.
    virtual Expected<QList<PlaceChange>> placeChanges(const Student &student) const = 0;

protected:
    RunHistory() = default;
    Q_DISABLE_COPY_MOVE(RunHistory)
};

/// True when that row of a list is about the student, see RunHistory::ofStudent().
bool isSameStudent(const Student &student, const Student &listed);

} // namespace Rollbook
