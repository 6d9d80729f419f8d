// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbookfiles.h"

#include <QTest>
#include <QtEndian>

#include <bit>
#include <random>

using namespace Rollbook;
using namespace WorkbookFiles;

using Table = QList<QStringList>;

namespace
{

QByteArray words(const QList<quint16> &values)
{
    QByteArray bytes;
    for (const quint16 value : values) {
        bytes += static_cast<char>(value & 0xFF);
        bytes += static_cast<char>(value >> 8);
    }
    return bytes;
}

QByteArray beginning(quint16 version)
{
    return record(0x0809, words({version, 5, 0, 0}));
}

const QByteArray Ending = record(0x000A, {});

// A workbook of one sheet; `globals` and `cells` are records.
QByteArray workbook(const QByteArray &globals, const QByteArray &cells, quint16 version = 0x0600)
{
    const QByteArray title = version == 0x0600 ? QByteArray("\x04\x00List", 6) : "\x04List";
    QByteArray place(6, '\0');
    const QByteArray begin = beginning(version) + globals;
    const auto at = begin.size() + 4 + place.size() + title.size() + Ending.size();
    qToLittleEndian(static_cast<quint32>(at), place.data());
    return compoundFile(version == 0x0600 ? QStringLiteral("Workbook") : QStringLiteral("Book"),
        begin + record(0x0085, place + title) + Ending + beginning(version) + cells + Ending);
}

QByteArray number(quint16 row, quint16 column, double value)
{
    QByteArray bits(8, '\0');
    qToLittleEndian(std::bit_cast<quint64>(value), bits.data());
    return record(0x0203, words({row, column, 0}) + bits);
}

} // namespace

/// The rows of old Excel workbooks arrive as people see them.
class TestXls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFilesOfPrograms_data();
    void readsFilesOfPrograms();
    void hiddenSheetsAreMarked();
    void cellsMayComeInAnyOrder();
    void textsGoOnInTheNextRecord();
    void readsNumbersInFourBytes();
    void readsExcel95();
    void tellsWhatIsEncrypted_data();
    void tellsWhatIsEncrypted();
    void survivesMutations_data();
    void survivesMutations();
};

void TestXls::readsFilesOfPrograms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Table>("rows");
    QTest::newRow("LibreOffice")
        << "libreoffice.xls"
        << Table{{"student_id", "given_name", "family_name", "email", "birth_date", "credits"},
               {"0001234", "Ana", "Muñoz", "ana@school.example", "2011-05-21", "120000"},
               {"0001235", "Łukasz", "Şahin", "lukasz@school.example", "2010-12-01", "3.5"}, {},
               {"0001236", "王", "O'Hara, Jr.", "wei@school.example", "2012-02-29", "0"}};
    QTest::newRow("LibreOffice with formats")
        << "libreoffice-formats.xls"
        << Table{{"Class 7b – autumn"}, {},
               {"Student ID", "Name", "Born", "Registered", "Weight", "Active", "Phone", "Formula",
                   "Wrong", "Kept"},
               {"0001234", "Ana Muñoz", "2011-05-21", "2024-09-02 09:00", "3.3", "TRUE", "123-4567",
                   "2468", "#N/A", "9007199254740992"},
               {"0000007", "O'Hara & Söhne <x>", "2010-12-01", "2024-09-03", "1.5", "FALSE",
                   "555-1234", "", "", "120000"}};
    QTest::newRow("xlwt") << "xlwt-sheets.xls"
                          << Table{{"id", "name", "born"}, {"0042", "Muñoz 王", "2011-05-21"},
                                 {"120000", "1.5", "TRUE"}};
}

void TestXls::readsFilesOfPrograms()
{
    QFETCH(const QString, name);
    QFETCH(const Table, rows);
    const QByteArray bytes = file(name);
    QVERIFY(looksLikeWorkbook(bytes));
    QVERIFY(workbookKind(bytes) == WorkbookKind::Xls);
    const Reading reading = read(bytes);
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, rows);
    QCOMPARE(reading.content->format, QStringLiteral("old Excel workbook"));
}

