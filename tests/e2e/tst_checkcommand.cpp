// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook check`: every problem of a class list, a line each; nothing changes.
class TestCheckCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<SchoolFolder>(); }

    void goodListHasNoProblems();
    void eachProblemIsALineWithRowAndColumn();
    void warningsAloneAreNoFailure();
    void coursesAreCheckedWhereTheyAreAskedFor();
    void idOfSomebodyElseInTheSchoolIsWarnedOf();
    void ownSchoolIsNotMadeByLooking();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

void TestCheckCommand::goodListHasNoProblems()
{
    const Answer answer = m_folder->run(u"check --roster "_s + sharedRoster(u"go1-500.csv"_s));
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.out, QString());
    QVERIFY2(answer.err.contains(u"500 student"_s), qPrintable(answer.err));
}

void TestCheckCommand::eachProblemIsALineWithRowAndColumn()
{
    m_folder->write(u"list.csv"_s,
        "Student ID;E-Mail;Given name;Birth date\n"
        "S1;ben@example.org;Ben;2011-02-28\n"
        "S2;sophie at example.org;Sophie;30.2.2011\n"
        ";;Nobody;\n"
        "S1;ben@example.org;Ben;2011-02-28\n");
    const Answer answer = m_folder->run(u"check --roster list.csv"_s);
    VERIFY_EXIT(answer, 1);
    const QStringList lines = answer.outLines();
    QStringList places;
    for (const QString &line : lines)
        places += line.section(u'\t', 0, 2);
    QCOMPARE(places,
        QStringList({u"2\tE-Mail\twarning"_s, u"2\tBirth date\twarning"_s,
            u"3\tStudent ID\terror"_s, u"4\tStudent ID\terror"_s}));
    QCOMPARE(lines[0].section(u'\t', 3),
        u"Row 2, column “E-Mail”: “sophie at example.org” is not an e-mail address."_s);
    QCOMPARE(
        lines[3].section(u'\t', 3), u"Row 4, column “Student ID”: the same student as in row 1."_s);
    QCOMPARE(answer.err, QString());
}

void TestCheckCommand::warningsAloneAreNoFailure()
{
    m_folder->write(u"list.csv"_s, "student_id\nS1\n");
    const Answer answer = m_folder->run(u"check --roster list.csv"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().size(), 1);
    QVERIFY(answer.out.contains(u"\twarning\tRow 1: the name is missing."_s));
}

void TestCheckCommand::coursesAreCheckedWhereTheyAreAskedFor()
{
    VERIFY_EXIT(
        m_folder->addCourses({u"GO1,Intro,2026 Fall,,"_s, u"GO1,Intro,2027 Spring,,"_s}), 0);
    m_folder->write(
        u"list.csv"_s, "student_id,given_name,course\nS1,Ben,GO1\nS2,Sophie,XYZ\nS3,Ann,\n");
    const QByteArray school = m_folder->read(u"school.sqlite"_s);

    const Answer rows = m_folder->runOnSchool(u"check --roster list.csv --term \"2026 Fall\""_s);
    VERIFY_EXIT(rows, 1);
    QCOMPARE(rows.outLines(),
        QStringList({u"2\tcourse\terror\tRow 2, column “course”: there is no course “XYZ”."_s,
            u"3\tcourse\terror\tRow 3, column “course”: the course is missing."_s}));
    const Answer ambiguous = m_folder->runOnSchool(u"check --roster list.csv"_s);
    VERIFY_EXIT(ambiguous, 1);
    QCOMPARE(ambiguous.outLines().value(0),
        u"1\tcourse\terror\tRow 1, column “course”: There are several courses “GO1”. Say which "
        u"term is meant: "
        "“2027 Spring”, “2026 Fall”."_s);

    VERIFY_EXIT(m_folder->runOnSchool(u"check --roster list.csv --course XYZ"_s), 2);
    VERIFY_EXIT(
        m_folder->runOnSchool(u"check --roster list.csv --course GO1 --term \"2026 Fall\""_s), 0);
    QCOMPARE(m_folder->read(u"school.sqlite"_s), school);
}

void TestCheckCommand::idOfSomebodyElseInTheSchoolIsWarnedOf()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(
        u"students.csv"_s, "student_id,given_name,family_name\nS77,\xC3\x8D\xC3\xB1igo,Soto\n");
    VERIFY_EXIT(m_folder->runOnSchool(u"students import students.csv"_s), 0);
    m_folder->write(u"list.csv"_s, "student_id,given_name,family_name\nS77,Sophie,Larsen\n");
    const Answer answer = m_folder->runOnSchool(u"check --roster list.csv"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines(),
        QStringList{u"1\tstudent_id\twarning\tRow 1, column “student_id”: in the school, ID S77 "
                    "belongs to Íñigo Soto."_s});
}

void TestCheckCommand::ownSchoolIsNotMadeByLooking()
{
    m_folder->write(u"list.csv"_s, "student_id,given_name,course\nS1,Ben,GO1\n");
    VERIFY_EXIT(m_folder->run(u"check --roster list.csv"_s), 0);
    QCOMPARE(QDir(m_folder->path(u"home"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList());
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
