// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/orderfence.h"
#include "registration/registrar.h"
#include "rules/batchdecision.h"
#include "sql/registrationqueue.h"
#include "sql/sqlstore.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>

namespace Rollbook
{

/// What registrars of databases have in common: batches that wait share a transaction, a fault in
/// one is answered so that nobody overtakes, plans read beside all that.
class GroupRegistrar : public Registrar
{
public:
    ~GroupRegistrar() override = default;

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> plan(const RegistrationBatch &batch) override;

protected:
    using StopCheck = std::function<bool()>;

    /// The store must outlive it.
    explicit GroupRegistrar(SqlStore &store);

    /// Writes a group and answers its batches. In the order in which the rows are to be decided.
    void registerNow(const RegistrationGroup &group, RegistrationQueue &queue);
    /// To be called first by the destructor of each registrar: gives up what waits for others, and
    /// what is queued behind it.
    void endPlans();
    void beginClosing() { m_closing = true; }

    /// A transaction for a group in which write() is called; how long its commit took.
    virtual Expected<std::chrono::nanoseconds> change(const RegistrationGroup &group,
        const SqlStore::Change &make, const SqlStore::Patience &patience) = 0;
    virtual RegistrationResults write(SqlDatabase &database, const RegistrationGroup &group) = 0;
    /// None once it is stopped.
    virtual std::optional<BatchDecision> decideWithoutWriting(SqlDatabase &database,
        const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped) const = 0;

    SqlStore &store() const { return m_store; }

    /// As long as it took so far, for each row.
    static void setDuration(BatchDecision &decision, const RegistrationGroup &group);

private:
    bool isWanted(const RegistrationGroup &group) const;
    Expected<RegistrationResults> changeNow(
        const RegistrationGroup &group, RegistrationQueue &queue);
    std::optional<RegistrationResults> planNow(
        const RegistrationBatch &batch, const StopCheck &stopped) const;

    SqlStore &m_store;
    OrderFence m_fence;
    std::atomic<bool> m_closing = false;
    QThreadPool m_planning;
};

} // namespace Rollbook
