// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/schoolmove.h"

#include "move/schooltables.h"
#include "movedschool.h"
#include "postgrescluster.h"
#include "registrars/openschool.h"
#include "registrars/schoolsetup.h"

#include <QDir>
#include <QTest>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How a school gets from a file to a server, and back.
class TestSchoolMove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyTableIsCarriedOver_data();
    void everyTableIsCarriedOver();
    void schoolIsTheSameThereAndBack();
    void workGoesOnInTheNewPlace();
    void rightsAreWatchedAgain();
    void schoolThatWasOnlySetUpIsFilled();
    void schoolWithContentIsLeftAsItIs();
    void stoppedMoveLeavesNothing_data();
    void stoppedMoveLeavesNothing();
    void lostServerLeavesNothing();
    void whatDiffersIsFound();
    void cutOffTrailStaysCutOff();
    void charactersThatCannotBeKeptAreCounted();

private:
    QString file(const QString &name) const { return u"sqlite:"_s + path(name); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString filled() const;
    static QString newDatabase();
    static QString url(const QString &database) { return PostgresCluster::shared().url(database); }
    static QString ask(const QString &database, const QString &sql)
    {
        return PostgresCluster::shared().execute(sql, database);
    }
    static bool hasSchool(const QString &database)
    {
        return ask(database, u"SELECT to_regnamespace('rollbook') IS NOT NULL"_s) == u"t"_s;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

std::unique_ptr<School> opened(const QString &url)
{
    auto school = openSchool(url, MissingSchool::Refuse);
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    return std::move(*school);
}

QStringList answers(const QString &url)
{
    return answersOf(*opened(url));
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

// "runs.number", of tables that hold something of a school.
QStringList columnsOfFile(const QString &path)
{
    const SQLite::Database database(path.toStdString());
    SQLite::Statement columns(database,
        "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'");
    QStringList names;
    while (columns.executeStep())
        names += QString::fromStdString(columns.getColumn(0).getString());
    return names;
}

} // namespace

/// Two schools that answer the same; says the first line that differs.
#define COMPARE_ANSWERS(one, other)                                                                \
    do {                                                                                           \
        const QStringList &ones = (one);                                                           \
        const QStringList &others = (other);                                                       \
        for (qsizetype line = 0; line < qMin(ones.size(), others.size()); ++line)                  \
            QCOMPARE(ones.at(line), others.at(line));                                              \
        QCOMPARE(ones.size(), others.size());                                                      \
    } while (false)

#define VERIFY_DONE(answer)                                                                        \
    do {                                                                                           \
        const auto &done = (answer);                                                               \
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));                             \
    } while (false)

void TestSchoolMove::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestSchoolMove::filled() const
{
    const auto school = openSchool(file(u"school.sqlite"_s));
    fillSchool(**school);
    return file(u"school.sqlite"_s);
}

QString TestSchoolMove::newDatabase()
{
    static int databases = 0;
    QString name = u"moved%1"_s.arg(++databases);
    if (!PostgresCluster::shared().createDatabase(name))
        qFatal("no database");
    return name;
}

