// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterwriter.h"
#include "schoolfolder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook register` with several class lists: each goes to its course, one after the other, and
/// all of them into one report.
class TestSeveralRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void eachListGoesToItsCourse();
    void combinedCsvNamesListAndRun();
    void combinedJsonHoldsTheRuns();
    void sheetSaysTheCourse();
    void emptyCourseColumnSaysNothing();
    void earlierListsGetTheSeats();
    void oneCourseForAllLists();
    void twentyListsEachInARunOfItsOwn();
    void listWithoutCourseStopsAllBeforeTheFirst_data();
    void listWithoutCourseStopsAllBeforeTheFirst();
    void termChoosesTheCoursesOfAll();
    void interruptionLeavesTheListsAfterIt();
    void listsOfTheSameNameAreToldApart();
    void problemsNameTheirList();
    void dryRunShowsEachPlanAndChangesNothing();
    void unwritableReportIsWorseThanAllRegistered();
    void checkNamesTheListInEachLine();

private:
    void writeWorkbook(const QString &name, const QString &sheet, const QByteArray &text) const;
    QJsonArray runsIn(const QString &report) const;
    QStringList rowsOf(const QByteArray &csv, const QString &list) const;

    std::unique_ptr<SchoolFolder> m_folder;
};

namespace
{

/// The summary of one list, or of all: its heading and the counts that are not zero.
QStringList summaries(const Answer &answer)
{
    QStringList all;
    const QStringList lines = answer.outLines();
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() == 1)
            all += line + u':';
        else if (cells.size() == 2 && cells[1] != u"0"_s)
            all.last() += u' ' + cells.join(u' ');
    }
    return all;
}

const QString ThreeLists =
    u"--roster grade9-GO1.csv --roster \"Chess Club.xlsx\" --roster mixed.csv"_s;

} // namespace

void TestSeveralRosters::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s,
                    u"CHESS,Chess Club,2026 Fall,3,1"_s, u"ART,Drawing,2026 Fall,,"_s}),
        0);
    m_folder->write(u"grade9-GO1.csv"_s, classList(4));
    writeWorkbook(u"Chess Club.xlsx"_s, u"Table 1"_s, classList(6, 11));
    m_folder->write(u"mixed.csv"_s, "student_id,course\nS000021,ART\nS000022,GO1\n");
}

void TestSeveralRosters::writeWorkbook(
    const QString &name, const QString &sheet, const QByteArray &text) const
{
    Expected<Roster> roster = readRosterText(text, name);
    QVERIFY(roster);
    roster->source.sheet = sheet;
    QVERIFY(writeRoster(*roster, {}, m_folder->path(name)));
}

QJsonArray TestSeveralRosters::runsIn(const QString &report) const
{
    return QJsonDocument::fromJson(m_folder->read(report)).object().value(u"runs"_s).toArray();
}

// Number, course and status of each row of a list, as the combined CSV report has them.
QStringList TestSeveralRosters::rowsOf(const QByteArray &csv, const QString &list) const
{
    QStringList rows;
    const QStringList lines = QString::fromUtf8(csv).split(u"\r\n"_s);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u',');
        if (cells.value(0) == list)
            rows += u"%1 %2 %3"_s.arg(cells.value(2), cells.value(7), cells.value(8));
    }
    return rows;
}

void TestSeveralRosters::eachListGoesToItsCourse()
{
    const Answer answer = m_folder->runOnSchool(u"register "_s + ThreeLists);
    VERIFY_EXIT(answer, 1);
    const QStringList told = summaries(answer);
    QCOMPARE(told.size(), 7); // a heading and an id of each run, and all
    QCOMPARE(told[0], u"grade9-GO1.csv: registered 4"_s);
    QCOMPARE(told[2], u"Chess Club.xlsx: registered 3 waitlisted 1 rejected 2"_s);
    QCOMPARE(told[4], u"mixed.csv: registered 2"_s);
    QCOMPARE(told[6], u"All 3 lists: registered 9 waitlisted 1 rejected 2"_s);
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out,
        u"ART\tDrawing\t2026 Fall\t1\t\t0\t\n"
        "CHESS\tChess Club\t2026 Fall\t3\t3\t1\t1\n"
        "GO1\tIntro to Golang\t2026 Fall\t5\t\t0\t\n"_s);
    // Each is a run in the journal, the newest first.
    const QStringList runs = m_folder->runOnSchool(u"runs list"_s).outLines();
    QCOMPARE(runs.size(), 3);
    QStringList journaled;
    for (const QString &run : runs)
        journaled.prepend(run.section(u'\t', 0, 0) + u':');
    QCOMPARE(journaled, QStringList({told[1], told[3], told[5]}));
}

