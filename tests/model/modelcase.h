// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "domain/run.h"

#include <QList>

#include <optional>

namespace Rollbook
{

// A case speaks of courses, students and addresses by small numbers; CaseNames makes names of them,
// so that many cases can share a school, and a case can be written down and read again.

struct CaseMeeting {
    int day = 1; ///< as in MeetingTime
    int hour = 8;
    int hours = 1;

    friend bool operator==(const CaseMeeting &, const CaseMeeting &) = default;
};

struct CaseCourse {
    int number = 0;
    bool spring = false; ///< its term, otherwise fall
    std::optional<int> seats;
    std::optional<int> places;
    std::optional<int> opens;  ///< in days from today
    std::optional<int> closes; ///< likewise
    QList<CaseMeeting> meets;
    QList<int> needs; ///< courses

    friend bool operator==(const CaseCourse &, const CaseCourse &) = default;
};

struct CaseStudent {
    int number = 0;
    std::optional<int> email;
    bool hold = false;
    QList<int> passed; ///< courses

    friend bool operator==(const CaseStudent &, const CaseStudent &) = default;
};

struct CaseRow {
    std::optional<int> student;
    std::optional<int> email;
    bool shouts = false;  ///< the address is in capitals
    bool refused = false; ///< by the roster check, so that it is not sent
    int course = 0;       ///< perhaps one that the school does not have

    friend bool operator==(const CaseRow &, const CaseRow &) = default;
};

/// Something between a run and the school goes wrong: for the rows that are sent together with
/// that one.
struct CaseFault {
    int row = 0;
    ReasonCode reason = ReasonCode::StoreBusy;
    int times = 1;     ///< until it has passed
    bool lost = false; ///< the school took the rows, its answer is lost

    friend bool operator==(const CaseFault &, const CaseFault &) = default;
};

/// What is done to a school. A step that makes no sense when it comes, for there was no run before
/// it, does nothing: so a case can be made smaller by leaving steps out.
struct ModelStep {
    enum class Kind : quint8 {
        Register, ///< a list: a run of its own
        Again,    ///< the list of a run once more, in a run of its own
        GoOn,     ///< with a run, from what is known about it
        Undo,     ///< a run
        Promote,  ///< `number` of those who wait for a course, 0: as many as there are seats
        Withdraw, ///< the student who is the `number`th in a course
        MoreSeats ///< `number` more in a course
    };

    Kind kind = Kind::Register;
    QList<CaseRow> rows; ///< of Register
    int of = 0;          ///< which of the runs before, of Again, GoOn, Undo
    int course = 0;      ///< of Promote, Withdraw, MoreSeats
    int number = 0;

    // How it is registered.
    RunOptions options;
    int batchSize = 1;
    int batchesInFlight = 1;
    int attempts = 3;        ///< RetryLimits::attempts
    bool planned = false;    ///< asks for the plan first, or for the preview of an Undo
    bool fromMemory = false; ///< of GoOn: as the window does, not from the journal
    int pauseAfter = -1;     ///< rows with an outcome; -1: never
    int cancelAfter = -1;    ///< likewise
    quint32 order = 0;       ///< in which answers come back; 0: as they were given
    QList<CaseFault> faults; ///< the first that fits counts

    friend bool operator==(const ModelStep &, const ModelStep &) = default;
};

/// A school, and what is done with it.
struct ModelCase {
    QList<CaseCourse> courses;
    QList<CaseStudent> students;
    QList<ModelStep> steps;

    friend bool operator==(const ModelCase &, const ModelCase &) = default;
};

} // namespace Rollbook
