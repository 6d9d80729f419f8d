// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/orderfence.h"
#include "registration/registrar.h"
#include "sql/sqlrunaudit.h"
#include "sqlite/registrationqueue.h"

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace Rollbook
{

/// Registers students in a school file: one writer, in the order in which batches arrive. Those
/// that wait share a transaction, as many as suit the disk (GroupSize). Plans read beside it and
/// never hold it up.
class SqliteRegistrar : public Registrar
{
public:
    /// Store and audit must outlive it.
    SqliteRegistrar(SqlStore &store, SqlRunAudit &audit);
    ~SqliteRegistrar() override;

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;
    QFuture<RegistrationResults> plan(const RegistrationBatch &batch) override;

private:
    struct Statements;

    bool isWanted(const RegistrationGroup &group) const;
    void registerNext();
    void registerNow(const RegistrationGroup &group);
    Expected<RegistrationResults> change(const RegistrationGroup &group);
    Expected<RegistrationResults> write(SqlDatabase &database, const RegistrationGroup &group);
    std::optional<RegistrationResults> planNow(
        const RegistrationBatch &batch, const std::function<bool()> &stopped) const;

    SqlStore &m_store;
    SqlRunAudit &m_audit;
    RegistrationQueue m_queue;
    OrderFence m_fence;
    std::unique_ptr<Statements> m_statements; // of the writer; made when first needed
    std::atomic<bool> m_closing = false;
    QThreadPool m_writing;
    QThreadPool m_planning;
};

} // namespace Rollbook
