# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Small files that are no roster, or that mean harm. Larger ones are made by the test itself."""

import gzip
import random
import struct
import zipfile
import zlib

from . import bundles, hostileworkbooks
from .bundles import archive, rows_as_text, zipped
from .people import people

ANY = "."


class Hostile:
    def __init__(self, folder):
        self.folder, self.lines = folder, []

    def add(self, name, content, says=ANY):
        assert len(content) < 32_000, name
        (self.folder / name).write_bytes(content)
        self.lines.append(f"{name}\t{says}\n")

    def close(self):
        (self.folder / "EXPECTED").write_text("".join(self.lines), "utf-8")


def make(folder, corpus):
    hostile = Hostile(folder)
    cut_off(hostile, corpus)
    not_text(hostile)
    strange_text(hostile)
    json_and_web(hostile)
    archives(hostile)
    bundles_with_gaps(hostile)
    hostileworkbooks.make(hostile)
    hostile.close()


def cut_off(hostile, corpus):
    for name, percents in (("plain.xlsx", (5, 50, 97)), ("office.ods", (40, 97)), ("plain.xls", (8, 40)),
                           ("oneroster-1.1.zip", (50, 97))):
        content = corpus.path(name).read_bytes()
        stem, ending = name.rsplit(".", 1)
        for percent in percents:
            hostile.add(f"cut-{stem}-{percent}.{ending}", content[:len(content) * percent // 100], ANY)
    noise = bytearray(corpus.path("plain.xlsx").read_bytes())
    rng = random.Random(1)
    for _ in range(300):
        noise[rng.randrange(30, len(noise))] = rng.randrange(256)
    hostile.add("noise.xlsx", bytes(noise), ANY)


def not_text(hostile):
    rng = random.Random(2)
    noise = bytes(rng.randrange(256) for _ in range(4000))
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 1, 1, 8, 2, 0, 0, 0) + noise[:600]
    hostile.add("picture.csv", png, "picture")
    hostile.add("picture.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + noise[:600], "picture")
    hostile.add("picture.txt", b"GIF89a" + noise[:300], "picture")
    hostile.add("document.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise[:800], "PDF")
    hostile.add("document.csv", b"%PDF-1.4\n1 0 obj << >> endobj\n%%EOF\n", "PDF")
    hostile.add("program.csv", b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHI", 2, 62, 1) + noise[:900])
    hostile.add("program.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + noise[:900])
    hostile.add("packed.csv.gz", gzip.compress(b"student_id,email\n1,a@example.org\n", mtime=0), "compressed")
    hostile.add("database.csv", b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20" + bytes(500))
    hostile.add("noise.csv", noise)
    hostile.add("noise.json", noise[1000:1800])
    hostile.add("letter.csv", rb"{\rtf1\ansi{\fonttbl\f0 Times;}\f0 Dear colleague,\par see below.\par}")


def strange_text(hostile):
    hostile.add("empty.csv", b"", "empty")
    hostile.add("empty.xlsx", b"", "empty")
    hostile.add("blank-lines.csv", b"\r\n \r\n\t\r\n\n" * 50, "empty")
    hostile.add("mark-alone.csv", b"\xef\xbb\xbf", "empty")
    hostile.add("mark-alone-16.csv", b"\xff\xfe", "empty")
    hostile.add("delimiters-alone.csv", b",,,,,,\r\n" * 200, "empty")
    hostile.add("cut-utf-16.csv", b"\xff\xfe" + "Student".encode("utf-16-le")[:9])
    hostile.add("zeros.csv", b"student_id,name\n1,\0\0\0\0\0\0\n2,Ben\0\n" * 20)
    hostile.add("zeros-alone.csv", bytes(20_000))
    hostile.add("unclosed-quote.csv", b'student_id,name\n1,"Ben\n2,Ann\n3,Eve\n', "quotation mark")
    hostile.add("nested-quotes.csv", b'student_id,name\n1,"' + b'""' * 12_000 + b"\n", "quotation mark")
    hostile.add("quotes-alone.csv", b'"' * 20_001)
    hostile.add("header-alone.csv", b"student_id,given_name,family_name,email\r\n", "no students")
    hostile.add("no-identifier.csv", b"name,shoe size\r\nBen,42\r\nAnn,37\r\n")
    hostile.add("prose.txt", b"Dear colleague,\n\nthe list will come tomorrow; sorry.\n\nKind regards\nAnn\n")
    hostile.add("many-columns.csv", ",".join(f"c{i}" for i in range(3000)).encode() + b"\n" + b"," * 2999 + b"x\n")
    hostile.add("long-header.csv", b"x" * 20_000 + b",y\n1,2\n")
    hostile.add("escapes.csv", b"\x1b[31mred\x1b[0m,\x07bell\n\x1b]0;title\x07,x\n")
    hostile.add("formulas.csv", b"=cmd|' /C calc'!A0,=HYPERLINK(\"http://example.org\")\n1,2\n")
    hostile.add("surrogates.csv", b"\xff\xfe" + b"\x00\xd8" * 400 + b"\n\0" + b"\x00\xdc" * 400)
    hostile.add("overlong-utf-8.csv", b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80,\xfe\xff\n" * 30)


def json_and_web(hostile):
    hostile.add("cut.json", b'[{"student_id": "1", "email": "a@example.org"}, {"student_id": "2", "em')
    hostile.add("deep.json", b"[" * 10_000 + b"]" * 10_000)
    hostile.add("deep-objects.json", b'{"a":' * 5_000 + b"1" + b"}" * 5_000)
    hostile.add("deep-open.json", b"[" * 30_000)
    hostile.add("deep-in-student.json", b'[{"student_id": ' + b"[" * 10_000 + b"]" * 10_000 + b"}]")
    for name, content in (("scalar", b"42"), ("word", b'"students"'), ("null", b"null"), ("no-students", b"[]"),
                          ("empty-objects", b"[{}, {}, {}]"), ("numbers-alone", b"[1, 2, 3]"),
                          ("no-identifier", b'[{"shoe size": 42}]'), ("wrong-word", b'[{"student_id": nul}]'),
                          ("two-values", b'[{"student_id": "1"}] trailing')):
        hostile.add(f"{name}.json", content)
    hostile.add("no-table.html", b"<!DOCTYPE html><html><body><p>No list today.</p></body></html>")
    hostile.add("login-page.xls", b"<html><head><title>Log in</title></head><body><form><input name=u></form></body>")
    hostile.add("empty-table.html", b"<html><body><table></table><table><tr></tr></table></body></html>")
    hostile.add("nested-tables.html", b"<html><body>" + b"<table><tr><td>" * 2_000)
    hostile.add("wide-span.html", b"<table><tr><td colspan=2000000000 rowspan=2000000000>x</td></tr></table>")
    hostile.add("unclosed-tag.html", b"<html><body><table><tr><td " + b"a='b' " * 3_000)
    hostile.add("laughs.html", hostileworkbooks.LAUGHS.encode() + b"<html><table><tr><td>&l12;</td></tr></table></html>")


def archives(hostile):
    roster = b"name,shoe size\r\nBen,42\r\n"
    students = people("english", 12)
    good = bundles.one_roster(students, "1.1", lambda s: s.id)
    hostile.add("empty.zip", b"PK\x05\x06" + bytes(18))
    hostile.add("letters.zip", zipped({"letter.txt": b"Dear colleague", "picture.png": b"\x89PNG\r\n"}))
    hostile.add("zip-in-zip.zip", zipped({"inner.zip": zipped({"inner.zip": zipped({"users.csv": roster})})}))
    for name, before in (("up", "../../../../tmp/"), ("root", "/etc/"), ("drive", "C:\\school\\"),
                         ("backslash", "..\\..\\"), ("inside-up", "export/../../")):
        hostile.add(f"path-{name}.zip", zipped({before + file: data for file, data in good.items()}))
    hostile.add("link.zip", archive([("users.csv", b"/etc/passwd"), ("enrollments.csv", b"/etc/passwd"),
                                     ("classes.csv", b"/etc/passwd"), ("manifest.csv", b"/etc/passwd")],
                                    mode=0o120777))
    content = bytearray(zipped(good, method=zipfile.ZIP_STORED))
    content[content.index(students[3].email.encode())] ^= 1
    hostile.add("wrong-sum.zip", bytes(content), ANY)
    for name, offset, value in (("locked.zip", (6, 8), 1), ("unknown-method.zip", (8, 10), 99)):
        content = bytearray(zipped(good))
        for mark, at in ((b"PK\x03\x04", offset[0]), (b"PK\x01\x02", offset[1])):
            start = content.find(mark)
            while start >= 0:
                struct.pack_into("<H", content, start + at, value)
                start = content.find(mark, start + 4)
        hostile.add(name, bytes(content), ANY)
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = bomb.compress(bytes(4_000_000)) + bomb.flush()
    hostile.add("lying-size.zip", by_hand([("users.csv", packed, 20), ("enrollments.csv", packed, 20),
                                           ("classes.csv", packed, 20)]), ANY)
    hostile.add("one-for-all.zip", by_hand([("users.csv", packed, 4_000_000)], 500), ANY)
    hostile.add("bomb.zip", zipped({"users.csv": b" " * 25_000_000, "classes.csv": b"", "enrollments.csv": b""}))
    hostile.add("many-entries.zip", archive([(f"{i}/users.csv", b"") for i in range(250)], zipfile.ZIP_STORED))
    hostile.add("same-name.zip", archive_of_same_name(roster))


def archive_of_same_name(roster):
    content = zipped({"users.csv": roster, "userz.csv": b"sourcedId\r\n9\r\n"})
    return content.replace(b"userz.csv", b"users.csv")


def by_hand(files, times=1):
    """Entries whose sizes are as claimed; `times`: so often in the table of contents."""
    body, table, count = b"", b"", 0
    for name, packed, size in files:
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5C22, 0, len(packed), size, len(name), 0)
        start = len(body)
        body += b"PK\x03\x04" + common + name.encode() + packed
        for i in range(times):
            table += (b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, start)
                      + name.encode())
            count += 1
    return body + table + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(table), len(body), 0)


def bundles_with_gaps(hostile):
    students = people("english", 12)
    good = bundles.one_roster(students, "1.1", lambda s: s.id)
    for missing in ("users", "enrollments", "classes"):
        files = {name: data for name, data in good.items() if name != f"{missing}.csv"}
        hostile.add(f"oneroster-without-{missing}.zip", zipped(files), missing)
    hostile.add("oneroster-manifest-alone.zip", zipped({"manifest.csv": good["manifest.csv"]}))
    hostile.add("oneroster-empty-users.zip", zipped(good | {"users.csv": b""}), ANY)
    hostile.add("oneroster-no-columns.zip", zipped(good | {"users.csv": rows_as_text([["a", "b"], ["1", "2"]])}), ANY)
    hostile.add("oneroster-binary.zip", zipped(good | {"users.csv": b"\x89PNG\r\n\0\0" * 30}), ANY)
    files = bundles.school_data_sync_1(students)
    del files["Student.csv"]
    hostile.add("school-data-sync-without-students.zip", zipped(files), ANY)
    files = bundles.canvas(students)
    del files["users.csv"]
    hostile.add("canvas-without-users.zip", zipped(files), ANY)
