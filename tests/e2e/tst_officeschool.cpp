// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrescluster.h"
#include "schoolfolder.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook school`: how an office gets its school on a server.
class TestOfficeSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void isMadeAndUsedByColleagues();
    void isNotMadeTwice();
    void isBroughtUpToDateByItsOwner();
    void wrongUsageSaysHowToWriteIt_data();
    void wrongUsageSaysHowToWriteIt();
    void unreachableServerIsSaid();
    void passwordIsNeverShown_data();
    void passwordIsNeverShown();
    void movesThereAndBack();
    void isNotMovedOverAnother();
    void moveThatIsStoppedLeavesNothing();

private:
    PostgresCluster &server() const { return PostgresCluster::shared(); }
    /// Of the owner, who is no superuser.
    QString url(const QString &user = u"school_owner"_s) const
    {
        return u"\"%1\""_s.arg(server().url(m_database, user));
    }

    std::unique_ptr<SchoolFolder> m_folder;
    QString m_database;
};

// As the README says it.
void TestOfficeSchool::initTestCase()
{
    server().execute(u"CREATE ROLE school_owner LOGIN CREATEROLE"_s);
}

void TestOfficeSchool::init()
{
    static int databases = 0;
    m_folder = std::make_unique<SchoolFolder>();
    m_database = u"office%1"_s.arg(++databases);
    server().execute(
        u"CREATE DATABASE %1 OWNER school_owner ENCODING 'UTF8' TEMPLATE template0"_s.arg(
            m_database));
}

void TestOfficeSchool::isMadeAndUsedByColleagues()
{
    const Answer made = m_folder->run(u"school init "_s + url());
    VERIFY_EXIT(made, 0);
    QVERIFY2(made.out.contains(u"CREATE USER anna PASSWORD '…' IN ROLE rollbook_registrar;"_s),
        qPrintable(made.out));
    server().execute(u"CREATE USER anna IN ROLE rollbook_registrar;"
                     "CREATE USER head IN ROLE rollbook_admin"_s,
        m_database, u"school_owner"_s);
    m_folder->write(u"courses.csv"_s, "code,title,capacity\nGO1,Golang,2\n");
    m_folder->write(u"list.csv"_s, classList(2));
    VERIFY_EXIT(m_folder->run(u"courses import courses.csv --store "_s + url(u"head"_s)), 0);
    VERIFY_EXIT(
        m_folder->run(u"register --course GO1 --roster list.csv --store "_s + url(u"anna"_s)), 0);
}

void TestOfficeSchool::isNotMadeTwice()
{
    VERIFY_EXIT(m_folder->run(u"school init "_s + url()), 0);
    const Answer again = m_folder->run(u"school init "_s + url());
    VERIFY_EXIT(again, 2);
    QVERIFY2(again.err.contains(u"It is left as it is"_s), qPrintable(again.err));
    VERIFY_EXIT(m_folder->run(u"runs verify --store "_s + url()), 0);
}

void TestOfficeSchool::isBroughtUpToDateByItsOwner()
{
    VERIFY_EXIT(m_folder->run(u"school upgrade "_s + url()), 2); // there is none yet
    VERIFY_EXIT(m_folder->run(u"school init "_s + url()), 0);
    const Answer before = m_folder->run(u"school upgrade "_s + url());
    VERIFY_EXIT(before, 0);
    QVERIFY2(before.out.contains(u"nothing was changed"_s), qPrintable(before.out));
    // All that tells version 1 from version 2.
    server().execute(u"ALTER TABLE schema_version DROP COLUMN oldest_program;"
                     "UPDATE schema_version SET version = 1;"
                     "ALTER TABLE run_results ADD CONSTRAINT run_results_run_fkey"
                     " FOREIGN KEY (run) REFERENCES runs (number);"
                     "DROP TRIGGER runs_stay ON runs;"
                     "CREATE USER colleague IN ROLE rollbook_admin"_s,
        m_database);
    const Answer refused = m_folder->run(u"courses list --store "_s + url());
    VERIFY_EXIT(refused, 3);
    QVERIFY2(refused.err.contains(u"rollbook school upgrade"_s), qPrintable(refused.err));
    VERIFY_EXIT(m_folder->run(u"school upgrade "_s + url(u"colleague"_s)), 3);
    const Answer upgraded = m_folder->run(u"school upgrade "_s + url());
    VERIFY_EXIT(upgraded, 0);
    QVERIFY2(upgraded.out.contains(u"up to date now"_s), qPrintable(upgraded.out));
    VERIFY_EXIT(m_folder->run(u"courses list --store "_s + url(u"colleague"_s)), 0);
}

