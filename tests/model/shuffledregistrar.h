// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QFutureWatcher>
#include <QPromise>

#include <deque>
#include <memory>
#include <random>
#include <vector>

namespace Rollbook
{

/// Lets another registrar do the work, and gives its answers back in another order than they came
/// in. Belongs to one run, in whose thread it works.
class ShuffledRegistrar : public Registrar
{
public:
    /// The registrar must outlive it. `order` 0: answers come as they are given.
    ShuffledRegistrar(Registrar &registrar, quint32 order)
        : m_registrar(registrar)
        , m_random(order)
        , m_shuffles(order != 0)
    {
    }

    RegistrarCapabilities capabilities() const override { return m_registrar.capabilities(); }
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

private:
    struct Answer {
        RegistrationResults results;
        std::shared_ptr<QPromise<RegistrationResults>> promise;
    };

    void take(Answer answer);
    static void give(Answer &answer);

    Registrar &m_registrar;
    std::mt19937 m_random;
    bool m_shuffles;
    int m_expected = 0;
    std::vector<Answer> m_kept;
    // Not QFuture::then(): TSan does not see how Qt guards that.
    std::deque<QFutureWatcher<RegistrationResults>> m_watchers;
};

} // namespace Rollbook
