// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readinglimits.h"
#include "workbookfiles.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

#include <ctime>

using namespace Rollbook;
using namespace WorkbookFiles;

namespace
{

qint64 processorMs()
{
    return qint64{1000} * std::clock() / CLOCKS_PER_SEC;
}

/// How much more memory is taken at most from now on, as Linux counts it (proc(5)).
class MemoryPeak
{
public:
    MemoryPeak()
    {
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        if (reset.open(QIODevice::WriteOnly))
            reset.write("5");
        m_before = kilobytes("VmRSS:");
    }
    qint64 growth() const { return kilobytes("VmHWM:") - m_before; }

private:
    static qint64 kilobytes(const QByteArray &field)
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray all = status.readAll();
        const QByteArray value = all.sliced(all.indexOf(field) + field.size());
        return value.first(value.indexOf("kB")).trimmed().toLongLong();
    }

    qint64 m_before = 0;
};

QByteArray repeated(const QByteArray &text, qsizetype times)
{
    return text.repeated(times);
}

// A zip whose list of parts says another size than there is.
QByteArray withDeclaredSize(QByteArray zip, quint32 size)
{
    constexpr qsizetype sizeAt = 24;
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 1))
        qToLittleEndian(size, zip.data() + at + sizeAt);
    return zip;
}

QByteArray manyEntries()
{
    Parts parts;
    for (int entry = 0; entry < 10'001; ++entry)
        parts += {QString::number(entry), {}};
    return zip(parts);
}

QByteArray withWrongChecksum()
{
    QByteArray bytes = xlsx("<row><c><v>1</v></c></row>");
    constexpr qsizetype checksumAt = 16;
    const qsizetype last = bytes.lastIndexOf("PK\x01\x02");
    bytes[last + checksumAt] = static_cast<char>(bytes.at(last + checksumAt) ^ 1);
    return bytes;
}

QByteArray withSheetAt(const QByteArray &target, const QByteArray &mode = {})
{
    return zip({{QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("xl/workbook.xml"),
            "<workbook><sheets><sheet name='Class' id='r1'/></sheets></workbook>"},
        {QStringLiteral("xl/_rels/workbook.xml.rels"),
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='" + target + "'" + mode
                + "/></Relationships>"}});
}

const QByteArray Entities(
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>");

QByteArray withEntities()
{
    return zip({{QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("xl/workbook.xml"), Entities + "<workbook>&c;</workbook>"}});
}

} // namespace

/// A file that is meant to do harm, or is broken, gives a sentence soon and costs little.
class TestHostileWorkbooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesASentence_data();
    void givesASentence();
    void truncatedFilesGiveASentence_data();
    void truncatedFilesGiveASentence();
    void otherZipsAreNoWorkbooks();
};

