# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rosters that LibreOffice writes, and tables of web pages."""

import html
import subprocess
import tempfile
from pathlib import Path

import openpyxl

from .books import DATED, add_rows, dated, fixed, number_ids, saved, several_sheets, workbook
from .people import people
from .table import Column, Table
from .text import ENGLISH, SHORT, words


def make(corpus):
    with tempfile.TemporaryDirectory() as folder:
        office = LibreOffice(Path(folder))
        from_libreoffice(corpus, office)
        text_from_libreoffice(corpus, office)
        web_tables(corpus, office)
        office.run(corpus)


def from_libreoffice(corpus, office):
    """What LibreOffice makes of a workbook with numbers, dates and titles."""
    columns = [Column("Student ID", "id", "number"), *[Column(*column) for column in DATED[1:]]]
    table = Table(people("nordic", 16), columns)
    for ending in ("xlsx", "ods", "xls"):
        office.convert(workbook(table, [["Marlowe Lane School"], []], id_format="0000000"),
                       f"office.{ending}", table, format="Workbook", rowsAbove=2)
    table = Table(people("arabic", 14), words("رقم الطالب", "الاسم الأول", "اسم العائلة", "البريد الإلكتروني",
                                              "تاريخ الميلاد", "الصف", "date"))
    for ending in ("ods", "xlsx"):
        book = workbook(table, sheet="الطلاب")
        book.active.sheet_view.rightToLeft = True
        office.convert(book, f"office-arabic.{ending}", table, format="Workbook", sheet="الطلاب")
    table = Table(people("japanese", 14), words("学籍番号", "名", "姓", "メールアドレス", "生年月日", "学年", "date"))
    for ending in ("ods", "xls"):
        office.convert(workbook(table, date_format="yyyy/mm/dd"), f"office-japanese.{ending}", table,
                       format="Workbook")

    book, sheets = several_sheets("hidden")
    for ending in ("ods", "xls"):
        office.convert(book, f"sheets-hidden.{ending}", sheets, format="Workbook", sheet="Class list")

    plain = Table(people("english", 16), ENGLISH)
    thrice = Table(plain.students[:5] + [plain.students[4]] * 2 + plain.students[5:], ENGLISH)
    book = openpyxl.Workbook()
    rows = thrice.values()
    add_rows(book.active, [thrice.headers, *rows[:9], [], [], [], *rows[9:]])
    office.convert(book, "repeated-rows.ods", thrice, format="Workbook", problems=2)
    office.convert(workbook(plain), "office-ods.xlsx", plain, "ods", format="Workbook")
    office.convert(workbook(plain), "office-xls.csv", plain, "xls", format="Workbook")
    table = Table(people("turkish", 14, lambda i: str(30_000_000_100 + i)),
                  number_ids(words("Öğrenci No", "Adı", "Soyadı", "E-posta", "Doğum Tarihi", None, "date")))
    office.convert(workbook(table, [["Okul listesi"], [], []], date_format="dd.mm.yyyy"), "office-titles.ods",
                   table, format="Workbook", rowsAbove=3)


