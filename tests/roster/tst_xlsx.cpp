// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbookfiles.h"

#include <QTest>

using namespace Rollbook;
using namespace WorkbookFiles;

using Table = QList<QStringList>;

namespace
{

// Formats in the order of their numbers, as a cell's `s` gives them.
QByteArray styles(const QByteArrayList &codes)
{
    QByteArray formats("<numFmts>");
    QByteArray cells("<cellXfs>");
    int id = 164;
    for (const QByteArray &code : codes) {
        const QByteArray number = QByteArray::number(id++);
        formats += "<numFmt numFmtId='" + number + "' formatCode='" + code + "'/>";
        cells += "<xf numFmtId='" + number + "'/>";
    }
    return formats + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>" + cells
        + "</cellXfs>";
}

} // namespace

/// The rows of XLSX arrive as people see them in their spreadsheet program.
class TestXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFilesOfPrograms_data();
    void readsFilesOfPrograms();
    void hiddenSheetsAreMarkedAndNotGuessed();
    void readsTheSheetAskedFor();
    void numbersAreShownByTheirFormat_data();
    void numbersAreShownByTheirFormat();
    void readsCells_data();
    void readsCells();
    void richTextIsJoined();
    void readsStrictWithPrefixes();
    void stopsWhenTheSinkHasEnough();
};

void TestXlsx::readsFilesOfPrograms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Table>("rows");
    QTest::newRow("LibreOffice")
        << "libreoffice.xlsx"
        << Table{{"student_id", "given_name", "family_name", "email", "birth_date", "credits"},
               {"0001234", "Ana", "Muñoz", "ana@school.example", "2011-05-21", "120000"},
               {"0001235", "Łukasz", "Şahin", "lukasz@school.example", "2010-12-01", "3.5"}, {},
               {"0001236", "王", "O'Hara, Jr.", "wei@school.example", "2012-02-29", "0"}};
    QTest::newRow("openpyxl with formats")
        << "openpyxl-formats.xlsx"
        << Table{{"Class 7b – autumn"}, {},
               {"Student ID", "Name", "Born", "Registered", "Weight", "Active", "Phone", "Formula",
                   "Wrong", "Kept"},
               {"0001234", "Ana Muñoz", "2011-05-21", "2024-09-02 09:00", "3.3", "TRUE", "123-4567",
                   "", "#N/A", "9007199254740992"},
               {"0000007", "O'Hara & Söhne <x>", "2010-12-01", "2024-09-03", "1.5", "FALSE",
                   "555-1234", "", "", "120000"}};
    QTest::newRow("dates from 1904")
        << "openpyxl-1904.xlsx" << Table{{"id", "born"}, {"1", "2011-05-21"}};
    const Table fromXlsxWriter{{"id", "name", "note"}, {"00042", "Sophie  Larsen ", "abc"},
        {"00007", "line\nbreak", "Ş _x0041_"}};
    QTest::newRow("xlsxwriter, texts in the cells") << "xlsxwriter-inline.xlsx" << fromXlsxWriter;
    QTest::newRow("xlsxwriter, shared texts") << "xlsxwriter-richtext.xlsx" << fromXlsxWriter;
}

void TestXlsx::readsFilesOfPrograms()
{
    QFETCH(const QString, name);
    QFETCH(const Table, rows);
    const QByteArray bytes = file(name);
    QVERIFY(looksLikeWorkbook(bytes));
    QVERIFY(workbookKind(bytes) == WorkbookKind::Xlsx);
    const Reading reading = read(bytes);
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, rows);
    QCOMPARE(reading.content->format, QStringLiteral("Excel workbook"));
}

void TestXlsx::hiddenSheetsAreMarkedAndNotGuessed()
{
    const Reading reading = read(file(QStringLiteral("openpyxl-formats.xlsx")));
    QVERIFY(reading.content);
    QCOMPARE(reading.content->sheet, QStringLiteral("Class 7b"));
    QCOMPARE(reading.content->sheets,
        (QList<RosterSheet>{{"Instructions", "Instructions", true}, {"Class 7b", "Class 7b", false},
            {"Other", "Other", false}}));
}

