// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldregistrar.h"
#include "listenedrun.h"
#include "scriptedregistrar.h"
#include "stuckjournal.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace Rollbook;

namespace
{

using State = BulkRegistration::State;
using Stuck = StuckJournal::Stuck;

constexpr int Rows = 60;

/// A run with all that it needs, and a registrar of each kind.
struct Stage {
    explicit Stage(Registrar &registrar, Stuck stuck = Stuck::Never, int rows = Rows)
        : journal(stuck)
        , run(std::make_unique<BulkRegistration>(registrar, &journal, request(rows)))
        , listener(*run)
        , finished(run.get(), &BulkRegistration::finished)
    {
    }
    void end()
    {
        QVERIFY(finished.count() > 0 || finished.wait());
        QCOMPARE(listener.ends, 1);
    }

    StuckJournal journal;
    std::unique_ptr<BulkRegistration> run;
    Listener listener;
    QSignalSpy finished;
};

ScriptedRegistrar::Script faultyScript(ReasonCode code)
{
    ScriptedRegistrar::Script script;
    script.fault = [code](qint32 /*row*/, qint16 /*attempt*/) {
        return RegistrationError{RegistrationStatus::Failed, code, {}};
    };
    return script;
}

using Exit = std::function<void()>;

Exit plainly(const ScriptedRegistrar::Script &script, Stuck stuck = Stuck::Never, int rows = Rows)
{
    return [script, stuck, rows] {
        ScriptedRegistrar registrar(script);
        Stage stage(registrar, stuck, rows);
        stage.run->start();
        stage.end();
    };
}

/// Until the run is in a state, then it is cancelled or destroyed.
Exit after(State state, bool isCancelled)
{
    return [state, isCancelled] {
        HeldRegistrar held(2, false);
        ScriptedRegistrar gone(faultyScript(ReasonCode::StoreUnavailable));
        Stage stage(state == State::Waiting ? static_cast<Registrar &>(gone) : held);
        stage.run->start();
        if (state == State::Running || state == State::Pausing || state == State::Paused)
            QTRY_COMPARE(held.held(), 4);
        if (state == State::Pausing || state == State::Paused)
            stage.run->pause();
        if (state == State::Paused)
            held.release();
        if (state != State::Ready)
            QTRY_COMPARE(stage.run->state(), state);
        if (isCancelled) {
            stage.run->cancel();
            stage.end();
        }
        stage.run.reset();
        held.release();
    };
}

void stopWithoutAnswer(bool isReleased)
{
    HeldRegistrar held(2, false);
    Stage stage(held);
    QSignalSpy settled(stage.run.get(), &BulkRegistration::settled);
    stage.run->start();
    QTRY_COMPARE(held.held(), 4);
    stage.run->cancel();
    stage.end();
    if (isReleased) {
        held.release();
        QVERIFY(settled.wait());
    }
}

void refusedByTheJournal()
{
    ScriptedRegistrar registrar({});
    Stage stage(registrar, Stuck::AtBegin);
    stage.journal.hurry({}); // so it is busy at once
    stage.run->start();
    stage.end();
    QCOMPARE(stage.listener.answer.run.state, RunState::Stopped);
    QVERIFY(stage.listener.answer.problem);
}

void cancelledBehindTheJournal()
{
    ScriptedRegistrar registrar({});
    Stage stage(registrar, Stuck::AtBegin);
    stage.run->start();
    QTRY_VERIFY(stage.journal.isWaiting());
    stage.run->cancel();
    stage.end();
}

void destroyedBehindTheJournal()
{
    ScriptedRegistrar registrar({});
    Stage stage(registrar, Stuck::AtBegin);
    stage.run->start();
    QTRY_VERIFY(stage.journal.isWaiting());
    stage.run.reset();
    QCOMPARE(registrar.batchesSent(), 0);
}

void destroyedByItsOwnEnd()
{
    ScriptedRegistrar registrar({});
    Stage stage(registrar);
    QObject::connect(stage.run.get(), &BulkRegistration::finished, stage.run.get(),
        [&stage] { stage.run.release()->deleteLater(); });
    stage.run->start();
    stage.end();
    QTRY_VERIFY(!stage.run);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void neverStarted()
{
    ScriptedRegistrar registrar({});
    const Stage stage(registrar);
}

qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task"))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
        .size();
}

} // namespace

Q_DECLARE_METATYPE(Exit)

/// However a run goes, nothing of it goes on when it is gone.
class TestRunExits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoThread_data();
    void leavesNoThread();
};

void TestRunExits::leavesNoThread_data()
{
    QTest::addColumn<Exit>("exit");
    const auto row = [](const char *name, const Exit &exit) { QTest::newRow(name) << exit; };
    row("finished", plainly({}));
    row("nobody to register", plainly({}, Stuck::Never, 0));
    row("all failed", plainly(faultyScript(ReasonCode::StoreFault)));
    row("all failed after trying again", plainly(faultyScript(ReasonCode::TimedOut)));
    ScriptedRegistrar::Script throws;
    throws.throwsAtOnce = true;
    row("the registrar throws", plainly(throws));
    ScriptedRegistrar::Script cancels;
    cancels.cancels = true;
    row("the registrar cancels", plainly(cancels));
    row("the journal refuses it", &refusedByTheJournal);
    row("never started", &neverStarted);
    row("destroyed by its own end", &destroyedByItsOwnEnd);
    row("cancelled as it starts", after(State::Ready, true));
    row("cancelled in flight", after(State::Running, true));
    row("cancelled while pausing", after(State::Pausing, true));
    row("cancelled while paused", after(State::Paused, true));
    row("cancelled while waiting for the store", after(State::Waiting, true));
    row("cancelled, destroyed in doubt", [] { stopWithoutAnswer(false); });
    row("cancelled, settled late", [] { stopWithoutAnswer(true); });
    row("cancelled while the journal waits", &cancelledBehindTheJournal);
    row("destroyed as it starts", after(State::Ready, false));
    row("destroyed in flight", after(State::Running, false));
    row("destroyed while pausing", after(State::Pausing, false));
    row("destroyed while paused", after(State::Paused, false));
    row("destroyed while waiting for the store", after(State::Waiting, false));
    row("destroyed while the journal waits", &destroyedBehindTheJournal);
}

void TestRunExits::leavesNoThread()
{
    QFETCH(const Exit, exit);
    const qsizetype before = threads();
    exit();
    // The kernel takes a thread off its list a moment after it was joined.
    QTRY_COMPARE(threads(), before);
}

QTEST_GUILESS_MAIN(TestRunExits)
#include "tst_runexits.moc"
