// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgdatabase.h"
#include "postgres/pgstore.h"
#include "sql/groupregistrar.h"
#include "sql/sqlrunaudit.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace Rollbook
{

/// Registers students in a school on a server. Runs go on beside each other, each over a connection
/// of its own; the batches of one run are written in the order in which they arrive.
class PgRegistrar : public GroupRegistrar
{
public:
    /// Store and audit must outlive it.
    PgRegistrar(PgStore &store, SqlRunAudit &audit);
    ~PgRegistrar() override;

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

protected:
    Expected<std::chrono::nanoseconds> change(const RegistrationGroup &group,
        const SqlStore::Change &make, const SqlStore::Patience &patience) override;
    RegistrationResults write(SqlDatabase &database, const RegistrationGroup &group) override;
    std::optional<BatchDecision> decideWithoutWriting(SqlDatabase &database,
        const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped) const override;

private:
    struct RunSoFar;
    /// The batches of one run that wait, and whether somebody is at them.
    struct Lane {
        RegistrationQueue queue;
        qsizetype waiting = 0;
    };

    void goAlong(const QString &runId, const std::shared_ptr<Lane> &lane);
    bool hasNamesOfItsOwn(const QString &runId);
    std::vector<PgCommand> questionsAbout(const RegistrationBatch &batch);
    BatchDecision decide(const PgDatabase &tables, const RegistrationBatch &batch,
        const BatchIdentities &identities, qint64 run, const RunSoFar &soFar);

    PgStore &m_server;
    SqlRunAudit &m_audit;
    std::mutex m_mutex;
    std::map<QString, std::shared_ptr<Lane>> m_lanes; // by run; those that somebody is at
    std::set<QString> m_otherNames; // runs that name courses in another way than the school
    QThreadPool m_writing;
};

} // namespace Rollbook
