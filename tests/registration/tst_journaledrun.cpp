// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "listenedrun.h"
#include "scriptedregistrar.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

using namespace Rollbook;

namespace
{

class CountingJournal : public RunJournal
{
public:
    Expected<void> begin(const Run &, const RunRoster &) override
    {
        return refuses ? Expected<void>(fail(ErrorCode::StoreReadOnly, QStringLiteral("read-only")))
                       : Expected<void>();
    }
    Expected<void> goOn(const Run &) override { return {}; }
    Expected<void> tryAgain(const Run &, const RowsAgain &) override { return {}; }
    void leave(const Run &) override { ++left; }
    bool isInWork(const QString &) const override { return false; }
    Expected<void> record(const Run &run, const StudentList &students, const CourseAssignment &,
        const QList<StudentRegistrationResult> &results) override
    {
        const std::scoped_lock lock(m_mutex);
        if (!run.id.isEmpty() && results.size() <= students.size()) {
            for (const StudentRegistrationResult &result : results)
                m_rows.insert(result.row);
        }
        return {};
    }
    Expected<void> end(const Run &run) override
    {
        ended = run.counts.total();
        return {};
    }
    Expected<QList<Run>> runs() const override { return QList<Run>(); }
    Expected<RegisterStudentsResults> run(const QString &) const override
    {
        return RegisterStudentsResults();
    }

    /// How many rows were written down since this was last asked. One that was in doubt when its
    /// run was given up is written again with its answer.
    int takeRecorded()
    {
        const std::scoped_lock lock(m_mutex);
        return static_cast<int>(std::exchange(m_rows, {}).size());
    }

    bool refuses = false;
    std::atomic<int> ended = -1;
    std::atomic<int> left = 0;

private:
    std::mutex m_mutex;
    QSet<qint32> m_rows;
};

} // namespace

/// What a run has written down, and what it does when that cannot be.
class TestJournaledRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journalsWhatTheRegistrarDoesNot_data();
    void journalsWhatTheRegistrarDoesNot();
    void aJournalThatRefusesStopsTheRunBeforeAnything();
    void destroyedInTheMiddle();
};

void TestJournaledRun::journalsWhatTheRegistrarDoesNot_data()
{
    QTest::addColumn<bool>("registrarJournals");
    QTest::addColumn<int>("recorded");
    QTest::newRow("the registrar does") << true << 1;
    QTest::newRow("the run does") << false << 40;
}

void TestJournaledRun::journalsWhatTheRegistrarDoesNot()
{
    QFETCH(const bool, registrarJournals);
    ScriptedRegistrar::Script script;
    script.capabilities.journalsResults = registrarJournals;
    ScriptedRegistrar registrar(script);
    CountingJournal journal;
    BulkRegistration::Request wanted = request(40);
    wanted.rejectedRows.insert(0, {RegistrationStatus::Rejected, ReasonCode::InvalidData, {}});
    BulkRegistration run(registrar, &journal, wanted);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    QTEST(journal.takeRecorded(), "recorded");
    QCOMPARE(journal.ended.load(), 40);
}

void TestJournaledRun::aJournalThatRefusesStopsTheRunBeforeAnything()
{
    ScriptedRegistrar registrar({});
    CountingJournal journal;
    journal.refuses = true;
    BulkRegistration run(registrar, &journal, request(40));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    verifyComplete(listener, 40);
    QCOMPARE(registrar.batchesSent(), 0);
    QCOMPARE(listener.answer.run.state, RunState::Stopped);
    QCOMPARE(listener.answer.run.counts[RegistrationStatus::NotAttempted], 40);
    QVERIFY(listener.answer.problem);
    QCOMPARE(listener.answer.problem->code, ErrorCode::StoreReadOnly);
}

void TestJournaledRun::destroyedInTheMiddle()
{
    CountingJournal journal;
    ScriptedRegistrar registrar({});
    for (int turn = 0; turn < 20; ++turn) {
        auto run = std::make_unique<BulkRegistration>(registrar, &journal, request(5000));
        QSignalSpy results(run.get(), &BulkRegistration::resultsReady);
        QSignalSpy finished(run.get(), &BulkRegistration::finished);
        run->start();
        if (turn % 2 == 0)
            QVERIFY(results.wait());
        run.reset();
        QCOMPARE(finished.count(), 0);
        // It ended all the same, and wrote down every row.
        QCOMPARE(journal.ended.exchange(-1), 5000);
        QCOMPARE(journal.takeRecorded(), 5000);
    }
}

QTEST_GUILESS_MAIN(TestJournaledRun)
#include "tst_journaledrun.moc"
