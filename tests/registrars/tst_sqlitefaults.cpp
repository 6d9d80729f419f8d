// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteschool.h"

#include "smalldisk.h"
#include "teststore.h"

#include <QFile>
#include <QTest>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <optional>

using namespace Rollbook;

/// What becomes of rows when the file cannot be written for a while.
class TestSqliteFaults : public QObject
{
    Q_OBJECT

public:
    static void initMain() { SmallDisk::allowMounting(); }

private Q_SLOTS:
    void init();
    void cleanup();

    void lockedFileFailsEachRowAndChangesNothing();
    void waitsForWhoIsWriting();
    void otherChangesSayThatItIsInUse();
    void fullDiskFailsEachRowAndChangesNothing();
    void fullDiskKeepsASchoolFromBeingMade();
    void lostTablesAreAFault();
    void aFileThatIsGoneTakesNobody();
    void aFileThatIsDamagedTakesNobody();

private:
    void open(std::chrono::milliseconds busyTimeout);
    void fillDisk();
    QString path() const { return m_folder->filePath(QStringLiteral("school.sqlite")); }
    QString filler() const { return m_folder->filePath(QStringLiteral("filler")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<School> m_school;
    SmallDisk m_disk;
};

namespace
{

const CourseAssignment &forGo1()
{
    static const CourseAssignment courses(course(QStringLiteral("GO1")).ref());
    return courses;
}

SQLite::Database colleague(const QString &path)
{
    return SQLite::Database(path.toStdString(), SQLite::OPEN_READWRITE, 10'000);
}

bool allAre(const RegistrationResults &results, const QString &expected)
{
    return std::all_of(results.cbegin(), results.cend(),
        [&expected](const auto &result) { return outcome(result) == expected; });
}

} // namespace

void TestSqliteFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSqliteFaults::cleanup()
{
    m_school.reset();
    m_disk.unmount();
    m_folder.reset();
}

void TestSqliteFaults::open(std::chrono::milliseconds busyTimeout)
{
    SqliteOptions options;
    options.busyTimeout = busyTimeout;
    auto school = openSqliteSchool(path(), options);
    QVERIFY2(school, school ? "" : qPrintable(school.error().sentence));
    m_school = std::move(*school);
    QVERIFY(m_school->courses().save({course(QStringLiteral("GO1"))}));
}

void TestSqliteFaults::fillDisk()
{
    QFile file(filler());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (file.write(QByteArray(4096, 'x')) == 4096) {
    }
}

void TestSqliteFaults::lockedFileFailsEachRowAndChangesNothing()
{
    open(std::chrono::milliseconds(20));
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    {
        SQLite::Database other = colleague(path());
        const SQLite::Transaction writing(other, SQLite::TransactionBehavior::IMMEDIATE);
        const auto results = registerAll(*m_school, run, numberedStudents(10), forGo1(), 4);
        QCOMPARE(results.size(), 10);
        QVERIFY(allAre(results, QStringLiteral("failed store_busy")));
        for (int row = 0; row < 10; ++row)
            QCOMPARE(results[row].row, row);
    }
    QVERIFY(m_school->students().students()->isEmpty());
    QVERIFY(m_school->journal().runs()->isEmpty());

    const auto again = registerAll(*m_school, run, numberedStudents(10), forGo1(), 4);
    QCOMPARE(outcome(again.last()), QStringLiteral("registered 10"));
}

void TestSqliteFaults::waitsForWhoIsWriting()
{
    open(std::chrono::minutes(2));
    SQLite::Database other = colleague(path());
    std::optional<SQLite::Transaction> writing;
    writing.emplace(other, SQLite::TransactionBehavior::IMMEDIATE);
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    auto answer =
        m_school->registrar().registerBatch({run, numberedStudents(1), forGo1(), QList<qint32>{0}});
    other.exec("UPDATE courses SET seats_taken = 5");
    writing->commit();
    QCOMPARE(outcomes(answer.result()), QStringList{QStringLiteral("registered 6")});
}

void TestSqliteFaults::otherChangesSayThatItIsInUse()
{
    open(std::chrono::milliseconds(20));
    SQLite::Database other = colleague(path());
    const SQLite::Transaction writing(other, SQLite::TransactionBehavior::IMMEDIATE);
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const QList<Expected<void>> answers{m_school->courses().save({course(QStringLiteral("ART"))}),
        m_school->students().save({{student(QStringLiteral("S1")), {}, {}}}),
        m_school->journal().begin(run, {}), m_school->journal().end(run)};
    for (const auto &answer : answers) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::StoreBusy);
        QVERIFY(answer.error().sentence.contains(path()));
    }
    // Reading goes on meanwhile.
    QCOMPARE(m_school->courses().courses()->size(), 1);
}

void TestSqliteFaults::fullDiskFailsEachRowAndChangesNothing()
{
    if (!m_disk.mount(m_folder->path(), 8 << 20))
        QSKIP("needs the right to mount a small disk");
    open(std::chrono::milliseconds(20));
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    fillDisk();
    const auto full = registerAll(*m_school, run, numberedStudents(5000), forGo1(), 5000);
    QVERIFY2(allAre(full, QStringLiteral("failed store_full")), qPrintable(outcome(full[0])));
    QVERIFY(m_school->students().students()->isEmpty());
    QCOMPARE(m_school->courses().find(QStringLiteral("GO1"))->seatsTaken, 0);

    QVERIFY(QFile::remove(filler()));
    const auto results = registerAll(*m_school, run, numberedStudents(5000), forGo1(), 1000);
    QCOMPARE(outcome(results.last()), QStringLiteral("registered 5000"));
    QCOMPARE(colleague(path()).execAndGet("PRAGMA integrity_check").getString(), "ok");
}

void TestSqliteFaults::fullDiskKeepsASchoolFromBeingMade()
{
    if (!m_disk.mount(m_folder->path(), 1 << 20))
        QSKIP("needs the right to mount a small disk");
    fillDisk();
    const auto school = openSqliteSchool(path());
    QVERIFY(!school);
    QCOMPARE(school.error().code, ErrorCode::StoreFull);
    QVERIFY(QFile::remove(filler()));
    QVERIFY(openSqliteSchool(path()));
}

void TestSqliteFaults::lostTablesAreAFault()
{
    open(std::chrono::milliseconds(20));
    colleague(path()).exec("PRAGMA foreign_keys = OFF; DROP TABLE run_results");
    const auto results = registerAll(*m_school, numberedStudents(2), forGo1());
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[0].error()->code, ReasonCode::StoreFault);
    QVERIFY(QString(results[0].error()->argument).contains(QStringLiteral("run_results")));
    QVERIFY(m_school->students().students()->isEmpty());
}

