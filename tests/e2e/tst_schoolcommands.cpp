// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook courses` and `rollbook students`: list, import, export.
class TestSchoolCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<SchoolFolder>(); }

    void whatIsImportedIsListed();
    void exportIsWhatWasImported_data();
    void exportIsWhatWasImported();
    void importedAgainTheyAreChanged();
    void wrongLineIsNamedAndNothingIsImported_data();
    void wrongLineIsNamedAndNothingIsImported();
    void unwritableExportKeepsTheOldFile();
    void holdsAndPrerequisitesCount();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

void TestSchoolCommands::whatIsImportedIsListed()
{
    m_folder->write(u"courses.csv"_s,
        "Code;Title;Capacity;Waitlist_Capacity;Term\nGO1;\"Intro; to Golang\";30;5;2026 Fall\n"
        "ART;Art;;;2026 Fall\n");
    const Answer imported = m_folder->runOnSchool(u"courses import courses.csv"_s);
    VERIFY_EXIT(imported, 0);
    QCOMPARE(imported.out, QString());
    QVERIFY2(imported.err.startsWith(u"2 line"_s), qPrintable(imported.err));
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out,
        u"ART\tArt\t2026 Fall\t0\t\t0\t\nGO1\tIntro; to Golang\t2026 Fall\t0\t30\t0\t5\n"_s);

    m_folder->write(u"students.csv"_s,
        "student_id,given_name,family_name,email,grade_level,hold,notes\n"
        "1,Ben,\"Tab\there\",ben@example.org,8,library book,\"two\nlines\"\n"
        "2,Sophie,Ünal,,9,,\n");
    VERIFY_EXIT(m_folder->runOnSchool(u"students import students.csv"_s), 0);
    QCOMPARE(m_folder->runOnSchool(u"students list"_s).out,
        u"1\tTab here\tBen\tben@example.org\t8\tlibrary book\n2\tÜnal\tSophie\t\t9\t\n"_s);
}

void TestSchoolCommands::exportIsWhatWasImported_data()
{
    QTest::addColumn<QString>("things");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("courses") << u"courses"_s
                             << QByteArray(
                                    "code,title,term,capacity,waitlist_capacity,opens_on,closes_on,"
                                    "meets,prerequisites\r\n"
                                    "GO2,\"Golang, \"\"deep\"\"\",2027 Spring,0,0,2026-11-01,"
                                    "2027-01-31,Mon 09:00-10:30; Wed 09:00-10:30,GO0; GO1\r\n"
                                    "GO1,Intro to Golang,2026 Fall,,,,,,\r\n");
    QTest::newRow("students")
        << u"students"_s
        << QByteArray(
               "student_id,given_name,family_name,email,birth_date,grade_level,notes,hold,"
               "completed\r\n"
               "008,Sophie,,,,,\"=1+1\",library book,\r\n"
               "007,Ben,Müller,ben@example.org,2011-02-28,8,\"sits, in front\",,GO0; GO1\r\n");
}

void TestSchoolCommands::exportIsWhatWasImported()
{
    QFETCH(const QString, things);
    QFETCH(const QByteArray, file);
    m_folder->write(u"first.csv"_s, file);
    VERIFY_EXIT(m_folder->runOnSchool(things + u" import first.csv"_s), 0);
    const Answer exported = m_folder->runOnSchool(things + u" export second.csv"_s);
    VERIFY_EXIT(exported, 0);
    QVERIFY2(exported.err.startsWith(u"2 line"_s), qPrintable(exported.err));
    // What a spreadsheet would run as a formula is not in the file as it was imported.
    QCOMPARE(QString::fromUtf8(m_folder->read(u"second.csv"_s)).remove(QChar(0xFEFF)),
        QString::fromUtf8(file).replace(u"\"=1+1\""_s, u"'=1+1"_s));

    const QString elsewhere = u" --store sqlite:other.sqlite"_s;
    VERIFY_EXIT(m_folder->run(things + u" import second.csv"_s + elsewhere), 0);
    VERIFY_EXIT(m_folder->run(things + u" export third.csv"_s + elsewhere), 0);
    QCOMPARE(m_folder->read(u"third.csv"_s), m_folder->read(u"second.csv"_s));
}

void TestSchoolCommands::importedAgainTheyAreChanged()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,1,"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(2));
    VERIFY_EXIT(m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s), 1);
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Golang,2026 Fall,2,"_s}), 0);
    QCOMPARE(
        m_folder->runOnSchool(u"courses list"_s).out, u"GO1\tGolang\t2026 Fall\t1\t2\t0\t\n"_s);
    VERIFY_EXIT(m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s), 0);
}

