# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rosters that are text: one for each way in which programs and people write such files."""

import csv
import io
import json
from dataclasses import replace

from .people import people, prefixed
from .table import Table

def written(rows, delimiter=",", line="\r\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line, quoting=quoting).writerows(rows)
    return text.getvalue()


def lines_of(table):
    return [table.headers] + table.texts()


def words(student_id, given, family, email, birth=None, grade=None, as_="text"):
    columns = [(student_id, "id"), (given, "given"), (family, "family"), (email, "email")]
    if birth:
        columns.append((birth, "birth", as_))
    if grade:
        columns.append((grade, "grade"))
    return columns


ENGLISH = words("Student ID", "First Name", "Last Name", "Email", "Date of Birth", "Grade")
SHORT = words("student_id", "given_name", "family_name", "email")


def make(corpus):
    delimiters(corpus)
    encodings(corpus)
    languages(corpus)
    shapes(corpus)
    wrong_endings(corpus)
    json_arrays(corpus)


def delimiters(corpus):
    def add(name, students, columns, delimiter, word, line="\r\n", **more):
        table = Table(students, columns)
        corpus.add(name, written(lines_of(table), delimiter, line).encode(), table,
                   **({"format": "Text", "encoding": "UTF-8", "delimiter": word} | more))

    add("export-comma.csv", people("english", 30), ENGLISH, ",", "comma", encoding=None)
    add("export-semicolon.csv", people("german", 25), ENGLISH, ";", "semicolon")
    add("export-tab.tsv", people("nordic", 25), ENGLISH, "\t", "tab", line="\n")
    add("export-bar.txt", people("spanish", 20), ENGLISH, "|", "bar", line="\n")
    add("old-mac-lines.csv", people("french", 12), SHORT, ",", "comma", line="\r")
    add("decimal-commas.csv", people("german", 18),
        ENGLISH + [("Beitrag", lambda p, i: f"{10 + i},50")], ";", "semicolon")

    table = Table(people("english", 15, prefixed("P")), ENGLISH)
    corpus.add("everything-quoted.csv", written(lines_of(table), quoting=csv.QUOTE_ALL).encode(),
               table, format="Text", delimiter="comma")
    table = Table(people("german", 15), ENGLISH)
    corpus.add("excel-sep-line.csv", ("sep=;\r\n" + written(lines_of(table), ";")).encode("cp1252"),
               table, format="Text", encoding="Windows-1252", delimiter="semicolon")
    corpus.add("excel-sep-bar.csv", ("sep=|\r\n" + written(lines_of(table), "|")).encode(), table,
               format="Text", encoding="UTF-8", delimiter="bar")
    table = Table(people("english", 12), [("Email", "email")])
    corpus.add("addresses-only.txt", written(lines_of(table), line="\n").encode(), table,
               format="Text")


def encodings(corpus):
    """Delimited by Python, as iconv(1) would have it; those of LibreOffice are in workbooks.py."""
    def add(name, language, codec, delimiter, word, encoding, count=30, columns=ENGLISH, mark=b""):
        table = Table(people(language, count), columns)
        corpus.add(name, mark + written(lines_of(table), delimiter).encode(codec), table,
                   format="Text", encoding=encoding, delimiter=word)

    add("utf8-mark.csv", "polish", "utf-8-sig", ";", "semicolon", "UTF-8", 20)
    add("unicode-text.txt", "turkish", "utf-16-le", "\t", "tab", "UTF-16LE", 15, mark=b"\xff\xfe")
    add("unicode-big-endian.csv", "russian", "utf-16-be", ",", "comma", "UTF-16BE", 15,
        mark=b"\xfe\xff")
    add("windows-1250.csv", "polish", "cp1250", ";", "semicolon", "Windows-1250")
    add("windows-1251.csv", "russian", "cp1251", ";", "semicolon", "Windows-1251")
    add("windows-1252.csv", "nordic", "cp1252", ",", "comma", None)
    add("windows-1254.csv", "turkish", "cp1254", ";", "semicolon", None)
    add("iso-8859-1.csv", "portuguese", "iso8859-1", ";", "semicolon", None)
    add("iso-8859-2.csv", "polish", "iso8859-2", ";", "semicolon", "ISO-8859-2")
    add("iso-8859-9.csv", "turkish", "iso8859-9", ",", "comma", None)
    add("iso-8859-15.csv", "french", "iso8859-15", ";", "semicolon", "ISO-8859-15", 35)
    add("mac-roman.csv", "spanish", "mac-roman", ",", "comma", None, 35)
    add("shift-jis.csv", "japanese", "shift_jis", ",", "comma", "Shift_JIS", 35,
        words("学籍番号", "名", "姓", "メールアドレス", "生年月日", "学年", "japanese"))
    add("gb18030.csv", "chinese", "gb18030", ",", "comma", "GB18030", 35,
        words("学号", "名", "姓", "电子邮件", "出生日期", "年级"))
    add("euc-kr.csv", "korean", "euc_kr", ",", "comma", "EUC-KR", 35)


def languages(corpus):
    def add(name, language, delimiter, columns, count=15, **facts):
        table = Table(people(language, count), columns)
        corpus.add(name, written(lines_of(table), delimiter).encode(), table,
                   **({"format": "Text", "encoding": "UTF-8"} | facts))

    add("spanish-words.csv", "spanish", ";",
        words("Matrícula", "Nombre", "Apellidos", "Correo electrónico", "Fecha de nacimiento", "Grado",
              "slashed"))
    add("french-words.csv", "french", ";",
        words("Numéro d'élève", "Prénom", "Nom de famille", "Adresse e-mail", "Date de naissance",
              "Niveau", "slashed"))
    add("german-words.csv", "german", ";",
        words("Schülernummer", "Vorname", "Nachname", "E-Mail-Adresse", "Geburtsdatum", "Jahrgangsstufe",
              "dotted") + [("Bemerkungen", lambda p, i: "Fährt mit dem Bus; Linie 7" if i % 4 == 0 else "")])
    add("portuguese-words.csv", "portuguese", ";",
        words("Matrícula", "Nome", "Sobrenome", "E-mail", "Data de nascimento", "Ano", "slashed"))
    add("italian-words.csv", "italian", ";",
        words("Matricola", "Nome", "Cognome", "Indirizzo e-mail", "Data di nascita", None, "slashed"))
    add("dutch-words.csv", "dutch", ";",
        words("Leerlingnummer", "Voornaam", "Achternaam", "E-mailadres", "Geboortedatum", "Leerjaar",
              "dashed"))
    add("polish-words.csv", "polish", ";",
        words("Numer ucznia", "Imię", "Nazwisko", "Adres e-mail", "Data urodzenia", None, "dotted"))
    add("turkish-words.csv", "turkish", ";",
        words("Öğrenci No", "Adı", "Soyadı", "E-posta", "Doğum Tarihi", "Sınıf", "dotted"))
    add("arabic-words.csv", "arabic", ",",
        words("رقم الطالب", "الاسم الأول", "اسم العائلة", "البريد الإلكتروني", "تاريخ الميلاد", "الصف"))
    add("chinese-words.csv", "chinese", ",",
        [("学号", "id"), ("姓", "family"), ("名", "given"), ("邮箱", "email"), ("出生日期", "birth"),
         ("年级", "grade")])
    add("japanese-words.csv", "japanese", ",",
        [("学籍番号", "id"), ("姓", "family"), ("名", "given"), ("メール", "email"),
         ("生年月日", "birth", "japanese"), ("学年", "grade")])
    add("typing-errors.csv", "english", ",",
        words("Studnet ID", "Frist Name", "Last Nmae", "E-mial Address", "Date of Brith", "Grade levle"),
        encoding=None)
    add("typing-errors-spanish.csv", "spanish", ";",
        words("Matrcula", "Nombr", "Apelidos", "Correo electronico", "Fecha nacimento", None, "slashed"))
    add("other-order.csv", "nordic", ",",
        [("Notes", lambda p, i: "has a key" if i % 5 == 0 else ""), ("E-MAIL", "email"),
         ("  surname ", "family"), ("GRADE", "grade"), ("forename", "given"), ("DOB", "birth"),
         ("Phone", lambda p, i: f"+47 555 01 {i:02d}"), ("Pupil number", "id")])


def shapes(corpus):
    table = Table(people("english", 20), ENGLISH)
    header, rows = table.headers, table.texts()

    def add(name, lines, table=table, **facts):
        corpus.add(name, written(lines).encode(), table, **({"format": "Text"} | facts))

    add("titles-above.csv",
        [["Marlowe Lane School"], ["Class list, printed 2026-09-01"], [], header, *rows], rowsAbove=3)
    add("titles-as-wide.csv",
        [["Marlowe Lane School"] + [""] * 5, ["Year", "2026/27", "", "", "", ""], [""] * 6, header, *rows],
        rowsAbove=3)
    add("blank-rows-between.csv",
        [header] + [line for i, row in enumerate(rows)
                    for line in ([row, [""] * 6] if i % 4 == 3 else [row])])
    add("trailing-empty.csv",
        [line + [""] * 4 for line in [header, *rows]] + [[""] * 10] * 30)
    add("header-repeated.csv", [header, *rows[:8], header, *rows[8:16], header, *rows[16:]])

    ragged = [replace(p, email="" if i % 3 == 1 else p.email, grade="" if i % 3 else p.grade,
                      birth=None if i % 3 == 1 else p.birth)
              for i, p in enumerate(table.students)]
    ragged_table = Table(ragged, ENGLISH)
    short = []
    for row in ragged_table.texts():
        while not row[-1]:
            row.pop()
        short.append(row)
    add("ragged.csv", [header, *short], ragged_table)

    notes = [("Notes", lambda p, i: ["", 'Called "Ace"\nat home', "Bus, line 7", 'Says ""hello""',
                                     "1st\r\n2nd; 3rd"][i % 5])]
    quoted = Table(people("english", 16), SHORT[:1] + notes + SHORT[1:])
    corpus.add("quoted-line-breaks.csv", written(lines_of(quoted)).encode(), quoted, format="Text",
               delimiter="comma")
    broken = [["Student\nID", "First\nName", "Last\nName", "E-mail\naddress"]]
    plain = Table(people("english", 12), SHORT)
    corpus.add("line-breaks-in-header.csv", written(broken + plain.texts()).encode(), plain,
               format="Text")
    corpus.add("two-row-header.csv",
               written([["Student", "", "", "Contact"], ["ID", "First name", "Last name", "E-mail"],
                        *plain.texts()]).encode(), plain, format="Text", rowsAbove=1)
    corpus.add("mixed-line-ends.csv",
               "".join(line + ("\n" if i % 2 else "\r\n") for i, line in
                       enumerate(written(lines_of(plain), line="\n").split("\n")[:-1])).encode(),
               plain, format="Text")
    pasted = Table(people("nordic", 14), [("No.", "id"), ("Name", "full"), ("Mail", "email")])
    corpus.add("pasted-table.txt", written(lines_of(pasted), "\t", "\n").rstrip("\n").encode(), pasted,
               format="Text", delimiter="tab")
    listed = Table(people("german", 14),
                   [("Lfd. Nr.", lambda p, i: str(i + 1)), ("Schülernummer", "id"), ("Name", "family_given"),
                    ("E-Mail", "email")])
    corpus.add("running-number.csv", written(lines_of(listed), ";").encode(), listed, format="Text")


def wrong_endings(corpus):
    table = Table(people("english", 15), ENGLISH)
    corpus.add("comma-text.xls", written(lines_of(table)).encode(), table, format="Text",
               delimiter="comma")
    table = Table(people("french", 15), SHORT)
    corpus.add("tab-text.csv", written(lines_of(table), "\t").encode(), table, format="Text",
               delimiter="tab")
    corpus.add("semicolon-text.xlsx", written(lines_of(table), ";").encode(), table, format="Text",
               delimiter="semicolon")
    corpus.add("no-ending", written(lines_of(table)).encode(), table, format="Text", delimiter="comma")
    table = Table(people("german", 15), SHORT)
    corpus.add("unicode-text.xls", written(lines_of(table), "\t").encode("utf-16"), table,
               format="Text", encoding="UTF-16LE", delimiter="tab")


def json_arrays(corpus):
    table = Table(people("nordic", 15), ENGLISH)
    objects = [dict(zip(table.headers, row)) for row in table.texts()]
    corpus.add("array.json", json.dumps(objects, ensure_ascii=False, indent=2).encode(), table,
               format="Json")
    corpus.add("array-one-line.json", json.dumps(objects).encode(), table, format="Json")
    corpus.add("array-of-objects.txt", json.dumps(objects, indent=1).encode("utf-8-sig"), table,
               format="Json")
    numbers = Table(people("english", 12, lambda i: str(90_071_992_547 + i)), SHORT + [("grade", "grade")])
    mixed = []
    for i, row in enumerate(numbers.texts()):
        student = dict(zip(numbers.headers, row), student_id=int(row[0]), grade=int(row[4]),
                       active=True, photo=None)
        mixed.append(student if i % 2 else dict(reversed(student.items())))
    corpus.add("numbers-and-orders.json", json.dumps(mixed).encode(), numbers, format="Json")