void TestSeveralRosters::combinedCsvNamesListAndRun()
{
    const Answer answer = m_folder->runOnSchool(u"register --report all.csv "_s + ThreeLists);
    VERIFY_EXIT(answer, 1);
    const QByteArray csv = m_folder->read(u"all.csv"_s);
    QVERIFY(csv.startsWith("\xEF\xBB\xBFroster,run,roster_row,student_id,"));
    QCOMPARE(csv.count("\r\n"), 13);
    QCOMPARE(rowsOf(csv, u"grade9-GO1.csv"_s),
        QStringList({u"1 GO1 registered"_s, u"2 GO1 registered"_s, u"3 GO1 registered"_s,
            u"4 GO1 registered"_s}));
    QCOMPARE(rowsOf(csv, u"Chess Club.xlsx"_s).mid(2),
        QStringList({u"3 CHESS registered"_s, u"4 CHESS waitlisted"_s, u"5 CHESS rejected"_s,
            u"6 CHESS rejected"_s}));
    QCOMPARE(
        rowsOf(csv, u"mixed.csv"_s), QStringList({u"1 ART registered"_s, u"2 GO1 registered"_s}));
    // The id of each run is the line behind its counts.
    QVERIFY(csv.contains("\r\nmixed.csv," + answer.outLines()[23].toUtf8() + ",1,S000021,"));
}

void TestSeveralRosters::combinedJsonHoldsTheRuns()
{
    VERIFY_EXIT(m_folder->runOnSchool(u"register --report all.json "_s + ThreeLists), 1);
    const QJsonArray runs = runsIn(u"all.json"_s);
    QCOMPARE(runs.size(), 3);
    const QJsonObject chess = runs[1].toObject();
    QCOMPARE(chess[u"run"_s].toObject()[u"roster"_s].toString(), u"Chess Club.xlsx"_s);
    QCOMPARE(chess[u"run"_s].toObject()[u"course"_s].toString(), u"CHESS (2026 Fall)"_s);
    QCOMPARE(chess[u"results"_s].toArray().size(), 6);
    QCOMPARE(chess[u"results"_s].toArray()[3].toObject()[u"status"_s].toString(), u"waitlisted"_s);
    QCOMPARE(runs[2].toObject()[u"results"_s].toArray().size(), 2);
}

void TestSeveralRosters::sheetSaysTheCourse()
{
    writeWorkbook(u"export.xlsx"_s, u"Drawing"_s, classList(2));
    writeWorkbook(u"GO1.xlsx"_s, u"CHESS"_s, classList(1, 5));
    const Answer answer = m_folder->runOnSchool(
        u"register --roster export.xlsx --roster GO1.xlsx --report all.csv"_s);
    VERIFY_EXIT(answer, 0);
    const QByteArray csv = m_folder->read(u"all.csv"_s);
    QCOMPARE(rowsOf(csv, u"export.xlsx"_s).first(), u"1 ART registered"_s);
    QCOMPARE(rowsOf(csv, u"GO1.xlsx"_s).first(), u"1 CHESS registered"_s);
}

