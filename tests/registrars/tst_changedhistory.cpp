// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlauditwriter.h"
#include "sql/sqlresults.h"
#include "sql/sqlruns.h"
#include "sqlite/sqliteschool.h"
#include "sqlite/sqlitestore.h"
#include "undoschool.h"

#include <QTest>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// A school file that was changed behind the program's back: it is found where, and what is as it
/// was written is never taken for changed.
class TestChangedHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void entriesCannotBeChanged_data();
    void entriesCannotBeChanged();
    void changedEntryIsFound_data();
    void changedEntryIsFound();
    void gapStaysWhenEntriesFollow();
    void changedRunIsFound_data();
    void changedRunIsFound();
    void sealIsTheSameHoweverItIsMade_data();
    void sealIsTheSameHoweverItIsMade();
    void sealIsReadWhenItIsNotCertain_data();
    void sealIsReadWhenItIsNotCertain();
    void olderSchoolIsSealed();
    void twoProgramsKeepOneChain();

private:
    SQLite::Database otherProgram() const
    {
        return SQLite::Database(m_path.toStdString(), SQLite::OPEN_READWRITE, 5000);
    }
    std::optional<QString> sealOfRows(
        const QList<qint32> &rows, const std::function<void(SqliteStore &)> &meanwhile);
    AuditVerification verified() const { return *(*m_school)->audit().verify(); }

    std::unique_ptr<UndoSchool> m_school;
    QString m_path;
    QString m_run;
    QString m_undo;
    QString m_readSeal; // by sealOfRows()
};

namespace
{

constexpr const char *WithoutTriggers = "DROP TRIGGER audit_entries_stay_as_they_are;"
                                        "DROP TRIGGER audit_entries_stay;"
                                        "DROP TRIGGER audit_entries_follow_each_other;";

CourseAssignment forGo1()
{
    return CourseAssignment(course(u"GO1"_s).ref());
}

} // namespace

// The trail: 1 begun, 2 courses, 3 and 4 a run, 5 its undo, 6 and 7 the run.
void TestChangedHistory::init()
{
    m_school = std::make_unique<UndoSchool>(u"sqlite"_s);
    m_path = m_school->path();
    QVERIFY((*m_school)->courses().save({course(u"GO1"_s, 3, 2)}));
    const QString undone = m_school->registerRun(numberedStudents(2, 8), forGo1());
    m_undo = (*m_school)->undo().undo(undone)->undo.id;
    m_run = m_school->registerRun(numberedStudents(6), forGo1());
    QVERIFY(verified().isIntact());
    QCOMPARE(verified().entries, 7);
    QCOMPARE(verified().sealedRuns, 3);
}

void TestChangedHistory::entriesCannotBeChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("update") << QByteArray("UPDATE audit_entries SET who = 'x' WHERE number = 3");
    QTest::newRow("delete") << QByteArray("DELETE FROM audit_entries WHERE number = 7");
    QTest::newRow("delete all") << QByteArray("DELETE FROM audit_entries");
    QTest::newRow("replace") << QByteArray("INSERT OR REPLACE INTO audit_entries SELECT number, "
                                           "at, 'x', action, run, subject, content,"
                                           " hash FROM audit_entries WHERE number = 3");
    QTest::newRow("insert before the last")
        << QByteArray("INSERT INTO audit_entries SELECT 0, at, who, action, run, subject, content,"
                      " hash FROM audit_entries WHERE number = 3");
}

void TestChangedHistory::entriesCannotBeChanged()
{
    QFETCH(const QByteArray, sql);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, otherProgram().exec(sql.toStdString()));
    QVERIFY(verified().isIntact());
    QCOMPARE(verified().entries, 7);
}

