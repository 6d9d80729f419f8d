// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterwriter.h"
#include "ziparchive.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Rollbook;

/// A list that was corrected in the window becomes a file that others can read, and Rollbook too.
class TestRosterWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unchangedListIsWrittenAsItCame_data();
    void unchangedListIsWrittenAsItCame();
    void correctionsStandInTheirColumns();
    void leftOutRowsAreLeftOut();
    void newColumnsStandAtTheRight();
    void correctedNameGoesBackIntoTheWholeName_data();
    void correctedNameGoesBackIntoTheWholeName();
    void hostileCellsRoundTrip_data();
    void hostileCellsRoundTrip();
    void workbookBecomesCommas();
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
    void theOpenedFileIsNeverWritten_data();
    void theOpenedFileIsNeverWritten();
    void whatCannotBeWrittenSaysWhy();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray content(const QString &name) const;
    static Roster read(const QByteArray &text);
    QByteArray partOfWorkbook(const QString &part) const;

    QTemporaryDir m_folder;
};

QByteArray TestRosterWriter::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing there");
}

Roster TestRosterWriter::read(const QByteArray &text)
{
    const Expected<Roster> roster = readRosterText(text, QStringLiteral("list.csv"));
    return roster ? *roster : Roster();
}

// Of out.xlsx.
QByteArray TestRosterWriter::partOfWorkbook(const QString &part) const
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

void TestRosterWriter::unchangedListIsWrittenAsItCame_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("commas") << QByteArray("student_id,Shoe size,name\r\n007,36,Ana Ito\r\n");
    QTest::newRow("semicolons") << QByteArray("Student ID;E-mail\r\n007;a@example.org\r\n");
    QTest::newRow("tabs") << QByteArray("Student ID\tE-mail\r\n007\ta@example.org\r\n");
    QTest::newRow("quotes") << QByteArray("student_id,notes\r\n1,\"says \"\"hi\"\", often\"\r\n");
    QTest::newRow("line break") << QByteArray("student_id,notes\r\n1,\"one\ntwo\"\r\n");
    QTest::newRow("accents") << QByteArray("student_id,name\r\n1,Íñigo Muñoz\r\n");
}

void TestRosterWriter::unchangedListIsWrittenAsItCame()
{
    QFETCH(const QByteArray, text);
    QVERIFY(writeRoster(read(text), {}, path(QStringLiteral("out.csv"))));
    QCOMPARE(content(QStringLiteral("out.csv")), "\xEF\xBB\xBF" + text);
}

void TestRosterWriter::correctionsStandInTheirColumns()
{
    Roster roster = read("Shoe size;E-mail;Student ID\n36;ana@gmial.com;1\n40;b@x.org;2\n");
    roster.students.correct(0, StudentField::Email, QStringLiteral("ana@gmail.com"));
    roster.students.correct(1, StudentField::StudentId, QStringLiteral("2;b"));
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
    QCOMPARE(content(QStringLiteral("out.csv")),
        QByteArray("\xEF\xBB\xBFShoe size;E-mail;Student ID\r\n36;ana@gmail.com;1\r\n"
                   "40;b@x.org;\"2;b\"\r\n"));
}

void TestRosterWriter::leftOutRowsAreLeftOut()
{
    const Roster roster = read("student_id\n1\n2\n3\n");
    QVERIFY(writeRoster(roster, {0, 2}, path(QStringLiteral("out.csv"))));
    QCOMPARE(content(QStringLiteral("out.csv")), QByteArray("\xEF\xBB\xBFstudent_id\r\n2\r\n"));
}

void TestRosterWriter::newColumnsStandAtTheRight()
{
    Roster roster = read("Student ID,Shoe size\n1,36\n2,40\n");
    roster.students.correct(1, StudentField::Email, QStringLiteral("b@example.org"));
    roster.students.correct(0, StudentField::FamilyName, QStringLiteral("Ito"));
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
    const Expected<Roster> again = readRoster(path(QStringLiteral("out.csv")));
    QVERIFY(again);
    QCOMPARE(again->headers.mid(0, 2), roster.headers);
    QCOMPARE(again->headers.size(), 4);
    QCOMPARE(again->students.text(1, StudentField::Email), QStringLiteral("b@example.org"));
    QCOMPARE(again->students.text(0, StudentField::Email), QString());
    QCOMPARE(again->students.text(0, StudentField::FamilyName), QStringLiteral("Ito"));
    // What was taken back leaves no column behind.
    roster.students.correct(1, StudentField::Email, {});
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
    QVERIFY(!content(QStringLiteral("out.csv")).contains("email"));
}

void TestRosterWriter::correctedNameGoesBackIntoTheWholeName_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("family");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("one word each")
        << QStringLiteral("Ana") << QStringLiteral("Roy") << QByteArray("Ana Roy");
    QTest::newRow("two given names")
        << QStringLiteral("Ana María") << QStringLiteral("Roy") << QByteArray("Ana María Roy");
    QTest::newRow("two family names") << QStringLiteral("Ana") << QStringLiteral("García López")
                                      << QByteArray("\"García López, Ana\"");
    QTest::newRow("family alone") << QString() << QStringLiteral("Roy") << QByteArray("Roy");
}

