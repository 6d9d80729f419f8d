// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QSet>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook register`: a class list goes in, every student is registered, a report comes out.
class TestRegisterCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<SchoolFolder>(); }

    void benAndSophieAreRegistered();
    void fiveHundredStudentsAreRegisteredOnce();
    void rosterOrderDecidesWhoGetsASeat_data();
    void rosterOrderDecidesWhoGetsASeat();
    void nobodyWaitsWhenAFullCourseRejects();
    void unknownStudentsCanBeRejected();
    void eachRowGoesToTheCourseThatItNames();
    void termChoosesBetweenCoursesOfTheSameCode();
    void columnsCanBeNamed();
    void withoutAStoreItUsesThePersonsOwnSchool();
    void practiceSchoolNeedsNoFile();
    void rowsThatCannotBeRegisteredAreExplained();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

namespace
{

// The run's id is the last line of the summary.
QString runId(const Answer &answer)
{
    return answer.outLines().isEmpty() ? QString() : answer.outLines().last();
}

QStringList repeated(const QString &text, int count)
{
    return QStringList(count, text);
}

} // namespace

void TestRegisterCommand::benAndSophieAreRegistered()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    const Answer answer = m_folder->runOnSchool(
        u"register --course GO1 --report out.csv --report out.json --roster "_s
        + sharedRoster(u"seed.csv"_s));
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().mid(0, 6),
        QStringList({u"registered\t2"_s, u"waitlisted\t0"_s, u"already_registered\t0"_s,
            u"rejected\t0"_s, u"failed\t0"_s, u"not_attempted\t0"_s}));
    QCOMPARE(answer.outLines().size(), 7);
    QCOMPARE(answer.err, QString());

    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"given_name"_s),
        QStringList({u"Ben"_s, u"Sophie"_s}));
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s), repeated(u"registered"_s, 2));
    const QList<QByteArray> lines = m_folder->read(u"out.csv"_s).split('\n');
    QCOMPARE(lines.size(), 4); // the last ends with a line break
    QCOMPARE(lines[0],
        "\xEF\xBB\xBFroster_row,student_id,given_name,family_name,email,course,status,detail,"
        "registered_at,attempts,duration_ms\r");
    QVERIFY(lines[1].startsWith("1,1,Ben,,ben@example.org,GO1,registered,seat 1,20"));
    QVERIFY(lines[2].startsWith("2,2,Sophie,,sophie@example.org,GO1,registered,seat 2,20"));
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out,
        u"GO1\tIntro to Golang\t2026 Fall\t2\t\t0\t\n"_s);
}

void TestRegisterCommand::fiveHundredStudentsAreRegisteredOnce()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    const QString command = u"register --course GO1 --report out.csv --report out.json --roster "_s
        + sharedRoster(u"go1-500.csv"_s);
    const Answer first = m_folder->runOnSchool(command);
    VERIFY_EXIT(first, 0);
    QCOMPARE(first.summary(), u"registered 500"_s);
    QCOMPARE(m_folder->read(u"out.csv"_s).count("\r\n"), 501);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s), repeated(u"registered"_s, 500));
    for (int row = 0; row < 500; ++row)
        QCOMPARE(m_folder->reportRows(u"out.json"_s).value(row)[u"roster_row"_s].toInt(), row + 1);

    const Answer second = m_folder->runOnSchool(command);
    VERIFY_EXIT(second, 0);
    QCOMPARE(second.summary(), u"already_registered 500"_s);
    QCOMPARE(m_folder->read(u"out.csv"_s).count(",already_registered,"), 500);
    QVERIFY(runId(first) != runId(second));
    QCOMPARE(m_folder->runOnSchool(u"students list"_s).outLines().size(), 500);
}

void TestRegisterCommand::rosterOrderDecidesWhoGetsASeat_data()
{
    QTest::addColumn<QString>("pace");
    QTest::newRow("as the school likes it") << QString();
    QTest::newRow("one row after the other") << u"--in-flight 1 --batch 1"_s;
    QTest::newRow("many single rows at once") << u"--in-flight 64 --batch 1"_s;
    QTest::newRow("batches across each border") << u"--in-flight 2 --batch 7"_s;
    QTest::newRow("many batches at once") << u"--in-flight 64 --batch 7"_s;
    QTest::newRow("batches at each border") << u"--in-flight 8 --batch 100"_s;
    QTest::newRow("everything in one batch") << u"--in-flight 8 --batch 1000"_s;
}