void TestChangedHistory::changedEntryIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("number");
    const auto add = [](const char *name, const char *sql, AuditBreak::Kind kind, int number) {
        QTest::newRow(name) << QByteArray(sql) << static_cast<int>(kind) << number;
    };
    using Kind = AuditBreak::Kind;
    add("who", "UPDATE audit_entries SET who = 'x' WHERE number = 3", Kind::Changed, 3);
    add("when", "UPDATE audit_entries SET at = at - 86400000 WHERE number = 4", Kind::Changed, 4);
    add("a word of its own", "UPDATE audit_entries SET action = 'x' WHERE number = 5",
        Kind::Changed, 5);
    add("what", "UPDATE audit_entries SET content = replace(content, '6', '7') WHERE number = 6",
        Kind::Changed, 6);
    add("hash", "UPDATE audit_entries SET hash = upper(hash) WHERE number = 7", Kind::Changed, 7);
    add("removed", "DELETE FROM audit_entries WHERE number = 2", Kind::Missing, 3);
    add("removed and closed up",
        "DELETE FROM audit_entries WHERE number = 5;"
        "UPDATE audit_entries SET number = 5 WHERE number = 6;"
        "UPDATE audit_entries SET number = 6 WHERE number = 7",
        Kind::Changed, 5);
    add("exchanged",
        "UPDATE audit_entries SET number = 99 WHERE number = 3;"
        "UPDATE audit_entries SET number = 3 WHERE number = 4;"
        "UPDATE audit_entries SET number = 4 WHERE number = 99",
        Kind::Changed, 3);
    add("added",
        "INSERT INTO audit_entries SELECT 8, at, who, action, run, subject, content, hash"
        " FROM audit_entries WHERE number = 7",
        Kind::Changed, 8);
    add("cut off", "DELETE FROM audit_entries WHERE number > 5", Kind::CutOff, 6);
    add("all of them", "DELETE FROM audit_entries", Kind::CutOff, 1);
    add("all without a trace", "DELETE FROM audit_entries; DELETE FROM sqlite_sequence",
        Kind::CutOff, 1);
}

void TestChangedHistory::changedEntryIsFound()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const int, kind);
    QFETCH(const int, number);
    otherProgram().exec(WithoutTriggers);
    QVERIFY(verified().isIntact());
    otherProgram().exec(sql.toStdString());
    const AuditVerification found = verified();
    QVERIFY(found.firstBreak.has_value());
    QCOMPARE(static_cast<int>(found.firstBreak->kind), kind);
    QCOMPARE(found.firstBreak->number, number);
    QVERIFY2(explain(*found.firstBreak).contains(QString::number(number)) || number == 1,
        qPrintable(explain(*found.firstBreak)));
}

void TestChangedHistory::gapStaysWhenEntriesFollow()
{
    otherProgram().exec(WithoutTriggers);
    otherProgram().exec("DELETE FROM audit_entries WHERE number = 7");
    QVERIFY((*m_school)->courses().save({course(u"ART"_s)}));
    const AuditVerification found = verified();
    QCOMPARE(found.firstBreak->kind, AuditBreak::Kind::Missing);
    QCOMPARE(found.firstBreak->number, 8);
    QCOMPARE(found.firstBreak->missing, 1);
}

void TestChangedHistory::changedRunIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("which");
    const auto add = [](const char *name, const char *sql,
                         ChangedRun::Kind kind = ChangedRun::Kind::OutcomesChanged,
                         const char *which = "run") {
        QTest::newRow(name) << QByteArray(sql) << static_cast<int>(kind) << QByteArray(which);
    };
    using Kind = ChangedRun::Kind;
    add("another seat", "UPDATE run_results SET number = 9 WHERE run = 3 AND roster_row = 2");
    add("another student",
        "UPDATE run_results SET student_id = 'S999' WHERE run = 3 AND roster_row = 2");
    add("another course", "UPDATE run_results SET course = NULL WHERE run = 3 AND roster_row = 6");
    add("another reason", "UPDATE run_results SET argument = 'x' WHERE run = 3 AND roster_row = 6");
    add("a row removed", "DELETE FROM run_results WHERE run = 3 AND roster_row = 6");
    add("a row added",
        "INSERT INTO run_results SELECT run, 7, course, 'S007', given_name, family_name, email,"
        " birth_date, grade_level, notes, status, reason, argument, waiting, number, registered_at,"
        " attempts, duration_ms FROM run_results WHERE run = 3 AND roster_row = 1");
    add("the course renamed", "UPDATE run_courses SET code = 'GO2' WHERE run = 3");
    add("its counts", "UPDATE runs SET registered = 5 WHERE number = 3");
    add("who began it", "UPDATE runs SET started_by = 'x' WHERE number = 3");
    add("as if it went on", "UPDATE runs SET state = 'running', ended_at = NULL WHERE number = 3");
    add("what the undo did", "UPDATE undo_results SET number = 9 WHERE run = 2 AND roster_row = 1",
        Kind::OutcomesChanged, "undo");
    add("removed",
        "PRAGMA foreign_keys = OFF; DELETE FROM run_results WHERE run = 3;"
        "DELETE FROM runs WHERE number = 3",
        Kind::Gone);
    add("added",
        "INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
        " unknown_students, state) VALUES ('other', 0, 'x', 'x', 'x', 'reject', 'reject',"
        " 'finished')",
        Kind::NotInTrail, "other");
}

