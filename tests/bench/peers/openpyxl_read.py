# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads all cells of a workbook with openpyxl in read-only mode; --make writes one of ROWS rows."""

import resource
import sys
import time

import openpyxl


def make(path, rows):
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("List")
    sheet.append(["student_id", "given_name", "family_name", "email", "birth_date", "grade_level"])
    families = ["Muñoz Peña", "Smith", "Şahin", "Johnson", "Lindqvist", "O'Neill"]
    givens = ["Íñigo", "Sophie", "Ben", "Emre", "Charlotte"]
    for i in range(rows):
        sheet.append([f"{i:08}", givens[i % 5], f"{families[i % 6]}-{i:x}", f"s{i:08}@school.example",
                      f"{2008 + i % 6}-{1 + i % 12:02}-{1 + i % 28:02}", 6 + i % 6])
    workbook.save(path)


def read(path):
    begin = time.perf_counter()
    workbook = openpyxl.load_workbook(path, read_only=True)
    cells = sum(len(row) for row in workbook.active.iter_rows(values_only=True))
    elapsed = (time.perf_counter() - begin) * 1000
    if cells == 0:
        sys.exit("no cells")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"milliseconds={elapsed:f} peak={peak:f} gap=0")


if sys.argv[1] == "--make":
    make(sys.argv[2], int(sys.argv[3]))
else:
    read(sys.argv[1])