void TestRegisterCommand::rosterOrderDecidesWhoGetsASeat()
{
    QFETCH(const QString, pace);
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,300,100"_s}), 0);
    const Answer answer = m_folder->runOnSchool(u"register --course GO1 --report out.json "_s + pace
        + u" --roster "_s + sharedRoster(u"go1-500.csv"_s));
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 300, waitlisted 100, rejected 100"_s);
    QVERIFY(answer.err.contains(u"the course is full and no waiting-list place is left"_s));
    QVERIFY(answer.err.contains(u"Rows 401, 402"_s));

    const QList<QJsonObject> rows = m_folder->reportRows(u"out.json"_s);
    QCOMPARE(rows.size(), 500);
    for (int row = 0; row < 500; ++row) {
        QCOMPARE(rows[row][u"roster_row"_s].toInt(), row + 1);
        const QString outcome =
            rows[row][u"status"_s].toString() + u": "_s + rows[row][u"detail"_s].toString();
        if (row < 300)
            QCOMPARE(outcome, u"registered: seat %1"_s.arg(row + 1));
        else if (row < 400)
            QCOMPARE(outcome, u"waitlisted: place %1 on the waiting list"_s.arg(row - 299));
        else
            QCOMPARE(outcome, u"rejected: the course is full and no waiting-list place is left"_s);
        QCOMPARE(rows[row][u"registered_at"_s].toString().isEmpty(), row >= 400);
    }
}

void TestRegisterCommand::nobodyWaitsWhenAFullCourseRejects()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,3,10"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(5));
    const Answer rejecting =
        m_folder->runOnSchool(u"register --course GO1 --roster list.csv --when-full reject"_s);
    VERIFY_EXIT(rejecting, 1);
    QCOMPARE(rejecting.summary(), u"registered 3, rejected 2"_s);
    const Answer waiting =
        m_folder->runOnSchool(u"register --course GO1 --roster list.csv --when-full waitlist"_s);
    VERIFY_EXIT(waiting, 0);
    QCOMPARE(waiting.summary(), u"waitlisted 2, already_registered 3"_s);
}

void TestRegisterCommand::unknownStudentsCanBeRejected()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"known.csv"_s, "student_id,given_name,family_name\nS000002,Known,Person\n");
    VERIFY_EXIT(m_folder->runOnSchool(u"students import known.csv"_s), 0);
    m_folder->write(u"list.csv"_s, classList(3));
    const Answer answer = m_folder->runOnSchool(
        u"register --course GO1 --roster list.csv --unknown-students reject --report out.json"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s),
        QStringList({u"rejected"_s, u"registered"_s, u"rejected"_s}));
    QVERIFY(answer.err.contains(u"Rows 1, 3: is not in the school's student register"_s));
    QCOMPARE(m_folder->runOnSchool(u"students list"_s).outLines().size(), 1);
}

void TestRegisterCommand::eachRowGoesToTheCourseThatItNames()
{
    VERIFY_EXIT(
        m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,1,"_s, u"ART,Art,2026 Fall,,"_s}), 0);
    m_folder->write(
        u"list.csv"_s, "student_id,course\nS1,GO1\nS2,ART\nS1,ART\nS3,GO1\nS4,XYZ\nS5,\n");
    const Answer answer = m_folder->runOnSchool(u"register --roster list.csv --report out.json"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s),
        QStringList({u"registered"_s, u"registered"_s, u"registered"_s, u"rejected"_s,
            u"rejected"_s, u"rejected"_s}));
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"course"_s).mid(0, 4),
        QStringList({u"GO1"_s, u"ART"_s, u"ART"_s, u"GO1"_s}));
    QVERIFY2(answer.err.contains(u"there is no course “XYZ”"_s), qPrintable(answer.err));
    QVERIFY2(answer.err.contains(u"Row 6, column “course”: the course is missing"_s),
        qPrintable(answer.err));
}

