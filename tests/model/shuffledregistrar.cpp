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
    ++m_expected;
    auto promise = std::make_shared<QPromise<RegistrationResults>>();
    promise->start();
    QFutureWatcher<RegistrationResults> &watcher = m_watchers.emplace_back();
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [this, promise, &watcher] {
        take({watcher.result(), promise});
    });
    watcher.setFuture(m_registrar.registerBatch(batch));
    return promise->future();
}

// Keeps it back for others to overtake it, as long as there are some to come.
void ShuffledRegistrar::take(Answer answer)
{
    --m_expected;
    m_kept.push_back(std::move(answer));
    if (m_expected > 0 && m_random() % 3 != 0)
        return;
    std::shuffle(m_kept.begin(), m_kept.end(), m_random);
    std::vector<Answer> given;
    given.swap(m_kept);
    for (Answer &one : given)
        give(one);
}

void ShuffledRegistrar::give(Answer &answer)
{
    answer.promise->addResult(std::move(answer.results));
    answer.promise->finish();
}

} // namespace Rollbook
