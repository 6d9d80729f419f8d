// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterwriter.h"
#include "ziparchive.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Rollbook;

/// A list that was corrected in the window becomes a workbook that others can read, and Rollbook
/// too.
class TestWorkbookWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workbookHoldsWhatTheListHolds();
    void workbookHelpsWhoReadsIt();
    void workbookKeepsHostileCells_data();
    void workbookKeepsHostileCells();
    void sheetIsNamedAsItWas_data();
    void sheetIsNamedAsItWas();
    void cellThatFitsIsWritten();
    void whatNoWorkbookHoldsIsRefused_data();
    void whatNoWorkbookHoldsIsRefused();
    void workbookIsWholeOrNotThere();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray content(const QString &name) const;
    static Roster read(const QByteArray &text);
    QByteArray partOfWorkbook(const QString &part) const;

    QTemporaryDir m_folder;
};

QByteArray TestWorkbookWriter::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing there");
}

Roster TestWorkbookWriter::read(const QByteArray &text)
{
    const Expected<Roster> roster = readRosterText(text, QStringLiteral("list.csv"));
    return roster ? *roster : Roster();
}

// Of out.xlsx.
QByteArray TestWorkbookWriter::partOfWorkbook(const QString &part) const
{
    ZipArchive zip;
    if (!zip.open(content(QStringLiteral("out.xlsx"))))
        return "no archive";
    for (qint64 i = 0; i < zip.count(); ++i) {
        const auto entry = zip.entry(i);
        auto packed = zip.content(i);
        if (!entry || !packed || entry->name != part)
            continue;
        QByteArray bytes(static_cast<qsizetype>(entry->size), Qt::Uninitialized);
        return packed->read(bytes.data(), bytes.size()) == bytes.size() ? bytes : "damaged";
    }
    return "no such part";
}

void TestWorkbookWriter::workbookHoldsWhatTheListHolds()
{
    Roster roster = read("Shoe size;E-mail;Student ID;name\n036;ana@gmial.com;007;Íñigo Muñoz\n"
                         "40;b@x.org;1e5;Li 𠮷\n;;3;\n41;c@x.org;2;Bo\n");
    roster.students.correct(0, StudentField::Email, QStringLiteral("ana@gmail.com"));
    roster.students.correct(3, StudentField::Notes, QStringLiteral("new"));
    QVERIFY(writeRoster(roster, {1}, path(QStringLiteral("out.XLSX"))));
    const Expected<Roster> again = readRoster(path(QStringLiteral("out.XLSX")));
    QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
    QCOMPARE(again->source.kind, RosterSource::Kind::Workbook);
    QCOMPARE(again->headers.mid(0, 4), roster.headers);
    QCOMPARE(again->headers.size(), 5);
    const auto cell = [&](int row, int column) {
        return again->students.table().text(row, column).toString();
    };
    QCOMPARE(again->size(), 3);
    QCOMPARE(cell(0, 0), QStringLiteral("036"));
    QCOMPARE(cell(0, 1), QStringLiteral("ana@gmail.com"));
    QCOMPARE(cell(0, 2), QStringLiteral("007"));
    QCOMPARE(cell(0, 3), QStringLiteral("Íñigo Muñoz"));
    QCOMPARE(cell(1, 0), QString());
    QCOMPARE(cell(1, 2), QStringLiteral("3"));
    QCOMPARE(again->students.text(2, StudentField::Notes), QStringLiteral("new"));
    QCOMPARE(again->students.text(1, StudentField::Notes), QString());
}

void TestWorkbookWriter::workbookHelpsWhoReadsIt()
{
    QVERIFY(writeRoster(
        read("student_id,notes\n007,x\n008,=1+1\n"), {}, path(QStringLiteral("out.xlsx"))));
    const QByteArray sheet = partOfWorkbook(QStringLiteral("xl/worksheets/sheet1.xml"));
    QVERIFY2(sheet.contains("<autoFilter ref=\"A1:B3\"/>"), sheet.constData());
    QVERIFY2(sheet.contains("state=\"frozen\""), sheet.constData());
    QVERIFY2(sheet.contains("numberStoredAsText"), sheet.constData());
    QVERIFY2(!sheet.contains("<v>") && !sheet.contains("<f>"), sheet.constData());
    QVERIFY(partOfWorkbook(QStringLiteral("xl/styles.xml")).contains("<b/>"));
}

void TestWorkbookWriter::workbookKeepsHostileCells_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"=SUM(A1:A9)", "{=1}", "+34 600 000 000", "-1", "@home", "'quoted'",
             "0070005", "1E5", "2024-02-30", "TRUE", "#N/A", "<b>&amp;</b>", "]]>", "\"",
             "two\nlines", "a\tb", "ñandú 🦤 𠮷", "_x0041_", "_x005F_x0041_",
             "_x_x0041__x00e9_", "_x12", "https://example.org", "two  blanks", "é\uFE0F"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("a control") << QStringLiteral("a\u0001b\u001Fc");
    QTest::newRow("a carriage return") << QStringLiteral("a\r\nb\rc");
    QTest::newRow("no characters") << QStringLiteral("a\uFFFEb\uFFFFc\uFFFDd");
}

