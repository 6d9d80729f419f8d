// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QHash>
#include <QPromise>

#include <memory>
#include <mutex>
#include <vector>

namespace Rollbook
{

/// A registrar that gives a seat to each row as it arrives, and answers only the first batches by
/// itself; the others when it is told to. Rows that it knows get the seat that they have.
class HeldRegistrar : public Registrar
{
public:
    enum class Answer : quint8 { Complete, Exception, RowsMissing };

    HeldRegistrar(int answeredAtOnce, bool journals)
        : m_answeredAtOnce(answeredAtOnce)
        , m_journals(journals)
    {
    }

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

    /// Gives the answers that it holds; from now on it holds none.
    void release(Answer answer = Answer::Complete);
    /// Batches that have no answer yet.
    int held() const;
    /// Those of them that nobody waits for any more.
    int cancelled() const;

private:
    struct Held {
        std::shared_ptr<QPromise<RegistrationResults>> promise;
        RegistrationResults results;
    };
    static void answer(const Held &held, Answer answer);

    mutable std::mutex m_mutex;
    int m_answeredAtOnce;
    bool m_journals;
    QHash<qint32, int> m_seats; // by row
    std::vector<Held> m_held;
};

} // namespace Rollbook
