#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes the rosters that the tests read, and beside each what has to be read from it.

    tests/data/make-rosters.py            (all of tests/data/rosters/real and hostile)
    tests/data/make-rosters.py FOLDER     (into another folder, to compare)

Needs python3-openpyxl, python3-xlsxwriter, python3-xlwt and LibreOffice Calc (Debian 12 has 3.0.9,
3.0.2, 1.3.0 and 7.4). A second run makes the same files: names come from fixed seeds, and what the
programs write of the present time is set to one date (only LibreOffice's order of page styles in
sheets-hidden.ods is its own). Run it when a kind of roster is added, and
commit what it made.

NAME.expected is UTF-8. Its first line has facts (key=value, separated by tabs; those that a file does
not have are not meant), then a line a student: student_id, given_name, family_name, email, birth_date,
grade_level, course, separated by tabs; \\t, \\n and \\\\ stand for tab, line break and backslash. For
hostile files EXPECTED has the file's name, a tab, and a regular expression (case does not count) that
the message has to match.
"""

import shutil
import sys
from pathlib import Path

from rostermaker import bundles, hostile, libreoffice, text, values, workbooks
from rostermaker.table import Corpus


def main():
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "rosters")
    for part in ("real", "hostile"):
        shutil.rmtree(target / part, ignore_errors=True)
        (target / part).mkdir(parents=True)
    corpus = Corpus(target / "real")
    for part in (text, values, bundles, workbooks, libreoffice):
        part.make(corpus)
    hostile.make(target / "hostile", corpus)
    for name in corpus.names:
        assert corpus.path(name).exists(), name
    print(f"{len(corpus.names)} rosters, {len(list((target / 'hostile').iterdir()))} hostile files")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