// As a CSV keeps it, at least: what nobody sees is taken out of a cell when it is read.
void TestWorkbookWriter::workbookKeepsHostileCells()
{
    QFETCH(const QString, text);
    Roster roster = read("student_id,notes,email\n1,x,y\n");
    roster.students.correct(0, StudentField::Notes, text);
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
    const Expected<void> written = writeRoster(roster, {}, path(QStringLiteral("out.xlsx")));
    QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
    const Expected<Roster> ofText = readRoster(path(QStringLiteral("out.csv")));
    const Expected<Roster> ofWorkbook = readRoster(path(QStringLiteral("out.xlsx")));
    QVERIFY(ofText && ofWorkbook);
    QCOMPARE(ofWorkbook->size(), 1);
    QCOMPARE(ofWorkbook->students.text(0, StudentField::Notes),
        ofText->students.text(0, StudentField::Notes));
    QCOMPARE(ofWorkbook->students.text(0, StudentField::Email), QStringLiteral("y"));
}

void TestWorkbookWriter::sheetIsNamedAsItWas_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<QString>("written");
    for (const char *sheet : {"7B", "A1", "O'Neil", "Chor Ä", "日本語", "<&>", "R1C1",
             "a name of thirty-one letters...", "2024-25", "rc"})
        QTest::newRow(sheet) << QString::fromUtf8(sheet) << QString::fromUtf8(sheet);
    for (const char *sheet : {"", "7/B", "[x]", "a:b", "why?", "'quoted'", "history",
             "a name of thirty-two letters ...", "a\nb"})
        QTest::newRow(sheet) << QString::fromUtf8(sheet) << QStringLiteral("Class list");
}

void TestWorkbookWriter::sheetIsNamedAsItWas()
{
    QFETCH(const QString, sheet);
    QFETCH(const QString, written);
    Roster roster = read("student_id,notes\n1,x\n");
    roster.source.sheet = sheet;
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.xlsx"))));
    const Expected<Roster> again = readRoster(path(QStringLiteral("out.xlsx")));
    QVERIFY(again);
    QCOMPARE(again->source.sheet, written);
    // A reference to a sheet "7B" without quotes is damage to Excel.
    const QByteArray workbook = partOfWorkbook(QStringLiteral("xl/workbook.xml"));
    QVERIFY2(!workbook.contains(">" + written.toUtf8() + "!"), workbook.constData());
}

void TestWorkbookWriter::cellThatFitsIsWritten()
{
    Roster roster = read("student_id,notes\n1,x\n");
    const QString longest(32'767, u'é');
    roster.students.correct(0, StudentField::Notes, longest);
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.xlsx"))));
    const Expected<Roster> again = readRoster(path(QStringLiteral("out.xlsx")));
    QVERIFY(again);
    QCOMPARE(again->students.text(0, StudentField::Notes), longest);
}

void TestWorkbookWriter::whatNoWorkbookHoldsIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("a long cell")
        << "student_id,notes\n1,x\n2," + QByteArray(32'768, 'x') + '\n'
        << QStringLiteral("Row 3, column “notes” of the corrected list holds more than 32,767");
    QTest::newRow("a long cell of pairs")
        << "student_id,notes\n1," + QByteArray("🦤").repeated(16'384) + '\n'
        << QStringLiteral("Row 2, column “notes”");
    QByteArray rows("student_id\n");
    for (int i = 0; i < 1'048'576; ++i)
        rows += QByteArray::number(i) + '\n';
    QTest::newRow("many rows") << rows << QStringLiteral("1,048,576 rows");
}

void TestWorkbookWriter::whatNoWorkbookHoldsIsRefused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, part);
    QFile file(path(QStringLiteral("earlier.xlsx")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("earlier"), 7);
    file.close();
    const Expected<void> written = writeRoster(read(text), {}, file.fileName());
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY2(written.error().sentence.contains(part), qPrintable(written.error().sentence));
    QCOMPARE(content(QStringLiteral("earlier.xlsx")), QByteArray("earlier"));
}

// A disk that gets full, as far as a program can make one for itself.
void TestWorkbookWriter::workbookIsWholeOrNotThere()
{
    QByteArray text("student_id,notes\n");
    for (int i = 0; i < 3000; ++i)
        text += QByteArray::number(i) + ",the same again and again and again\n";
    const Roster roster = read(text);
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("room.xlsx"))));
    const rlim_t room = 100'000;
    QVERIFY(content(QStringLiteral("room.xlsx")).size() < static_cast<qsizetype>(room));

    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit little{room, before.rlim_max};
    const auto onFull = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
    const Expected<void> written = writeRoster(roster, {}, path(QStringLiteral("full.xlsx")));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, onFull);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY2(written.error().sentence.contains(QStringLiteral("Free some space")),
        qPrintable(written.error().sentence));
    QVERIFY(!QFile::exists(path(QStringLiteral("full.xlsx"))));
}

QTEST_APPLESS_MAIN(TestWorkbookWriter)
#include "tst_workbookwriter.moc"
