// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbookfiles.h"

#include <QTest>

using namespace Rollbook;
using namespace WorkbookFiles;

using Table = QList<QStringList>;

/// The rows of an OpenDocument spreadsheet arrive as people see them.
class TestOds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFilesOfPrograms_data();
    void readsFilesOfPrograms();
    void readsCells_data();
    void readsCells();
    void choosesTheSheet_data();
    void choosesTheSheet();
    void repetitionCostsNothing();
    void tellsThatItIsEncrypted();
};

void TestOds::readsFilesOfPrograms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Table>("rows");
    QTest::newRow("LibreOffice")
        << "libreoffice.ods"
        << Table{{"student_id", "given_name", "family_name", "email", "birth_date", "credits"},
               {"0001234", "Ana", "Muñoz", "ana@school.example", "2011-05-21", "120000"},
               {"0001235", "Łukasz", "Şahin", "lukasz@school.example", "2010-12-01", "3.5"}, {},
               {"0001236", "王", "O'Hara, Jr.", "wei@school.example", "2012-02-29", "0"}};
    // LibreOffice writes 15 digits of a number and, from this workbook, truth as a number.
    QTest::newRow("LibreOffice with formats")
        << "libreoffice-formats.ods"
        << Table{{"Class 7b – autumn"}, {},
               {"Student ID", "Name", "Born", "Registered", "Weight", "Active", "Phone", "Formula",
                   "Wrong", "Kept"},
               {"0001234", "Ana Muñoz", "2011-05-21", "2024-09-02 09:00", "3.3", "1", "123-4567",
                   "2468", "#N/A", "9007199254740990"},
               {"0000007", "O'Hara & Söhne <x>", "2010-12-01", "2024-09-03", "1.5", "0", "555-1234",
                   "", "", "120000"}};
}

void TestOds::readsFilesOfPrograms()
{
    QFETCH(const QString, name);
    QFETCH(const Table, rows);
    const QByteArray bytes = file(name);
    QVERIFY(looksLikeWorkbook(bytes));
    QVERIFY(workbookKind(bytes) == WorkbookKind::Ods);
    const Reading reading = read(bytes);
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, rows);
    QCOMPARE(reading.content->format, QStringLiteral("LibreOffice workbook"));
}

void TestOds::readsCells_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *what, const QByteArray &attributes, const QByteArray &inside,
                         const char *shown) {
        QTest::newRow(what) << "<table:table-cell " + attributes + ">" + inside
                + "</table:table-cell>"
                            << shown;
    };
    const QByteArray number("office:value-type='float' office:value=");
    row("text", "office:value-type='string'", "<text:p>Ana</text:p>", "Ana");
    row("paragraphs", {}, "<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb");
    row("blanks", {}, "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>",
        "a   b\tc\nd");
    row("spans and links", {},
        "<text:p>a<text:span>b<text:span>c</text:span></text:span><text:a>d</text:a></text:p>",
        "abcd");
    row("a comment", {},
        "<office:annotation><text:p>remark</text:p></office:annotation><text:p>Ana</text:p>",
        "Ana");
    row("a picture", {},
        "<text:p>Ana</text:p><draw:frame><draw:image><text:p>x</text:p></draw:image></draw:frame>",
        "Ana");
    row("an attribute for text", "office:string-value='Ben'", {}, "Ben");
    row("number", number + "'120000'", "<text:p>1.2E+05</text:p>", "120000");
    row("scientific", number + "'1.2E+005'", "<text:p>1.2E+05</text:p>", "120000");
    row("rounded", number + "'3.14159'", "<text:p>3.14</text:p>", "3.14159");
    row("thousands", number + "'1234'", "<text:p>1,234</text:p>", "1234");
    row("leading zeros", number + "'42'", "<text:p>00042</text:p>", "00042");
    row("zeros with a letter", number + "'42'", "<text:p>S0042</text:p>", "S0042");
    row("zero", number + "'0'", "<text:p>000</text:p>", "000");
    row("split", number + "'123456789'", "<text:p>123-45-6789</text:p>", "123-45-6789");
    row("negative", number + "'-5'", "<text:p>-5</text:p>", "-5");
    row("percentage", "office:value-type='percentage' office:value='0.5'", "<text:p>050%</text:p>",
        "0.5");
    row("date", "office:value-type='date' office:date-value='2011-05-21'",
        "<text:p>21/05/11</text:p>", "2011-05-21");
    row("date and time", "office:value-type='date' office:date-value='2011-05-21T09:00:00'",
        "<text:p>21/05/11 09:00</text:p>", "2011-05-21 09:00");
    row("a time that is not shown",
        "office:value-type='date' office:date-value='2011-05-21T09:00:00'",
        "<text:p>21/05/11</text:p>", "2011-05-21");
    row("time", "office:value-type='time' office:time-value='PT09H05M07.0S'",
        "<text:p>9:05</text:p>", "09:05:07");
    row("true", "office:value-type='boolean' office:boolean-value='true'", "<text:p>WAHR</text:p>",
        "TRUE");
}