void TestSchoolMove::everyTableIsCarriedOver_data()
{
    QTest::addColumn<bool>("onServer");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

void TestSchoolMove::everyTableIsCarriedOver()
{
    QFETCH(const bool, onServer);
    QStringList there;
    if (onServer) {
        const QString database = newDatabase();
        VERIFY_DONE(setUpSchool(url(database)));
        there = ask(database,
            u"SELECT table_name || '.' || column_name FROM information_schema.columns"
            " WHERE table_schema = 'rollbook' AND table_name NOT IN ('schema_version', 'audit_last')"_s)
                    .split(u'\n');
    } else {
        VERIFY_DONE(setUpSchool(file(u"school.sqlite"_s)));
        there = columnsOfFile(path(u"school.sqlite"_s));
    }
    QStringList listed;
    for (const SchoolTable &table : schoolTables()) {
        for (const SchoolTable::Column &column : table.columns)
            listed += QString::fromLatin1(table.name) + u'.' + QString::fromLatin1(column.name);
    }
    QCOMPARE(sorted(listed), sorted(there));
}

void TestSchoolMove::schoolIsTheSameThereAndBack()
{
    const QString from = filled();
    const QStringList before = answers(from);
    QVERIFY2(before.last().contains(u"intact"_s), qPrintable(before.last()));
    const QString database = newDatabase();
    const auto there = moveSchool(from, url(database));
    VERIFY_DONE(there);
    for (const MovedTable &table : there->tables)
        QVERIFY2(table.rows > 0, qPrintable(table.name + u" was not tried"_s));
    COMPARE_ANSWERS(answers(url(database)), before);
    COMPARE_ANSWERS(answers(from), before);

    const auto back = moveSchool(url(database), file(u"back.sqlite"_s));
    VERIFY_DONE(back);
    COMPARE_ANSWERS(answers(file(u"back.sqlite"_s)), before);
    for (qsizetype table = 0; table < there->tables.size(); ++table)
        QCOMPARE(back->tables.at(table).checksum, there->tables.at(table).checksum);
    QCOMPARE(there->changedTexts, 0);

    const QString second = newDatabase();
    VERIFY_DONE(moveSchool(url(database), url(second)));
    COMPARE_ANSWERS(answers(url(second)), before);
}

void TestSchoolMove::workGoesOnInTheNewPlace()
{
    const QString from = filled();
    const QString database = newDatabase();
    VERIFY_DONE(moveSchool(from, url(database)));
    VERIFY_DONE(moveSchool(url(database), file(u"back.sqlite"_s)));
    for (const QString &place : {url(database), file(u"back.sqlite"_s)}) {
        const auto school = opened(place);
        const Course more = course(u"MORE"_s, 3);
        VERIFY_DONE(school->courses().save({more}));
        const CourseAssignment courses(more.ref());
        const StudentList students = numberedStudents(2, 900);
        Run run = Run::begin(u"new.csv"_s, courses, {});
        VERIFY_DONE(school->journal().begin(run, {students, courses, {}}));
        QCOMPARE(outcomes(registerAll(*school, run, students, courses)),
            QStringList({u"registered 1"_s, u"registered 2"_s}));
        run.state = RunState::Finished;
        VERIFY_DONE(school->journal().end(run));
        // The one that was interrupted before.
        const QList<Run> runs = *school->journal().runs();
        const auto interrupted = std::find_if(runs.cbegin(), runs.cend(),
            [](const Run &one) { return one.state == RunState::Running; });
        QVERIFY(interrupted != runs.cend());
        VERIFY_DONE(school->journal().goOn(*interrupted));
        QVERIFY(school->audit().verify()->isIntact());
    }
}

void TestSchoolMove::rightsAreWatchedAgain()
{
    const QString set = newDatabase();
    VERIFY_DONE(setUpSchool(url(set)));
    const QString triggers = u"SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal"
                             " ORDER BY tgname"_s;
    const QString before = ask(set, triggers);
    VERIFY_DONE(moveSchool(filled(), url(set)));
    QCOMPARE(ask(set, triggers), before);
    QVERIFY(before.contains(u"entries_stay_as_they_are|A"_s));
}

void TestSchoolMove::schoolThatWasOnlySetUpIsFilled()
{
    const QString from = filled();
    const QString database = newDatabase();
    VERIFY_DONE(setUpSchool(url(database)));
    // Somebody looked at it already, and keeps a connection.
    const auto looking = opened(url(database));
    QVERIFY(looking->courses().courses()->isEmpty());
    VERIFY_DONE(moveSchool(from, url(database)));
    COMPARE_ANSWERS(answersOf(*looking), answers(from));
}

void TestSchoolMove::schoolWithContentIsLeftAsItIs()
{
    const QString from = filled();
    const QString database = newDatabase();
    VERIFY_DONE(setUpSchool(url(database)));
    VERIFY_DONE(opened(url(database))->courses().save({course(u"OWN"_s)}));
    const QStringList before = answers(url(database));
    const auto overServer = moveSchool(from, url(database));
    QVERIFY(!overServer);
    QCOMPARE(overServer.error().code, ErrorCode::Usage);
    COMPARE_ANSWERS(answers(url(database)), before);

    const QStringList own = answers(from);
    const auto overItself = moveSchool(from, from);
    QVERIFY(!overItself);
    QCOMPARE(overItself.error().code, ErrorCode::Usage);
    COMPARE_ANSWERS(answers(from), own);
}

void TestSchoolMove::stoppedMoveLeavesNothing_data()
{
    QTest::addColumn<bool>("toServer");
    QTest::addColumn<int>("percent");
    for (const int percent : {0, 30, 60, 100}) {
        QTest::addRow("to a server, %d %%", percent) << true << percent;
        QTest::addRow("to a file, %d %%", percent) << false << percent;
    }
}

void TestSchoolMove::stoppedMoveLeavesNothing()
{
    QFETCH(const bool, toServer);
    QFETCH(const int, percent);
    const QString from = filled();
    const QString database = newDatabase();
    const QStringList files = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const auto stopAt = [percent](const MoveProgress &now) {
        return now.total == 0 || now.done * 100 < now.total * percent;
    };
    const auto stopped = moveSchool(from, toServer ? url(database) : file(u"new.sqlite"_s), stopAt);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(!hasSchool(database));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), files);
    VERIFY_DONE(moveSchool(from, toServer ? url(database) : file(u"new.sqlite"_s)));
}