void TestSeveralRosters::emptyCourseColumnSaysNothing()
{
    m_folder->write(u"ART.csv"_s, "student_id,course\nS000031,\nS000032,\n");
    const Answer answer =
        m_folder->runOnSchool(u"register --roster ART.csv --roster mixed.csv --report all.csv"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(rowsOf(m_folder->read(u"all.csv"_s), u"ART.csv"_s),
        QStringList({u"1 ART registered"_s, u"2 ART registered"_s}));
}

void TestSeveralRosters::earlierListsGetTheSeats()
{
    m_folder->write(u"chess-b.csv"_s, classList(2, 101));
    m_folder->write(u"chess-a.csv"_s, classList(3, 201));
    const Answer answer = m_folder->runOnSchool(
        u"register --roster chess-b.csv --roster chess-a.csv --report all.csv"_s);
    VERIFY_EXIT(answer, 1);
    const QByteArray csv = m_folder->read(u"all.csv"_s);
    QCOMPARE(rowsOf(csv, u"chess-b.csv"_s),
        QStringList({u"1 CHESS registered"_s, u"2 CHESS registered"_s}));
    QCOMPARE(rowsOf(csv, u"chess-a.csv"_s),
        QStringList({u"1 CHESS registered"_s, u"2 CHESS waitlisted"_s, u"3 CHESS rejected"_s}));
}

void TestSeveralRosters::oneCourseForAllLists()
{
    const Answer answer = m_folder->runOnSchool(u"register --course ART "_s + ThreeLists);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(summaries(answer).last(), u"All 3 lists: registered 12"_s);
    QVERIFY(
        m_folder->runOnSchool(u"courses list"_s).out.contains(u"ART\tDrawing\t2026 Fall\t12\t"_s));
}

void TestSeveralRosters::twentyListsEachInARunOfItsOwn()
{
    QStringList courses;
    QString lists;
    for (int number = 1; number <= 20; ++number) {
        courses += u"C%1,Course number %1,2026 Fall,%1,"_s.arg(number);
        const QString name = u"9b C%1.csv"_s.arg(number);
        m_folder->write(name, classList(10));
        lists += u" --roster \"%1\""_s.arg(name);
    }
    VERIFY_EXIT(m_folder->addCourses(courses), 0);
    const Answer answer =
        m_folder->runOnSchool(u"register --report all.csv --report all.json"_s + lists);
    VERIFY_EXIT(answer, 1);
    // 1 + 2 + … + 9 + 11 times 10 of 200
    QCOMPARE(summaries(answer).last(), u"All 20 lists: registered 155 rejected 45"_s);
    QCOMPARE(runsIn(u"all.json"_s).size(), 20);
    QCOMPARE(m_folder->read(u"all.csv"_s).count("\r\n"), 201);
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).outLines().size(), 20);
    for (int number = 1; number <= 20; ++number) {
        const QJsonObject run = runsIn(u"all.json"_s)[number - 1].toObject()[u"run"_s].toObject();
        QCOMPARE(run[u"course"_s].toString(), u"C%1 (2026 Fall)"_s.arg(number));
        QCOMPARE(run[u"counts"_s].toObject()[u"registered"_s].toInt(), qMin(number, 10));
    }
}

void TestSeveralRosters::listWithoutCourseStopsAllBeforeTheFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("no course in its name") << u"monday.csv"_s << classList(2) << u"monday.csv"_s;
    QTest::newRow("two courses in its name")
        << u"GO1 or ART.csv"_s << classList(2) << u"GO1 or ART.csv"_s;
    QTest::newRow("only a word of a title") << u"golang.csv"_s << classList(2) << u"golang.csv"_s;
    QTest::newRow("empty course column")
        << u"9b.csv"_s << QByteArray("student_id,course\nS1,\n") << u"9b.csv"_s;
    QTest::newRow("no list") << u"ART.csv"_s << QByteArray() << u"ART.csv"_s;
}

void TestSeveralRosters::listWithoutCourseStopsAllBeforeTheFirst()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, said);
    m_folder->write(name, content);
    const Answer answer = m_folder->runOnSchool(
        u"register --report all.csv %1 --roster \"%2\""_s.arg(ThreeLists, name));
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
    QVERIFY(!m_folder->files().contains(u"all.csv"_s));
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, QString());
    QCOMPARE(m_folder->runOnSchool(u"students list"_s).out, QString());
}

void TestSeveralRosters::termChoosesTheCoursesOfAll()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2027 Spring,,"_s,
                    u"CHESS,Chess Club,2027 Spring,,"_s, u"ART,Drawing,2027 Spring,,"_s}),
        0);
    const Answer answer =
        m_folder->runOnSchool(u"register --term \"2027 spring\" --report all.json "_s + ThreeLists);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(runsIn(u"all.json"_s)[0].toObject()[u"run"_s].toObject()[u"course"_s].toString(),
        u"GO1 (2027 Spring)"_s);
}

void TestSeveralRosters::interruptionLeavesTheListsAfterIt()
{
    m_folder->write(u"first.csv"_s, classList(2));
    m_folder->write(u"second.csv"_s, classList(500, 100));
    m_folder->write(u"third.csv"_s, "student_id\nS1\n\"\"\nS1\nS2\n");
    RollbookProcess process(m_folder->path());
    process.start(u"register --store simulated:?latency=100ms --batch 1 --in-flight 2 --course GO1 "
                  "--progress bar --report out.csv --report out.json --roster first.csv "
                  "--roster second.csv --roster third.csv"_s);
    QVERIFY(process.waitUntilItSays(u"second.csv [#"_s));
    process.interrupt();
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 130);
    QVERIFY2(answer.err.contains(u"second.csv: Stopping."_s), qPrintable(answer.err));
    const QJsonArray runs = runsIn(u"out.json"_s);
    QCOMPARE(runs.size(), 3);
    QStringList states;
    for (const QJsonValue &run : runs)
        states += run.toObject()[u"run"_s].toObject()[u"state"_s].toString();
    QCOMPARE(states, QStringList({u"finished"_s, u"cancelled"_s, u"cancelled"_s}));
    const QJsonObject third = runs[2].toObject();
    QCOMPARE(third[u"run"_s].toObject()[u"id"_s].toString(), QString());
    QCOMPARE(third[u"run"_s].toObject()[u"started_at"_s].toString(), QString());
    const QByteArray csv = m_folder->read(u"out.csv"_s);
    QCOMPARE(rowsOf(csv, u"second.csv"_s).size(), 500);
    // What is wrong with a row is known without sending it.
    QCOMPARE(rowsOf(csv, u"third.csv"_s),
        QStringList({u"1 GO1 not_attempted"_s, u"2 GO1 rejected"_s, u"3 GO1 not_attempted"_s}));
    const QStringList told = summaries(answer);
    QVERIFY2(told.contains(u"third.csv: rejected 1 not_attempted 2"_s), qPrintable(answer.out));
    QVERIFY2(told.last().startsWith(u"All 3 lists: registered "_s), qPrintable(answer.out));
}

