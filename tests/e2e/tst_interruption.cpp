// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// SIGINT in the middle of a run: what is on its way is waited for briefly and in doubt then, the
/// rest is not attempted, the reports are written.
class TestInterruption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<SchoolFolder>(); }

    void everyRowIsInTheReports();
    void impatienceChangesNothing();
    void whatWasReportedIsInTheSchool();

private:
    void verifyRowsAreComplete(int rows) const;

    std::unique_ptr<SchoolFolder> m_folder;
};

// Each row once, in order: some registered, some in doubt perhaps, the rest not attempted.
void TestInterruption::verifyRowsAreComplete(int rows) const
{
    const QStringList numbers = m_folder->reportColumn(u"out.json"_s, u"roster_row"_s);
    QCOMPARE(numbers.size(), rows);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(numbers[row], QString::number(row + 1));
    const QStringList statuses = m_folder->reportColumn(u"out.json"_s, u"status"_s);
    const auto registered = statuses.count(u"registered"_s);
    QVERIFY2(registered < rows, qPrintable(QString::number(registered)));
    const auto inDoubt =
        m_folder->reportColumn(u"out.json"_s, u"detail"_s)
            .count(u"the run was stopped before the school had answered; try again to find out"_s);
    QCOMPARE(statuses.count(u"failed"_s), inDoubt);
    QVERIFY(statuses.count(u"not_attempted"_s) > 0);
    QCOMPARE(statuses.count(u"not_attempted"_s), rows - registered - inDoubt);
    QCOMPARE(m_folder->read(u"out.csv"_s).count("\r\n"), rows + 1);
}

void TestInterruption::everyRowIsInTheReports()
{
    RollbookProcess process(m_folder->path());
    process.start(u"register --store simulated:?latency=100ms --batch 1 --in-flight 2 --course GO1 "
                  "--progress bar --report out.csv --report out.json --roster "_s
        + sharedRoster(u"go1-500.csv"_s));
    QVERIFY(process.waitUntilItSays(u"] 1 of 500"_s));
    process.interrupt();
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 130);
    QVERIFY2(answer.err.contains(u"\nStopping. What is on its way is waited for briefly.\n"_s),
        qPrintable(answer.err));
    QVERIFY2(
        answer.err.contains(u"not sent, because the run was stopped"_s), qPrintable(answer.err));
    QCOMPARE(answer.outLines().size(), 7);
    verifyRowsAreComplete(500);
    QVERIFY(m_folder->reportColumn(u"out.json"_s, u"status"_s).contains(u"registered"_s));
}

void TestInterruption::impatienceChangesNothing()
{
    m_folder->write(u"large.csv"_s, classList(20'000));
    RollbookProcess process(m_folder->path());
    process.start(
        u"register --store simulated:?latency=300ms --batch 10 --in-flight 1 --course GO1 "
        "--progress bar --report out.csv --report out.json --roster large.csv"_s);
    QVERIFY(process.waitUntilItSays(u" of 20000"_s));
    process.interrupt();
    QVERIFY(process.waitUntilItSays(u"Stopping."_s));
    process.interruptUntilItEnds();
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 130);
    QCOMPARE(answer.err.count(u"Stopping."_s), 1);
    verifyRowsAreComplete(20'000);
}

void TestInterruption::whatWasReportedIsInTheSchool()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"large.csv"_s, classList(20'000));
    RollbookProcess process(m_folder->path());
    process.start(onSchool(u"register --course GO1 --roster large.csv --batch 20 --in-flight 4 "
                           "--progress bar --report out.csv --report out.json"_s));
    QVERIFY(process.waitUntilItSays(u" of 20000"_s));
    process.interrupt();
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 130);
    verifyRowsAreComplete(20'000);

    const auto registered =
        m_folder->reportColumn(u"out.json"_s, u"status"_s).count(u"registered"_s);
    const auto inDoubt = m_folder->reportColumn(u"out.json"_s, u"status"_s).count(u"failed"_s);
    const auto inSchool = m_folder->runOnSchool(u"courses list"_s).out.section(u'\t', 3, 3).toInt();
    QVERIFY(inSchool >= registered && inSchool <= registered + inDoubt);
    QCOMPARE(m_folder->runOnSchool(u"students list"_s).outLines().size(), inSchool);
    const QStringList run = m_folder->runOnSchool(u"runs list"_s).out.trimmed().split(u'\t');
    QCOMPARE(run.value(0), answer.outLines().last());
    QCOMPARE(run.value(4), u"cancelled"_s);
    QVERIFY2(run.value(5).contains(u"not_attempted=%1"_s.arg(20'000 - registered - inDoubt)),
        qPrintable(run.value(5)));

    // The rest can be registered later as if nothing had happened.
    const Answer again = m_folder->runOnSchool(u"register --course GO1 --roster large.csv"_s);
    VERIFY_EXIT(again, 0);
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out.section(u'\t', 3, 3), u"20000"_s);
}

QTEST_GUILESS_MAIN(TestInterruption)
#include "tst_interruption.moc"
