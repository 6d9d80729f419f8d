// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QPromise>

#include <mutex>

namespace Rollbook
{

/// The answer to a batch, which comes whole, or in pieces from those who register beside each
/// other. Any thread. If it goes before all pieces came, the future ends cancelled.
class JoinedAnswer
{
public:
    explicit JoinedAnswer(int pieces = 1);

    QFuture<RegistrationResults> future() const { return m_promise.future(); }
    /// Somebody waits for it.
    bool isWanted() const { return !m_promise.isCanceled(); }
    /// What became of the rows of one piece.
    void give(RegistrationResults results);

private:
    QPromise<RegistrationResults> m_promise;
    std::mutex m_mutex;
    RegistrationResults m_results;
    int m_missing;
};

} // namespace Rollbook
