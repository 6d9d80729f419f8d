# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""samerows.py FOLDER FORMAT...: whether the reports in a folder say what expected.json there says:
its rows, and how many of them have which status. Prints what differs."""

import csv
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import openpyxl
from openpyxl.utils.escape import unescape

COLUMNS = ["roster_row", "student_id", "given_name", "family_name", "email", "course", "status",
           "detail"]
FOLDER = pathlib.Path(sys.argv[1])
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))
TITLES = EXPECTED["titles"]  # of the statuses, for people
WORDS = {title: word for word, title in TITLES.items()}


def plain(cell):
    """Without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


def from_csv(name="report.csv"):
    with open(FOLDER / name, encoding="utf-8-sig", newline="") as file:
        return [[plain(row[column]) for column in COLUMNS] for row in csv.DictReader(file)], None


def from_json():
    report = json.loads((FOLDER / "report.json").read_text("utf-8"))
    rows = [[str(row[column]) for column in COLUMNS] for row in report["results"]]
    return rows, report["run"]["counts"]


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.counts, self.cell, self.figure = [], {}, None, None

    def handle_starttag(self, tag, attributes):
        word = dict(attributes).get("class")
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.cell = ""
        elif tag == "li":
            self.cell, self.figure = "", word

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag == "td":
            self.rows[-1].append(self.cell)
        elif tag == "li":
            self.counts[self.figure] = int(re.sub(r"\D", "", self.cell))
        if tag in ("td", "li"):
            self.cell = None


def from_html():
    page = Page()
    page.feed((FOLDER / "report.html").read_text("utf-8"))
    rows = [[plain(cell) for cell in row] for row in page.rows if row]
    return titled(rows), page.counts


def titled(rows):
    """The columns of documents for people, with the status as scripts call it."""
    return [row[:6] + [WORDS[row[6]]] + row[7:8] for row in rows]


def from_xlsx():
    book = openpyxl.load_workbook(FOLDER / "report.xlsx", read_only=True)
    header, figures = list(book.worksheets[0].iter_rows(values_only=True))[-2:]
    counts = {WORDS[title]: figure for title, figure in zip(header, figures) if title in WORDS}
    texts = [["" if cell is None else unescape(str(cell)) for cell in row]
             for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)]
    return titled(texts), counts


def office(path, to, *options):
    """Through LibreOffice; a home of its own, so that another one does not disturb."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{FOLDER}/home", "--headless", *options,
                    "--convert-to", to, "--outdir", FOLDER / "office", path],
                   check=True, capture_output=True)


def from_office_xlsx():
    office(FOLDER / "report.xlsx",
           "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2")
    with open(FOLDER / "office" / "report-Results.csv", encoding="utf-8", newline="") as file:
        return titled(list(csv.reader(file))[1:]), None


def from_office_csv():
    text = "/".join(f"{column}/2" for column in range(1, 12))
    office(FOLDER / "report.csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
           f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,{text}")
    return from_csv("office/report.csv")


def letters(text):
    """What of a text is the same however a PDF places it: letters without their shapes."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def can_be_found(name):
    """Whether QPdfWriter keeps the letters: it does not where glyphs stand for several, nor beyond
    the basic plane; nor are names found that take two lines."""
    return "\n" not in name and len(name) < 16 and all(
        ord(c) < 0x10000 and unicodedata.category(c) not in ("Mn", "Mc") for c in name)


def shown_names(row):
    """Those that stand in a line of text as they are written: beside one from right to left the
    others are moved around in it."""
    from_right = [any(unicodedata.bidirectional(c) in ("R", "AL") for c in name) for name in row[2:4]]
    return [name for name, is_so in zip(row[2:4], from_right)
            if can_be_found(name) and (is_so or not any(from_right))]


def check_pdf():
    text = subprocess.run(["pdftotext", "-layout", FOLDER / "report.pdf", "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    for word, count in EXPECTED["counts"].items():
        shown = re.search(rf"^ *([\d,.]+)\s+{re.escape(TITLES[word])}\s*$", text, re.MULTILINE)
        found = int(re.sub(r"\D", "", shown[1])) if shown else 0
        if found != count:
            return f"{word}: {found} instead of {count}"
    lines = [line for line in text.splitlines() if re.match(r"^[ \f]*\d+ +S\d+ ", line)]
    if len(lines) != len(EXPECTED["rows"]):
        return f"{len(lines)} rows instead of {len(EXPECTED['rows'])}"
    for line, row in zip(lines, EXPECTED["rows"]):
        number, student_id = line.split()[:2]
        wanted = shown_names(row) + [TITLES[row[6]]]
        if [number, student_id] != row[:2]:
            return f"{line!r} instead of {row}"
        for cell in wanted:
            if letters(cell) not in letters(line):
                return f"{cell!r} is not in {line!r}"
    return None


def difference(rows, counts):
    if counts is not None:
        counts = {word: counts.get(word, 0) for word in EXPECTED["counts"]}
        if counts != EXPECTED["counts"]:
            return f"{counts} instead of {EXPECTED['counts']}"
    if len(rows) != len(EXPECTED["rows"]):
        return f"{len(rows)} rows instead of {len(EXPECTED['rows'])}"
    for found, wanted in zip(rows, EXPECTED["rows"]):
        if found != wanted:
            return f"{found} instead of {wanted}"
    return None


READERS = {"csv": from_csv, "json": from_json, "html": from_html, "xlsx": from_xlsx,
           "office-xlsx": from_office_xlsx, "office-csv": from_office_csv}
for name in sys.argv[2:]:
    what = check_pdf() if name == "pdf" else difference(*READERS[name]())
    if what:
        print(f"{name}: {what}")
