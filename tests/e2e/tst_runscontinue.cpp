// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook runs resume` and `runs retry`: going on with a run.
class TestRunsContinue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void stoppedRunIsResumedAndReported_data();
    void stoppedRunIsResumedAndReported();
    void resumedRunCanBeStoppedAgain();
    void runInWorkIsLeftAlone();
    void runThatCameToItsEndIsNotResumed();
    void nothingToRetryChangesNothing();
    void whatMakesNoSenseIsSaid_data();
    void whatMakesNoSenseIsSaid();

private:
    QString stoppedRun();
    QString lastRun() const
    {
        return m_folder->runOnSchool(u"runs list"_s).out.section(u'\t', 0, 0);
    }

    std::unique_ptr<SchoolFolder> m_folder;
};

namespace
{
constexpr int Rows = 20'000;
}

void TestRunsContinue::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"large.csv"_s, classList(Rows));
    m_folder->write(u"list.csv"_s, classList(4));
}

// Interrupted with Ctrl+C after some of its rows.
QString TestRunsContinue::stoppedRun()
{
    RollbookProcess process(m_folder->path());
    process.start(onSchool(
        u"register --course GO1 --roster large.csv --batch 20 --in-flight 2 --progress bar"_s));
    process.waitUntilItSays(u" of 20000"_s);
    process.interrupt();
    const Answer answer = process.finish();
    return answer.exitStatus == 130 ? answer.outLines().last() : QString();
}

void TestRunsContinue::stoppedRunIsResumedAndReported_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("resume") << u"resume"_s;
    QTest::newRow("retry") << u"retry"_s;
}

void TestRunsContinue::stoppedRunIsResumedAndReported()
{
    QFETCH(const QString, word);
    const QString id = stoppedRun();
    QVERIFY(!id.isEmpty());
    const Answer answer =
        m_folder->runOnSchool(u"runs %1 %2 --report out.json --progress plain"_s.arg(word, id));
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.summary(), u"registered 20000"_s);
    QCOMPARE(answer.outLines().last(), id);
    QVERIFY2(answer.err.contains(u"20000 of 20000"_s), qPrintable(answer.err));
    const QList<QJsonObject> rows = m_folder->reportRows(u"out.json"_s);
    QCOMPARE(rows.size(), Rows);
    for (int row = 0; row < Rows; ++row) {
        QCOMPARE(rows.at(row)[u"roster_row"_s].toInt(), row + 1);
        QCOMPARE(rows.at(row)[u"detail"_s].toString(), u"seat %1"_s.arg(row + 1));
        QCOMPARE(rows.at(row)[u"attempts"_s].toInt(), 1);
    }
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).outLines().size(), 1);
    QVERIFY(m_folder->runOnSchool(u"runs list"_s).out.contains(u"finished\tregistered=20000\n"_s));
}

void TestRunsContinue::resumedRunCanBeStoppedAgain()
{
    const QString id = stoppedRun();
    QVERIFY(!id.isEmpty());
    RollbookProcess process(m_folder->path());
    process.start(onSchool(u"runs resume %1 --progress bar"_s.arg(id)));
    QVERIFY(process.waitUntilItSays(u" of 20000"_s));
    process.interrupt();
    const Answer stopped = process.finish();
    VERIFY_EXIT(stopped, 130);
    QCOMPARE(stopped.outLines().last(), id);
    const Answer rest = m_folder->runOnSchool(u"runs resume "_s + id);
    VERIFY_EXIT(rest, 0);
    QCOMPARE(rest.summary(), u"registered 20000"_s);
}

void TestRunsContinue::runInWorkIsLeftAlone()
{
    RollbookProcess process(m_folder->path());
    process.start(onSchool(
        u"register --course GO1 --roster large.csv --batch 1 --in-flight 1 --progress bar"_s));
    QVERIFY(process.waitUntilItSays(u" of 20000"_s));
    const QString id = lastRun();
    const Answer answer = m_folder->runOnSchool(u"runs resume "_s + id);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(u"still going on"_s), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
    process.interrupt();
    const Answer ended = process.finish();
    VERIFY_EXIT(ended, 130);
}

void TestRunsContinue::runThatCameToItsEndIsNotResumed()
{
    VERIFY_EXIT(m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s), 0);
    const QString before = m_folder->runOnSchool(u"runs list"_s).out;
    const Answer answer = m_folder->runOnSchool(u"runs resume "_s + lastRun());
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(u"runs retry"_s), qPrintable(answer.err));
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, before);
}

void TestRunsContinue::nothingToRetryChangesNothing()
{
    VERIFY_EXIT(m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s), 0);
    const QString before = m_folder->runOnSchool(u"runs list"_s).out;
    const Answer answer = m_folder->runOnSchool(u"runs retry "_s + lastRun());
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.summary(), u"registered 4"_s);
    QVERIFY2(answer.err.contains(u"nothing to try again"_s), qPrintable(answer.err));
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, before);
}

void TestRunsContinue::whatMakesNoSenseIsSaid_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no id") << u"runs resume"_s << u"resume ID"_s;
    QTest::newRow("unknown") << u"runs resume nonsense"_s << u"“nonsense”"_s;
    QTest::newRow("unknown retry") << u"runs retry nonsense"_s << u"“nonsense”"_s;
}

void TestRunsContinue::whatMakesNoSenseIsSaid()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, sentence);
    const Answer answer = m_folder->runOnSchool(arguments);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(sentence), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
}

QTEST_GUILESS_MAIN(TestRunsContinue)
#include "tst_runscontinue.moc"