void TestOfficeSchool::wrongUsageSaysHowToWriteIt_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << u"school"_s << u"Write it as: school init URL"_s;
    QTest::newRow("move nothing") << u"school move"_s << u"Write it as: school move"_s;
    QTest::newRow("move from nowhere")
        << u"school move --to sqlite:new.sqlite"_s << u"Write it as: school move"_s;
    QTest::newRow("move to nowhere")
        << u"school move --from sqlite:a --to office"_s << u"“sqlite:FILE”"_s;
    QTest::newRow("move practice")
        << u"school move --from simulated: --to sqlite:new.sqlite"_s << u"“sqlite:FILE”"_s;
    QTest::newRow("upgrade nothing") << u"school upgrade"_s << u"Write it as: school upgrade URL"_s;
    QTest::newRow("upgrade a file") << u"school upgrade sqlite:a"_s << u"school on a server"_s;
    QTest::newRow("no URL") << u"school init"_s << u"postgresql://USER@SERVER/DATABASE"_s;
    QTest::newRow("two URLs") << u"school init sqlite:a sqlite:b"_s << u"school init URL"_s;
    QTest::newRow("unknown") << u"school paint"_s << u"Write it as: school init URL"_s;
    QTest::newRow("practice") << u"school init simulated:"_s << u"nothing to make"_s;
    QTest::newRow("no address") << u"school init office"_s << u"is not the address of a school"_s;
}

void TestOfficeSchool::wrongUsageSaysHowToWriteIt()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, sentence);
    const Answer answer = m_folder->run(arguments);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(sentence), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
}

void TestOfficeSchool::unreachableServerIsSaid()
{
    // Nobody listens on the port of no service.
    VERIFY_EXIT(m_folder->run(u"school init postgresql://127.0.0.1:1/office"_s), 3);
    server().execute(u"CREATE USER visitor"_s);
    VERIFY_EXIT(m_folder->run(u"courses list --store "_s + url(u"visitor"_s)), 2);
    VERIFY_EXIT(m_folder->run(u"school init "_s + url(u"visitor"_s)), 3);
}

void TestOfficeSchool::passwordIsNeverShown_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("nobody listens") << u"postgresql://anna:secret@127.0.0.1:1/office"_s;
    QTest::newRow("wrong port") << u"postgresql://anna:secret@127.0.0.1:x/office"_s;
    QTest::newRow("no URL of libpq") << u"postgresql://anna:secret@[/office"_s;
    QTest::newRow("no scheme of ours") << u"postgresq://anna:secret@127.0.0.1/office"_s;
    QTest::newRow("@ in it") << u"mysql://anna:a@secret@127.0.0.1/office"_s;
    QTest::newRow("as a word") << u"mysql://127.0.0.1/office?password=secret"_s;
}

void TestOfficeSchool::passwordIsNeverShown()
{
    QFETCH(const QString, address);
    for (const QString &command : {u"school init \"%1\""_s, u"courses list --store \"%1\""_s}) {
        const Answer answer = m_folder->run(command.arg(address));
        QVERIFY2(answer.exitStatus == 2 || answer.exitStatus == 3, qPrintable(answer.told()));
        QVERIFY2(!answer.err.isEmpty() && !answer.told().contains(u"secret"_s),
            qPrintable(answer.told()));
    }
}

