// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook register --dry-run`: what would happen, with nothing changed.
class TestDryRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void saysWhatWouldHappenToEachRow();
    void changesNothing();
    void whatItSaysHappens_data();
    void whatItSaysHappens();
    void writesNoReport();
    void makesNoSchool();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

namespace
{

// Row and status of each line of a plan.
QStringList plannedStatuses(const Answer &answer)
{
    QStringList statuses;
    const QStringList lines = answer.outLines();
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() == 5)
            statuses += cells[3];
    }
    return statuses;
}

} // namespace

void TestDryRun::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,3,1"_s}), 0);
    m_folder->write(u"before.csv"_s, classList(1, 2));
    VERIFY_EXIT(m_folder->runOnSchool(u"register --course GO1 --roster before.csv"_s), 0);
    m_folder->write(u"list.csv"_s, classList(5) + "S000001,Given000001,Family000001,\n");
}

void TestDryRun::saysWhatWouldHappenToEachRow()
{
    const Answer answer =
        m_folder->runOnSchool(u"register --course GO1 --roster list.csv --dry-run"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.outLines(),
        QStringList({u"1\tS000001\tGiven000001 Family000001\tregistered\twill get seat 2"_s,
            u"2\tS000002\tGiven000002 Family000002\talready_registered\thad seat 1 already"_s,
            u"3\tS000003\tGiven000003 Family000003\tregistered\twill get seat 3"_s,
            u"4\tS000004\tGiven000004 Family000004\twaitlisted\twill get place 1 on the waiting "
            "list"_s,
            u"5\tS000005\tGiven000005 Family000005\trejected\tthe course is full and no "
            "waiting-list place is left"_s,
            u"6\tS000001\tGiven000001 Family000001\trejected\tsame student as row 1"_s,
            u"registered\t2"_s, u"waitlisted\t1"_s, u"already_registered\t1"_s, u"rejected\t2"_s,
            u"failed\t0"_s, u"not_attempted\t0"_s}));
    QCOMPARE(answer.err, u"Row 6, column “student_id”: the same student as in row 1.\n"_s);
}

void TestDryRun::changesNothing()
{
    const QByteArray school = m_folder->read(u"school.sqlite"_s);
    const QStringList files = m_folder->files();
    m_folder->runOnSchool(u"register --course GO1 --roster list.csv --dry-run"_s);
    QCOMPARE(m_folder->read(u"school.sqlite"_s), school);
    QCOMPARE(m_folder->files(), files);
    QCOMPARE(m_folder->runOnSchool(u"students list"_s).outLines().size(), 1);
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).outLines().size(), 1);
}

void TestDryRun::whatItSaysHappens_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("as it comes") << QString();
    QTest::newRow("nobody waits") << u" --when-full reject"_s;
    QTest::newRow("nobody new") << u" --unknown-students reject"_s;
}

void TestDryRun::whatItSaysHappens()
{
    QFETCH(const QString, options);
    const QString command =
        u"register --course GO1 --roster list.csv --report out.json"_s + options;
    const Answer plan = m_folder->runOnSchool(command + u" --dry-run"_s);
    const Answer run = m_folder->runOnSchool(command);
    QCOMPARE(plannedStatuses(plan).size(), 6);
    QCOMPARE(plannedStatuses(plan), m_folder->reportColumn(u"out.json"_s, u"status"_s));
    QCOMPARE(plan.exitStatus, run.exitStatus);
}

void TestDryRun::writesNoReport()
{
    const Answer answer = m_folder->runOnSchool(
        u"register --course GO1 --roster before.csv --dry-run --report out.csv"_s);
    VERIFY_EXIT(answer, 0);
    QVERIFY2(answer.err.contains(u"no report is written"_s), qPrintable(answer.err));
    QVERIFY(!m_folder->files().contains(u"out.csv"_s));
}

void TestDryRun::makesNoSchool()
{
    const QStringList before = m_folder->files();
    for (const QString &command : {u"register --dry-run"_s, u"check"_s}) {
        const Answer answer =
            m_folder->run(command + u" --course GO1 --roster list.csv --store sqlite:new.sqlite"_s);
        VERIFY_EXIT(answer, 3);
        QVERIFY2(answer.err.contains(u"There is no school database “new.sqlite” yet"_s),
            qPrintable(answer.told()));
        VERIFY_EXIT(m_folder->run(command + u" --course GO1 --roster list.csv"_s), 3);
    }
    QCOMPARE(m_folder->files(), before);
    QVERIFY(!QDir(m_folder->path(u"home/rollbook"_s)).exists());
}

QTEST_GUILESS_MAIN(TestDryRun)
#include "tst_dryrun.moc"
