# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rosters that libraries for workbooks write: openpyxl, xlsxwriter, xlwt."""

import datetime
import io

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.styles import Border, Font, PatternFill, Side

from .books import DATED, MOMENT, add_rows, fixed, number_ids, saved, several_sheets, workbook
from .people import people, people_with_particles, with_courses
from .table import Table
from .text import ENGLISH, SHORT


def make(corpus):
    with_openpyxl(corpus)
    with_several_sheets(corpus)
    with_xlsxwriter(corpus)
    with_xlwt(corpus)


def add_xlsx(corpus, name, book, rows, **facts):
    corpus.add(name, fixed(saved(book)), rows, **({"format": "Workbook"} | facts))


def with_openpyxl(corpus):
    plain = Table(people("english", 20), ENGLISH)
    add_xlsx(corpus, "plain.xlsx", workbook(plain), plain, sheet="Students", rowsAbove=0)
    add_xlsx(corpus, "workbook.csv", workbook(plain), plain)
    table = Table(people("french", 15), number_ids(SHORT))
    add_xlsx(corpus, "number-format.xlsx", workbook(table, id_format="0000000"), table)
    table = Table(people("english", 15, lambda i: str(123_456_789_012 + 17 * i)), number_ids(SHORT))
    add_xlsx(corpus, "long-numbers.xlsx", workbook(table), table)
    table = Table(people("english", 15, lambda i: str(20_260_000 + i)), number_ids(SHORT))
    add_xlsx(corpus, "numbers.xlsx", workbook(table), table)
    for name, date_format in (("dates.xlsx", "yyyy-mm-dd"), ("dates-american.xlsx", "mm-dd-yy"),
                              ("dates-german.xlsx", "[$-407]d. mmmm yyyy;@")):
        table = Table(people("german", 14), DATED)
        add_xlsx(corpus, name, workbook(table, date_format=date_format), table)
    table = Table(people("english", 14), SHORT + [("Birth date", "birth", "serial")])
    add_xlsx(corpus, "date-serials.xlsx", workbook(table), table)
    table = Table(people("spanish", 14), SHORT + [("Fecha de nacimiento", "birth", "slashed")])
    add_xlsx(corpus, "dates-as-text.xlsx", workbook(table), table)

    book = workbook(plain, [["Marlowe Lane School: students of the upper school"],
                            ["As of", datetime.date(2026, 9, 1)], []])
    book.active.merge_cells("A1:F1")
    book.active["A1"].font = Font(bold=True, size=16)
    add_xlsx(corpus, "titles-merged.xlsx", book, plain, rowsAbove=3)
    table = Table(people("english", 13), SHORT)
    book = workbook(table, [["Student", None, None, "Contact"]])
    book.active.merge_cells("A1:C1")
    add_xlsx(corpus, "two-row-header.xlsx", book, table, rowsAbove=1)

    header, rows = plain.headers, plain.values()
    book = openpyxl.Workbook()
    add_rows(book.active, [header, *rows[:7], [], [], header, *rows[7:15], [], *rows[15:]])
    add_xlsx(corpus, "header-repeated.xlsx", book, plain)
    book = workbook(plain)
    side = Side(style="thin")
    for r in range(1, 61):
        for c in range(1, 13):
            book.active.cell(r, c).border = Border(side, side, side, side)
            book.active.cell(r, c).fill = PatternFill("solid", fgColor="FFEEEEEE")
    add_xlsx(corpus, "empty-styled-cells.xlsx", book, plain)
    book = openpyxl.Workbook()
    add_rows(book.active, [[None, None, *row] for row in [header, *rows]], first=4)
    add_xlsx(corpus, "not-in-the-corner.xlsx", book, plain)

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("List")
    for row in [header, *rows]:
        sheet.append(row)
    add_xlsx(corpus, "write-only.xlsx", book, plain, sheet="List")
    table = Table(with_courses(people("english", 12), ["GO1", "GO2"]), SHORT + [("Course", "course")])
    add_xlsx(corpus, "course-column.xlsx", workbook(table), table)
    table = Table(people_with_particles(), [("ID", "id"), ("Full name", "full"), ("E-mail", "email")])
    add_xlsx(corpus, "full-names.xlsx", workbook(table), table)


