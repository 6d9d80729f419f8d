// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"
#include "smalldisk.h"

#include <SQLiteCpp/Database.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Schools that cannot be opened or written: a sentence that says what to do, and nothing lost.
class TestUnusableSchools : public QObject
{
    Q_OBJECT

public:
    static void initMain() { SmallDisk::allowMounting(); }

private Q_SLOTS:
    void init();
    void cleanup();

    void addressThatIsNone_data();
    void addressThatIsNone();
    void fileOfAnotherKindIsLeftAlone_data();
    void fileOfAnotherKindIsLeftAlone();
    void newerSchoolIsLeftAlone();
    void serversNeedALibraryThatFilesDoNot();
    void readOnlyFolder();
    void readOnlyFile();
    void unknownCourseChangesNothing();
    void fileThatMayNotGrowIsWaitedFor();
    void fullDiskIsWaitedFor();
    void goesOnWhenThereIsRoom();

private:
    SQLite::Database colleague() const;
    void verifyNothingIsHalfWritten(const Answer &answer);

    std::unique_ptr<SchoolFolder> m_folder;
    SmallDisk m_disk;
};

void TestUnusableSchools::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(3));
}

void TestUnusableSchools::cleanup()
{
    m_disk.unmount();
}

SQLite::Database TestUnusableSchools::colleague() const
{
    return SQLite::Database(
        m_folder->path(u"school.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE);
}

void TestUnusableSchools::addressThatIsNone_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no scheme") << u"school.sqlite"_s << 2 << u"Write it like “sqlite:"_s;
    QTest::newRow("no file") << u"sqlite:"_s << 2 << u"names no file"_s;
    QTest::newRow("no such server")
        << u"postgresql://no-such-host.invalid/db"_s << 3 << u"was not found"_s;
    QTest::newRow("no practice") << u"simulated:?latency=soon"_s << 2 << u"latency=soon"_s;
    QTest::newRow("no such folder")
        << u"sqlite:lost/school.sqlite"_s << 3 << u"does not exist. Make it first"_s;
    QTest::newRow("a folder") << u"sqlite:home"_s << 3 << u"is a folder"_s;
}

void TestUnusableSchools::addressThatIsNone()
{
    QFETCH(const QString, store);
    QFETCH(const int, status);
    QFETCH(const QString, sentence);
    const QStringList before = m_folder->files();
    const Answer answer = m_folder->run(
        u"register --course GO1 --roster list.csv --report out.csv --store "_s + store);
    VERIFY_EXIT(answer, status);
    QVERIFY2(answer.err.contains(sentence), qPrintable(answer.told()));
    QCOMPARE(m_folder->files(), before);
}

void TestUnusableSchools::fileOfAnotherKindIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear parents,\n").repeated(40);
    QTest::newRow("short") << QByteArray("x");
    QTest::newRow("beginning of a database") << QByteArray("SQLite format 3\0", 16);
}

void TestUnusableSchools::fileOfAnotherKindIsLeftAlone()
{
    QFETCH(const QByteArray, content);
    m_folder->write(u"letter.txt"_s, content);
    const QStringList before = m_folder->files();
    for (const QString &command : {u"register --course GO1 --roster list.csv --report out.csv"_s,
             u"courses list"_s, u"students import list.csv"_s, u"runs list"_s}) {
        const Answer answer = m_folder->run(command + u" --store sqlite:letter.txt"_s);
        VERIFY_EXIT(answer, 3);
        QVERIFY2(answer.err.contains(u"is not a school database. Choose another file"_s),
            qPrintable(answer.told()));
        QCOMPARE(m_folder->read(u"letter.txt"_s), content);
        QCOMPARE(m_folder->files(), before);
    }
}

void TestUnusableSchools::newerSchoolIsLeftAlone()
{
    colleague().exec("PRAGMA user_version = 4711");
    const QByteArray content = m_folder->read(u"school.sqlite"_s);
    for (const QString &command :
        {u"register --course GO1 --roster list.csv --report out.csv"_s, u"courses list"_s}) {
        const Answer answer = m_folder->runOnSchool(command);
        VERIFY_EXIT(answer, 3);
        QVERIFY2(answer.err.contains(u"was made by a newer Rollbook. Update Rollbook"_s),
            qPrintable(answer.told()));
    }
    QCOMPARE(m_folder->read(u"school.sqlite"_s), content);
    QCOMPARE(m_folder->files(), QStringList({u"home"_s, u"list.csv"_s, u"school.sqlite"_s}));
}

