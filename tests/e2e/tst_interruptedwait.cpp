// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <QElapsedTimer>
#include <QTest>

#include <sqlite3.h>

#include <memory>
#include <optional>
#include <thread>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// SIGINT while another program holds the school: nobody waits for that program, and what was on
/// its way is settled when the run goes on.
class TestInterruptedWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void endsWhileTheSchoolIsLocked();
    void endsBeforeTheRunWasEntered();
    void undisturbedOutcomeWhenItGoesOn_data();
    void undisturbedOutcomeWhenItGoesOn();

private:
    QString summaryOfUndisturbedRun() const;
    void lock();

    static constexpr int Rows = 10'000;
    std::unique_ptr<SchoolFolder> m_folder;
    std::unique_ptr<SQLite::Database> m_colleague;
    std::optional<SQLite::Transaction> m_writing;
};

namespace
{

// Far below the 30 seconds for which a locked school is waited for.
constexpr qint64 LongestEndMs = 10'000;

} // namespace

void TestInterruptedWait::init()
{
    m_writing.reset();
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,7500,1000"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(Rows));
    m_colleague = std::make_unique<SQLite::Database>(
        m_folder->path(u"school.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE);
    // Looks often enough to meet the pause of one who writes on and on, before that has ended.
    sqlite3_busy_handler(
        m_colleague->getHandle(),
        [](void * /*unused*/, int /*count*/) {
            std::this_thread::yield();
            return 1;
        },
        nullptr);
}

void TestInterruptedWait::lock()
{
    m_writing.emplace(*m_colleague, SQLite::TransactionBehavior::IMMEDIATE);
}

void TestInterruptedWait::endsWhileTheSchoolIsLocked()
{
    RollbookProcess process(m_folder->path());
    process.start(onSchool(u"register --course GO1 --roster list.csv --batch 1 --in-flight 3 "
                           "--progress bar --report out.json"_s));
    QVERIFY(process.waitUntilItSays(u" of 10000"_s));
    lock();
    QElapsedTimer clock;
    clock.start();
    process.interrupt();
    const Answer answer = process.finish();
    const qint64 tookMs = clock.elapsed();
    VERIFY_EXIT(answer, 130);
    QVERIFY2(tookMs < LongestEndMs, qPrintable(QString::number(tookMs)));
    qInfo("ended %lld ms after the signal", tookMs);

    // The report says what is known, and of nobody that he is registered who is not.
    const QStringList statuses = m_folder->reportColumn(u"out.json"_s, u"status"_s);
    QCOMPARE(statuses.size(), Rows);
    QCOMPARE(
        m_folder->reportColumn(u"out.json"_s, u"detail"_s)
            .count(u"the run was stopped before the school had answered; try again to find out"_s),
        statuses.count(u"failed"_s));
    m_writing.reset();
    QVERIFY(m_folder->runOnSchool(u"courses list"_s).out.section(u'\t', 3, 3).toInt()
        >= statuses.count(u"registered"_s));
}

void TestInterruptedWait::endsBeforeTheRunWasEntered()
{
    lock();
    RollbookProcess process(m_folder->path());
    process.start(onSchool(u"register --course GO1 --roster list.csv --progress bar "
                           "--report out.json"_s));
    QVERIFY(process.waitUntilItListens());
    QElapsedTimer clock;
    clock.start();
    process.interrupt();
    const Answer answer = process.finish();
    QVERIFY2(clock.elapsed() < LongestEndMs, qPrintable(answer.told()));
    VERIFY_EXIT(answer, 130);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s).count(u"not_attempted"_s), Rows);
    m_writing.reset();
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, QString());
}

QString TestInterruptedWait::summaryOfUndisturbedRun() const
{
    SchoolFolder other;
    other.addCourses({u"GO1,Intro to Golang,2026 Fall,7500,1000"_s});
    other.write(u"list.csv"_s, classList(Rows));
    return other.runOnSchool(u"register --course GO1 --roster list.csv"_s).summary();
}

void TestInterruptedWait::undisturbedOutcomeWhenItGoesOn_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("isFree");
    QTest::newRow("resumed") << u"runs resume "_s << false;
    // Its end could be written down.
    QTest::newRow("tried again") << u"runs retry "_s << true;
}

void TestInterruptedWait::undisturbedOutcomeWhenItGoesOn()
{
    QFETCH(const QString, command);
    QFETCH(const bool, isFree);
    RollbookProcess process(m_folder->path());
    process.start(onSchool(u"register --course GO1 --roster list.csv --batch 1 --in-flight 3 "
                           "--progress bar --report out.json"_s));
    QVERIFY(process.waitUntilItSays(u" of 10000"_s));
    if (!isFree)
        lock();
    process.interrupt();
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 130);
    m_writing.reset();

    const Answer goneOn =
        m_folder->runOnSchool(command + answer.outLines().last() + u" --report whole.json"_s);
    VERIFY_EXIT(goneOn, 1);
    QCOMPARE(goneOn.summary(), summaryOfUndisturbedRun());
    const QStringList statuses = m_folder->reportColumn(u"whole.json"_s, u"status"_s);
    QCOMPARE(statuses.size(), Rows);
    for (int row = 0; row < Rows; ++row) {
        QCOMPARE(statuses.at(row),
            row < 7500       ? u"registered"_s
                : row < 8500 ? u"waitlisted"_s
                             : u"rejected"_s);
    }
}

QTEST_GUILESS_MAIN(TestInterruptedWait)
#include "tst_interruptedwait.moc"
