// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldregistrar.h"
#include "listenedrun.h"
#include "stuckjournal.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Rollbook;

/// Whoever stops a run has its answer at once, whatever the registrar and the journal do; what
/// comes later is taken, journaled and told.
class TestCancelledRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithRowsInDoubtAndSettles_data();
    void endsWithRowsInDoubtAndSettles();
    void endsBeforeTheJournalDoes_data();
    void endsBeforeTheJournalDoes();
    void nothingToSendIsNotCancelled();
    void answersWithin200Milliseconds_data();
    void answersWithin200Milliseconds();
    void answersInTimeLeaveNoDoubt();
    void rowsInDoubtAreSettledWhenSentAgain();
    void anotherRunGoesWhileAnswersAreOut();
    void onlyACancelledRunEndsWithoutAnswers();
    void whoeverGoesIsNotKept_data();
    void whoeverGoesIsNotKept();
};

namespace
{

constexpr int Rows = 100;
constexpr int AnsweredAtOnce = 14; // two batches
constexpr int InFlight = 28;       // four batches

using Answer = HeldRegistrar::Answer;
using Stuck = StuckJournal::Stuck;

int inDoubt(const RegisterStudentsResults &answer)
{
    return static_cast<int>(
        std::count_if(answer.results.cbegin(), answer.results.cend(), [](const auto &result) {
            return result.status() == RegistrationStatus::Failed
                && result.error()->code == ReasonCode::InDoubt;
        }));
}

int count(const RegisterStudentsResults &answer, RegistrationStatus status)
{
    return answer.run.counts[status];
}

/// A run that has two batches answered and four in flight.
struct RunInFlight {
    RunInFlight(HeldRegistrar &usedRegistrar, RunJournal *journal)
        : registrar(usedRegistrar)
        , run(registrar, journal, request(Rows))
        , listener(run)
        , finished(&run, &BulkRegistration::finished)
        , settled(&run, &BulkRegistration::settled)
    {
        run.start();
        QTRY_COMPARE(registrar.held(), 4);
        QTRY_COMPARE(listener.shown.size(), AnsweredAtOnce);
    }
    void cancel()
    {
        clock.start();
        run.cancel();
    }
    void cancelAndWait()
    {
        cancel();
        waitForEnd();
    }
    void waitForEnd()
    {
        QVERIFY(finished.count() > 0 || finished.wait());
        elapsedMs = clock.elapsed();
        qInfo("answered after %lld ms", elapsedMs);
    }
    RegisterStudentsResults settledAnswer() const
    {
        return settled.value(0).value(0).value<RegisterStudentsResults>();
    }

    HeldRegistrar &registrar;
    BulkRegistration run;
    Listener listener;
    QSignalSpy finished;
    QSignalSpy settled;
    QElapsedTimer clock;
    qint64 elapsedMs = -1;
};

} // namespace

void TestCancelledRun::endsWithRowsInDoubtAndSettles_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("registrarJournals");
    QTest::addColumn<int>("registeredInTheEnd");
    for (const bool journals : {false, true}) {
        const char *who = journals ? "registrar" : "run";
        const auto row = [&](const char *what, Answer answer, int registered) {
            QTest::addRow("%s, the %s journals", what, who) << answer << journals << registered;
        };
        row("answers late", Answer::Complete, AnsweredAtOnce + InFlight);
        row("an exception late", Answer::Exception, AnsweredAtOnce);
        row("rows missing late", Answer::RowsMissing, AnsweredAtOnce + 4);
    }
}

