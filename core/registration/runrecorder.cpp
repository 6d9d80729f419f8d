// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runrecorder.h"

#include <utility>

namespace Rollbook
{

RunRecorder::RunRecorder(RunJournal *journal)
    : m_book(std::make_shared<Book>())
{
    m_book->journal = journal;
    m_thread.setMaxThreadCount(1);
    connect(this, &RunRecorder::jobDone, this, [this](const Handover<Expected<void>> &written) {
        finishJob(written.value());
        proceed();
    });
    connect(this, &RunRecorder::journalWaits, this, [this](const Handover<StoreWait> &wait) {
        m_isWaiting = true;
        Q_EMIT storeLost(wait.value());
    });
}

RunRecorder::~RunRecorder()
{
    m_thread.waitForDone();
    if (m_book->journal)
        m_book->journal->watchWaits(m_book->run, {});
}

void RunRecorder::begin(const Run &run, const RunRoster &roster)
{
    beginBook({m_book->journal, run, roster, false, std::nullopt});
}

void RunRecorder::goOn(const Run &run, const RunRoster &roster)
{
    beginBook({m_book->journal, run, roster, true, std::nullopt});
}

void RunRecorder::tryAgain(const Run &run, const RunRoster &roster, const RowsAgain &again)
{
    beginBook({m_book->journal, run, roster, true, again});
}

void RunRecorder::beginBook(Book book)
{
    *m_book = std::move(book);
    if (m_book->journal) {
        m_book->journal->watchWaits(m_book->run,
            [this](const StoreWait &wait) { Q_EMIT journalWaits(Handover<StoreWait>(wait)); });
    }
    ask({Kind::Begin, {}, {}});
}

void RunRecorder::record(const RegistrationResults &results)
{
    ask({Kind::Record, {}, results});
}

void RunRecorder::note(const RegistrationResults &results)
{
    if (!results.isEmpty())
        ask({Kind::Note, {}, results});
}

void RunRecorder::end(const Run &run, const RegistrationResults &results)
{
    ask({Kind::End, run, results});
}

void RunRecorder::hurry()
{
    if (m_book->journal)
        m_book->journal->hurry(m_book->run);
}

void RunRecorder::tryNow()
{
    if (m_isWaiting)
        m_book->journal->tryNow(m_book->run);
}

RegistrationResults RunRecorder::unrecorded() const
{
    RegistrationResults results;
    for (const Job &job : m_jobs) {
        if (job.kind == Kind::Record)
            results += job.results;
    }
    return results;
}

void RunRecorder::ask(Job job)
{
    // What has to wait is written in one go.
    const std::size_t underWay = m_isWorking ? 1 : 0;
    const bool canJoin = m_jobs.size() > underWay && m_jobs.back().kind == job.kind
        && (job.kind == Kind::Record || job.kind == Kind::Note);
    if (canJoin)
        m_jobs.back().results += job.results;
    else
        m_jobs.push_back(std::move(job));
    proceed();
}

// Nothing is to be written for it, or nothing can be.
bool RunRecorder::isWritten(const Job &job) const
{
    if (!m_book->journal || !m_isEntered)
        return true;
    // However it went, nobody works on the run after its end.
    return m_problem && job.kind != Kind::End;
}

void RunRecorder::proceed()
{
    while (!m_isWorking && !m_jobs.empty()) {
        m_isWorking = true;
        if (isWritten(m_jobs.front()))
            finishJob({});
        else
            startJob();
    }
}

void RunRecorder::startJob()
{
    struct Task {
        std::shared_ptr<const Book> book;
        Job job;
        bool hasEnded;
        bool hasFailed;
    };
    const Handover<Task> task({m_book, m_jobs.front(), m_hasEnded, m_problem.has_value()});
    m_thread.start([this, task] {
        const Task &mine = task.value();
        Expected<void> written;
        if (!mine.hasFailed)
            written = write(*mine.book, mine.job, mine.hasEnded);
        if (mine.job.kind == Kind::End && !mine.hasEnded)
            mine.book->journal->leave(mine.book->run);
        Q_EMIT jobDone(std::move(written));
    });
}

Expected<void> RunRecorder::enter(const Book &book)
{
    if (book.goesOn) {
        auto goingOn = book.again ? book.journal->tryAgain(book.run, *book.again)
                                  : book.journal->goOn(book.run);
        // Perhaps it could not be entered when it began.
        if (goingOn || goingOn.error().code != ErrorCode::NotFound)
            return goingOn;
    }
    return book.journal->begin(book.run, book.roster);
}

Expected<void> RunRecorder::write(const Book &book, const Job &job, bool hasEnded)
{
    if (job.kind == Kind::Begin)
        return enter(book);
    if (job.kind == Kind::End && hasEnded && book.journal->isInWork(book.run.id))
        return {};
    if (!job.results.isEmpty()) {
        auto written =
            book.journal->record(book.run, book.roster.students, book.roster.courses, job.results);
        if (!written)
            return written;
    }
    return job.kind == Kind::End ? book.journal->end(job.run) : Expected<void>();
}

void RunRecorder::finishJob(const Expected<void> &written)
{
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    if (!written && !m_problem)
        m_problem = written.error();
    // One that was not entered may be in work elsewhere.
    if (job.kind == Kind::Begin && !written)
        m_isEntered = false;
    m_hasEnded = m_hasEnded || job.kind == Kind::End;
    m_isWorking = false;
    if (std::exchange(m_isWaiting, false))
        Q_EMIT storeBack();
    if (job.kind == Kind::Begin)
        Q_EMIT begun();
    else if (job.kind == Kind::Record)
        Q_EMIT recorded(job.results);
    if (isIdle())
        Q_EMIT idle();
}

} // namespace Rollbook
