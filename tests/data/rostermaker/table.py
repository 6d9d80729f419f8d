# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A list of students with the columns of one file, and what has to be read from it."""

from pathlib import Path

FIELDS = ["id", "given", "family", "email", "birth", "grade", "course"]

DATES = {
    "iso": "%Y-%m-%d", "dotted": "%d.%m.%Y", "slashed": "%d/%m/%Y", "american": "%m/%d/%Y",
    "dashed": "%d-%m-%Y", "japanese": "%Y/%m/%d",
}


def serial(date):
    """The day number of a spreadsheet (1900 system)."""
    return (date - type(date)(1899, 12, 30)).days


class Column:
    """`what` is a field, `full`, `family_given`, or a function of a person and a row number for a
    column that no field takes. `as_` is a name in DATES, `serial`, or `number`/`date` for typed
    cells of a workbook; `change` spoils the text on its way into the file."""

    def __init__(self, header, what, as_="text", change=None):
        self.header, self.what, self.as_, self.change = header, what, as_, change

    def value(self, person, row):
        """Typed, for workbooks."""
        if callable(self.what):
            return self.what(person, row)
        value = getattr(person, self.what)
        if self.what == "birth":
            if self.as_ == "date" or value is None:
                return value
            if self.as_ == "serial":
                return serial(value)
            return value.strftime(DATES["iso" if self.as_ == "text" else self.as_])
        if self.as_ == "number":
            return int(value)
        return self.change(value) if self.change else value

    def text(self, person, row):
        value = self.value(person, row)
        return "" if value is None else str(value)

    def fields(self):
        if callable(self.what):
            return []
        return ["given", "family"] if self.what in ("full", "family_given") else [self.what]


class Table:
    def __init__(self, students, columns):
        self.students = students
        self.columns = [column if isinstance(column, Column) else Column(*column)
                        for column in columns]

    @property
    def headers(self):
        return [column.header for column in self.columns]

    def texts(self):
        return [[column.text(person, row) for column in self.columns]
                for row, person in enumerate(self.students)]

    def values(self):
        return [[column.value(person, row) for column in self.columns]
                for row, person in enumerate(self.students)]

    def expected(self):
        fields = {field for column in self.columns for field in column.fields()}
        return [{field: getattr(person, field) for field in fields} for person in self.students]


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


class Corpus:
    """The folder of the files; each gets its `.expected` beside it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.names = []

    def path(self, name):
        return self.folder / name

    def expect(self, name, rows, **facts):
        """rows: a Table, or dictionaries of fields. Facts that are None are not meant."""
        rows = rows.expected() if isinstance(rows, Table) else rows
        facts = {"rows": len(rows), "problems": 0} | facts
        lines = ["\t".join(f"{key}={escaped(str(value))}" for key, value in facts.items()
                           if value is not None)]
        for row in rows:
            cells = [row.get(field, "") for field in FIELDS]
            lines.append("\t".join(
                "" if c is None else c.isoformat() if hasattr(c, "isoformat") else escaped(c)
                for c in cells))
        self.path(name + ".expected").write_bytes(("\n".join(lines) + "\n").encode())
        assert name not in self.names, name
        self.names.append(name)

    def add(self, name, content, rows, **facts):
        self.path(name).write_bytes(content)
        self.expect(name, rows, **facts)