void TestXlsx::readsTheSheetAskedFor()
{
    const QByteArray bytes = file(QStringLiteral("openpyxl-formats.xlsx"));
    QCOMPARE(read(bytes, QStringLiteral("Other")).rows, (Table{{}, {"", "elsewhere"}}));
    QCOMPARE(read(bytes, QStringLiteral("Instructions")).rows, (Table{{"Do not change"}}));
    const Reading missing = read(bytes, QStringLiteral("Nowhere"));
    QVERIFY(!missing.content);
    QVERIFY(missing.sentence().contains(QStringLiteral("Instructions, Class 7b, Other")));
}

void TestXlsx::numbersAreShownByTheirFormat_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *code, const char *number, const char *shown) {
        QTest::addRow("%s %s", code, number) << QByteArray(code) << QByteArray(number) << shown;
    };
    row("General", "120000", "120000");
    row("General", "1.2E5", "120000");
    row("General", "1E+16", "10000000000000000");
    row("General", "9007199254740993", "9007199254740993");
    row("General", "1.1000000000000001", "1.1");
    row("General", "3.3000000000000003", "3.3");
    row("General", "-0.5", "-0.5");
    row("General", "-0", "0");
    row("0", "7", "7");
    row("#,##0", "1234", "1234");
    row("00000", "42", "00042");
    row("00000", "1234567", "1234567");
    row("00000", "4.5", "4.5");
    row("0000000;-0000000", "42", "0000042");
    row("000\\-00\\-0000", "123456789", "123-45-6789");
    row("000-00-0000", "1", "000-00-0001");
    row("&quot;S&quot;0000", "12", "S0012");
    row("0.00", "2", "2");
    row("0.00E+00", "120000", "120000");
    row("yyyy\\-mm\\-dd", "40684", "2011-05-21");
    row("[$-409]d/m/yy;@", "40684.75", "2011-05-21");
    row("[$-407]d. mmmm yyyy", "40684", "2011-05-21");
    row("d/m/yyyy h:mm", "40684.375", "2011-05-21 09:00");
    row("d/m/yyyy h:mm", "40684", "2011-05-21");
    row("d/m/yyyy h:mm:ss AM/PM", "40684.3751157407", "2011-05-21 09:00:10");
    row("h:mm", "0.375", "09:00");
    row("[h]:mm", "1.5", "36:00");
    row("[Red]0", "40684", "40684");
    row("0&quot; days&quot;", "5", "5");
    row("yyyy-mm-dd", "1", "1900-01-01");
    row("yyyy-mm-dd", "61", "1900-03-01");
    row("yyyy-mm-dd", "-5", "-5");
    row("yyyy-mm-dd", "1E300", QByteArray::number(1E300, 'f', 0).constData());
    row("yyyy-mm-dd", "nonsense", "nonsense");
}

void TestXlsx::numbersAreShownByTheirFormat()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, number);
    QFETCH(const QString, shown);
    const Reading reading =
        read(xlsx("<row><c s='0'><v>" + number + "</v></c></row>", styles({code})));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{shown}}));
}