void TestCancelledRun::endsWithRowsInDoubtAndSettles()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, registrarJournals);
    QFETCH(const int, registeredInTheEnd);
    HeldRegistrar registrar(2, registrarJournals);
    StuckJournal journal;
    RunInFlight cancelled(registrar, &journal);
    cancelled.cancelAndWait();
    // Nothing was answered yet, so nobody waited for it.
    QCOMPARE(registrar.held(), 4);
    verifyComplete(cancelled.listener, Rows);
    const RegisterStudentsResults then = cancelled.listener.answer;
    QCOMPARE(then.run.state, RunState::Cancelled);
    QCOMPARE(count(then, RegistrationStatus::Registered), AnsweredAtOnce);
    QCOMPARE(inDoubt(then), InFlight);
    QCOMPARE(then.results.at(AnsweredAtOnce).attempts, 1);
    QCOMPARE(count(then, RegistrationStatus::NotAttempted), Rows - AnsweredAtOnce - InFlight);
    QCOMPARE(rowsToTryAgain(then.results), Rows - AnsweredAtOnce);
    QVERIFY(!cancelled.run.isSettled());
    QTRY_COMPARE(journal.ends().size(), 1);

    registrar.release(answer);
    QVERIFY(cancelled.settled.wait());
    QVERIFY(cancelled.run.isSettled());
    QCOMPARE(cancelled.finished.count(), 1);
    QCOMPARE(cancelled.settled.count(), 1);
    const RegisterStudentsResults settled = cancelled.settledAnswer();
    QCOMPARE(inDoubt(settled), 0);
    QCOMPARE(count(settled, RegistrationStatus::Registered), registeredInTheEnd);
    QCOMPARE(settled.run.counts.total(), Rows);
    QCOMPARE(settled.run.id, then.run.id);
    QCOMPARE(settled.results.size(), Rows);
    QVERIFY(!settled.problem);
    QCOMPARE(cancelled.run.progress().counts, settled.run.counts);
    // The journal knows it as well: how it ended, and each row that the registrar did not enter.
    QCOMPARE(journal.ends().last().counts, settled.run.counts);
    QCOMPARE(journal.recorded(RegistrationStatus::Registered),
        registrarJournals ? 0 : registeredInTheEnd);
    QCOMPARE(
        journal.recorded(RegistrationStatus::Failed), count(settled, RegistrationStatus::Failed));
}

void TestCancelledRun::endsBeforeTheJournalDoes_data()
{
    QTest::addColumn<Stuck>("stuck");
    QTest::addColumn<int>("notAttempted");
    QTest::addColumn<int>("inDoubtRows");
    QTest::newRow("it is not entered yet") << Stuck::AtBegin << Rows << 0;
    QTest::newRow("outcomes are not entered yet") << Stuck::AtRecord << 58 << 42;
    QTest::newRow("its end is not entered yet") << Stuck::AtEnd << 58 << 0;
}

void TestCancelledRun::endsBeforeTheJournalDoes()
{
    QFETCH(const Stuck, stuck);
    QFETCH(const int, notAttempted);
    QFETCH(const int, inDoubtRows);
    HeldRegistrar registrar(2, false);
    StuckJournal journal(stuck);
    BulkRegistration run(registrar, &journal, request(Rows));
    const Listener listener(run);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    QSignalSpy settled(&run, &BulkRegistration::settled);
    run.start();
    if (stuck == Stuck::AtBegin)
        QTRY_VERIFY(journal.isWaiting());
    else
        QTRY_COMPARE(registrar.held(), 4);
    run.cancel();
    if (stuck != Stuck::AtBegin) {
        // The rest is shown when the run has let go of what is not sent.
        QTRY_VERIFY(listener.shown.size() >= notAttempted);
        registrar.release();
    }
    QVERIFY(finished.count() > 0 || finished.wait());
    QVERIFY(journal.isWaiting());
    verifyComplete(listener, Rows);
    QCOMPARE(count(listener.answer, RegistrationStatus::NotAttempted), notAttempted);
    QCOMPARE(inDoubt(listener.answer), inDoubtRows);
    QVERIFY(!run.isSettled());

    journal.release();
    QVERIFY(settled.wait());
    const auto answer = settled.first().first().value<RegisterStudentsResults>();
    QVERIFY(!answer.problem);
    QCOMPARE(count(answer, RegistrationStatus::Registered), Rows - notAttempted);
    QCOMPARE(journal.recorded(RegistrationStatus::Registered), Rows - notAttempted);
    QCOMPARE(journal.recorded(RegistrationStatus::NotAttempted), notAttempted);
    QCOMPARE(journal.ends().last().counts, answer.run.counts);
    QCOMPARE(journal.ends().last().state, answer.run.state);
}

