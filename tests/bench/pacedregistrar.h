// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "simulated/replyqueue.h"

#include <QElapsedTimer>

namespace Rollbook::Bench
{

/// Answers so many rows a second, evenly: of twenty students one is rejected and two wait, as in a
/// course that is nearly full.
class PacedRegistrar : public Registrar
{
public:
    explicit PacedRegistrar(int rowsPerSecond);

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

    static StudentRegistrationResult outcomeOf(qint32 row);

private:
    int m_rowsPerSecond;
    qint64 m_rows = 0; // that were sent
    QElapsedTimer m_clock;
    ReplyQueue m_replies;
};

} // namespace Rollbook::Bench
