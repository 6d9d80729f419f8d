-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What stands on the documents of the school: one line, or none while nobody has said it.
CREATE TABLE letterhead (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    school_name TEXT NOT NULL,
    address TEXT NOT NULL, -- lines as they stand under each other
    logo BLOB NOT NULL, -- a picture, PNG or JPEG; empty: none
    paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
    language TEXT NOT NULL -- BCP 47; empty: that of whoever makes the document
) STRICT;