void TestSqliteFaults::aFileThatIsGoneTakesNobody()
{
    open(std::chrono::milliseconds(20));
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere.sqlite"));
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    QVERIFY(QFile::rename(path(), elsewhere));
    const auto lost = registerAll(*m_school, run, numberedStudents(10), forGo1(), 4);
    QCOMPARE(lost.size(), 10);
    for (const StudentRegistrationResult &result : lost) {
        QCOMPARE(result.error()->code, ReasonCode::StoreUnavailable);
        QVERIFY(QString(result.error()->argument).contains(QStringLiteral("was moved or deleted")));
    }
    QVERIFY(QFile::rename(elsewhere, path()));
    const auto again = registerAll(*m_school, run, numberedStudents(10), forGo1(), 4);
    QCOMPARE(outcomes(again).last(), QStringLiteral("registered 10"));
    QVERIFY(QFile::remove(path()));
    const auto deleted = registerAll(*m_school, numberedStudents(1, 50), forGo1());
    QCOMPARE(deleted[0].error()->code, ReasonCode::StoreUnavailable);
}

void TestSqliteFaults::aFileThatIsDamagedTakesNobody()
{
    open(std::chrono::milliseconds(20));
    registerAll(*m_school, numberedStudents(200), forGo1());
    {
        // After a change of somebody else's the file is read again.
        SQLite::Database other = colleague(path());
        other.exec("UPDATE courses SET title = 'Go'");
        other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    const QByteArray sound = file.readAll();
    constexpr qsizetype FirstPage = 4096;
    QVERIFY(file.seek(FirstPage));
    QVERIFY(file.write(QByteArray(sound.size() - FirstPage, '\x55')) > 0);
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const auto damaged = registerAll(*m_school, run, numberedStudents(10, 300), forGo1(), 4);
    QCOMPARE(damaged.size(), 10);
    for (const StudentRegistrationResult &result : damaged) {
        QCOMPARE(result.error()->code, ReasonCode::StoreFault);
        QVERIFY(QString(result.error()->argument).contains(QStringLiteral("Restore it")));
    }

    m_school.reset();
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(sound), sound.size());
    file.close();
    open(std::chrono::milliseconds(20));
    const auto restored = registerAll(*m_school, run, numberedStudents(10, 300), forGo1(), 4);
    QCOMPARE(outcomes(restored).last(), QStringLiteral("registered 210"));
}

QTEST_GUILESS_MAIN(TestSqliteFaults)
#include "tst_sqlitefaults.moc"