void TestXlsx::readsCells_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<Table>("rows");
    QTest::newRow("no rows") << QByteArray() << Table{};
    QTest::newRow("only blank rows")
        << QByteArray("<row r='1'/><row r='9'><c r='A9'/></row>") << Table{};
    QTest::newRow("no references")
        << QByteArray("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")
        << Table{{"1", "", "3"}, {"4"}};
    QTest::newRow("sparse") << QByteArray(
        "<row r='2'><c r='B2'><v>1</v></c><c r='AB2'/></row><row r='4'><c r='A4'>"
        "<v>2</v></c></row><row r='9'/>")
                            << Table{{}, {"", "1"}, {}, {"2"}};
    QTest::newRow("rows out of order")
        << QByteArray("<row r='3'><c><v>1</v></c></row><row r='1'><c><v>2</v></c></row>")
        << Table{{}, {}, {"1"}, {"2"}};
    QTest::newRow("kinds") << QByteArray("<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'>"
                                         "<v>#N/A</v></c><c t='str'><f>A1&amp;B1</f><v>Ben &lt;"
                                         "</v></c><c t='d'><v>2011-05-21T09:30:00Z</v></c><c t='d'>"
                                         "<v>2011-05-21T00:00:00</v></c></row>")
                           << Table{{"TRUE", "FALSE", "#N/A", "Ben <", "2011-05-21 09:30",
                                  "2011-05-21"}};
    QTest::newRow("text in the cell")
        << QByteArray("<row><c t='inlineStr'><is><r><t>王</t></r><rPh><t>Wang</t></rPh><r><t> Wei"
                      "</t></r></is></c><c t='inlineStr'><is><t>a_x000A_b</t></is></c></row>")
        << Table{{"王 Wei", "a\nb"}};
    QTest::newRow("a style and a text that are missing") << QByteArray(
        "<row><c s='99'><v>5</v></c><c t='s'><v>99</v></c><c t='s'><v>x</v></c></row>")
                                                         << Table{{"5"}};
}

void TestXlsx::readsCells()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const Table, rows);
    const Reading reading = read(xlsx(xml));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, rows);
    QCOMPARE(reading.content->sheet, QStringLiteral("Class"));
}

void TestXlsx::richTextIsJoined()
{
    const QByteArray texts("<si><t>plain</t></si><si><r><rPr/><t>東</t></r><r><t xml:space="
                           "'preserve'>京 </t></r><rPh sb='0' eb='1'><t>とう</t></rPh></si><si/>");
    const Reading reading = read(xlsx("<row><c t='s'><v>1</v></c><c t='s'><v>2</v></c>"
                                      "<c t='s'><v>0</v></c></row>",
        {}, texts));
    QCOMPARE(reading.rows, (Table{{"東京 ", "", "plain"}}));
}

void TestXlsx::readsStrictWithPrefixes()
{
    const QByteArray type("http://purl.oclc.org/ooxml/officeDocument/relationships/");
    const Reading reading = read(zip({{QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("_rels/.rels"),
            "<p:Relationships xmlns:p='p'><p:Relationship Id='a' Type='" + type
                + "officeDocument' Target='/book/main.xml'/></p:Relationships>"},
        {QStringLiteral("book/main.xml"),
            "<x:workbook xmlns:x='x' xmlns:rel='r'><x:sheets><x:sheet name='A' rel:id='b'/>"
            "</x:sheets></x:workbook>"},
        {QStringLiteral("book/_rels/main.xml.rels"),
            "<Relationships><Relationship Id='b' Type='" + type
                + "worksheet' Target='../Sheets/One.xml'/></Relationships>"},
        {QStringLiteral("sheets/one.xml"),
            "<x:worksheet xmlns:x='x'><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>"
            "</x:sheetData></x:worksheet>"}}));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{"1"}}));
}

void TestXlsx::stopsWhenTheSinkHasEnough()
{
    class OneRow : public RowSink
    {
    public:
        int rows = 0;
        bool addRow(std::span<const QByteArrayView> /*cells*/) override
        {
            ++rows;
            return false;
        }
    };
    for (const char *name :
        {"openpyxl-formats.xlsx", "libreoffice-formats.ods", "libreoffice-formats.xls"}) {
        OneRow sink;
        const auto content =
            readWorkbook(file(QString::fromLatin1(name)), QString::fromLatin1(name), {}, sink);
        QVERIFY(content);
        QCOMPARE(content->sheet, QStringLiteral("Class 7b"));
        QCOMPARE(sink.rows, 1);
    }
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
