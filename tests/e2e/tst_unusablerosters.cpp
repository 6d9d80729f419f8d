// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Class lists that are none: each ends with a sentence that says what to do, and nothing changes.
class TestUnusableRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isRefusedAndNothingChanges_data();
    void isRefusedAndNothingChanges();
    void hugeLineIsRefusedAtOnce();
    void newSchoolIsNotMadeForIt();
    void unreadableFileSaysSo();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

void TestUnusableRosters::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
}

void TestUnusableRosters::isRefusedAndNothingChanges_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << QByteArray() << u"“list.csv” is empty"_s;
    QTest::newRow("blank lines") << QByteArray("\n\n  \n") << u"“list.csv” is empty"_s;
    QTest::newRow("header alone") << QByteArray("student_id,email\n")
                                  << u"but no students below it"_s;
    QTest::newRow("nobody is identified")
        << QByteArray("shoe size,colour\n42,red\n") << u"needs a column “student_id” or “email”"_s;
    QTest::newRow("quotation mark never closed")
        << QByteArray("student_id,given_name\nS1,Ben\nS2,\"Sophie\nS3,Ann\n")
        << u"row 3 of the file, column 2, a quotation mark is opened that is never closed"_s;
    QTest::newRow("binary") << QByteArray("\x7F"
                                          "ELF\x02\x01\x00\x00\xFF",
        9) << u"“list.csv” is not a text file"_s;
    QTest::newRow("workbook") << QByteArray("PK\x03\x04\x14\x00", 6) << u"is a damaged archive"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEs\0t\0", 6) << u"the columns found are: st"_s;
}

void TestUnusableRosters::isRefusedAndNothingChanges()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sentence);
    m_folder->write(u"list.csv"_s, content);
    const QByteArray school = m_folder->read(u"school.sqlite"_s);
    for (const QString &command : {u"register --report out.csv"_s, u"check"_s}) {
        const Answer answer = m_folder->runOnSchool(command + u" --course GO1 --roster list.csv"_s);
        VERIFY_EXIT(answer, 2);
        QVERIFY2(answer.err.contains(sentence), qPrintable(answer.told()));
        QCOMPARE(answer.out, QString());
    }
    QCOMPARE(m_folder->files(), QStringList({u"home"_s, u"list.csv"_s, u"school.sqlite"_s}));
    QCOMPARE(m_folder->read(u"school.sqlite"_s), school);
    QCOMPARE(m_folder->read(u"list.csv"_s), content);
}

void TestUnusableRosters::hugeLineIsRefusedAtOnce()
{
    for (const char letter : {'x', ',', '"'}) {
        m_folder->write(u"list.csv"_s, QByteArray(100 << 20, letter));
        const Answer answer =
            m_folder->runOnSchool(u"register --course GO1 --roster list.csv --report out.csv"_s);
        VERIFY_EXIT(answer, 2);
        QVERIFY2(answer.err.contains(u"“list.csv”"_s), qPrintable(answer.told()));
        QVERIFY2(answer.err.size() < 1000, qPrintable(answer.told()));
    }
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, QString());
}

void TestUnusableRosters::newSchoolIsNotMadeForIt()
{
    const QStringList before = m_folder->files();
    QDir(m_folder->path()).mkdir(u"folder"_s);
    const Answer folder =
        m_folder->run(u"register --course GO1 --roster folder --store sqlite:new.sqlite"_s);
    VERIFY_EXIT(folder, 2);
    QVERIFY2(folder.err.contains(u"“folder” is a folder. Choose the class list inside it."_s),
        qPrintable(folder.err));
    QDir(m_folder->path()).rmdir(u"folder"_s);
    const Answer missing =
        m_folder->run(u"register --course GO1 --roster lost.csv --store sqlite:new.sqlite"_s);
    VERIFY_EXIT(missing, 2);
    QVERIFY2(missing.err.contains(u"There is no file “lost.csv”"_s), qPrintable(missing.err));
    QCOMPARE(m_folder->files(), before);
}

void TestUnusableRosters::unreadableFileSaysSo()
{
    m_folder->write(u"list.csv"_s, classList(2));
    QVERIFY(QFile::setPermissions(m_folder->path(u"list.csv"_s), QFile::WriteOwner));
    RollbookProcess process(m_folder->path());
    process.respectPermissions();
    process.start(onSchool(u"register --course GO1 --roster list.csv"_s));
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(u"“list.csv” cannot be read"_s), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestUnusableRosters)
#include "tst_unusablerosters.moc"