void TestRegisterCommand::termChoosesBetweenCoursesOfTheSameCode()
{
    VERIFY_EXIT(
        m_folder->addCourses({u"GO1,Intro,2026 Fall,1,"_s, u"GO1,Intro,2027 Spring,,"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(2));
    m_folder->write(u"courses.csv"_s, "student_id,course\nS000001,GO1\nS000002,GO1\n");

    const Answer ambiguous = m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s);
    VERIFY_EXIT(ambiguous, 2);
    QVERIFY2(ambiguous.err.contains(u"2026 Fall"_s) && ambiguous.err.contains(u"2027 Spring"_s),
        qPrintable(ambiguous.err));
    const Answer rows = m_folder->runOnSchool(u"register --roster courses.csv"_s);
    VERIFY_EXIT(rows, 1);
    QCOMPARE(rows.summary(), u"rejected 2"_s);
    QVERIFY2(rows.err.contains(u"2026 Fall"_s), qPrintable(rows.err));

    VERIFY_EXIT(
        m_folder->runOnSchool(u"register --course GO1 --term Never --roster list.csv"_s), 2);
    const Answer chosen =
        m_folder->runOnSchool(u"register --course GO1 --term \"2027 Spring\" --roster list.csv"_s);
    VERIFY_EXIT(chosen, 0);
    QCOMPARE(chosen.summary(), u"registered 2"_s);
    const Answer byRow =
        m_folder->runOnSchool(u"register --term \"2027 Spring\" --roster courses.csv"_s);
    VERIFY_EXIT(byRow, 0);
    QCOMPARE(byRow.summary(), u"already_registered 2"_s);
}

void TestRegisterCommand::columnsCanBeNamed()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"list.csv"_s, "Zeichen;Rufname\nS1;Ben\nS2;Sophie\n");
    const Answer answer = m_folder->runOnSchool(u"register --course GO1 --roster list.csv "
                                                "--map student_id=Zeichen --map given_name=Rufname "
                                                "--report out.json"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(
        m_folder->reportColumn(u"out.json"_s, u"student_id"_s), QStringList({u"S1"_s, u"S2"_s}));
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"given_name"_s),
        QStringList({u"Ben"_s, u"Sophie"_s}));
}

void TestRegisterCommand::withoutAStoreItUsesThePersonsOwnSchool()
{
    m_folder->write(u"courses.csv"_s, "code,title\nGO1,Intro to Golang\n");
    VERIFY_EXIT(m_folder->run(u"courses import courses.csv"_s), 0);
    VERIFY_EXIT(
        m_folder->run(u"register --course GO1 --roster "_s + sharedRoster(u"seed.csv"_s)), 0);
    QCOMPARE(m_folder->run(u"students list"_s).outLines().size(), 2);
    QVERIFY(!m_folder->read(u"home/rollbook/school.sqlite"_s).isEmpty());
}

void TestRegisterCommand::practiceSchoolNeedsNoFile()
{
    const QStringList before = m_folder->files();
    const Answer answer = m_folder->run(u"register --store simulated:?failures=1&seed=7 "
                                        "--course GO1 --roster "_s
        + sharedRoster(u"seed.csv"_s));
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"failed 2"_s);
    QCOMPARE(m_folder->files(), before);
}

void TestRegisterCommand::rowsThatCannotBeRegisteredAreExplained()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"list.csv"_s,
        "student_id,given_name,email\nS1,Ben,ben@example.org\nS1,Ben,ben@example.org\n"
        ",Nobody,\n,Sophie,sophie@example.org\n");
    const Answer answer =
        m_folder->runOnSchool(u"register --course GO1 --roster list.csv --report out.json"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s),
        QStringList({u"registered"_s, u"rejected"_s, u"rejected"_s, u"registered"_s}));
    QVERIFY(answer.err.contains(u"Row 2, column “student_id”: the same student as in row 1."_s));
    QVERIFY(
        answer.err.contains(u"Row 3, column “student_id”: no student ID and no e-mail address"_s));
    // What was said about the list is not said again about the run.
    QCOMPARE(answer.err.count(u'\n'), 2);
}

QTEST_GUILESS_MAIN(TestRegisterCommand)
#include "tst_registercommand.moc"
