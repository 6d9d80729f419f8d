-- SPDX-FileCopyrightText: 2026 The Rollbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The columns of the list of a run as its file had them, so that rows can be sent back in their form. The
-- format is that of listcolumnscodec.h.
CREATE TABLE run_columns (
    run INTEGER PRIMARY KEY REFERENCES runs (number),
    columns BLOB NOT NULL
) STRICT;