void TestOds::readsCells()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, shown);
    const Reading reading = read(ods("<table:table table:name='A'><table:table-row>" + cell
        + "<table:table-cell><text:p>end</text:p></table:table-cell></table:table-row>"
          "</table:table>"));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{shown, "end"}}));
}

void TestOds::choosesTheSheet_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<Table>("rows");
    QTest::newRow("the first that can be seen and has rows") << ""
                                                             << "Class" << Table{{"Class"}};
    QTest::newRow("a hidden one") << "Hidden"
                                  << "Hidden" << Table{{"Hidden"}};
    QTest::newRow("an empty one") << "Empty"
                                  << "Empty" << Table{};
    QTest::newRow("the last") << "Other"
                              << "Other" << Table{{"Other"}};
}

void TestOds::choosesTheSheet()
{
    QFETCH(const QString, wanted);
    QFETCH(const QString, sheet);
    QFETCH(const Table, rows);
    const auto table = [](const QByteArray &name, const QByteArray &style) {
        return "<table:table table:name='" + name + "' table:style-name='" + style
            + "'><table:table-row><table:table-cell><text:p>" + name
            + "</text:p></table:table-cell></table:table-row></table:table>";
    };
    const Reading reading =
        read(ods("<table:tracked-changes><table:table-row/></"
                 "table:tracked-changes>"
                     + table("Hidden", "ta2") + "<table:table table:name='Empty'/>"
                     + table("Class", "ta1") + table("Other", "ta1"),
                 "<style:style style:name='ta1'><style:table-properties "
                 "table:display='true'/></style:style>"
                 "<style:style style:name='ta2'><style:table-properties table:display='false'/>"
                 "</style:style>"),
            wanted);
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.content->sheet, sheet);
    QCOMPARE(reading.rows, rows);
    QCOMPARE(reading.content->sheets,
        (QList<RosterSheet>{{"Hidden", "Hidden", true}, {"Empty", "Empty", false},
            {"Class", "Class", false}, {"Other", "Other", false}}));
}

void TestOds::repetitionCostsNothing()
{
    const Reading reading = read(ods(
        "<table:table table:name='A'><table:table-row table:number-rows-repeated='2'>"
        "<table:table-cell table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>"
        "<table:covered-table-cell table:number-columns-repeated='2'><text:p>y</text:p>"
        "</table:covered-table-cell><table:table-cell><text:p>z</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
        "<table:table-row><table:table-cell/></table:table-row><table:table-row><table:table-cell>"
        "<text:p>w</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated='1048570'>"
        "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
        "</table:table>"));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{"x", "x", "", "", "z"}, {"x", "x", "", "", "z"}, {}, {"w"}}));
}

void TestOds::tellsThatItIsEncrypted()
{
    const Reading reading =
        read(zip({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
            {QStringLiteral("content.xml"), "\x01\x02\x03"},
            {QStringLiteral("META-INF/manifest.xml"),
                "<!DOCTYPE manifest:manifest PUBLIC '-//OpenOffice.org//DTD Manifest 1.0//EN' "
                "'Manifest.dtd'><manifest:manifest xmlns:manifest='m'><manifest:file-entry>"
                "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"}}));
    QVERIFY(!reading.content);
    QCOMPARE(reading.content.error().code, ErrorCode::NotARoster);
    QVERIFY(reading.sentence().contains(QStringLiteral("“class.xlsx” is protected")));
}

QTEST_APPLESS_MAIN(TestOds)
#include "tst_ods.moc"
