// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "simulated/replyqueue.h"

#include <QThread>

namespace Rollbook::Bench
{

/// Registers everybody, and answers after a while: each batch by itself, all on one timer.
class WaitingRegistrar : public QObject, public Registrar
{
    Q_OBJECT

public:
    explicit WaitingRegistrar(int latencyMs);
    ~WaitingRegistrar() override;

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

Q_SIGNALS:
    void replyLater(const Rollbook::Handover<Rollbook::TimedReply> &reply);

private:
    int m_latencyMs;
    QThread m_thread;
};

} // namespace Rollbook::Bench
