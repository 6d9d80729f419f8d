// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/registrationqueue.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// What can be registered as one batch without anybody telling the difference.
bool follows(const RegistrationBatch &next, const RegistrationBatch &batch)
{
    return next.run.id == batch.run.id && next.round == batch.round && next.attempt == batch.attempt
        && !next.rows.isEmpty() && !batch.rows.isEmpty() && next.rows.first() > batch.rows.last();
}

} // namespace

bool RegistrationGroup::isWanted() const
{
    return std::all_of(
        parts.cbegin(), parts.cend(), [](const Part &part) { return part.answer->isWanted(); });
}

void RegistrationGroup::answer(const RegistrationResults &results) const
{
    qsizetype from = 0;
    for (const Part &part : parts) {
        part.answer->give(results.mid(from, part.rows));
        from += part.rows;
    }
}

std::vector<RegistrationGroup> RegistrationGroup::apart() const
{
    std::vector<RegistrationGroup> groups;
    qsizetype from = 0;
    for (const Part &part : parts) {
        groups.push_back({batch, since, {part}});
        groups.back().batch.rows = batch.rows.mid(from, part.rows);
        from += part.rows;
    }
    return groups;
}

QFuture<RegistrationResults> RegistrationQueue::add(const RegistrationBatch &batch)
{
    auto answer = std::make_shared<JoinedAnswer>();
    QFuture<RegistrationResults> future = answer->future();
    add(batch, std::move(answer));
    return future;
}

void RegistrationQueue::add(const RegistrationBatch &piece, std::shared_ptr<JoinedAnswer> answer)
{
    RegistrationGroup group{piece, {}, {{std::move(answer), piece.rows.size()}}};
    group.since.start();
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(group));
}

RegistrationGroup RegistrationQueue::takeGroup()
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return {};
    RegistrationGroup group = std::move(m_waiting.front());
    m_waiting.pop_front();
    while (!m_waiting.empty() && follows(m_waiting.front().batch, group.batch)
        && group.batch.rows.size() + m_waiting.front().batch.rows.size() <= m_groupSize.rows()) {
        group.batch.rows += m_waiting.front().batch.rows;
        group.parts.push_back(std::move(m_waiting.front().parts.front()));
        m_waiting.pop_front();
    }
    return group;
}

void RegistrationQueue::learn(const RegistrationGroup &group, qint64 totalUs, qint64 commitUs)
{
    const std::lock_guard lock(m_mutex);
    m_groupSize.learn(static_cast<int>(group.batch.rows.size()), totalUs, commitUs);
}

} // namespace Rollbook