void TestHostileWorkbooks::givesASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QString damaged = QStringLiteral("is damaged");
    const QString grows = QStringLiteral("far too large");
    const QByteArray cell("<c t='s'><v>0</v></c>");
    const QByteArray table("<table:table table:name='A'>");
    QTest::newRow("no list of parts") << QByteArray("PK\x03\x04 and nothing else") << damaged;
    QTest::newRow("wrong checksum") << withWrongChecksum() << damaged;
    QTest::newRow("not XML") << xlsx("<row><c></row>") << damaged;
    QTest::newRow("more entries than anyone needs") << manyEntries() << grows;
    QTest::newRow("declares gigabytes") << withDeclaredSize(xlsx("<row/>"), 0x7FFFFFFF) << grows;
    QTest::newRow("inflates a thousandfold") << xlsx(repeated(" ", 70 << 20)) << grows;
    QTest::newRow("shared texts inflate")
        << xlsx({}, {}, "<si><t>" + repeated("a", 70 << 20) + "</t></si>") << grows;
    QTest::newRow("one text for every cell")
        << xlsx(repeated("<row>" + repeated(cell, 100) + "</row>", 100), {},
               "<si><t>" + repeated("a", 100'000) + "</t></si>")
        << grows;
    QTest::newRow("a far cell in every row")
        << xlsx(repeated("<row><c r='BXX1'><v>1</v></c></row>", 200'000)) << grows;
    QTest::newRow("entities") << withEntities() << QStringLiteral("meant to do harm");
    QTest::newRow("a tag without end")
        << xlsx("<row a='" + repeated("0123456789abcdef", 6 << 16) + "'/>") << damaged;
    QTest::newRow("a million columns")
        << xlsx("<row>" + repeated("<c><v>1</v></c>", 1'000'000) + "</row>")
        << QStringLiteral("more than 2000 columns");
    QTest::newRow("rows without end")
        << xlsx("<row r='9223372036854775807'><c><v>1</v></c></row><row><c><v>1</v></c></row>")
        << QStringLiteral("more than 1048576 rows");
    QTest::newRow("a cell of megabytes")
        << xlsx("<row><c t='inlineStr'><is><t>" + repeated("a", 3 << 20) + "</t></is></c></row>")
        << QStringLiteral("row 1, column 1");
    QTest::newRow("a sheet that is missing")
        << withSheetAt("worksheets/sheet1.xml") << QStringLiteral("“Class” is missing");
    QTest::newRow("a path out of the zip")
        << withSheetAt("../../../../../../etc/passwd") << QStringLiteral("“Class” is missing");
    QTest::newRow("an absolute path")
        << withSheetAt("/etc/passwd") << QStringLiteral("“Class” is missing");
    QTest::newRow("an address") << withSheetAt("http://example.org/x", " TargetMode='External'")
                                << QStringLiteral("“Class” is missing");
    QTest::newRow("a text document")
        << zip({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.text"},
               {QStringLiteral("content.xml"), "<x/>"}})
        << QStringLiteral("another kind");
    QTest::newRow("a Word document") << zip({{QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("xl/workbook.xml"), "<document/>"}})
                                     << QStringLiteral("another kind");
    QTest::newRow("rows that repeat") << ods(table
        + "<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
          "table:number-columns-repeated='1999'><text:p>x</text:p></table:table-cell>"
          "</table:table-row></table:table>")
                                      << grows;
    QTest::newRow("columns that repeat") << ods(table
        + "<table:table-row><table:table-cell table:number-columns-repeated="
          "'9223372036854775807'><text:p>x</text:p></table:table-cell></table:table-row>"
          "</table:table>") << QStringLiteral("more than 2000 columns");
    QTest::newRow("rows that repeat without end") << ods(table
        + "<table:table-row table:number-rows-repeated='9223372036854775807'/>"
          "<table:table-row table:number-rows-repeated='9223372036854775807'>"
          "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
          "</table:table>") << QStringLiteral("more than 1048576 rows");
    QTest::newRow("ODS without content")
        << zip({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"}})
        << damaged;
    QTest::newRow("an OLE2 header alone") << QByteArray::fromHex("d0cf11e0a1b11ae1") << damaged;
    QTest::newRow("an OLE2 file of something else")
        << compoundFile(QStringLiteral("WordDocument"), "x") << QStringLiteral("another kind");
    QTest::newRow("records that are none")
        << compoundFile(QStringLiteral("Workbook"), repeated("\xFF", 5000)) << damaged;
    QTest::newRow("shared texts of a damaged XLS")
        << file(QStringLiteral("damaged-texts.xls")) << QString();
}

void TestHostileWorkbooks::givesASentence()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const qint64 begin = processorMs();
    const MemoryPeak memory;
    const auto content = readWithoutRows(bytes);
    const qint64 elapsed = processorMs() - begin;
    QVERIFY2(elapsed <= ReadingLimits::ProcessorMs, qPrintable(QString::number(elapsed)));
    QVERIFY2(!ReadingLimits::CountMemory || memory.growth() <= ReadingLimits::Kilobytes,
        qPrintable(QString::number(memory.growth())));
    if (says.isEmpty())
        return;
    QVERIFY(!content);
    QCOMPARE(content.error().code, ErrorCode::NotARoster);
    QVERIFY2(content.error().sentence.contains(says), qPrintable(content.error().sentence));
    QVERIFY(content.error().sentence.contains(QStringLiteral("“class.xlsx”")));
}

void TestHostileWorkbooks::truncatedFilesGiveASentence_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"})
        QTest::newRow(name) << name;
}

void TestHostileWorkbooks::truncatedFilesGiveASentence()
{
    QFETCH(const QString, name);
    const QByteArray whole = file(name);
    for (qsizetype size = 8; size < whole.size() * 3 / 4; size += 97) {
        const Reading reading = read(whole.first(size));
        QVERIFY(!reading.content);
        QVERIFY2(reading.sentence().contains(QStringLiteral("is damaged")),
            qPrintable(reading.sentence()));
    }
}

void TestHostileWorkbooks::otherZipsAreNoWorkbooks()
{
    const QByteArray bundle = zip({{QStringLiteral("users.csv"), "sourcedId\n"}});
    QVERIFY(looksLikeWorkbook(bundle));
    QVERIFY(!workbookKind(bundle));
    QVERIFY(!workbookKind(zip({})));
    QVERIFY(!workbookKind("student_id,name\n"));
    QVERIFY(!looksLikeWorkbook("student_id,name\n"));
    QVERIFY(!read(bundle).content);
}

QTEST_APPLESS_MAIN(TestHostileWorkbooks)
#include "tst_hostileworkbooks.moc"