// A cancel stops nothing where nothing is to be sent, however long the journal takes.
void TestCancelledRun::nothingToSendIsNotCancelled()
{
    HeldRegistrar registrar(2, false);
    StuckJournal journal(Stuck::AtBegin);
    BulkRegistration::Request wanted = request(2);
    for (qint32 row = 0; row < 2; ++row) {
        wanted.rejectedRows.insert(
            row, {RegistrationStatus::Rejected, ReasonCode::InvalidData, {}});
    }
    BulkRegistration run(registrar, &journal, wanted);
    const Listener listener(run);
    QSignalSpy settled(&run, &BulkRegistration::settled);
    run.start();
    QTRY_VERIFY(journal.isWaiting());
    run.cancel();
    QTRY_COMPARE(listener.ends, 1);
    QVERIFY(journal.isWaiting());
    QCOMPARE(listener.answer.run.state, RunState::Finished);

    journal.release();
    QVERIFY(settled.wait());
    const auto answer = settled.first().first().value<RegisterStudentsResults>();
    QCOMPARE(answer.run.state, RunState::Finished);
    QCOMPARE(journal.ends().last().state, RunState::Finished);
}

void TestCancelledRun::answersWithin200Milliseconds_data()
{
    QTest::addColumn<Stuck>("stuck");
    QTest::newRow("a registrar that never answers") << Stuck::Never;
    QTest::newRow("a journal that never ends") << Stuck::AtEnd;
}

// The median of five, as a busy machine may hold up one of them.
void TestCancelledRun::answersWithin200Milliseconds()
{
    QFETCH(const Stuck, stuck);
    std::vector<qint64> times;
    for (int turn = 0; turn < 5; ++turn) {
        HeldRegistrar registrar(2, false);
        StuckJournal journal(stuck);
        RunInFlight cancelled(registrar, &journal);
        cancelled.cancelAndWait();
        QCOMPARE(inDoubt(cancelled.listener.answer), InFlight);
        QCOMPARE(cancelled.settled.count(), 0);
        times.push_back(cancelled.elapsedMs);
    }
    std::nth_element(times.begin(), times.begin() + 2, times.end());
    QVERIFY2(times.at(2) <= 200, qPrintable(QString::number(times.at(2))));
}

void TestCancelledRun::answersInTimeLeaveNoDoubt()
{
    HeldRegistrar registrar(2, false);
    StuckJournal journal;
    RunInFlight cancelled(registrar, &journal);
    cancelled.cancel();
    registrar.release();
    cancelled.waitForEnd();
    verifyComplete(cancelled.listener, Rows);
    // Unless the machine held everything up for longer than the run waits.
    if (inDoubt(cancelled.listener.answer) == 0) {
        QVERIFY(cancelled.run.isSettled());
        QCOMPARE(count(cancelled.listener.answer, RegistrationStatus::Registered),
            AnsweredAtOnce + InFlight);
        QCOMPARE(journal.ends().size(), 1);
    }
}

void TestCancelledRun::rowsInDoubtAreSettledWhenSentAgain()
{
    HeldRegistrar registrar(2, false);
    StuckJournal journal;
    RegisterStudentsResults soFar;
    {
        RunInFlight cancelled(registrar, &journal);
        cancelled.cancelAndWait();
        soFar = cancelled.listener.answer;
    }
    QCOMPARE(registrar.cancelled(), 4);
    registrar.release();
    BulkRegistration again(registrar, &journal, BulkRegistration::Request::continuing(soFar));
    const Listener listener(again);
    QSignalSpy finished(&again, &BulkRegistration::finished);
    again.start();
    QVERIFY(finished.wait());
    verifyAllRegisteredInOrder(listener, Rows);
    QCOMPARE(listener.answer.run.id, soFar.run.id);
    QCOMPARE(listener.answer.run.state, RunState::Finished);
    QCOMPARE(listener.answer.results.at(AnsweredAtOnce).attempts, 2);
    QCOMPARE(journal.recorded(RegistrationStatus::Registered), Rows);
}