void TestSchoolCommands::wrongLineIsNamedAndNothingIsImported_data()
{
    QTest::addColumn<QString>("things");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("capacity") << u"courses"_s << QByteArray("code,capacity\nGO1,1\nGO2,many\n")
                              << u"line 3, column “capacity”: “many” is not a number"_s;
    QTest::newRow("day") << u"courses"_s << QByteArray("code,opens_on\nGO1,\nGO2,soon\n")
                         << u"line 3, column “opens_on”: “soon” is not a date"_s;
    QTest::newRow("meeting") << u"courses"_s << QByteArray("code,meets\n\nGO1,Mon 9 to 10\n")
                             << u"line 3, column “meets”"_s;
    QTest::newRow("no code") << u"courses"_s << QByteArray("code,title\nGO1,Go\n,Art\n")
                             << u"line 3, column “code”: each course needs a code"_s;
    QTest::newRow("twice") << u"courses"_s << QByteArray("code\nGO1\nGO1\n")
                           << u"line 3, column “code”: this is the same as in line 2"_s;
    QTest::newRow("unknown column")
        << u"courses"_s << QByteArray("code,colour\nGO1,red\n") << u"line 1"_s;
    QTest::newRow("nobody") << u"students"_s << QByteArray("student_id,given_name\n1,Ben\n,Ann\n")
                            << u"line 3, column “student_id”: each student needs a number"_s;
    QTest::newRow("quotation mark") << u"students"_s << QByteArray("student_id\n1\n\"2\n3\n")
                                    << u"a quotation mark is out of place"_s;
    QTest::newRow("empty") << u"students"_s << QByteArray() << u"is empty"_s;
    QTest::newRow("binary") << u"students"_s
                            << QByteArray("\x7F"
                                          "ELF\x02\0\0\xFF\n",
                                   9)
                            << u"“things.csv”, line 1"_s;
}

void TestSchoolCommands::wrongLineIsNamedAndNothingIsImported()
{
    QFETCH(const QString, things);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sentence);
    VERIFY_EXIT(m_folder->addCourses({u"OLD,Old,2026 Fall,,"_s}), 0);
    const QByteArray school = m_folder->read(u"school.sqlite"_s);
    m_folder->write(u"things.csv"_s, content);
    const Answer answer = m_folder->runOnSchool(things + u" import things.csv"_s);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(sentence), qPrintable(answer.err));
    QCOMPARE(m_folder->read(u"school.sqlite"_s), school);
    VERIFY_EXIT(m_folder->runOnSchool(things + u" import lost.csv"_s), 2);
}

void TestSchoolCommands::unwritableExportKeepsTheOldFile()
{
    m_folder->write(u"courses.csv"_s, "last week\n");
    QByteArray many("code,title\n");
    for (int course = 0; course < 2000; ++course)
        many += "C" + QByteArray::number(course) + ",A course with a long enough title\n";
    m_folder->write(u"many.csv"_s, many);
    VERIFY_EXIT(m_folder->runOnSchool(u"courses import many.csv"_s), 0);
    const QStringList before = m_folder->files();
    RollbookProcess process(m_folder->path());
    process.setLargestFile(36 << 10); // the index of the log beside the database takes 32 KB
    process.start(onSchool(u"courses export courses.csv"_s));
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.startsWith(u"“courses.csv” could not be written: "_s)
            && !answer.err.contains(u"Unknown error"_s),
        qPrintable(answer.err));
    QCOMPARE(m_folder->read(u"courses.csv"_s), "last week\n");
    QCOMPARE(m_folder->files(), before);
    VERIFY_EXIT(m_folder->runOnSchool(u"courses export lost/courses.csv"_s), 1);
}

void TestSchoolCommands::holdsAndPrerequisitesCount()
{
    m_folder->write(u"courses.csv"_s, "code,prerequisites\nGO2,GO1\n");
    m_folder->write(u"students.csv"_s,
        "student_id,given_name,hold,completed\n1,Ben,,GO1\n2,Sophie,library book,GO1\n3,Ann,,\n");
    m_folder->write(u"list.csv"_s, "student_id,given_name\n1,Ben\n2,Sophie\n3,Ann\n");
    VERIFY_EXIT(m_folder->runOnSchool(u"courses import courses.csv"_s), 0);
    VERIFY_EXIT(m_folder->runOnSchool(u"students import students.csv"_s), 0);
    const Answer answer =
        m_folder->runOnSchool(u"register --course GO2 --roster list.csv --report out.json"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"detail"_s),
        QStringList({u"seat 1"_s, u"has a hold: library book"_s, u"needs GO1 first"_s}));
}

QTEST_GUILESS_MAIN(TestSchoolCommands)
#include "tst_schoolcommands.moc"
