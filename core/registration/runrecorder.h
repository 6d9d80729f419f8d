// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/handover.h"
#include "registration/registrar.h"
#include "registration/runjournal.h"

#include <QObject>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>

namespace Rollbook
{

/// Writes one run into the journal, in the order in which it is asked to, in a thread of its own: a
/// journal that has to be waited for never keeps the run from answering. Lives in the run thread.
/// Without a journal, and after one that failed, everything counts as written at once.
class RunRecorder : public QObject
{
    Q_OBJECT

public:
    explicit RunRecorder(RunJournal *journal);
    ~RunRecorder() override;

    /// Enters the run, then begun().
    void begin(const Run &run, const RunRoster &roster);
    /// The same of one that is there already, unless it could not be entered: it goes on.
    void goOn(const Run &run, const RunRoster &roster);
    /// The same, with these rows of it.
    void tryAgain(const Run &run, const RunRoster &roster, const RowsAgain &again);
    /// Writes outcomes, then recorded(): only then they may be shown.
    void record(const RegistrationResults &results);
    /// Writes outcomes that are known whether they are written or not.
    void note(const RegistrationResults &results);
    /// Writes how the run ended, with outcomes that are not there yet, and lets go of it. A second
    /// time only while nobody else has gone on with it.
    void end(const Run &run, const RegistrationResults &results);
    /// From now on the journal is not waited for, see RunJournal::hurry().
    void hurry();
    /// A store that the journal waits for is tried at once.
    void tryNow();
    /// Whether the journal waits for a store that is away.
    bool isWaiting() const { return m_isWaiting; }

    /// Everything that was asked for is done.
    bool isIdle() const { return m_jobs.empty() && !m_isWorking; }
    /// What was given to record() and is not written yet.
    RegistrationResults unrecorded() const;
    /// Why the run, or something of it, is not in the journal.
    const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    /// Also where it could not be entered, see problem().
    void begun();
    void recorded(const Rollbook::RegistrationResults &results);
    void idle();
    /// The journal waits for its store; again for each wait. However that ends, storeBack()
    /// follows.
    void storeLost(const Rollbook::StoreWait &wait);
    void storeBack();
    /// From the thread that writes.
    void journalWaits(const Rollbook::Handover<Rollbook::StoreWait> &wait);
    void jobDone(const Rollbook::Handover<Rollbook::Expected<void>> &written);

private:
    enum class Kind : quint8 { Begin, Record, Note, End };
    struct Job {
        Kind kind = Kind::Begin;
        Run run; // of End
        RegistrationResults results;
    };
    /// What the jobs have in common; not changed once the first one goes.
    struct Book {
        RunJournal *journal = nullptr;
        Run run;
        RunRoster roster;
        bool goesOn = false;
        std::optional<RowsAgain> again;
    };

    void beginBook(Book book);
    static Expected<void> enter(const Book &book);
    static Expected<void> write(const Book &book, const Job &job, bool hasEnded);
    void ask(Job job);
    void proceed();
    void startJob();
    bool isWritten(const Job &job) const;
    void finishJob(const Expected<void> &written);

    std::shared_ptr<Book> m_book;
    std::deque<Job> m_jobs; // the first one is being done while m_isWorking
    bool m_isWorking = false;
    bool m_isWaiting = false;
    bool m_isEntered = true;
    bool m_hasEnded = false;
    std::optional<Error> m_problem;
    QThreadPool m_thread;
};

} // namespace Rollbook
