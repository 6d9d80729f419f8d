// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shuffledregistrar.h"

#include <algorithm>

namespace Rollbook
{

QFuture<RegistrationResults> ShuffledRegistrar::registerBatch(const RegistrationBatch &batch)
{
    if (!m_shuffles)
        return m_registrar.registerBatch(batch);
    {
        const std::scoped_lock lock(m_mutex);
        ++m_expected;
    }
    auto promise = std::make_shared<QPromise<RegistrationResults>>();
    promise->start();
    m_registrar.registerBatch(batch).then(
        [this, promise](const QFuture<RegistrationResults> &answer) {
            take({answer.result(), promise});
        });
    return promise->future();
}

// Keeps it back for others to overtake it, as long as there are some to come.
void ShuffledRegistrar::take(Answer answer)
{
    std::vector<Answer> given;
    {
        const std::scoped_lock lock(m_mutex);
        --m_expected;
        m_kept.push_back(std::move(answer));
        if (m_expected > 0 && m_random() % 3 != 0)
            return;
        std::shuffle(m_kept.begin(), m_kept.end(), m_random);
        given.swap(m_kept);
    }
    for (Answer &one : given)
        give(one);
}

void ShuffledRegistrar::give(Answer &answer)
{
    answer.promise->addResult(answer.results.take());
    answer.promise->finish();
}

} // namespace Rollbook