void TestSchoolMove::lostServerLeavesNothing()
{
    const QString from = filled();
    PostgresCluster server;
    QVERIFY(server.start());
    QVERIFY(server.createDatabase(u"office"_s));
    bool killed = false;
    const auto lost = moveSchool(from, server.url(u"office"_s), [&](const MoveProgress &now) {
        if (!killed && now.done * 2 > now.total)
            killed = server.kill();
        return true;
    });
    QVERIFY(killed);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::StoreUnavailable);
    QVERIFY(server.start());
    QCOMPARE(server.execute(u"SELECT to_regnamespace('rollbook') IS NULL"_s, u"office"_s), u"t"_s);
    VERIFY_DONE(moveSchool(from, server.url(u"office"_s)));
}

void TestSchoolMove::whatDiffersIsFound()
{
    const QString database = newDatabase();
    VERIFY_DONE(setUpSchool(url(database)));
    ask(database,
        u"CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN new.notes := ''!''; RETURN new; END';"
        "CREATE TRIGGER shout BEFORE INSERT ON rollbook.run_results FOR EACH ROW WHEN"
        " (new.roster_row = 5) EXECUTE FUNCTION shout()"_s);
    const QStringList before = answers(url(database));
    const auto moved = moveSchool(filled(), url(database));
    QVERIFY(!moved);
    QVERIFY2(moved.error().sentence.contains(u"run_results"_s), qPrintable(moved.error().sentence));
    COMPARE_ANSWERS(answers(url(database)), before);
}

void TestSchoolMove::cutOffTrailStaysCutOff()
{
    const QString from = filled();
    {
        SQLite::Database file(path(u"school.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE);
        file.exec("DROP TRIGGER audit_entries_stay");
        file.exec("DELETE FROM audit_entries WHERE number ="
                  " (SELECT max(number) FROM audit_entries)");
    }
    const auto before = opened(from)->audit().verify();
    QVERIFY(before && before->firstBreak);
    QCOMPARE(before->firstBreak->kind, AuditBreak::Kind::CutOff);
    const QString database = newDatabase();
    VERIFY_DONE(moveSchool(from, url(database)));
    VERIFY_DONE(moveSchool(url(database), file(u"back.sqlite"_s)));
    for (const QString &place : {url(database), file(u"back.sqlite"_s)})
        QCOMPARE(opened(place)->audit().verify()->firstBreak, before->firstBreak);
}

void TestSchoolMove::charactersThatCannotBeKeptAreCounted()
{
    const QString from = filled();
    {
        SQLite::Database file(path(u"school.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE);
        file.exec("UPDATE students SET notes = 'a' || char(0) || 'b', hold = char(0) WHERE id = 1");
        file.exec("INSERT INTO audit_entries SELECT number + 1, at, who, action, run, subject,"
                  " content || char(0), hash FROM audit_entries ORDER BY number DESC LIMIT 1");
    }
    const QString database = newDatabase();
    const auto moved = moveSchool(from, url(database));
    VERIFY_DONE(moved);
    QCOMPARE(moved->changedTexts, 3);
    QCOMPARE(moved->changedAuditTexts, 1);
    QCOMPARE(ask(database, u"SELECT notes || hold FROM rollbook.students WHERE id = 1"_s),
        u"a\uFFFDb\uFFFD"_s);
    // In a file it can be kept.
    const auto copied = moveSchool(from, file(u"copy.sqlite"_s));
    VERIFY_DONE(copied);
    QCOMPARE(copied->changedTexts, 0);
    COMPARE_ANSWERS(answers(file(u"copy.sqlite"_s)), answers(from));
}

QTEST_GUILESS_MAIN(TestSchoolMove)
#include "tst_schoolmove.moc"