void TestXls::hiddenSheetsAreMarked()
{
    const QByteArray bytes = file(QStringLiteral("xlwt-sheets.xls"));
    const Reading reading = read(bytes);
    QVERIFY(reading.content);
    QCOMPARE(reading.content->sheet, QStringLiteral("Class"));
    QCOMPARE(reading.content->sheets,
        (QList<RosterSheet>{
            {"Secret", "Secret", true}, {"Class", "Class", false}, {"Empty", "Empty", false}}));
    QCOMPARE(read(bytes, QStringLiteral("Secret")).rows, (Table{{"hidden"}}));
    QVERIFY(read(bytes, QStringLiteral("No")).sentence().contains(QStringLiteral("Secret, Class")));
}

void TestXls::cellsMayComeInAnyOrder()
{
    const Reading reading =
        read(workbook({}, number(2, 1, 5) + number(0, 2, 3) + number(0, 0, 1) + number(2, 0, 4)));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{"1", "", "3"}, {}, {"4", "5"}}));
}

void TestXls::textsGoOnInTheNextRecord()
{
    // "Anna" breaks after two letters of one byte each, and goes on with two bytes each; then a
    // rich text with a run of four bytes that breaks as well.
    const QByteArray texts = record(0x00FC, QByteArray("\x02\0\0\0\x02\0\0\0\x04\0\0An", 13))
        + record(0x003C, QByteArray("\x01n\0\x31\x04\x02\0\x08\x01\0OK\xAA\xAA", 14))
        + record(0x003C, QByteArray("\xAA\xAA", 2));
    const Reading reading = read(workbook(texts,
        record(0x00FD, words({0, 0, 0, 0, 0})) + record(0x00FD, words({0, 1, 0, 1, 0}))
            + record(0x00FD, words({0, 2, 0, 9, 0}))));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{"Annб", "OK"}}));
}

void TestXls::readsNumbersInFourBytes()
{
    const auto rk = [](qint32 value, int kind) {
        return words({static_cast<quint16>((value << 2 | kind) & 0xFFFF),
            static_cast<quint16>(static_cast<quint32>(value << 2 | kind) >> 16)});
    };
    const Reading reading = read(workbook({},
        record(0x027E, words({0, 0, 0}) + rk(-7, 2))
            + record(0x00BD,
                words({0, 1, 0}) + rk(150, 3) + words({0}) + words({0, 0x3FF0}) + words({2}))));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{"-7", "1.5", "1"}}));
}

void TestXls::readsExcel95()
{
    const QByteArray codePage = record(0x0042, words({1250}));
    const Reading reading = read(workbook(
        codePage, record(0x0204, words({0, 0, 0, 6}) + "\xA3ukasz") + number(0, 1, 42), 0x0500));
    QCOMPARE(reading.sentence(), QString());
    QCOMPARE(reading.rows, (Table{{"Łukasz", "42"}}));
    QCOMPARE(reading.content->sheet, QStringLiteral("List"));
}

void TestXls::tellsWhatIsEncrypted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("XLS") << workbook(record(0x002F, words({1, 2, 3})), number(0, 0, 1));
    QTest::newRow("XLSX") << compoundFile(QStringLiteral("EncryptedPackage"), "secret");
}

void TestXls::tellsWhatIsEncrypted()
{
    QFETCH(const QByteArray, bytes);
    const Reading reading = read(bytes);
    QVERIFY(!reading.content);
    QCOMPARE(reading.content.error().code, ErrorCode::NotARoster);
    QCOMPARE(reading.sentence(),
        QStringLiteral("“class.xlsx” is protected with a password. Open it in your spreadsheet "
                       "program, take the password off, save it, then drop it again."));
}

void TestXls::survivesMutations_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
        {"libreoffice.xls", "libreoffice-formats.xls", "xlwt-sheets.xls", "damaged-texts.xls"})
        QTest::newRow(name) << name;
}

// Either rows or a sentence, whatever the bytes are; AddressSanitizer watches.
void TestXls::survivesMutations()
{
    QFETCH(const QString, name);
    const QByteArray whole = file(name);
    std::mt19937 random(7);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(limit));
    };
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes = whole;
        for (qsizetype count = below(8); count >= 0; --count)
            bytes[below(bytes.size())] = static_cast<char>(round % 3 == 0 ? 0xFF : random());
        if (round % 10 == 0)
            bytes.truncate(below(bytes.size()));
        const Reading reading = read(bytes);
        QVERIFY(reading.content || reading.sentence().contains(QStringLiteral("“class.xlsx”")));
    }
}

QTEST_APPLESS_MAIN(TestXls)
#include "tst_xls.moc"
