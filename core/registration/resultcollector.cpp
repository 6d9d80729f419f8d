// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultcollector.h"

#include <algorithm>

namespace Rollbook
{

ResultCollector::ResultCollector(RunJournal *journal, bool registrarJournals)
    : m_journal(journal)
    , m_registrarJournals(registrarJournals)
{
}

void ResultCollector::begin(
    const Run &run, const StudentList &students, const CourseAssignment &courses)
{
    m_answer.run = run;
    m_answer.students = students;
    m_answer.courses = courses;
    m_answer.results.resize(students.size());
    m_known.assign(static_cast<std::size_t>(students.size()), false);
    restartClock();
}

void ResultCollector::restartClock()
{
    m_meter.restart(m_done);
}

void ResultCollector::collect(RegistrationResults results)
{
    if (!m_registrarJournals)
        journal(results);
    keep(results);
    enqueue(std::move(results));
}

void ResultCollector::collectUnsent(const RegistrationResults &results)
{
    if (results.isEmpty())
        return;
    journal(results);
    keep(results);
    enqueue(results);
}

void ResultCollector::collectNotAttempted(const RegistrationResults &results)
{
    if (results.isEmpty())
        return;
    keep(results);
    m_owesJournal = true;
    enqueue(results);
    journal(results);
    m_owesJournal = false;
    // Where nobody takes portions any more they are taken at once, but it was not the end yet.
    if (isEverythingTaken())
        Q_EMIT everythingTaken();
}

void ResultCollector::completeWith(ReasonCode code, const QString &argument)
{
    RegistrationResults rest;
    rest.reserve(m_answer.students.size() - m_done);
    for (qint32 row = 0; row < m_answer.students.size(); ++row) {
        if (!m_known[static_cast<std::size_t>(row)])
            rest += notAttemptedRow(row, code, argument);
    }
    collectNotAttempted(rest);
}

void ResultCollector::journal(const RegistrationResults &results)
{
    if (!m_journal || m_answer.problem)
        return;
    const auto written =
        m_journal->record(m_answer.run, m_answer.students, m_answer.courses, results);
    if (!written)
        m_answer.problem = written.error();
}

void ResultCollector::keep(const RegistrationResults &results)
{
    auto *kept = m_answer.results.data();
    for (const StudentRegistrationResult &result : results) {
        kept[result.row] = result;
        m_known[static_cast<std::size_t>(result.row)] = true;
        m_counts.add(result.status());
    }
    m_done += static_cast<int>(results.size());
}

void ResultCollector::enqueue(RegistrationResults results)
{
    constexpr int most = BulkRegistration::MaximumPortion;
    if (results.size() <= most) {
        m_waiting.push_back(std::move(results));
    } else {
        for (qsizetype from = 0; from < results.size(); from += most)
            m_waiting.push_back(results.mid(from, most));
    }
    if (!m_portionOut)
        sendPortion();
}

void ResultCollector::sendPortion()
{
    Portion portion;
    qsizetype rows = 0;
    while (!m_waiting.empty()
        && (rows == 0 || rows + m_waiting.front().size() <= BulkRegistration::MaximumPortion)) {
        rows += m_waiting.front().size();
        for (const StudentRegistrationResult &result : std::as_const(m_waiting.front()))
            m_sentCounts.add(result.status());
        portion.results += std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    portion.progress = progress();
    m_portionOut = true;
    Q_EMIT portionReady(Handover<Portion>(std::move(portion)));
}

RunProgress ResultCollector::progress()
{
    RunProgress progress;
    progress.total = m_answer.students.size();
    progress.counts = m_sentCounts;
    progress.done = m_sentCounts.total();
    m_meter.update(m_done);
    progress.rowsPerSecond = m_meter.rowsPerSecond();
    progress.millisecondsLeft = m_meter.millisecondsFor(progress.total - m_done);
    return progress;
}

void ResultCollector::portionTaken()
{
    m_portionOut = false;
    if (!m_waiting.empty())
        sendPortion();
    else
        Q_EMIT everythingTaken();
}

RegisterStudentsResults ResultCollector::finish(RunState state, const std::optional<Error> &problem)
{
    m_answer.run.state = state;
    m_answer.run.endedAt = QDateTime::currentDateTimeUtc();
    m_answer.run.counts = m_counts;
    if (problem)
        m_answer.problem = problem;
    if (m_journal && !m_answer.problem) {
        const auto written = m_journal->end(m_answer.run);
        if (!written)
            m_answer.problem = written.error();
    }
    return std::move(m_answer);
}

} // namespace Rollbook