void TestCancelledRun::anotherRunGoesWhileAnswersAreOut()
{
    HeldRegistrar slow(2, false);
    HeldRegistrar quick(1000, false);
    RunInFlight cancelled(slow, nullptr);
    cancelled.cancelAndWait();
    BulkRegistration other(quick, nullptr, request(Rows));
    const Listener listener(other);
    QSignalSpy finished(&other, &BulkRegistration::finished);
    other.start();
    QVERIFY(finished.wait());
    verifyAllRegisteredInOrder(listener, Rows);
    slow.release();
    QVERIFY(cancelled.settled.wait());
    QCOMPARE(count(cancelled.settledAnswer(), RegistrationStatus::Registered),
        AnsweredAtOnce + InFlight);
}

// A run that pauses, and one that ends, has every answer, however long that takes.
void TestCancelledRun::onlyACancelledRunEndsWithoutAnswers()
{
    HeldRegistrar slow(2, false);
    RunInFlight paused(slow, nullptr);
    paused.run.pause();
    HeldRegistrar never(2, false);
    RunInFlight cancelled(never, nullptr);
    cancelled.cancelAndWait();
    QCOMPARE(paused.run.state(), BulkRegistration::State::Pausing);
    slow.release();
    QTRY_COMPARE(paused.run.state(), BulkRegistration::State::Paused);
    QCOMPARE(
        paused.run.progress().counts[RegistrationStatus::Registered], AnsweredAtOnce + InFlight);
    paused.run.resume();
    QVERIFY(paused.finished.wait());
    verifyAllRegisteredInOrder(paused.listener, Rows);
    QVERIFY(paused.run.isSettled());
}

void TestCancelledRun::whoeverGoesIsNotKept_data()
{
    QTest::addColumn<Stuck>("stuck");
    QTest::addColumn<bool>("isCancelled");
    QTest::addColumn<bool>("registrarJournals");
    QTest::newRow("in the middle") << Stuck::Never << false << false;
    QTest::newRow("in the middle, the registrar journals") << Stuck::Never << false << true;
    QTest::newRow("after it was stopped") << Stuck::Never << true << false;
    QTest::newRow("after it was stopped, the registrar journals") << Stuck::Never << true << true;
    QTest::newRow("in the middle, the journal waits") << Stuck::AtEnd << false << false;
    QTest::newRow("after it was stopped, the journal waits") << Stuck::AtEnd << true << false;
}

// Of a registrar that never answers.
void TestCancelledRun::whoeverGoesIsNotKept()
{
    QFETCH(const Stuck, stuck);
    QFETCH(const bool, isCancelled);
    QFETCH(const bool, registrarJournals);
    HeldRegistrar registrar(2, registrarJournals);
    StuckJournal journal(stuck);
    {
        RunInFlight run(registrar, &journal);
        if (isCancelled)
            run.cancelAndWait();
    }
    QCOMPARE(registrar.cancelled(), 4);
    QVERIFY(!journal.isWaiting());
    QVERIFY(!journal.isInWork({}));
    QCOMPARE(journal.recorded(RegistrationStatus::Failed), InFlight);
    QCOMPARE(journal.recorded(RegistrationStatus::NotAttempted), Rows - AnsweredAtOnce - InFlight);
    if (stuck == Stuck::Never)
        QCOMPARE(journal.ends().last().state, RunState::Cancelled);
    // Nobody takes these.
    registrar.release();
}

QTEST_GUILESS_MAIN(TestCancelledRun)
#include "tst_cancelledrun.moc"