void TestOfficeSchool::movesThereAndBack()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,2,1"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(4));
    VERIFY_EXIT(m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s), 1);
    VERIFY_EXIT(m_folder->run(u"school init "_s + url()), 0);
    server().execute(u"CREATE USER carl IN ROLE rollbook_registrar"_s);
    const Answer moved =
        m_folder->run(u"school move --progress plain --from sqlite:school.sqlite --to "_s + url());
    VERIFY_EXIT(moved, 0);
    QVERIFY2(moved.out.contains(u"\nrun_results\t4\t"_s), qPrintable(moved.out));
    QVERIFY2(moved.err.contains(u"The school was moved and compared."_s), qPrintable(moved.err));
    const Answer audit = m_folder->runOnSchool(u"runs audit"_s);
    const QString there = u" --store "_s + url(u"carl"_s);
    QCOMPARE(m_folder->run(u"runs audit"_s + there).out, audit.out);
    QCOMPARE(m_folder->run(u"runs list"_s + there).out, m_folder->runOnSchool(u"runs list"_s).out);
    VERIFY_EXIT(m_folder->run(u"runs verify"_s + there), 0);
    m_folder->write(u"more.csv"_s, classList(1, 5));
    VERIFY_EXIT(m_folder->run(u"register --course GO1 --roster more.csv"_s + there), 1);

    const Answer back =
        m_folder->run(u"school move --to sqlite:back.sqlite --from "_s + url(u"carl"_s));
    VERIFY_EXIT(back, 0);
    VERIFY_EXIT(m_folder->run(u"runs verify --store sqlite:back.sqlite"_s), 0);
    QCOMPARE(m_folder->run(u"runs audit --store sqlite:back.sqlite"_s).out,
        m_folder->run(u"runs audit"_s + there).out);
}

void TestOfficeSchool::isNotMovedOverAnother()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,2,1"_s}), 0);
    m_folder->write(u"other.sqlite"_s, "something else");
    const Answer overFile =
        m_folder->run(u"school move --from sqlite:school.sqlite --to sqlite:other.sqlite"_s);
    VERIFY_EXIT(overFile, 2);
    QCOMPARE(m_folder->read(u"other.sqlite"_s), "something else");
    VERIFY_EXIT(m_folder->run(u"school move --from sqlite:school.sqlite --to "_s + url()), 0);
    const Answer again = m_folder->run(u"school move --from sqlite:school.sqlite --to "_s + url());
    VERIFY_EXIT(again, 2);
    QVERIFY2(again.err.contains(u"It is left as it is"_s), qPrintable(again.err));
    VERIFY_EXIT(
        m_folder->run(u"school move --from sqlite:lost.sqlite --to sqlite:new.sqlite"_s), 3);
    VERIFY_EXIT(m_folder->run(u"school move --from sqlite:school.sqlite --to "
                              "postgresql://127.0.0.1:1/office"_s),
        3);
}

void TestOfficeSchool::moveThatIsStoppedLeavesNothing()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,2,1"_s}), 0);
    VERIFY_EXIT(m_folder->run(u"school init "_s + url()), 0);
    const QStringList before = m_folder->files();
    // It waits for a colleague who looks at a table, in a transaction that does not end.
    RollbookProcess process(m_folder->path());
    QProcess colleague;
    colleague.start(u"psql"_s, {u"-X"_s, u"-q"_s, server().url(m_database)});
    colleague.write("BEGIN;\nSELECT 'reads' FROM rollbook.audit_entries;\n");
    QVERIFY(QTest::qWaitFor(
        [&] {
            colleague.waitForReadyRead(100);
            return colleague.readAllStandardOutput().contains("reads");
        },
        60'000));
    process.start(u"school move --from sqlite:school.sqlite --to "_s + url());
    QVERIFY(process.waitUntilItListens());
    process.interrupt();
    VERIFY_EXIT(process.finish(), 130);
    colleague.closeWriteChannel();
    QVERIFY(colleague.waitForFinished());
    QCOMPARE(m_folder->files(), before);
    QCOMPARE(server().execute(u"SELECT count(*) FROM rollbook.courses"_s, m_database), u"0"_s);
    QCOMPARE(
        server().execute(u"SELECT count(*) FROM rollbook.audit_entries"_s, m_database), u"1"_s);
    VERIFY_EXIT(m_folder->run(u"school move --from sqlite:school.sqlite --to "_s + url()), 0);
}

QTEST_GUILESS_MAIN(TestOfficeSchool)
#include "tst_officeschool.moc"
