// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "maderosters.h"

#include "archivebomb.h"

namespace
{

constexpr int MegaByte = 1 << 20;

QByteArray listWithCell(const QByteArray &cell)
{
    return "student_id,name\n1,Ben\n2," + cell;
}

QByteArray openDocument(const QByteArray &rows, int times)
{
    return archiveOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
        {"content.xml",
            "<?xml version=\"1.0\"?><o:document-content"
            " xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
            "<o:body><o:spreadsheet><table:table table:name=\"List\">",
            rows, times, "</table:table></o:spreadsheet></o:body></o:document-content>"}});
}

QByteArray workbook(const QByteArray &rows, int times)
{
    const QByteArray sheet("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    const QByteArray relations(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    const QByteArray package("http://schemas.openxmlformats.org/package/2006/");
    return archiveOf({{"[Content_Types].xml",
                          "<Types xmlns=\"" + package
                              + "content-types\"><Default Extension=\"xml\" "
                                "ContentType=\"application/xml\"/></Types>"},
        {"_rels/.rels",
            "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r\" Type=\""
                + relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
            "<workbook xmlns=\"" + sheet + "\" xmlns:r=\"" + relations
                + "\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"s\" Type=\""
                + relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + sheet + "\"><sheetData>", rows, times,
            "</sheetData></worksheet>"}});
}

QByteArray oneRoster(const ArchiveEntry &users)
{
    return archiveOf({{"manifest.csv", "propertyName,value\noneroster.version,1.1\n"},
        {"classes.csv", "sourcedId,title,classCode\nc,Class,GO1\n"},
        {"enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\ne,c,u,student\n"},
        users});
}

QByteArray blanks()
{
    return QByteArray(MegaByte, ' ');
}

const MadeRoster MadeRosters[] = {
    {"million-columns.csv", [] { return QByteArray(1'000'000, ',') + '\n'; }, "columns|empty"},
    {"million-words.csv", [] { return QByteArray("word,").repeated(1'000'000) + '\n'; }, "columns"},
    {"million-columns.tsv", [] { return QByteArray("x\t").repeated(1'000'000) + "\n1\n"; },
        "columns"},
    {"one-line.csv", [] { return QByteArray(100 * MegaByte, 'x'); }, "."},
    {"long-cell.csv", [] { return listWithCell(QByteArray(100 * MegaByte, 'x') + '\n'); },
        "row 3 of the file"},
    {"open-quote.csv",
        [] { return listWithCell('"' + QByteArray("Ann\n").repeated(25 * MegaByte)); },
        "row 3 of the file"},
    {"quotes.csv", [] { return listWithCell(QByteArray(100 * MegaByte + 1, '"')); },
        "row 3 of the file"},
    {"zeros.csv", [] { return QByteArray(100 * MegaByte, '\0'); }, "."},
    {"line-breaks.csv", [] { return QByteArray(100 * MegaByte, '\n'); }, "empty"},
    {"commas.csv", [] { return QByteArray(",,,\n").repeated(5 * MegaByte); }, "empty"},
    {"deep.json", [] { return QByteArray(50 * MegaByte, '['); }, "."},
    {"long-text.json", [] { return "[{\"student_id\": \"" + QByteArray(100 * MegaByte, 'x'); },
        "."},
    {"long-escapes.json",
        [] { return "[{\"student_id\": \"" + QByteArray("\\\"").repeated(50 * MegaByte) + "\"}]"; },
        "letters"},
    {"long-number.json", [] { return "[{\"student_id\": " + QByteArray(50 * MegaByte, '9'); }, "."},
    {"long-tag.html", [] { return "<html><table " + QByteArray("a='b' ").repeated(10 * MegaByte); },
        "."},
    {"many-attributes.html",
        [] {
            QByteArray tag("<table");
            for (int number = 0; number < 200'000; ++number)
                tag += " a" + QByteArray::number(number) + "=1";
            return tag + "><tr><td>student_id<tr><td>1</table>";
        },
        "broken|harm"},
    {"deep.html", [] { return QByteArray("<table><tr><td>").repeated(1'000'000); }, "."},
    {"bomb.zip",
        [] {
            return oneRoster({"users.csv", "", blanks(), 1024});
        },
        "."},
    {"bomb-word.zip",
        [] {
            return oneRoster(
                {"users.csv", "sourcedId,role,identifier\nu,student,", blanks(), 1024});
        },
        "."},
    {"bomb.xlsx", [] { return workbook(blanks(), 1024); }, "."},
    {"bomb-cell.xlsx",
        [] {
            return workbook("<row><c t=\"inlineStr\"><is><t>" + QByteArray(MegaByte, 'x'), 1024);
        },
        "."},
    {"bomb-tags.xlsx", [] { return workbook(QByteArray("<row>").repeated(200'000), 1024); }, "."},
    {"million-columns.xlsx",
        [] { return workbook(QByteArray("<c><v>1</v></c>").repeated(100'000), 10); }, "."},
    {"bomb.ods", [] { return openDocument(blanks(), 1024); }, "."},
    {"bomb-repeats.ods",
        [] {
            return openDocument("<table:table-row table:number-rows-repeated=\"1048576\">"
                                "<table:table-cell table:number-columns-repeated=\"16384\" "
                                "><text:p>x</text:p></table:table-cell></table:table-row>",
                10'000);
        },
        "."},
};

} // namespace

std::span<const MadeRoster> madeRosters()
{
    return MadeRosters;
}
