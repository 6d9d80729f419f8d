// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "sql/groupsize.h"
#include "sql/joinedanswer.h"

#include <QElapsedTimer>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace Rollbook
{

/// Batches on their way into a school file that share a transaction.
struct RegistrationGroup {
    struct Part {
        std::shared_ptr<JoinedAnswer> answer;
        qsizetype rows = 0; ///< how many of the batch, in their order
    };

    RegistrationBatch batch; ///< all of them as one
    QElapsedTimer since;     ///< when the first of them came
    std::vector<Part> parts; ///< none: there is nothing to do

    /// Somebody waits for the answers.
    bool isWanted() const;
    /// Ends the parts with what became of their rows.
    void answer(const RegistrationResults &results) const;
    /// The same batches, each by itself.
    std::vector<RegistrationGroup> apart() const;
};

/// The batches that wait for the writer, in order of arrival. Any thread.
class RegistrationQueue
{
public:
    QFuture<RegistrationResults> add(const RegistrationBatch &batch);
    /// A piece of a batch.
    void add(const RegistrationBatch &piece, std::shared_ptr<JoinedAnswer> answer);
    /// The first and what follows of the same run, as many as suit the disk.
    RegistrationGroup takeGroup();
    /// See GroupSize::learn().
    void learn(const RegistrationGroup &group, qint64 totalUs, qint64 commitUs);

private:
    std::mutex m_mutex;
    std::deque<RegistrationGroup> m_waiting; // each of one part
    GroupSize m_groupSize;
};

} // namespace Rollbook
