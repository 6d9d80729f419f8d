# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Workbooks that are damaged, locked, or that mean harm."""

import random
import struct

from .bundles import archive, zipped
from .compound import compound

ANY = "."
LOCKED = "password|encrypted|protected"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAUGHS = "<!DOCTYPE lol [<!ENTITY l0 \"lollollollollollol\">" + "".join(
    f'<!ENTITY l{i} "' + f"&l{i - 1};" * 10 + '">' for i in range(1, 13)) + "]>"



def make(hostile):
    workbooks(hostile)
    open_documents(hostile)
    locked(hostile)


def xlsx(sheet, before="", shared=None, workbook=None, relations=None, drop=()):
    """The least of a workbook that programs open; `sheet` is what is inside of its root element."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": workbook or
            f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets><sheet name="List" sheetId="1" r:id="s1"/>'
            "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations or relation("worksheets/sheet1.xml"),
        "xl/sharedStrings.xml": shared or f'<sst xmlns="{SHEET}" count="0" uniqueCount="0"/>',
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{SHEET}">{sheet}</worksheet>',
    }
    return zipped({name: '<?xml version="1.0" encoding="UTF-8"?>' + data
                   for name, data in files.items() if name not in drop})


def relation(target, more=""):
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="s1" Type="{RELATIONS}/worksheet" Target="{target}"{more}/>'
            f'<Relationship Id="s2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')


def inline(*rows):
    return "<sheetData>" + "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows) + "</sheetData>"


def workbooks(hostile):
    listed = inline(["student_id", "name"], ["1", "Ben"])
    outside = '<!DOCTYPE x [<!ENTITY l12 SYSTEM "file:///etc/passwd">]>'
    hostile.add("laughs.xlsx", xlsx(inline(["&l12;", "name"], ["&l12;", "&l12;"]), LAUGHS))
    hostile.add("laughs-shared.xlsx", xlsx(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>'
        "</sheetData>", shared=LAUGHS + f'<sst xmlns="{SHEET}" count="1" uniqueCount="1"><si><t>&l12;</t></si></sst>'))
    hostile.add("outside-entity.xlsx", xlsx(inline(["&l12;"], ["&l12;"]), outside))
    hostile.add("no-sheet.xlsx", xlsx(listed, drop=["xl/worksheets/sheet1.xml"]))
    hostile.add("no-workbook.xlsx", xlsx(listed, drop=["xl/workbook.xml"]))
    hostile.add("no-relations.xlsx", xlsx(listed, drop=["xl/_rels/workbook.xml.rels", "_rels/.rels"]))
    hostile.add("no-sheets.xlsx", xlsx(listed, workbook=f'<workbook xmlns="{SHEET}"><sheets/></workbook>'))
    hostile.add("relation-up.xlsx", xlsx(listed, relations=relation("../../../../etc/passwd"),
                                         drop=["xl/worksheets/sheet1.xml"]))
    hostile.add("relation-web.xlsx", xlsx(listed, relations=relation("http://example.org/s.xml",
                                                                     ' TargetMode="External"'),
                                          drop=["xl/worksheets/sheet1.xml"]))
    hostile.add("relation-itself.xlsx", xlsx(listed, relations=relation("workbook.xml")))
    hostile.add("empty-sheet.xlsx", xlsx("<sheetData/>"))
    hostile.add("header-alone.xlsx", xlsx(inline(["student_id", "name"])), "no students")
    hostile.add("no-identifier.xlsx", xlsx(inline(["name", "shoe size"], ["Ben", "42"])), ANY)
    hostile.add("cut-sheet.xlsx", xlsx("<sheetData><row><c"))
    hostile.add("not-xml.xlsx", zipped({"xl/workbook.xml": b"\0\1\2", "[Content_Types].xml": b"{}"}))
    hostile.add("far-cell.xlsx", xlsx(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="4294967297"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'
        '<row r="-5"><c r="@-1"><v>1e999</v></c></row></sheetData>'))
    hostile.add("wrong-index.xlsx", xlsx(
        '<sheetData><row r="1"><c r="A1" t="s"><v>4000000000</v></c><c r="B1" t="s" s="99999"><v>-1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>7</v></c></row></sheetData>',
        shared=f'<sst xmlns="{SHEET}" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>'))
    hostile.add("deep-elements.xlsx", xlsx("<sheetData>" + "<row>" * 100_000))
    hostile.add("bomb.xlsx", xlsx("<sheetData>" + " " * 20_000_000 + "</sheetData>"))
    hostile.add("letter.xlsx", zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}))


def ods(content, more=None, manifest=""):
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    return archive([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", f'<?xml version="1.0"?><m:manifest xmlns:m="{name}manifest:1.0">'
         '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
         f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{manifest}</m:file-entry></m:manifest>'),
        *([("content.xml", content)] if content is not None else []), *(more or {}).items()])


def ods_table(table, before=""):
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    return (f'<?xml version="1.0" encoding="UTF-8"?>{before}<o:document-content xmlns:o="{name}office:1.0" '
            f'xmlns:table="{name}table:1.0" xmlns:text="{name}text:1.0"><o:body><o:spreadsheet>'
            f'<table:table table:name="List">{table}</table:table></o:spreadsheet></o:body></o:document-content>')


def ods_row(*cells, rows=1, columns=1):
    return f'<table:table-row table:number-rows-repeated="{rows}">' + "".join(
        f'<table:table-cell o:value-type="string" table:number-columns-repeated="{columns}"><text:p>{cell}</text:p>'
        "</table:table-cell>" for cell in cells) + "</table:table-row>"


def open_documents(hostile):
    header = ods_row("student_id", "name")
    hostile.add("laughs.ods", ods(ods_table(ods_row("&l12;") * 2, LAUGHS)))
    hostile.add("no-content.ods", ods(None))
    hostile.add("cut-content.ods", ods(ods_table(header + ods_row("1", "Ben"))[:400]))
    hostile.add("no-table.ods", ods(ods_table("").replace("<table:table ", "<table:other ")
                                    .replace("</table:table>", "</table:other>")))
    hostile.add("empty-table.ods", ods(ods_table("")))
    hostile.add("header-alone.ods", ods(ods_table(header)), "no students")
    hostile.add("rows-repeated.ods", ods(ods_table(ods_row("x", "y", rows=2_000_000_000))))
    hostile.add("columns-repeated.ods", ods(ods_table(ods_row("x", columns=2_000_000_000))))
    hostile.add("repeated-both.ods", ods(ods_table(ods_row("x", rows=1_048_576, columns=16_384))))
    hostile.add("text-document.ods", archive([("mimetype", b"application/vnd.oasis.opendocument.text"),
                                              ("content.xml", b"<x/>")]))


def locked(hostile):
    rng = random.Random(3)
    noise = bytes(rng.randrange(256) for _ in range(4096))
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0"?><encryption><keyData saltSize="16"/></encryption>'
    hostile.add("locked.xlsx", compound({"EncryptionInfo": info, "EncryptedPackage": struct.pack("<Q", 4000) + noise}),
                LOCKED)
    begin = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
    password = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + noise[:48]
    hostile.add("locked.xls", compound({"Workbook": begin + password + noise}), LOCKED)
    hostile.add("no-workbook.xls", compound({"WordDocument": noise}))
    hostile.add("noise.xls", compound({"Workbook": begin + noise}))
    hostile.add("sector-loop.xls", sector_loop(begin))
    key = ('<m:encryption-data m:checksum-type="SHA1/1K" m:checksum="AAAA"><m:algorithm m:algorithm-name='
           '"http://www.w3.org/2001/04/xmlenc#aes256-cbc" m:initialisation-vector="AAAA"/></m:encryption-data>')
    hostile.add("locked.ods", ods(noise, manifest=key), LOCKED)


def sector_loop(begin):
    """A stream whose last sector is followed by its first."""
    content = bytearray(compound({"Workbook": begin}))
    struct.pack_into("<I", content, 512 + 4 * 9, 2)
    struct.pack_into("<Q", content, 1024 + 128 + 120, 0x7FFFFFFF)
    return bytes(content)
