// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowreason.h"
#include "table/rowstate.h"

#include <QHash>
#include <QList>

#include <array>
#include <memory>
#include <optional>

namespace Rollbook
{

/// The state of every row and what its outcome says, in 21 bytes a row instead of the 40 of a
/// StudentRegistrationResult.
class RowOutcomes
{
public:
    /// Rows that are Ready in `base` are in state `rest`, all others stay what they are; none has
    /// an outcome.
    void reset(const QList<RowState> &base, RowState rest);

    int size() const { return static_cast<int>(m_states.size()); }
    RowState state(int row) const { return m_states.at(row); }
    const QList<RowState> &states() const { return m_states; }
    int count(RowState state) const { return m_counts[static_cast<std::size_t>(state)]; }

    void settle(const StudentRegistrationResult &result, RowState state);
    /// Problem, Ready or LeftOut; whatever outcome the row had is forgotten.
    void setState(int row, RowState state);
    std::optional<StudentRegistrationResult> result(int row) const;
    /// Why rows are not registered, with how many; in no order. Kept while rows are settled.
    QList<std::pair<RowReason, int>> reasons() const;
    int count(const RowReason &reason) const;
    bool hasReasons() const { return !m_reasonCounts.isEmpty(); }
    QList<qint32> rowsWith(const RowReason &reason) const;
    /// True when a row was sent more than once.
    bool hasRetries() const { return m_hasRetries; }
    /// 0 where the row has no outcome of a run.
    quint32 attempts(int row) const;
    /// Milliseconds, 0 likewise.
    quint32 duration(int row) const;
    /// Milliseconds since the epoch, 0 where nothing is known.
    qint64 registeredAt(int row) const;
    /// Brings the same reasons together, by seat or place where there is one.
    quint64 reasonKey(int row) const;

private:
    // Split so that a record needs no padding.
    struct RegisteredAt {
        quint32 low;
        quint32 high;
    };
    // Left uninitialised until its row is settled: touching a million of them ahead would cost a
    // frame.
    struct Outcome {
        RegisteredAt at;
        qint32 number; // of the seat or place; which argument, where there is an error
        qint32 durationMs;
        qint16 attempts;
        RegistrationStatus status;
        quint8 kind; // the ReasonCode of an error; whether a registration waits
    };
    static_assert(sizeof(Outcome) == 20);

    static bool hasOutcome(RowState state);
    static bool isError(const Outcome &outcome);
    static bool isRefused(RowState state);
    static bool isOfRun(RowState state);
    static quint64 reasonId(const Outcome &outcome);
    std::optional<quint64> idOf(const RowReason &reason) const;
    RowReason reasonWithId(quint64 id) const;
    void countState(int row, int step);
    Outcome &outcome(int row) { return m_outcomes[static_cast<std::size_t>(row)]; }
    const Outcome &outcome(int row) const { return m_outcomes[static_cast<std::size_t>(row)]; }
    void fetchAhead(int row);
    qint32 argumentId(const QString &argument);

    QList<RowState> m_states;
    std::array<int, RowStateCount> m_counts{};
    std::unique_ptr<Outcome[]> m_outcomes;
    int m_capacity = 0;
    int m_fetched = 0; // rows that there is memory for
    QList<QString> m_arguments;
    QHash<QString, qint32> m_argumentIds;
    QHash<quint64, int> m_reasonCounts;
    bool m_hasRetries = false;
};

} // namespace Rollbook