void TestChangedHistory::changedRunIsFound()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const int, kind);
    QFETCH(const QByteArray, which);
    otherProgram().exec(sql.toStdString());
    const AuditVerification found = verified();
    QVERIFY(!found.firstBreak);
    QCOMPARE(found.changedRuns.size(), 1);
    const ChangedRun &changed = found.changedRuns.first();
    QCOMPARE(static_cast<int>(changed.kind), kind);
    QCOMPARE(changed.run, which == "run" ? m_run : which == "undo" ? m_undo : u"other"_s);
    QVERIFY(explain(changed).contains(changed.run));
}

// The digest that is made while rows are written in that order, if there is one.
std::optional<QString> TestChangedHistory::sealOfRows(
    const QList<qint32> &rows, const std::function<void(SqliteStore &)> &meanwhile)
{
    const SqliteFile file(m_path, {});
    SqliteStore store(file, *file.openForWriting());
    RunningSeals seals(store);
    const Run run = Run::begin(u"list.csv"_s, forGo1(), {});
    const StudentList students =
        StudentList::fromStudents(QList<Student>(9, student(u"S001"_s, u"zoë@school.example"_s)));
    qint64 number = 0;
    const auto write = [&](const QList<qint32> &some) {
        return store.change([&](SqlDatabase &database) -> Expected<void> {
            SqlResultWriter results(database, SqlResultWriter::Attempts::Further, seals);
            for (const qint32 row : some) {
                StudentRegistrationResult result = rejectedRow(row, ReasonCode::Hold, u"fée"_s);
                if (row % 2 == 0)
                    result.outcome = StudentRegistration{
                        RegistrationStatus::Waitlisted, true, row + 1, 1'700'000'000'000};
                result.attempts = 2;
                results.write(
                    number, students, row % 3 == 0 ? CourseAssignment() : forGo1(), result);
            }
            return {};
        });
    };
    const auto begun = store.change([&](SqlDatabase &database) -> Expected<void> {
        number = SqlRunWriter(database).enter(run).number;
        seals.start(database, number);
        return {};
    });
    bool written = begun && write(rows.mid(0, 3));
    if (meanwhile)
        meanwhile(store);
    written = written && write(rows.mid(3));
    std::optional<QString> running;
    const auto ended = store.change([&](SqlDatabase &database) -> Expected<void> {
        auto outcomes = seals.take(database, number);
        if (outcomes)
            running = sealOf(database, number, std::move(outcomes));
        m_readSeal = sealOf(database, number);
        return {};
    });
    if (!written || !ended)
        qFatal("The rows cannot be written.");
    return running;
}

void TestChangedHistory::sealIsTheSameHoweverItIsMade_data()
{
    QTest::addColumn<QList<qint32>>("rows");
    QTest::newRow("in their order") << QList<qint32>{0, 1, 2, 3, 4, 5, 6, 7, 8};
    QTest::newRow("some before") << QList<qint32>{4, 8, 0, 1, 2, 3, 5, 6, 7};
    QTest::newRow("backwards") << QList<qint32>{8, 7, 6, 5, 4, 3, 2, 1, 0};
    QTest::newRow("with gaps") << QList<qint32>{1, 7, 3};
}

