// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
    void theOpenedFileIsNeverWritten_data();
    void theOpenedFileIsNeverWritten();
    void whatCannotBeWrittenSaysWhy();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray content(const QString &name) const;
    static Roster read(const QByteArray &text);

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
