# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prints what openpyxl finds in a workbook, as JSON: a list of sheets."""

import datetime
import json
import sys

import openpyxl
from openpyxl.utils.escape import unescape


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="seconds")
    # openpyxl leaves to its caller what ECMA-376 has for what XML cannot hold.
    return unescape(value) if isinstance(value, str) else value


def described(sheet):
    return {
        "name": sheet.title,
        "rows": [[plain(cell.value) for cell in row] for row in sheet.iter_rows()],
        "kinds": [[cell.data_type for cell in row] for row in sheet.iter_rows()],
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "repeated": sheet.print_title_rows,
        "footer": sheet.oddFooter.right.text,
        "rules": sum(len(rules) for _, rules in sheet.conditional_formatting._cf_rules.items()),
        "charts": len(sheet._charts),
    }


book = openpyxl.load_workbook(sys.argv[1])
json.dump(
    {
        "title": book.properties.title,
        "author": book.properties.creator,
        "sheets": [described(sheet) for sheet in book.worksheets],
    },
    sys.stdout,
)