void TestRosterWriter::correctedNameGoesBackIntoTheWholeName()
{
    QFETCH(const QString, given);
    QFETCH(const QString, family);
    QFETCH(const QByteArray, cell);
    Roster roster = read("student_id,Name\n1,Anna Roj\n2,Ben Ito\n");
    QVERIFY(roster.students.hasField(StudentField::FamilyName));
    roster.students.correct(0, StudentField::GivenName, given);
    roster.students.correct(0, StudentField::FamilyName, family);
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
    QCOMPARE(content(QStringLiteral("out.csv")),
        "\xEF\xBB\xBFstudent_id,Name\r\n1," + cell + "\r\n2,Ben Ito\r\n");
    const Expected<Roster> again = readRoster(path(QStringLiteral("out.csv")));
    QVERIFY(again);
    QCOMPARE(again->students.text(0, StudentField::GivenName), given);
    QCOMPARE(again->students.text(0, StudentField::FamilyName), family);
}

void TestRosterWriter::hostileCellsRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"=SUM(A1:A9)", "+34 600 000 000", "-1", "@home", "'quoted'", "a\"b",
             "a,b", "a;b", "a\tb", "two\nlines", "ñandú 🦤", "\"", ",", "sep=,"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRosterWriter::hostileCellsRoundTrip()
{
    QFETCH(const QString, text);
    for (const char *list : {"student_id,notes\n1,x\n", "student_id;notes\n1;x\n"}) {
        Roster roster = read(list);
        roster.students.correct(0, StudentField::Notes, text);
        QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
        const Expected<Roster> again = readRoster(path(QStringLiteral("out.csv")));
        QVERIFY(again);
        QCOMPARE(again->size(), 1);
        QCOMPARE(again->students.text(0, StudentField::Notes), text);
    }
}

void TestRosterWriter::workbookBecomesCommas()
{
    Roster roster = read("student_id\tnotes\n1\tx\n");
    roster.source.kind = RosterSource::Kind::Workbook;
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.csv"))));
    QCOMPARE(
        content(QStringLiteral("out.csv")), QByteArray("\xEF\xBB\xBFstudent_id,notes\r\n1,x\r\n"));
}

void TestRosterWriter::workbookHoldsWhatTheListHolds()
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

void TestRosterWriter::workbookHelpsWhoReadsIt()
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

void TestRosterWriter::workbookKeepsHostileCells_data()
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
void TestRosterWriter::workbookKeepsHostileCells()
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

void TestRosterWriter::sheetIsNamedAsItWas_data()
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

void TestRosterWriter::sheetIsNamedAsItWas()
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

void TestRosterWriter::cellThatFitsIsWritten()
{
    Roster roster = read("student_id,notes\n1,x\n");
    const QString longest(32'767, u'é');
    roster.students.correct(0, StudentField::Notes, longest);
    QVERIFY(writeRoster(roster, {}, path(QStringLiteral("out.xlsx"))));
    const Expected<Roster> again = readRoster(path(QStringLiteral("out.xlsx")));
    QVERIFY(again);
    QCOMPARE(again->students.text(0, StudentField::Notes), longest);
}

void TestRosterWriter::whatNoWorkbookHoldsIsRefused_data()
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

void TestRosterWriter::whatNoWorkbookHoldsIsRefused()
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
void TestRosterWriter::workbookIsWholeOrNotThere()
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

void TestRosterWriter::theOpenedFileIsNeverWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("itself") << QStringLiteral("opened.csv");
    QTest::newRow("by a detour") << QStringLiteral("folder/../opened.csv");
    QTest::newRow("by a link") << QStringLiteral("link.csv");
}

void TestRosterWriter::theOpenedFileIsNeverWritten()
{
    QFETCH(const QString, name);
    const QByteArray text("student_id,notes\n1,x\n");
    QFile file(path(QStringLiteral("opened.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder")));
    QFile::remove(path(QStringLiteral("link.csv")));
    QVERIFY(file.link(path(QStringLiteral("link.csv"))));
    Expected<Roster> roster = readRoster(file.fileName());
    QVERIFY(roster);
    roster->students.correct(0, StudentField::Notes, QStringLiteral("y"));
    const Expected<void> written = writeRoster(*roster, {}, path(name));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Usage);
    QVERIFY(written.error().sentence.contains(QStringLiteral("Choose another name")));
    QCOMPARE(content(QStringLiteral("opened.csv")), text);
}

void TestRosterWriter::whatCannotBeWrittenSaysWhy()
{
    const Expected<void> written =
        writeRoster(read("student_id\n1\n"), {}, path(QStringLiteral("no such folder/out.csv")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY(written.error().sentence.contains(QStringLiteral("no such folder")));
}

QTEST_APPLESS_MAIN(TestRosterWriter)
#include "tst_rosterwriter.moc"
