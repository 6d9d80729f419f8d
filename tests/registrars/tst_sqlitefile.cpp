// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteschool.h"

#include "teststore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

#include <SQLiteCpp/Column.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace Rollbook;

/// Which files are opened as schools, and what becomes of those that are not.
class TestSqliteFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void newFileIsASchool();
    void usesAWriteAheadLog();
    void olderFileIsBroughtForward();
    void failedStepLeavesTheOlderFile();
    void newerFileIsRefused();
    void otherFilesAreRefusedAndNotTouched_data();
    void otherFilesAreRefusedAndNotTouched();
    void damagedSchoolIsRefused_data();
    void damagedSchoolIsRefused();
    void placesWhereNoFileCanBe_data();
    void placesWhereNoFileCanBe();
    void placesThatCannotBeWritten_data();
    void placesThatCannotBeWritten();
    void emptyFileBecomesASchool();

private:
    SqliteOptions withSteps(const QStringList &steps) const;
    QString path(const QString &name = QStringLiteral("school.sqlite")) const
    {
        return m_folder->filePath(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

/// Takes root's rights away for a while, which look past every permission.
class Unprivileged
{
public:
    explicit Unprivileged(const QString &folder)
    {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0) {
            m_dropped = chown(QFile::encodeName(folder).constData(), nobody, nobody) == 0
                && setresuid(nobody, nobody, 0) == 0;
        }
    }
    ~Unprivileged()
    {
        if (m_dropped && setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    bool m_dropped = false;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

SQLite::Database otherProgram(const QString &path)
{
    return SQLite::Database(
        path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 10'000);
}

} // namespace

void TestSqliteFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

SqliteOptions TestSqliteFile::withSteps(const QStringList &steps) const
{
    SqliteOptions options;
    options.migrations += steps;
    return options;
}

void TestSqliteFile::newFileIsASchool()
{
    const auto school = openSqliteSchool(path());
    QVERIFY2(school, school ? "" : qPrintable(school.error().sentence));
    QCOMPARE((*school)->displayName(), QStringLiteral("school"));
    QVERIFY((*school)->courses().courses()->isEmpty());
    QCOMPARE(otherProgram(path()).execAndGet("PRAGMA user_version").getInt(),
        static_cast<int>(SqliteSchema::builtInMigrations().size()));
}

void TestSqliteFile::usesAWriteAheadLog()
{
    const auto school = openSqliteSchool(path());
    QCOMPARE(otherProgram(path()).execAndGet("PRAGMA journal_mode").getString(), "wal");
    // The id has to be in the file itself, or a school whose program was killed is not recognised.
    QVERIFY(SqliteSchema::recognise(path()));
}

void TestSqliteFile::olderFileIsBroughtForward()
{
    {
        const auto older = openSqliteSchool(path());
        QVERIFY((*older)->courses().save({course(QStringLiteral("GO1"), 2)}));
        registerAll(
            **older, numberedStudents(1), CourseAssignment(course(QStringLiteral("GO1")).ref()));
    }
    const auto newer = openSqliteSchool(path(),
        withSteps({QStringLiteral("ALTER TABLE courses ADD COLUMN room TEXT NOT NULL DEFAULT 'A1'"),
            QStringLiteral(
                "CREATE TABLE rooms (name TEXT) STRICT; INSERT INTO rooms VALUES ('A1')")}));
    QVERIFY2(newer, newer ? "" : qPrintable(newer.error().sentence));
    const auto kept = (*newer)->courses().find(QStringLiteral("GO1"));
    QCOMPARE(kept->course, course(QStringLiteral("GO1"), 2));
    QCOMPARE(kept->seatsTaken, 1);
    SQLite::Database database = otherProgram(path());
    QCOMPARE(database.execAndGet("SELECT room FROM courses").getString(), "A1");
    QCOMPARE(database.execAndGet("SELECT count(*) FROM rooms").getInt(), 1);
}

void TestSqliteFile::failedStepLeavesTheOlderFile()
{
    const int version = static_cast<int>(SqliteSchema::builtInMigrations().size());
    QVERIFY(openSqliteSchool(path()));
    const auto failed = openSqliteSchool(path(),
        withSteps({QStringLiteral("ALTER TABLE courses ADD COLUMN room TEXT; SELECT nonsense")}));
    QVERIFY(!failed);
    SQLite::Database database = otherProgram(path());
    QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), version);
    QCOMPARE(database
                 .execAndGet("SELECT count(*) FROM pragma_table_info('courses')"
                             " WHERE name = 'room'")
                 .getInt(),
        0);
    QVERIFY(openSqliteSchool(path()));
}

void TestSqliteFile::newerFileIsRefused()
{
    QVERIFY(openSqliteSchool(path(), withSteps({QStringLiteral("CREATE TABLE future (x)")})));
    const QByteArray before = contentOf(path());
    const auto school = openSqliteSchool(path());
    QVERIFY(!school);
    QCOMPARE(school.error().code, ErrorCode::StoreNewer);
    QVERIFY2(school.error().sentence.contains(QStringLiteral("Update Rollbook")),
        qPrintable(school.error().sentence));
    QCOMPARE(contentOf(path()), before);
}

void TestSqliteFile::otherFilesAreRefusedAndNotTouched_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("student_id,given_name\n1,Ann\n");
    QTest::newRow("a long text") << QByteArray(100'000, 'x');
    QTest::newRow("the beginning of a database") << QByteArray("SQLite format 3\0", 16);

    const QTemporaryDir folder;
    const QString foreign = folder.filePath(QStringLiteral("foreign.sqlite"));
    otherProgram(foreign).exec("CREATE TABLE students (id); INSERT INTO students VALUES (1)");
    QTest::newRow("another program's database") << contentOf(foreign);
    otherProgram(foreign).exec("PRAGMA application_id = 4711");
    QTest::newRow("another program's database with its id") << contentOf(foreign);
    otherProgram(foreign).exec("PRAGMA journal_mode = WAL");
    QTest::newRow("another program's database with a log") << contentOf(foreign);
}

void TestSqliteFile::otherFilesAreRefusedAndNotTouched()
{
    QFETCH(const QByteArray, content);
    write(path(), content);
    const auto school = openSqliteSchool(path());
    QVERIFY(!school);
    QCOMPARE(school.error().code, ErrorCode::StoreDamaged);
    QVERIFY(school.error().sentence.contains(path()));
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
        QStringList{QStringLiteral("school.sqlite")});
}

void TestSqliteFile::damagedSchoolIsRefused_data()
{
    QTest::addColumn<int>("keep");
    QTest::newRow("cut off") << 5000;
    QTest::newRow("nonsense after the heading") << -1;
}

void TestSqliteFile::damagedSchoolIsRefused()
{
    QFETCH(const int, keep);
    QVERIFY(openSqliteSchool(path()));
    QByteArray content = contentOf(path());
    if (keep > 0)
        content.truncate(keep);
    else
        content = content.left(100) + QByteArray(content.size() - 100, '\xA5');
    write(path(), content);
    const auto school = openSqliteSchool(path());
    QVERIFY(!school);
    QCOMPARE(school.error().code, ErrorCode::StoreDamaged);
}

void TestSqliteFile::placesWhereNoFileCanBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no folder") << QStringLiteral("missing/school.sqlite");
    QTest::newRow("a file instead of a folder") << QStringLiteral("file/school.sqlite");
    QTest::newRow("a folder instead of a file") << QStringLiteral("folder");
    QTest::newRow("a pipe") << QStringLiteral("pipe");
}

