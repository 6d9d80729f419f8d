-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DROP INDEX runs_by_time;

-- What was changed, each entry written in the transaction of the change. Format and hash are those of
-- AuditEntry in registration/audittrail.h.
CREATE TABLE audit_entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- so that sqlite_sequence knows of those that were cut off
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    run TEXT NOT NULL, -- its id; empty: about no run
    subject TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON
    hash TEXT NOT NULL -- SHA-256 of the hash before and of this entry, hexadecimal
) STRICT;
CREATE INDEX audit_entries_by_run ON audit_entries (run, number) WHERE run <> '';

CREATE TRIGGER audit_entries_stay_as_they_are BEFORE UPDATE ON audit_entries BEGIN
    SELECT RAISE(ABORT, 'entries of the audit trail are never changed');
END;
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries BEGIN
    SELECT RAISE(ABORT, 'entries of the audit trail are never removed');
END;
-- INSERT OR REPLACE would take an entry away without asking the trigger above.
CREATE TRIGGER audit_entries_follow_each_other BEFORE INSERT ON audit_entries
WHEN new.number IS NULL OR new.number <= (SELECT coalesce(max(number), 0) FROM audit_entries) BEGIN
    SELECT RAISE(ABORT, 'entries of the audit trail are only added at its end');
END;
