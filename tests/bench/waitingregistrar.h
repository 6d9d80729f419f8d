// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "simulated/replyqueue.h"

#include <chrono>

namespace Rollbook::Bench
{

/// Registers everybody, and answers after a while: each batch by itself, all on one thread.
class WaitingRegistrar : public Registrar
{
public:
    explicit WaitingRegistrar(int latencyMs);

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

private:
    std::chrono::milliseconds m_latency;
    ReplyQueue m_replies;
};

} // namespace Rollbook::Bench