void TestSqliteFile::placesWhereNoFileCanBe()
{
    QFETCH(const QString, name);
    write(path(QStringLiteral("file")), "x");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(mkfifo(QFile::encodeName(path(QStringLiteral("pipe"))).constData(), 0600), 0);
    const auto school = openSqliteSchool(path(name));
    QVERIFY(!school);
    QCOMPARE(school.error().code, ErrorCode::StoreUnavailable);
    QVERIFY(school.error().sentence.contains(m_folder->path()));
}

void TestSqliteFile::placesThatCannotBeWritten_data()
{
    QTest::addColumn<bool>("exists");
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("code");
    QTest::newRow("a file to read only")
        << true << 0444 << 0755 << static_cast<int>(ErrorCode::StoreReadOnly);
    QTest::newRow("a folder to read only")
        << true << 0666 << 0555 << static_cast<int>(ErrorCode::StoreReadOnly);
    QTest::newRow("a new file in a folder to read only")
        << false << 0 << 0555 << static_cast<int>(ErrorCode::StoreReadOnly);
    QTest::newRow("a file of others")
        << true << 0200 << 0755 << static_cast<int>(ErrorCode::StoreUnavailable);
}

void TestSqliteFile::placesThatCannotBeWritten()
{
    QFETCH(const bool, exists);
    QFETCH(const int, fileMode);
    QFETCH(const int, folderMode);
    const QByteArray folder = QFile::encodeName(m_folder->path());
    if (exists) {
        QVERIFY(openSqliteSchool(path()));
        QCOMPARE(chmod(QFile::encodeName(path()).constData(), static_cast<mode_t>(fileMode)), 0);
    }
    const QByteArray before = contentOf(path());
    Expected<std::unique_ptr<School>> school = nullptr;
    {
        const Unprivileged nobody(m_folder->path());
        QCOMPARE(chmod(folder.constData(), static_cast<mode_t>(folderMode)), 0);
        school = openSqliteSchool(path());
        QCOMPARE(chmod(folder.constData(), 0755), 0);
    }
    QVERIFY(!school);
    QTEST(static_cast<int>(school.error().code), "code");
    QVERIFY(school.error().sentence.contains(m_folder->path()));
    QCOMPARE(contentOf(path()), before);
}

void TestSqliteFile::emptyFileBecomesASchool()
{
    write(path(), {});
    const auto school = openSqliteSchool(path());
    QVERIFY(school);
    QVERIFY((*school)->courses().save({course(QStringLiteral("GO1"))}));
}

QTEST_GUILESS_MAIN(TestSqliteFile)
#include "tst_sqlitefile.moc"
