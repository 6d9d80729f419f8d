// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/courseparts.h"
#include "sql/registrationqueue.h"

#include <atomic>

namespace Rollbook
{

/// The batches of one run on their way to a server. Where its courses have nothing to do with each
/// other (CourseParts) they go in two lanes, each over a connection of its own, that never wait for
/// each other; within a lane the order of the list is kept.
class PgRunLanes
{
public:
    struct Lane {
        RegistrationQueue queue;
        /// Pieces without an answer; somebody is at them while there are any.
        qsizetype waiting = 0;
    };
    /// A lane in which something waits again that nobody is at.
    using IdleLanes = std::vector<Lane *>;

    /// For the list of that batch.
    explicit PgRunLanes(const RegistrationBatch &batch);

    /// Whether the list of that batch goes in the same lanes, which may have been corrected when
    /// another round began.
    bool suit(const RegistrationBatch &batch);
    bool areSeveral() const { return m_lanes.size() > 1; }
    bool isIdle() const;

    QFuture<RegistrationResults> add(const RegistrationBatch &batch, IdleLanes &toBegin);

    /// What was found out of the run; from any thread, as all else is not.
    std::atomic<bool> hasOtherNames = false; ///< for courses than the school
    std::atomic<bool> isToBeAlone = false;   ///< more is to be written than outcomes

private:
    std::vector<RegistrationBatch> piecesOf(const RegistrationBatch &batch) const;

    int m_round;
    CourseParts m_parts; // a lane each
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace Rollbook
