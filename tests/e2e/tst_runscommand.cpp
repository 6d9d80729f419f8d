// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QDateTime>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook runs`: what was done before.
class TestRunsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void newSchoolHasNone();
    void newestComesFirst();
    void showTellsWhatHappenedToEachRow();
    void rowsThatWereNeverSentAreShown();
    void unknownRunIsSaid();
    void reportIsMadeAgain_data();
    void reportIsMadeAgain();
    void reportNeedsAFile();
    void listsTheRunsThatAreAskedFor_data();
    void listsTheRunsThatAreAskedFor();
    void tellsWhoRegisteredAStudent();
    void saysWhichQuestionsItDoesNotUnderstand_data();
    void saysWhichQuestionsItDoesNotUnderstand();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

void TestRunsCommand::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,2,1"_s, u"ART,Art,,,"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(4));
}

void TestRunsCommand::newSchoolHasNone()
{
    const Answer answer = m_folder->runOnSchool(u"runs list"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.out, QString());
}

void TestRunsCommand::newestComesFirst()
{
    QStringList ids;
    for (const QString &course : {u"GO1"_s, u"ART"_s, u"GO1"_s}) {
        const Answer run =
            m_folder->runOnSchool(u"register --roster list.csv --course "_s + course);
        ids.prepend(run.outLines().last());
    }
    const Answer answer = m_folder->runOnSchool(u"runs list"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().size(), 3);
    const QStringList courses{u"GO1 (2026 Fall)"_s, u"ART"_s, u"GO1 (2026 Fall)"_s};
    const QStringList counts{u"already_registered=3 rejected=1"_s, u"registered=4"_s,
        u"registered=2 waitlisted=1 rejected=1"_s};
    for (int line = 0; line < 3; ++line) {
        const QStringList cells = answer.outLines()[line].split(u'\t');
        QCOMPARE(cells.size(), 6);
        QCOMPARE(cells[0], ids[line]);
        const QDateTime started = QDateTime::fromString(cells[1], Qt::ISODate);
        QVERIFY(started.isValid() && started.timeSpec() == Qt::UTC);
        QCOMPARE(
            cells.mid(2), QStringList({courses[line], u"list.csv"_s, u"finished"_s, counts[line]}));
    }
}

void TestRunsCommand::showTellsWhatHappenedToEachRow()
{
    const Answer run = m_folder->runOnSchool(u"register --roster list.csv --course GO1"_s);
    const Answer answer = m_folder->runOnSchool(u"runs show "_s + run.outLines().last());
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines(),
        QStringList({u"1\tS000001\tGiven000001 Family000001\tGO1\tregistered\tseat 1"_s,
            u"2\tS000002\tGiven000002 Family000002\tGO1\tregistered\tseat 2"_s,
            u"3\tS000003\tGiven000003 Family000003\tGO1\twaitlisted\tplace 1 on the waiting list"_s,
            u"4\tS000004\tGiven000004 Family000004\tGO1\trejected\tthe course is full and no "
            "waiting-list place is left"_s}));
}

void TestRunsCommand::rowsThatWereNeverSentAreShown()
{
    m_folder->write(u"list.csv"_s,
        "student_id,given_name,course\n1,Ben,GO1\n1,Ben,GO1\n,Nobody,ART\n2,Sophie,XYZ\n"
        "3,Ann,\n");
    const Answer run = m_folder->runOnSchool(u"register --roster list.csv"_s);
    VERIFY_EXIT(run, 1);
    QCOMPARE(run.summary(), u"registered 1, rejected 4"_s);
    const Answer answer = m_folder->runOnSchool(u"runs show "_s + run.outLines().last());
    VERIFY_EXIT(answer, 0);
    QStringList shown;
    for (const QString &line : answer.outLines())
        shown += line.section(u'\t', 0, 0) + u' ' + line.section(u'\t', 4);
    QCOMPARE(shown,
        QStringList({u"1 registered\tseat 1"_s, u"2 rejected\tsame student as row 1"_s,
            u"3 rejected\tno student ID and no e-mail address; write one of them"_s,
            u"4 rejected\tthere is no course “XYZ”"_s, u"5 rejected\tthe row names no course"_s}));
}

void TestRunsCommand::unknownRunIsSaid()
{
    const Answer answer = m_folder->runOnSchool(u"runs show nonsense"_s);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(u"nonsense"_s), qPrintable(answer.err));
}

