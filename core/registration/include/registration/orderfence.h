// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QHash>
#include <QMutex>

namespace Rollbook
{

/// Keeps rows from overtaking those that a passing fault held up, in a registrar that decides in
/// order of arrival and has several batches of a run before it: who came later must not get the
/// seat of who has to be sent again. From any thread.
class OrderFence
{
public:
    /// The fault that stands before this batch, which is then not decided but answered with it.
    std::optional<RegistrationError> faultBefore(const RegistrationBatch &batch);
    /// Closes it for the rest of the batch's round if the fault is one that is tried again.
    void close(const RegistrationBatch &batch, const RegistrationError &fault);

private:
    struct Closed {
        int round = 0;
        RegistrationError fault;
    };
    QMutex m_mutex;
    QHash<QString, Closed> m_closed; // by run
};

/// Every row of a batch with the same fault.
RegistrationResults allFailed(const RegistrationBatch &batch, const RegistrationError &fault);

} // namespace Rollbook
