// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowoutcomes.h"

#include "domain/memorypages.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr int RowsFetchedAtOnce = 16'384;

} // namespace

void RowOutcomes::reset(const QList<RowState> &base, RowState rest)
{
    m_states.resize(base.size());
    m_counts.fill(0);
    std::transform(
        base.constBegin(), base.constEnd(), m_states.begin(), [this, rest](RowState state) {
            const RowState now = state == RowState::Ready ? rest : state;
            ++m_counts[static_cast<std::size_t>(now)];
            return now;
        });
    if (m_capacity != size()) {
        m_outcomes = std::make_unique_for_overwrite<Outcome[]>(static_cast<std::size_t>(size()));
        m_capacity = size();
        m_fetched = 0;
    }
    m_arguments.clear();
    m_argumentIds.clear();
    m_reasonCounts.clear();
    m_hasRetries = false;
}

void RowOutcomes::setState(int row, RowState state)
{
    countState(row, -1);
    m_states[row] = state;
    countState(row, 1);
}

// Of outcomes that come more or less in order: others would take it for more than a frame's worth.
void RowOutcomes::fetchAhead(int row)
{
    if (row > m_fetched + RowsFetchedAtOnce)
        return;
    const int until = qMin(m_capacity, row + RowsFetchedAtOnce);
    fetchPages(&outcome(m_fetched), static_cast<std::size_t>(until - m_fetched) * sizeof(Outcome));
    m_fetched = until;
}

void RowOutcomes::settle(const StudentRegistrationResult &result, RowState state)
{
    if (result.row >= m_fetched)
        fetchAhead(result.row);
    countState(result.row, -1);
    Outcome &kept = outcome(result.row);
    kept.durationMs = result.durationMs;
    kept.attempts = result.attempts;
    kept.status = result.status();
    if (const StudentRegistration *held = result.registration()) {
        const auto at = static_cast<quint64>(held->registeredAtMs);
        kept.at = {static_cast<quint32>(at), static_cast<quint32>(at >> 32U)};
        kept.number = held->number;
        kept.kind = held->waiting ? 1 : 0;
    } else {
        kept.kind = static_cast<quint8>(result.error()->code);
        kept.number = argumentId(result.error()->argument);
    }
    m_states[result.row] = state;
    countState(result.row, 1);
    m_hasRetries = m_hasRetries || (isOfRun(state) && result.attempts > 1);
}

std::optional<StudentRegistrationResult> RowOutcomes::result(int row) const
{
    if (state(row) == RowState::LeftOut)
        return notAttemptedRow(row, ReasonCode::LeftOut);
    if (!hasOutcome(state(row)))
        return std::nullopt;
    const Outcome &kept = outcome(row);
    StudentRegistrationResult result;
    result.row = row;
    result.attempts = kept.attempts;
    result.durationMs = kept.durationMs;
    if (isError(kept)) {
        result.outcome = RegistrationError{
            kept.status, static_cast<ReasonCode>(kept.kind), m_arguments.at(kept.number)};
    } else {
        const quint64 at = quint64{kept.at.high} << 32U | kept.at.low;
        result.outcome =
            StudentRegistration{kept.status, kept.kind != 0, kept.number, static_cast<qint64>(at)};
    }
    return result;
}

quint64 RowOutcomes::reasonKey(int row) const
{
    const RowState rowState = state(row);
    const quint64 key = static_cast<quint64>(rowState) << 48U;
    if (!hasOutcome(rowState))
        return key;
    const Outcome &kept = outcome(row);
    return key | quint64{kept.kind} << 32U | static_cast<quint32>(kept.number);
}

bool RowOutcomes::hasOutcome(RowState state)
{
    return state != RowState::Problem && state != RowState::Ready && state != RowState::Waiting
        && state != RowState::LeftOut;
}

bool RowOutcomes::isOfRun(RowState state)
{
    return state >= RowState::Registered && state <= RowState::NotAttempted;
}

bool RowOutcomes::isError(const Outcome &outcome)
{
    return outcome.status >= RegistrationStatus::Rejected;
}

qint32 RowOutcomes::argumentId(const QString &argument)
{
    const auto known = m_argumentIds.constFind(argument);
    if (known != m_argumentIds.cend())
        return *known;
    const auto id = static_cast<qint32>(m_arguments.size());
    m_arguments += argument;
    m_argumentIds.insert(argument, id);
    return id;
}

} // namespace Rollbook
