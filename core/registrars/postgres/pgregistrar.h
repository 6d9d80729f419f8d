// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgdatabase.h"
#include "postgres/pgrunlanes.h"
#include "postgres/pgstore.h"
#include "sql/groupregistrar.h"
#include "sql/sqlrunaudit.h"

#include <map>
#include <memory>
#include <mutex>

namespace Rollbook
{

/// Registers students in a school on a server. Runs go on beside each other, and so do the courses
/// of one run that have nothing to do with each other (PgRunLanes), each over a connection of its
/// own; all else of one run is written in the order in which it arrives.
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
    using Lanes = std::shared_ptr<PgRunLanes>;

    Lanes lanesFor(const RegistrationBatch &batch);
    Lanes lanesOf(const QString &runId);
    void goAlong(const Lanes &lanes, PgRunLanes::Lane &lane);
    static PgStore::Asking askingAbout(const RegistrationBatch &batch, const PgRunLanes &lanes);
    BatchDecision decide(const PgDatabase &tables, const RegistrationBatch &batch,
        const BatchIdentities &identities, qint64 run, const RunSoFar &soFar);

    PgStore &m_server;
    SqlRunAudit &m_audit;
    std::mutex m_mutex;
    std::map<QString, Lanes> m_lanes; // by run
    QThreadPool m_writing;
};

} // namespace Rollbook