void TestChangedHistory::sealIsTheSameHoweverItIsMade()
{
    QFETCH(const QList<qint32>, rows);
    const auto running = sealOfRows(rows, {});
    QVERIFY(running.has_value());
    QCOMPARE(*running, m_readSeal);
}

void TestChangedHistory::sealIsReadWhenItIsNotCertain_data()
{
    QTest::addColumn<QList<qint32>>("rows");
    QTest::addColumn<int>("meanwhile");
    const QList<qint32> inOrder{0, 1, 2, 3, 4};
    QTest::newRow("a row written twice") << QList<qint32>{0, 1, 2, 2, 3} << 0;
    QTest::newRow("a row that waits written twice") << QList<qint32>{0, 4, 1, 4} << 0;
    QTest::newRow("another program wrote") << inOrder << 1;
    QTest::newRow("a change failed") << inOrder << 2;
}

void TestChangedHistory::sealIsReadWhenItIsNotCertain()
{
    QFETCH(const QList<qint32>, rows);
    QFETCH(const int, meanwhile);
    QVERIFY(!sealOfRows(rows, [&](SqliteStore &store) {
        if (meanwhile == 1)
            otherProgram().exec("UPDATE run_results SET notes = 'x' WHERE run = 4");
        if (meanwhile == 2)
            QVERIFY(!store.change(
                [](SqlDatabase &) -> Expected<void> { return fail(ErrorCode::Internal, {}); }));
    }));
}

void TestChangedHistory::olderSchoolIsSealed()
{
    m_school.reset();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"older.sqlite"_s);
    SqliteOptions options;
    options.migrations = options.migrations.mid(0, 3);
    QVERIFY(SqliteFile(path, options).openForWriting());
    SQLite::Database older(path.toStdString(), SQLite::OPEN_READWRITE, 5000);
    older.exec("INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
               " unknown_students, state) VALUES"
               " ('ended', 1, 'x', 'x', 'x', 'reject', 'reject', 'finished'),"
               " ('killed', 2, 'x', 'x', 'x', 'reject', 'reject', 'running')");
    older.exec("INSERT INTO run_results SELECT number, 1, NULL, 'S001', '', '', '', '', '', '',"
               " 'registered', '', '', 0, 1, 5, 1, 0 FROM runs");
    const auto school = openSqliteSchool(path);
    QVERIFY2(school, school ? "" : qPrintable(school.error().sentence));
    const QList<AuditEntry> entries = *(*school)->audit().entries();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.last().action, AuditAction::TrailBegun);
    QCOMPARE(entries.last().content, u"{\"older_version\":3}"_s);
    QCOMPARE(entries.at(1).action, AuditAction::RunSealed);
    QCOMPARE(entries.at(1).run, u"ended"_s);
    QCOMPARE(entries.at(0).run, u"killed"_s);
    QVERIFY((*school)->audit().verify()->isIntact());
    QCOMPARE((*school)->audit().verify()->sealedRuns, 1);
    // What was killed may go on; what had ended may not change any more.
    older.exec("UPDATE run_results SET status = 'failed' WHERE run = 2");
    QVERIFY((*school)->audit().verify()->isIntact());
    older.exec("UPDATE run_results SET status = 'failed' WHERE run = 1");
    QCOMPARE((*school)->audit().verify()->changedRuns.first().run, u"ended"_s);
}

void TestChangedHistory::twoProgramsKeepOneChain()
{
    const auto colleague = openSqliteSchool(m_path);
    QVERIFY(colleague);
    for (int i = 0; i < 10; ++i) {
        QVERIFY((*m_school)->courses().save({course(u"ART"_s, i)}));
        QVERIFY((*colleague)->students().save({{student(u"S%1"_s.arg(i)), {}, {}}}));
    }
    const AuditVerification found = *(*colleague)->audit().verify();
    QVERIFY(found.isIntact());
    QCOMPARE(found.entries, 27);
    QCOMPARE(found.lastHash, verified().lastHash);
}

QTEST_GUILESS_MAIN(TestChangedHistory)
#include "tst_changedhistory.moc"
