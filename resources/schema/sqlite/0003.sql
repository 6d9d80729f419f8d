-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- An undo is a run, too. It is entered in the same transaction in which it takes places back, and no
-- run is undone twice.
ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'registration' CHECK (kind IN ('registration', 'undo'));
ALTER TABLE runs ADD COLUMN undone_run TEXT; -- the id of the run that was undone
ALTER TABLE runs ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN left_as_it_is INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN nothing_to_undo INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX runs_undone ON runs (undone_run) WHERE undone_run IS NOT NULL;

-- What undoing did to each row; who that is stands in the results of the undone run.
CREATE TABLE undo_results (
    run INTEGER NOT NULL REFERENCES runs (number), -- the undo
    roster_row INTEGER NOT NULL CHECK (roster_row > 0), -- which of the rows that are recorded of the undone run
    status TEXT NOT NULL CHECK (status IN ('withdrawn', 'left_as_it_is', 'nothing_to_undo')),
    reason TEXT NOT NULL, -- what changed since; empty unless left_as_it_is
    argument TEXT NOT NULL, -- what completes the reason
    waiting INTEGER NOT NULL CHECK (waiting BETWEEN 0 AND 1),
    number INTEGER NOT NULL, -- which seat or place
    PRIMARY KEY (run, roster_row)
) STRICT, WITHOUT ROWID;

-- Seats that were given back and have a lower number than one that is taken. They are given again before
-- higher ones, so that no two students have the same seat.
CREATE TABLE free_seats (
    course INTEGER NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (course, number)
) STRICT, WITHOUT ROWID;

-- Whoever takes a student out, with whatever program.
CREATE TRIGGER seats_given_back AFTER DELETE ON registrations WHEN old.waiting = 0 BEGIN
    INSERT INTO free_seats (course, number) VALUES (old.course, old.number) ON CONFLICT DO NOTHING;
END;