void TestSeveralRosters::listsOfTheSameNameAreToldApart()
{
    QDir(m_folder->path()).mkpath(u"9a"_s);
    QDir(m_folder->path()).mkpath(u"9b"_s);
    m_folder->write(u"9a/GO1.csv"_s, classList(1));
    m_folder->write(u"9b/GO1.csv"_s, classList(2, 5));
    const Answer answer =
        m_folder->runOnSchool(u"register --roster 9a/GO1.csv --roster 9b/GO1.csv"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(summaries(answer)[0], u"9a/GO1.csv: registered 1"_s);
    QCOMPARE(summaries(answer)[2], u"9b/GO1.csv: registered 2"_s);
}

void TestSeveralRosters::problemsNameTheirList()
{
    m_folder->write(u"art.csv"_s, "student_id,email\nS1,\nS1,\nS2,nonsense\n");
    const Answer answer = m_folder->runOnSchool(u"register --roster art.csv "_s + ThreeLists);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(
        answer.err.contains(u"art.csv: Row 2, column “student_id”: "_s), qPrintable(answer.err));
    QVERIFY2(answer.err.contains(u"Chess Club.xlsx: Rows 5, 6: the course is full"_s),
        qPrintable(answer.err));
    const QStringList lists{
        u"grade9-GO1.csv"_s, u"Chess Club.xlsx"_s, u"mixed.csv"_s, u"art.csv"_s};
    const QStringList lines = answer.err.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        QVERIFY2(lists.contains(line.section(u": "_s, 0, 0)), qPrintable(line));
}

void TestSeveralRosters::dryRunShowsEachPlanAndChangesNothing()
{
    m_folder->write(u"chess-b.csv"_s, classList(2, 101));
    const Answer answer = m_folder->runOnSchool(
        u"register --dry-run --report all.csv --roster chess-b.csv "_s + ThreeLists);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.out.contains(u"\n4\tS000004\tGiven000004 Family000004\tregistered\t"_s),
        qPrintable(answer.out));
    QCOMPARE(summaries(answer).filter(u"list"_s).last(),
        u"All 4 lists: registered 11 waitlisted 1 rejected 2"_s);
    QVERIFY2(answer.err.contains(u"Several lists want GO1 (2026 Fall), CHESS (2026 Fall)."_s)
            || answer.err.contains(u"Several lists want CHESS (2026 Fall), GO1 (2026 Fall)."_s),
        qPrintable(answer.err));
    QVERIFY(!m_folder->files().contains(u"all.csv"_s));
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, QString());
}

void TestSeveralRosters::unwritableReportIsWorseThanAllRegistered()
{
    const Answer answer = m_folder->runOnSchool(
        u"register --course ART --report missing/all.csv --report all.json "_s + ThreeLists);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(summaries(answer).last(), u"All 3 lists: registered 12"_s);
    QVERIFY2(answer.err.contains(u"missing/all.csv"_s), qPrintable(answer.err));
    QCOMPARE(runsIn(u"all.json"_s).size(), 3);
}

void TestSeveralRosters::checkNamesTheListInEachLine()
{
    m_folder->write(u"art.csv"_s, "student_id\nS1\nS1\n");
    const Answer answer =
        m_folder->run(u"check --roster art.csv --roster none.csv --roster grade9-GO1.csv"_s);
    VERIFY_EXIT(answer, 2);
    const QStringList lines = answer.outLines();
    for (const QString &line : lines)
        QVERIFY2(line.startsWith(u"art.csv\t"_s), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(u"art.csv\t2\tstudent_id\terror\t"_s), qPrintable(answer.out));
    QVERIFY2(answer.err.contains(u"none.csv"_s), qPrintable(answer.err));
    QVERIFY2(
        answer.err.contains(u"grade9-GO1.csv: 4 students, no problems."_s), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestSeveralRosters)
#include "tst_severalrosters.moc"
