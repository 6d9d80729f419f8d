// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "rules/batchidentities.h"
#include "rules/facts.h"

#include <functional>

namespace Rollbook
{

/// Reads from a store what decides about a batch.
class FactsReader
{
public:
    virtual ~FactsReader() = default;

    using StopCheck = std::function<bool()>;
    /// run: its number in the store, 0 when it has none. Incomplete once stopped() was true.
    virtual SchoolFacts read(const RegistrationBatch &batch, const BatchIdentities &identities,
        qint64 run, const StopCheck &stopped) = 0;

protected:
    FactsReader() = default;
    Q_DISABLE_COPY_MOVE(FactsReader)
};

} // namespace Rollbook
