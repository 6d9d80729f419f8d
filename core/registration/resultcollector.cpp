// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultcollector.h"

#include "domain/memorypages.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace Rollbook
{

namespace
{

constexpr qsizetype RowsFetchedAtOnce = 16'384;
// Some texts are said of one row alone.
constexpr qsizetype MostSharedArguments = 1000;

} // namespace

ResultCollector::ResultCollector(RunRecorder &recorder, bool registrarJournals)
    : m_recorder(recorder)
    , m_registrarJournals(registrarJournals)
{
}

void ResultCollector::begin(
    const Run &run, const StudentList &students, const CourseAssignment &courses)
{
    m_answer.run = run;
    m_answer.students = students;
    m_answer.courses = courses;
    m_answer.results.reserve(students.size());
    restartClock();
}

void ResultCollector::restartClock()
{
    m_meter.restart(m_done);
}

void ResultCollector::collect(RegistrationResults results)
{
    keep(results);
    enqueue(std::move(results));
}

void ResultCollector::collectUnsent(const RegistrationResults &results)
{
    if (results.isEmpty())
        return;
    m_recorder.note(results);
    collect(results);
}

void ResultCollector::collectEarlier(
    const RegistrationResults &results, const QList<qint32> &toSend)
{
    m_earlier = results;
    RegistrationResults unsent;
    RegistrationResults registered;
    auto next = toSend.cbegin();
    for (const StudentRegistrationResult &result : results) {
        if (next != toSend.cend() && *next == result.row)
            ++next;
        else
            (result.error() ? unsent : registered) += result;
    }
    // Those may be missing in the journal, where the run was killed before they came to it.
    collectUnsent(unsent);
    if (!registered.isEmpty())
        collect(std::move(registered));
    restartClock();
}

void ResultCollector::addEarlierAttempts(RegistrationResults &results) const
{
    if (m_earlier.isEmpty())
        return;
    for (StudentRegistrationResult &result : results) {
        const int attempts = result.attempts + m_earlier.at(result.row).attempts;
        result.attempts =
            static_cast<qint16>(qMin<int>(attempts, std::numeric_limits<qint16>::max()));
    }
}

void ResultCollector::giveUp(const QList<qint32> &rows, const RegistrationError &why)
{
    RegistrationResults results;
    results.reserve(rows.size());
    for (const qint32 row : rows) {
        results += notAttemptedRow(row, why.code, why.argument);
        if (m_earlier.isEmpty())
            continue;
        const StudentRegistrationResult &earlier = m_earlier.at(row);
        if (earlier.status() == RegistrationStatus::NotAttempted)
            results.last().attempts = earlier.attempts;
        else
            results.last() = earlier;
    }
    if (results.isEmpty())
        return;
    m_givenUp += results;
    collect(std::move(results));
}

// A registrar that journals can do so only with what the store has taken. What it may take still it
// writes down itself.
RegistrationResults ResultCollector::faults() const
{
    RegistrationResults faults;
    if (!m_registrarJournals || m_counts[RegistrationStatus::Failed] == 0)
        return faults;
    std::copy_if(m_answer.results.cbegin(), m_answer.results.cend(), std::back_inserter(faults),
        [](const StudentRegistrationResult &result) {
            return result.status() == RegistrationStatus::Failed
                && result.error()->code != ReasonCode::InDoubt;
        });
    return faults;
}

// Room is made as answers come, while the registrar works on the next, and not before the first is
// asked for.
void ResultCollector::makeRoom(const RegistrationResults &results)
{
    const auto last = std::max_element(results.cbegin(), results.cend(),
        [](const auto &one, const auto &other) { return one.row < other.row; });
    if (last == results.cend() || last->row < m_answer.results.size())
        return;
    const qsizetype wanted = last->row + 1;
    if (wanted > m_fetched) {
        const qsizetype most = m_answer.students.size();
        const qsizetype until = qMin(most, wanted + RowsFetchedAtOnce);
        fetchPages(m_answer.results.data() + m_fetched,
            static_cast<std::size_t>(until - m_fetched) * sizeof(StudentRegistrationResult));
        m_fetched = until;
    }
    m_answer.results.resize(wanted);
}

// Registrars make the text of each row anew. Kept like that, a few bytes here and there would keep
// the pages that all else of the run was in.
void ResultCollector::shareArgument(StudentRegistrationResult &result)
{
    auto *error = std::get_if<RegistrationError>(&result.outcome);
    if (!error || error->argument.isEmpty())
        return;
    const QString text = error->argument;
    const auto known = m_arguments.constFind(text);
    if (known != m_arguments.cend())
        error->argument = *known;
    else if (m_arguments.size() < MostSharedArguments)
        m_arguments.insert(text, error->argument);
}

void ResultCollector::keep(const RegistrationResults &results)
{
    makeRoom(results);
    auto *kept = m_answer.results.data();
    for (const StudentRegistrationResult &result : results) {
        kept[result.row] = result;
        shareArgument(kept[result.row]);
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

RegisterStudentsResults ResultCollector::finish(RunState state)
{
    m_answer.run.state = state;
    m_answer.run.endedAt = QDateTime::currentDateTimeUtc();
    m_answer.run.counts = m_counts;
    m_recorder.end(m_answer.run, faults() + std::exchange(m_givenUp, {}));
    return std::move(m_answer);
}

} // namespace Rollbook
