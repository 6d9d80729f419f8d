// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgrunlanes.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// More gained less, and took more from others where many were at work.
constexpr int MostLanes = 2;
// Fewer are written before another connection has begun.
constexpr int RowsOfLane = 100;

CourseParts partsOf(const RegistrationBatch &batch)
{
    const int most = std::clamp(batch.students.size() / RowsOfLane, 1, MostLanes);
    return courseParts(batch.students, batch.courses, most);
}

} // namespace

PgRunLanes::PgRunLanes(const RegistrationBatch &batch)
    : m_round(batch.round)
    , m_parts(partsOf(batch))
{
    for (int lane = 0; lane < m_parts.count; ++lane)
        m_lanes.push_back(std::make_unique<Lane>());
}

bool PgRunLanes::suit(const RegistrationBatch &batch)
{
    if (batch.round == m_round)
        return true;
    if (partsOf(batch) != m_parts)
        return false;
    m_round = batch.round;
    return true;
}

bool PgRunLanes::isIdle() const
{
    return std::all_of(
        m_lanes.cbegin(), m_lanes.cend(), [](const auto &lane) { return lane->waiting == 0; });
}

/// For each lane its rows, for some perhaps none.
std::vector<RegistrationBatch> PgRunLanes::piecesOf(const RegistrationBatch &batch) const
{
    if (!areSeveral())
        return {batch};
    RegistrationBatch piece = batch;
    piece.rows.clear();
    std::vector<RegistrationBatch> pieces(m_lanes.size(), piece);
    for (const qint32 row : batch.rows) {
        // Who wants no course is refused, wherever that is.
        const int course = batch.courses.indexOf(row);
        const int lane = course < 0 ? 0 : m_parts.ofCourse[static_cast<std::size_t>(course)];
        pieces[static_cast<std::size_t>(lane)].rows += row;
    }
    return pieces;
}

QFuture<RegistrationResults> PgRunLanes::add(const RegistrationBatch &batch, IdleLanes &toBegin)
{
    const std::vector<RegistrationBatch> pieces = piecesOf(batch);
    const auto isWanted = [&](const RegistrationBatch &piece) {
        return !piece.rows.isEmpty() || (batch.rows.isEmpty() && &piece == &pieces.front());
    };
    const auto count = std::count_if(pieces.cbegin(), pieces.cend(), isWanted);
    const auto answer = std::make_shared<JoinedAnswer>(static_cast<int>(count));
    for (std::size_t lane = 0; lane < pieces.size(); ++lane) {
        if (!isWanted(pieces[lane]))
            continue;
        m_lanes[lane]->queue.add(pieces[lane], answer);
        if (m_lanes[lane]->waiting++ == 0)
            toBegin.push_back(m_lanes[lane].get());
    }
    return answer->future();
}

} // namespace Rollbook
