// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QThreadPool>

namespace Rollbook::Bench
{

/// Registers everybody and does nothing for it: what is left is what the run itself costs.
class NoopRegistrar : public Registrar
{
public:
    NoopRegistrar();

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

    static StudentRegistrationResult doRegistration(qint32 row);

private:
    QThreadPool m_pool;
};

} // namespace Rollbook::Bench