def text_from_libreoffice(corpus, office):
    """LibreOffice's numbers of encodings; dates and numbers as a sheet shows them."""
    def add(name, charset, language, encoding, columns, separator=59, word="semicolon", count=30,
            day="dd.mm.yyyy"):
        table = Table(people(language, count), number_ids(columns))
        office.convert(workbook(table, id_format="0000000", date_format=day), name, table,
                       f"csv:Text - txt - csv (StarCalc):{separator},34,{charset},1",
                       format="Text", encoding=encoding, delimiter=word)

    add("office-windows-1252.csv", 1, "german", None,
        words("Schülernummer", "Vorname", "Familienname", "E-Mail", "Geburtsdatum", "Jahrgang", "date"))
    add("office-mac-roman.csv", 2, "italian", None,
        words("Matricola", "Nome", "Cognome", "E-mail", "Data di nascita", None, "date"), count=35,
        day="dd/mm/yyyy")
    add("office-iso-8859-2.csv", 13, "polish", "ISO-8859-2",
        words("Numer ucznia", "Imię", "Nazwisko", "E-mail", "Data urodzenia", None, "date"))
    add("office-iso-8859-15.csv", 22, "french", "ISO-8859-15",
        words("Numéro", "Prénom", "Nom", "Courriel", "Date de naissance", None, "date"), count=35,
        day="dd/mm/yyyy")
    add("office-windows-1250.csv", 33, "polish", "Windows-1250",
        words("Nr ucznia", "Imię", "Nazwisko", "E-mail", "Data urodzenia", None, "date"), 9, "tab")
    add("office-windows-1251.csv", 34, "russian", "Windows-1251", DATED)
    add("office-windows-1254.csv", 36, "turkish", None,
        words("Öğrenci Numarası", "Ad", "Soyad", "E-posta", "Doğum tarihi", None, "date"))
    add("office-shift-jis.csv", 64, "japanese", "Shift_JIS",
        words("学籍番号", "名", "姓", "メールアドレス", "生年月日", None, "date"), 44, "comma", 35, "yyyy/mm/dd")
    add("office-gb18030.csv", 85, "chinese", "GB18030",
        words("学号", "名", "姓", "邮箱", "出生日期", None, "date"), 44, "comma", 35, "yyyy-mm-dd")
    add("office-euc-kr.csv", 79, "korean", "EUC-KR", DATED, 44, "comma", 35, "yyyy-mm-dd")
    add("office-utf-8.csv", 76, "spanish", "UTF-8",
        words("N.º de matrícula", "Nombre", "Apellidos", "Correo", "Fecha de nacimiento", "Grado", "date"),
        44, "comma", 15, "dd/mm/yyyy")
    add("office-utf-16.csv", 65535, "portuguese", "UTF-16LE",
        words("Matrícula", "Nome", "Apelido", "E-mail", "Data de nascimento", None, "date"), 59,
        "semicolon", 14, "dd/mm/yyyy")


def web_tables(corpus, office):
    table = Table(people("german", 14), ENGLISH)
    for name in ("office.html", "office-html.xls"):
        office.convert(workbook(table), name, table, "html:HTML (StarCalc)", format="WebTable")
    table = Table(people("french", 14), SHORT + [("Birth date", "birth", "slashed")])

    def row(tag, cells):
        return "<tr>" + "".join(f'<{tag} class="x">{html.escape(cell)}</{tag}>' for cell in cells) + "</tr>\n"
    page = ('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" '
            'content="text/html; charset=utf-8"><style>td {mso-number-format:"\\@";}</style></head><body>\n'
            '<table border=1>\n' + row("th", table.headers)
            + "".join(row("td", cells) for cells in table.texts()) + "</table>\n</body></html>\n")
    corpus.add("web-export.xls", page.encode(), table, format="WebTable")
    table = Table(people("nordic", 12), SHORT)
    lines = "".join("<tr>" + "".join(
        f"<td><p><b>{html.escape(cell).encode('ascii', 'xmlcharrefreplace').decode()}</b>&nbsp;</td>"
        for cell in cells) + "\n" for cells in [table.headers, *table.texts()])
    corpus.add("mail-table.htm", f"<p>Dear colleague,</p><table><tbody>{lines}</table><p>Kind regards"
               .encode(), table, format="WebTable")


class LibreOffice:
    """Collects what is to be converted: one start of the program for each format."""

    FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods:calc8", "xls": "xls:MS Excel 97"}

    def __init__(self, folder):
        self.folder = folder
        self.jobs = {}

    def convert(self, book, name, rows, kind=None, **facts):
        kind = self.FILTERS.get(kind or name.rsplit(".", 1)[1], kind)
        self.jobs.setdefault(kind, []).append((book, name, rows, facts))

    def run(self, corpus):
        for number, (kind, jobs) in enumerate(self.jobs.items()):
            here = self.folder / str(number)
            (here / "made").mkdir(parents=True)
            for i, (book, *_) in enumerate(jobs):
                (here / f"{i}.xlsx").write_bytes(saved(book))
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
                 "--convert-to", kind, "--outdir", str(here / "made"),
                 *[str(here / f"{i}.xlsx") for i in range(len(jobs))]],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
            for i, (_, name, rows, facts) in enumerate(jobs):
                content = (here / "made" / f"{i}.{kind.split(':')[0]}").read_bytes()
                content = fixed(content) if content.startswith(b"PK") else dated(content)
                corpus.add(name, content, rows, **facts)
