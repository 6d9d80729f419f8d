-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE runs ADD COLUMN roster_path TEXT NOT NULL DEFAULT ''; -- empty: the list was no file
ALTER TABLE runs ADD COLUMN roster_hash TEXT NOT NULL DEFAULT ''; -- SHA-256 of the file, hexadecimal
ALTER TABLE runs ADD COLUMN registrar TEXT NOT NULL DEFAULT ''; -- where its students are registered

-- All rows of a run as they were at its beginning, so that it can go on without its class list. The
-- format is that of runrostercodec.h.
CREATE TABLE run_rosters (
    run INTEGER PRIMARY KEY REFERENCES runs (number),
    roster BLOB NOT NULL
) STRICT;
