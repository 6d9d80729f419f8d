// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowoutcomes.h"

#include <algorithm>

namespace Rollbook
{

void RowOutcomes::reset(const QList<RowState> &base, const RowSet &warned, RowState rest)
{
    m_table.states.resize(base.size());
    m_counts.fill(0);
    auto now = m_table.states.begin();
    // One after the other they are mostly the same.
    for (auto row = base.cbegin(); row != base.cend();) {
        const RowState state = *row == RowState::Ready ? rest : *row;
        const auto end =
            std::find_if(row, base.cend(), [&](RowState next) { return next != *row; });
        now = std::fill_n(now, end - row, state);
        m_counts[static_cast<std::size_t>(state)] += static_cast<int>(end - row);
        row = end;
    }
    m_table.records.reset(size());
    setWarned(warned);
    m_arguments.clear();
    m_argumentIds.clear();
    m_reasonCounts.clear();
    m_hasRetries = false;
}

void RowOutcomes::setState(int row, RowState state)
{
    countState(row, -1);
    m_table.states[row] = state;
    m_toLookAt.note(row, state);
    countState(row, 1);
}

void RowOutcomes::settle(const StudentRegistrationResult &result, RowState state)
{
    countState(result.row, -1);
    OutcomeRecord &kept = m_table.records.toWrite(result.row);
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
    m_table.states[result.row] = state;
    m_toLookAt.note(result.row, state);
    countState(result.row, 1);
    m_hasRetries = m_hasRetries || (OutcomeTable::isOfRun(state) && result.attempts > 1);
}

std::optional<StudentRegistrationResult> RowOutcomes::result(int row) const
{
    if (state(row) == RowState::LeftOut)
        return notAttemptedRow(row, ReasonCode::LeftOut);
    if (!OutcomeTable::hasOutcome(state(row)))
        return std::nullopt;
    const OutcomeRecord &kept = m_table.records.at(row);
    StudentRegistrationResult result;
    result.row = row;
    result.attempts = kept.attempts;
    result.durationMs = kept.durationMs;
    if (kept.isError()) {
        result.outcome = RegistrationError{
            kept.status, static_cast<ReasonCode>(kept.kind), m_arguments.at(kept.number)};
    } else {
        const quint64 at = quint64{kept.at.high} << 32U | kept.at.low;
        result.outcome =
            StudentRegistration{kept.status, kept.kind != 0, kept.number, static_cast<qint64>(at)};
    }
    return result;
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