// On a computer on which libpq is not as it should be.
void TestUnusableSchools::serversNeedALibraryThatFilesDoNot()
{
    m_folder->write(u"libpq.so.5"_s, "no library\n");
    RollbookProcess forFile(m_folder->path());
    forFile.takeLibrariesFrom(m_folder->path());
    forFile.start(onSchool(u"register --course GO1 --roster list.csv"_s));
    VERIFY_EXIT(forFile.finish(), 0);

    RollbookProcess forServer(m_folder->path());
    forServer.takeLibrariesFrom(m_folder->path());
    forServer.start(u"courses list --store postgresql://server.example/school"_s);
    const Answer answer = forServer.finish();
    VERIFY_EXIT(answer, 3);
    QVERIFY2(answer.err.contains(u"This computer lacks PostgreSQL's library for clients (libpq)"_s),
        qPrintable(answer.told()));
}

void TestUnusableSchools::readOnlyFolder()
{
    QDir(m_folder->path()).mkdir(u"shared"_s);
    QVERIFY(
        QFile::copy(m_folder->path(u"school.sqlite"_s), m_folder->path(u"shared/old.sqlite"_s)));
    const QByteArray content = m_folder->read(u"shared/old.sqlite"_s);
    QVERIFY(QFile::setPermissions(m_folder->path(u"shared"_s), QFile::ReadOwner | QFile::ExeOwner));
    for (const QString &name : {u"shared/old.sqlite"_s, u"shared/new.sqlite"_s}) {
        RollbookProcess process(m_folder->path());
        process.respectPermissions();
        process.start(u"register --course GO1 --roster list.csv --store sqlite:"_s + name);
        const Answer answer = process.finish();
        VERIFY_EXIT(answer, 3);
        QVERIFY2(answer.err.contains(u"Nothing can be written to the folder"_s),
            qPrintable(answer.told()));
    }
    QVERIFY(QFile::setPermissions(
        m_folder->path(u"shared"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(
        QDir(m_folder->path(u"shared"_s)).entryList(QDir::Files), QStringList({u"old.sqlite"_s}));
    QCOMPARE(m_folder->read(u"shared/old.sqlite"_s), content);
}

void TestUnusableSchools::readOnlyFile()
{
    QVERIFY(QFile::setPermissions(m_folder->path(u"school.sqlite"_s), QFile::ReadOwner));
    RollbookProcess process(m_folder->path());
    process.respectPermissions();
    process.start(onSchool(u"register --course GO1 --roster list.csv"_s));
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 3);
    QVERIFY2(answer.err.contains(u"can be read but not changed. Ask for permission"_s),
        qPrintable(answer.told()));
}

void TestUnusableSchools::unknownCourseChangesNothing()
{
    const QByteArray content = m_folder->read(u"school.sqlite"_s);
    const QStringList before = m_folder->files();
    const Answer answer =
        m_folder->runOnSchool(u"register --course XYZ --roster list.csv --report out.csv"_s);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(u"XYZ"_s), qPrintable(answer.told()));
    QCOMPARE(answer.out, QString());
    QCOMPARE(m_folder->read(u"school.sqlite"_s), content);
    QCOMPARE(m_folder->files(), before);
}

// Some rows were kept and stay, the others were waited for until somebody stopped it; each row that
// was reported registered has a seat.
void TestUnusableSchools::verifyNothingIsHalfWritten(const Answer &answer)
{
    VERIFY_EXIT(answer, 130);
    QVERIFY2(answer.err.contains(u"try again"_s), qPrintable(answer.told()));
    const QStringList lines = answer.outLines();
    QVERIFY(lines.size() == 7);
    const int registered = lines[0].section(u'\t', 1).toInt();
    const int failed = lines[4].section(u'\t', 1).toInt();
    const int notSent = lines[5].section(u'\t', 1).toInt();
    QCOMPARE(registered + failed + notSent, 20'000);
    QVERIFY(failed > 0);

    const Answer again = m_folder->runOnSchool(u"register --course GO1 --roster large.csv"_s);
    VERIFY_EXIT(again, 0);
    QCOMPARE(again.outLines()[0], u"registered\t%1"_s.arg(failed + notSent));
    QCOMPARE(again.outLines()[2], u"already_registered\t%1"_s.arg(registered));
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out.section(u'\t', 3, 3), u"20000"_s);
    QCOMPARE(colleague().execAndGet("PRAGMA integrity_check").getString(), "ok");
}

void TestUnusableSchools::fileThatMayNotGrowIsWaitedFor()
{
    m_folder->write(u"large.csv"_s, classList(20'000));
    RollbookProcess process(m_folder->path());
    process.setLargestFile(3 << 20);
    process.start(onSchool(u"register --course GO1 --roster large.csv"_s));
    QVERIFY(process.waitUntilItSays(u"Waiting for it; Ctrl+C stops."_s));
    process.interrupt();
    verifyNothingIsHalfWritten(process.finish());
}

void TestUnusableSchools::fullDiskIsWaitedFor()
{
    QDir(m_folder->path()).mkdir(u"disk"_s);
    if (!m_disk.mount(m_folder->path(u"disk"_s), 3 << 20))
        QSKIP("needs the right to mount a small disk");
    m_folder->write(u"large.csv"_s, classList(20'000));
    m_folder->write(u"courses.csv"_s, "code\nGO1\n");
    const QString store = u" --store sqlite:disk/school.sqlite"_s;
    VERIFY_EXIT(m_folder->run(u"courses import courses.csv"_s + store), 0);
    RollbookProcess process(m_folder->path());
    process.start(u"register --course GO1 --roster large.csv --report disk/out.csv"_s + store);
    QVERIFY(process.waitUntilItSays(u"No space is left where the school lies. Make room there."_s));
    process.interrupt();
    const Answer answer = process.finish();
    // What was kept goes on on a larger disk; some of it may be in the log beside the database.
    const QDir full(m_folder->path(u"disk"_s));
    const QStringList left = full.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : left) {
        QFile::remove(m_folder->path(name));
        QFile::copy(full.filePath(name), m_folder->path(name));
    }
    QVERIFY2(answer.err.contains(u"no space is left where the school database lies; make room"_s),
        qPrintable(answer.told()));
    QVERIFY2(answer.err.contains(u"The report “disk/out.csv” could not be written"_s),
        qPrintable(answer.told()));
    for (const QString &name : left)
        QVERIFY2(name.startsWith(u"school.sqlite"_s), qPrintable(name));
    verifyNothingIsHalfWritten(answer);
}

void TestUnusableSchools::goesOnWhenThereIsRoom()
{
    QDir(m_folder->path()).mkdir(u"disk"_s);
    if (!m_disk.mount(m_folder->path(u"disk"_s), 16 << 20))
        QSKIP("needs the right to mount a small disk");
    m_folder->write(u"large.csv"_s, classList(20'000));
    m_folder->write(u"courses.csv"_s, "code\nGO1\n");
    m_folder->write(u"disk/filler"_s, QByteArray(13 << 20, 'x'));
    const QString store = u" --store sqlite:disk/school.sqlite"_s;
    VERIFY_EXIT(m_folder->run(u"courses import courses.csv"_s + store), 0);
    RollbookProcess process(m_folder->path());
    process.start(u"register --course GO1 --roster large.csv"_s + store);
    QVERIFY(process.waitUntilItSays(u"Waiting for it; Ctrl+C stops."_s));
    QVERIFY(QFile::remove(m_folder->path(u"disk/filler"_s)));
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.summary(), u"registered 20000"_s);
    QVERIFY2(answer.err.contains(u"The school is back. Going on."_s), qPrintable(answer.told()));
    QCOMPARE(m_folder->run(u"courses list"_s + store).out.section(u'\t', 3, 3), u"20000"_s);
}

QTEST_GUILESS_MAIN(TestUnusableSchools)
#include "tst_unusableschools.moc"