void TestRunsCommand::reportIsMadeAgain_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("CSV") << u".csv"_s;
    QTest::newRow("JSON") << u".json"_s;
}

// Byte for byte what was written when the run ended.
void TestRunsCommand::reportIsMadeAgain()
{
    QFETCH(const QString, ending);
    const Answer run =
        m_folder->runOnSchool(u"register --roster list.csv --course GO1 --report first"_s + ending);
    const Answer again = m_folder->runOnSchool(
        u"runs report %1 --report again%2"_s.arg(run.outLines().last(), ending));
    VERIFY_EXIT(again, 0);
    QVERIFY(!m_folder->read(u"first"_s + ending).isEmpty());
    QCOMPARE(m_folder->read(u"again"_s + ending), m_folder->read(u"first"_s + ending));
}

void TestRunsCommand::reportNeedsAFile()
{
    const Answer run = m_folder->runOnSchool(u"register --roster list.csv --course GO1"_s);
    const Answer answer = m_folder->runOnSchool(u"runs report "_s + run.outLines().last());
    VERIFY_EXIT(answer, 2);
    QVERIFY(answer.err.contains(u"--report FILE"_s));
    VERIFY_EXIT(m_folder->runOnSchool(u"runs report none --report x.csv"_s), 2);
}

void TestRunsCommand::listsTheRunsThatAreAskedFor_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("courses");
    const QString golang = u"GO1 (2026 Fall)"_s;
    QTest::newRow("course") << u"--course art"_s << QStringList{u"ART"_s};
    QTest::newRow("title") << u"--course golang"_s << QStringList{golang};
    QTest::newRow("status") << u"--status waitlisted"_s << QStringList{golang};
    QTest::newRow("two statuses") << u"--status waitlisted --status registered"_s
                                  << QStringList{u"ART"_s, golang};
    QTest::newRow("somebody else") << u"--by nobody-at-all"_s << QStringList{};
    QTest::newRow("long ago") << u"--to 2001-01-31"_s << QStringList{};
    QTest::newRow("since long ago") << u"--from 2001-01-31"_s << QStringList{u"ART"_s, golang};
}

void TestRunsCommand::listsTheRunsThatAreAskedFor()
{
    QFETCH(const QString, options);
    QFETCH(const QStringList, courses);
    for (const QString &course : {u"GO1"_s, u"ART"_s})
        VERIFY_EXIT(m_folder->runOnSchool(u"register --roster list.csv --course "_s + course),
            course == u"GO1" ? 1 : 0);
    const Answer answer = m_folder->runOnSchool(u"runs list "_s + options);
    VERIFY_EXIT(answer, 0);
    QStringList listed;
    if (!answer.out.isEmpty()) {
        const QStringList lines = answer.outLines();
        for (const QString &line : lines)
            listed += line.section(u'\t', 2, 2);
    }
    QCOMPARE(listed, courses);
}

void TestRunsCommand::tellsWhoRegisteredAStudent()
{
    const Answer run = m_folder->runOnSchool(u"register --roster list.csv --course GO1"_s);
    const QString rows = m_folder->runOnSchool(u"runs show "_s + run.outLines().last()).out;
    const QStringList second = rows.split(u'\n').at(1).split(u'\t'); // row, ID, name, …
    const Answer answer = m_folder->runOnSchool(u"runs list --student "_s + second[1]);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().size(), 1);
    const QStringList cells = answer.outLines().first().split(u'\t');
    QCOMPARE(cells.size(), 10);
    QCOMPARE(cells[0], run.outLines().last());
    QVERIFY(!cells[2].isEmpty());
    QCOMPARE(cells.mid(3, 4), (QStringList{u"list.csv"_s, u"2"_s, second[1], second[2]}));
    QCOMPARE(cells.mid(7), (QStringList{u"GO1"_s, u"registered"_s, u"seat 2"_s}));
}

void TestRunsCommand::saysWhichQuestionsItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("day") << u"list --from yesterday"_s << u"2026-03-31"_s;
    QTest::newRow("status") << u"list --status happy"_s << u"waitlisted"_s;
    QTest::newRow("row of a list") << u"list --row 3"_s << u"whole run"_s;
    QTest::newRow("student of one run") << u"show 1 --student ana"_s << u"by its id"_s;
}

void TestRunsCommand::saysWhichQuestionsItDoesNotUnderstand()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, said);
    const Answer answer = m_folder->runOnSchool(u"runs "_s + arguments);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestRunsCommand)
#include "tst_runscommand.moc"
