// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/groupregistrar.h"
#include "sql/sqlrunaudit.h"

#include <memory>

namespace Rollbook
{

/// Registers students in a school file: one writer, in the order in which batches arrive. Those
/// that wait share a transaction, as many as suit the disk (GroupSize). Plans read beside it and
/// never hold it up.
class SqliteRegistrar : public GroupRegistrar
{
public:
    /// Store and audit must outlive it.
    SqliteRegistrar(SqlStore &store, SqlRunAudit &audit);
    ~SqliteRegistrar() override;

    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

protected:
    Expected<std::chrono::nanoseconds> change(const RegistrationGroup &group,
        const SqlStore::Change &make, const SqlStore::Patience &patience) override;
    RegistrationResults write(SqlDatabase &database, const RegistrationGroup &group) override;
    std::optional<BatchDecision> decideWithoutWriting(SqlDatabase &database,
        const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped) const override;

private:
    struct Statements;

    void registerNext();

    SqlRunAudit &m_audit;
    RegistrationQueue m_queue;
    std::unique_ptr<Statements> m_statements; // of the writer; made when first needed
    QThreadPool m_writing;
};

} // namespace Rollbook