def with_several_sheets(corpus):
    for state in ("visible", "hidden", "veryHidden"):
        book, table = several_sheets(state)
        add_xlsx(corpus, f"sheets-{state.lower()}.xlsx", book, table, sheet="Class list")


def xlsxwriter_book(options, fill):
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True} | options)
    book.set_properties({"created": MOMENT})
    fill(book, book.add_worksheet("Students"))
    book.close()
    return fixed(content.getvalue())


def with_xlsxwriter(corpus):
    def add(name, table, options=None, cell=None, after=None, **facts):
        def fill(book, sheet):
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            bold = book.add_format({"bold": True})
            for r, row in enumerate([table.headers, *table.values()]):
                for c, value in enumerate(row):
                    if isinstance(value, datetime.date):
                        sheet.write_datetime(r, c, datetime.datetime.combine(value, datetime.time()), day)
                    elif value and not (r and cell and cell(sheet, r, c, value, bold)):
                        sheet.write_string(r, c, value)
            if after:
                after(book, sheet)
        corpus.add(name, xlsxwriter_book(options or {}, fill), table, format="Workbook", **facts)

    # What web exports write: no shared strings, each text within its cell.
    add("inline-strings.xlsx", Table(people("polish", 20), ENGLISH), {"constant_memory": True})
    add("inline-strings-dates.xlsx", Table(people("turkish", 15), DATED), {"constant_memory": True})
    add("dates-1904.xlsx", Table(people("english", 15), DATED), {"date_1904": True})

    def rich(sheet, r, c, value, bold):
        if c in (1, 2) and len(value) > 3:
            sheet.write_rich_string(r, c, bold, value[:2], value[2:])
            return True
        return False
    add("rich-text.xlsx", Table(people("german", 15), ENGLISH), cell=rich)

    def formula(sheet, r, c, value, bold):
        if c == 3:
            sheet.write_formula(r, c, f'=LOWER(B{r + 1})&"@example.org"', None, value)
            return True
        return False
    add("formulas.xlsx", Table(people("english", 15), ENGLISH), cell=formula)
    table = Table(people("french", 15), ENGLISH)
    add("table-with-filter.xlsx", table, after=lambda book, sheet: sheet.add_table(
        0, 0, 15, 5, {"columns": [{"header": header} for header in table.headers]}))
    add("chart-and-notes.xlsx", Table(people("spanish", 12), ENGLISH), after=lambda book, sheet: (
        sheet.write_comment("B2", "Has moved"), sheet.write_url("H1", "https://example.org/"),
        sheet.freeze_panes(1, 0), sheet.data_validation("F2:F9", {"validate": "integer", "criteria": ">",
                                                                  "value": 0})))


def with_xlwt(corpus):
    def add(name, table, above=(), days="DD.MM.YYYY", system_1904=False, id_format=None, **facts):
        book = xlwt.Workbook(encoding="utf-8")
        book.dates_1904 = system_1904
        sheet = book.add_sheet("Students")
        day = xlwt.easyxf(num_format_str=days)
        number = xlwt.easyxf(num_format_str=id_format) if id_format else xlwt.easyxf()
        for r, row in enumerate([*above, table.headers, *table.values()]):
            for c, value in enumerate(row):
                if isinstance(value, datetime.date):
                    if system_1904:
                        value = (value - datetime.date(1904, 1, 1)).days
                    sheet.write(r, c, value, day)
                elif isinstance(value, int):
                    sheet.write(r, c, value, number)
                elif value:
                    sheet.write(r, c, value)
        corpus.add(name, saved(book), table, format="Workbook", **facts)

    add("plain.xls", Table(people("polish", 20), ENGLISH), sheet="Students")
    add("number-format.xls", Table(people("english", 14), number_ids(SHORT)), id_format="0000000")
    add("dates.xls", Table(people("german", 14), DATED))
    add("dates-1904.xls", Table(people("english", 14), DATED), system_1904=True)
    add("titles-above.xls", Table(people("russian", 14), ENGLISH),
        [["Marlowe Lane School"], ["Year 2026/27"], [""]], rowsAbove=3)
    add("old-workbook.xlsx", Table(people("japanese", 14), SHORT))
    add("long-numbers.xls", Table(people("english", 12, lambda i: str(410_000_123_456 + 3 * i)),
                                  number_ids(SHORT)))
