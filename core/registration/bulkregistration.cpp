// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "registrationrun.h"

#include <QThread>
#include <QTimer>

#include <algorithm>

namespace Rollbook
{

namespace
{

Run runFor(const BulkRegistration::Request &request)
{
    if (!request.continued) {
        Run run = Run::begin(request.rosterName, request.courses, request.options);
        run.rosterPath = request.rosterPath;
        run.rosterHash = request.rosterHash;
        run.registrarName = request.registrarName;
        return run;
    }
    Run run = request.continued->run;
    run.state = RunState::Running;
    run.endedAt = {};
    run.counts = {};
    return run;
}

} // namespace

/// Keeps the run thread, and what its last messages said.
class BulkRegistration::Private : public QObject
{
    Q_OBJECT

public:
    Private(
        BulkRegistration *owner, Registrar &usedRegistrar, RunJournal *usedJournal, Request wanted)
        : q(owner)
        , registrar(usedRegistrar)
        , journal(usedJournal)
        , request(std::move(wanted))
    {
        progress.total = request.students.size();
    }
    ~Private() override;

    void start();
    void take(const Portion &portion);
    void finish(const RunEnd &end);
    void settle(const RegisterStudentsResults &results);
    void setState(State newState);
    void tellWait(const StoreWait &wait);

    BulkRegistration *q;
    Registrar &registrar;
    RunJournal *journal;
    Request request;
    Run run;
    RunProgress progress;
    State state = State::Ready;
    bool isSettled = false;
    QThread thread;

Q_SIGNALS:
    void startRequested();
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void portionTaken();
    void abandoned();
};

BulkRegistration::Private::~Private()
{
    if (!thread.isRunning())
        return;
    Q_EMIT abandoned();
    thread.wait();
}

void BulkRegistration::Private::start()
{
    run = runFor(request);
    auto *worker = new RegistrationRun(registrar, journal, run, std::move(request));
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    connect(this, &Private::startRequested, worker, &RegistrationRun::start);
    connect(this, &Private::pauseRequested, worker, &RegistrationRun::pause);
    connect(this, &Private::resumeRequested, worker, &RegistrationRun::resume);
    connect(this, &Private::cancelRequested, worker, &RegistrationRun::cancel);
    connect(this, &Private::abandoned, worker, &RegistrationRun::abandon);
    connect(this, &Private::portionTaken, worker, &RegistrationRun::portionTaken);
    connect(worker, &RegistrationRun::portionReady, this,
        [this](const Handover<Portion> &portion) { take(portion.value()); });
    connect(worker, &RegistrationRun::waiting, this,
        [this](const Handover<StoreWait> &wait) { tellWait(wait.value()); });
    connect(worker, &RegistrationRun::stateChanged, this,
        [this](const Handover<State> &newState) { setState(newState.value()); });
    connect(worker, &RegistrationRun::ended, this,
        [this](const Handover<RunEnd> &end) { finish(end.value()); });
    connect(worker, &RegistrationRun::settled, this,
        [this](const Handover<RegisterStudentsResults> &results) { settle(results.value()); });
    thread.setObjectName(QStringLiteral("registration run"));
    thread.start();
    Q_EMIT q->started(run);
    Q_EMIT startRequested();
}

void BulkRegistration::Private::take(const Portion &portion)
{
    for (const RegistrationResults &results : portion.results)
        Q_EMIT q->resultsReady(results);
    const std::optional<StoreWait> waiting = progress.waiting;
    progress = portion.progress;
    progress.waiting = waiting;
    Q_EMIT q->progressChanged(progress);
    // Timers come after all posted events of a turn, so the next portion is the next turn's.
    QTimer::singleShot(0, this, &Private::portionTaken);
}

void BulkRegistration::Private::finish(const RunEnd &end)
{
    run = end.answer.run;
    isSettled = end.isSettled;
    if (isSettled)
        thread.quit();
    setState(State::Finished);
    Q_EMIT q->finished(end.answer);
}

void BulkRegistration::Private::settle(const RegisterStudentsResults &results)
{
    run = results.run;
    progress.counts = run.counts;
    isSettled = true;
    thread.quit();
    Q_EMIT q->settled(results);
}

void BulkRegistration::Private::setState(State newState)
{
    if (state == newState)
        return;
    state = newState;
    if (state != State::Waiting)
        progress.waiting.reset();
    Q_EMIT q->stateChanged(state);
}

BulkRegistration::Request BulkRegistration::Request::continuing(
    const RegisterStudentsResults &soFar)
{
    Request request;
    request.students = soFar.students;
    request.courses = soFar.courses;
    request.options = soFar.run.options;
    request.rosterName = soFar.run.rosterName;
    request.continued = soFar;
    return request;
}

BulkRegistration::Request BulkRegistration::Request::tryingAgain(
    const RegisterStudentsResults &soFar, QList<qint32> rows)
{
    Request request = continuing(soFar);
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    request.onlyRows = std::move(rows);
    return request;
}

void BulkRegistration::Private::tellWait(const StoreWait &wait)
{
    progress.waiting = wait;
    progress.rowsPerSecond = 0;
    progress.millisecondsLeft.reset();
    Q_EMIT q->progressChanged(progress);
}

BulkRegistration::BulkRegistration(
    Registrar &registrar, RunJournal *journal, Request request, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, registrar, journal, std::move(request)))
{
}

BulkRegistration::~BulkRegistration() = default;

const Run &BulkRegistration::run() const
{
    return d->run;
}

const RunProgress &BulkRegistration::progress() const
{
    return d->progress;
}

BulkRegistration::State BulkRegistration::state() const
{
    return d->state;
}

bool BulkRegistration::isSettled() const
{
    return d->isSettled;
}

void BulkRegistration::start()
{
    if (!d->thread.isRunning() && d->state == State::Ready)
        d->start();
}

void BulkRegistration::pause()
{
    Q_EMIT d->pauseRequested();
}

void BulkRegistration::resume()
{
    Q_EMIT d->resumeRequested();
}

void BulkRegistration::cancel()
{
    Q_EMIT d->cancelRequested();
}

} // namespace Rollbook

#include "bulkregistration.moc"
