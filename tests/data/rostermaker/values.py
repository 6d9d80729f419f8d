# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Text rosters with what people put into cells: names, dates, numbers, courses, and what comes along
with copied text."""

import unicodedata
from dataclasses import replace

from .people import people, people_with_particles, with_courses
from .table import Column, Table
from .text import SHORT, lines_of, words, written

NBSP, SHY, ZWSP, RLM, LRE, PDF_ = "\u00a0", "\u00ad", "\u200b", "\u200f", "\u202a", "\u202c"


def make(corpus):
    names_and_dates(corpus)
    dirt(corpus)
    courses(corpus)


def names_and_dates(corpus):
    def add(name, students, columns, delimiter=",", expected=None, **facts):
        table = Table(students, columns)
        corpus.add(name, written(lines_of(table), delimiter).encode(), expected or table,
                   **({"format": "Text"} | facts))

    particles = people_with_particles()
    add("given-family.csv", particles, [("Student ID", "id"), ("Name", "full"), ("Email", "email")])
    add("family-given.csv", particles,
        [("Student ID", "id"), ("Student name", "family_given"), ("Email", "email")])
    add("given-family-dutch.csv", particles[:8],
        [("Leerlingnummer", "id"), ("Naam", "full"), ("E-mailadres", "email")], ";")
    chinese = people("chinese", 12)
    whole = [("学号", "id"), ("姓名", "family"), ("邮箱", "email")]
    add("chinese-full-name.csv",
        [replace(p, given="", family=p.family + p.given) for p in chinese], whole,
        expected=Table(chinese, whole))

    def dated(as_):
        return SHORT + [("Birth date", "birth", as_)]
    add("dates-day-first.csv", people("english", 14), dated("slashed"))
    add("dates-month-first.csv", people("english", 15), dated("american"))
    add("dates-dotted.csv", people("german", 14), dated("dotted"), ";")
    add("dates-dashed.csv", people("dutch", 14), dated("dashed"))
    add("dates-serials.csv", people("english", 16), dated("serial"))
    either = people("english", 12, days=(1, 12))
    table = Table(either, dated("slashed"))
    rows = [row | {"birth": p.birth.strftime("%d/%m/%Y")} for row, p in zip(table.expected(), either)]
    add("dates-undecidable.csv", either, dated("slashed"), expected=rows, problems=None)
    some = [replace(p, birth=p.birth if i % 3 else None) for i, p in enumerate(people("english", 13))]
    add("dates-some-missing.csv", some, dated("american"))

    add("long-numbers.csv", people("english", 14, lambda i: str(902_113_450_071_000_000 + i * 7)), SHORT)
    add("numbers-as-formulas.csv", people("english", 14), SHORT[1:] + [
        Column("Student ID", "id", change='="{}"'.format)])
    national = people("spanish", 14, lambda i: f"{12_340_567 + i * 1111:08d}{'TRWAGMYFPDXBNJ'[i]}")
    add("national-identifiers.csv", national, SHORT, ";")


def dirt(corpus):
    """What comes along when people copy from mails, web pages and other systems."""
    students = people("nordic", 15)
    spoilt = {
        "no-break-spaces.csv": lambda text: f"{NBSP}{text.replace(' ', NBSP)} {NBSP}",
        "soft-hyphens.csv": lambda text: text[:2] + SHY + text[2:],
        "zero-width.csv": lambda text: f"{ZWSP}{text[:1]}{ZWSP}{text[1:]}\ufeff",
        "doubled-blanks.csv": lambda text: f"  {text}   ",
        "decomposed-accents.csv": lambda text: unicodedata.normalize("NFD", text),
    }
    for name, change in spoilt.items():
        table = Table(students, [Column(header, what, change=change) for header, what in SHORT])
        corpus.add(name, written(lines_of(table)).encode(), table, format="Text", encoding="UTF-8")

    double = [replace(p, given=p.given + " Marie") for p in students]
    table = Table(double, [Column(header, what, change=lambda t: t.replace(" ", f" {NBSP}  "))
                           for header, what in SHORT])
    corpus.add("doubled-blanks-inside.csv", written(lines_of(table)).encode(), table, format="Text")
    table = Table(people("arabic", 15), [Column(f"{RLM}{header}", what, change=lambda t: f"{LRE}{t}{PDF_}{RLM}")
                                         for header, what in SHORT])
    corpus.add("bidi-controls.csv", written(lines_of(table)).encode(), table, format="Text",
               encoding="UTF-8")

    wrong = people("spanish", 18)
    wrong[4] = replace(wrong[4], email="nuria.example.org")
    wrong[9] = replace(wrong[9], id="", email="")
    wrong[13] = replace(wrong[13], id=wrong[2].id)
    table = Table(wrong, words("Matrícula", "Nombre", "Apellidos", "Correo electrónico",
                               "Fecha de nacimiento", "Grado", "slashed"))
    title = [["Colegio Los Almendros"], ["Lista de alumnos 2026/27"], []]
    corpus.add("spanish-three-mistakes.csv", written(title + lines_of(table), ";").encode("cp1252"),
               table, format="Text", encoding=None, delimiter="semicolon", rowsAbove=3, problems=2)


def courses(corpus):
    rows = with_courses(people("english", 14), ["GO1", "GO2", "ART-3"])
    for name, header in (("course-column.csv", "Course"), ("course-codes.csv", "course_code")):
        table = Table(rows, SHORT + [(header, "course")])
        corpus.add(name, written(lines_of(table)).encode(), table, format="Text")
    table = Table(with_courses(people("italian", 12), ["MAT1", "FIS2"]),
                  words("Matricola", "Nome", "Cognome", "E-mail") + [("Corso", "course")])
    corpus.add("course-italian.csv", written(lines_of(table), ";").encode(), table, format="Text")
