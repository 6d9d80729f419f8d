# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Workbooks as openpyxl keeps them, and files of one date whatever program wrote them."""

import datetime
import io
import re
import zipfile

import openpyxl

from .bundles import FIXED
from .people import people, prefixed
from .table import Column, Table
from .text import ENGLISH, words

MOMENT = datetime.datetime(*FIXED)
COVER = [["Marlowe Lane School"], ["Class lists of the autumn term"], ["Printed by the office"]]
DATED = words("Student ID", "First Name", "Last Name", "Email", "Date of Birth", "Grade", "date")


def fixed(content):
    """The same archive, but of one date."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(target, "w") as write:
        for entry in read.infolist():
            data = read.read(entry)
            if entry.filename.startswith("Thumbnails/"):
                continue
            if entry.filename in ("docProps/core.xml", "meta.xml"):
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*", MOMENT.isoformat().encode(), data)
            if entry.filename == "META-INF/manifest.xml":
                data = re.sub(rb"\s*<[^<]*Thumbnails[^>]*>", b"", data)
            write.writestr(zipfile.ZipInfo(entry.filename, FIXED), data, entry.compress_type)
    return target.getvalue()


def dated(content):
    """LibreOffice writes the time of the conversion into old workbooks and web pages, too."""
    file_time = (int(MOMENT.replace(tzinfo=datetime.timezone.utc).timestamp()) + 11_644_473_600) * 10 ** 7
    content = re.sub(rb"\x40\x00\x00\x00.{6}[\xdc-\xdf]\x01",
                     lambda _: b"\x40\x00\x00\x00" + file_time.to_bytes(8, "little"), content,
                     flags=re.DOTALL)
    return re.sub(rb'(?<=name="created" content=")[^"]*|(?<=name="changed" content=")[^"]*',
                  MOMENT.isoformat().encode(), content)


def add_rows(sheet, rows, table=None, date_format="yyyy-mm-dd", id_format=None, first=1):
    """Texts stay text, whatever they look like."""
    for r, row in enumerate(rows, first):
        for c, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            cell = sheet.cell(r, c, value)
            if isinstance(value, datetime.date):
                cell.number_format = date_format
            elif isinstance(value, int) and id_format and table and table.columns[c - 1].what == "id":
                cell.number_format = id_format
            elif isinstance(value, str):
                cell.number_format = "@"


def saved(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def workbook(table, above=(), sheet="Students", **formats):
    book = openpyxl.Workbook()
    book.active.title = sheet
    add_rows(book.active, [*above, table.headers, *table.values()], table, **formats)
    return book


def number_ids(columns):
    return [Column(header, what, "number") if what == "id" else Column(header, what, *more)
            for header, what, *more in columns]


def several_sheets(state):
    table = Table(people("nordic", 14), ENGLISH)
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    add_rows(book.active, COVER)
    if state != "visible":
        other = book.create_sheet("Last year", 0)
        old = Table(people("english", 12, prefixed("OLD")), ENGLISH)
        add_rows(other, [old.headers, *old.values()])
        other.sheet_state = state
    sheet = book.create_sheet("Class list")
    add_rows(sheet, [table.headers, *table.values()])
    book.create_sheet("Empty")
    book.active = book.index(sheet)
    return book, table
