-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Texts are empty, never NULL, where nothing is known; moments are milliseconds since the epoch, UTC;
-- days are ISO 8601.

CREATE TABLE students (
    id INTEGER PRIMARY KEY,
    student_id TEXT UNIQUE CHECK (student_id <> ''), -- NULL: known by the e-mail address alone
    given_name TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    email_key TEXT CHECK (email_key <> ''), -- the address with its case folded; NULL: no address
    birth_date TEXT NOT NULL DEFAULT '',
    grade_level TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    hold TEXT NOT NULL DEFAULT '', -- why nothing may be registered
    CHECK ((email_key IS NULL) = (email = '')),
    CHECK (student_id IS NOT NULL OR email_key IS NOT NULL)
) STRICT;
-- Not unique: brothers and sisters share an address.
CREATE INDEX students_by_email ON students (email_key) WHERE email_key IS NOT NULL;

CREATE TABLE completed_courses (
    student INTEGER NOT NULL REFERENCES students (id),
    code TEXT NOT NULL CHECK (code <> ''),
    PRIMARY KEY (student, code)
) STRICT, WITHOUT ROWID;

-- How full a course is stands here, so that nobody has to count.
CREATE TABLE courses (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (code <> ''),
    term TEXT NOT NULL,
    title TEXT NOT NULL,
    capacity INTEGER CHECK (capacity >= 0), -- NULL: unlimited
    waitlist_capacity INTEGER CHECK (waitlist_capacity >= 0), -- NULL: no waiting list
    opens_on TEXT, -- the first day to register; NULL: always open
    closes_on TEXT, -- the last day; NULL: never closes
    seats_taken INTEGER NOT NULL DEFAULT 0 CHECK (seats_taken >= 0),
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    UNIQUE (code, term),
    CHECK (opens_on <= closes_on),
    CHECK (seats_taken <= capacity),
    CHECK (waiting <= coalesce(waitlist_capacity, 0))
) STRICT;

CREATE TABLE meetings (
    course INTEGER NOT NULL REFERENCES courses (id),
    position INTEGER NOT NULL, -- as they are listed
    day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7), -- 1 is Monday
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    PRIMARY KEY (course, position),
    CHECK (starts < ends)
) STRICT, WITHOUT ROWID;

CREATE TABLE prerequisites (
    course INTEGER NOT NULL REFERENCES courses (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''), -- of any term, and of courses that are not here
    PRIMARY KEY (course, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    ended_at INTEGER, -- NULL: it runs, or was killed
    started_by TEXT NOT NULL,
    roster_name TEXT NOT NULL,
    course_name TEXT NOT NULL,
    when_full TEXT NOT NULL CHECK (when_full IN ('waitlist', 'reject')),
    unknown_students TEXT NOT NULL CHECK (unknown_students IN ('create', 'reject')),
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'stopped')),
    registered INTEGER NOT NULL DEFAULT 0,
    waitlisted INTEGER NOT NULL DEFAULT 0,
    already_registered INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    not_attempted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX runs_by_time ON runs (started_at, id);

-- The courses that the rows of a run ask for, as its roster named them.
CREATE TABLE run_courses (
    run INTEGER NOT NULL REFERENCES runs (number),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- Who holds a seat or a waiting-list place, since when and because of which row of which run.
CREATE TABLE registrations (
    student INTEGER NOT NULL REFERENCES students (id),
    course INTEGER NOT NULL REFERENCES courses (id),
    waiting INTEGER NOT NULL CHECK (waiting BETWEEN 0 AND 1),
    number INTEGER NOT NULL CHECK (number > 0), -- which seat, or which place on the waiting list
    registered_at INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (number),
    roster_row INTEGER NOT NULL CHECK (roster_row > 0),
    PRIMARY KEY (student, course)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX waiting_places ON registrations (course, number) WHERE waiting = 1;

-- The outcome of every row, with the student as the roster had it then. The statuses are compared one
-- by one: IN builds a table for each row, which took longer than all the rest.
CREATE TABLE run_results (
    run INTEGER NOT NULL REFERENCES runs (number),
    roster_row INTEGER NOT NULL CHECK (roster_row > 0), -- 1 is the first student
    course INTEGER, -- position in run_courses; NULL: the row names none
    student_id TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    email TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    grade_level TEXT NOT NULL,
    notes TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status = 'registered' OR status = 'waitlisted' OR status = 'already_registered'
        OR status = 'rejected' OR status = 'failed' OR status = 'not_attempted'),
    reason TEXT NOT NULL, -- empty where the student has a seat or a place
    argument TEXT NOT NULL, -- what completes the reason
    waiting INTEGER NOT NULL CHECK (waiting BETWEEN 0 AND 1),
    number INTEGER NOT NULL,
    registered_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (run, roster_row)
) STRICT, WITHOUT ROWID;
