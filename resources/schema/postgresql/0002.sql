-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which programs may still work with a school that was brought up to date while they have it open: those of
-- version oldest_program and later. Each transaction of theirs asks for it. A step that they would get wrong,
-- or that gets wrong what they write, raises it to its own number; one that they need not know of leaves it.
--
-- Programs of version 1 do not ask yet. Those that are connected go on, which is right here: nothing that they
-- read or write is changed. They open no school of a later version.

ALTER TABLE rollbook.schema_version ADD COLUMN oldest_program integer NOT NULL DEFAULT 1,
    ADD CHECK (oldest_program BETWEEN 1 AND version);
UPDATE rollbook.schema_version SET version = 2;

-- Asking for its run took two fifths of the time that entering outcomes takes. Whoever enters outcomes may do so only for a run
-- that is there (the policies "recorded"), and none goes again.
ALTER TABLE rollbook.run_results DROP CONSTRAINT run_results_run_fkey;
CREATE TRIGGER runs_stay BEFORE UPDATE OF number OR DELETE OR TRUNCATE ON rollbook.runs
    FOR EACH STATEMENT EXECUTE FUNCTION rollbook.refuse('runs are never removed or renumbered');
