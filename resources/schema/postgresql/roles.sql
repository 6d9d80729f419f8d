-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The roles belong to the server: all of its schools share them, and whoever should see only one of these
-- gets CONNECT on only that database. May be run again at any time. Nobody logs in as one of them, people
-- are made their members:
--     CREATE USER anna PASSWORD '…' IN ROLE rollbook_registrar;

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['rollbook_viewer', 'rollbook_registrar', 'rollbook_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another school was set up at the same moment
            END;
        END IF;
    END LOOP;
    -- Asked before: whoever may not grant them can still set up a second school.
    IF NOT pg_has_role('rollbook_registrar', 'rollbook_viewer', 'USAGE') THEN
        GRANT rollbook_viewer TO rollbook_registrar; -- a registrar sees what a viewer sees
    END IF;
    IF NOT pg_has_role('rollbook_admin', 'rollbook_registrar', 'USAGE') THEN
        GRANT rollbook_registrar TO rollbook_admin; -- an admin registers, too
    END IF;
END $$;
