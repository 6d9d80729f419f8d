// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "rules/batchdecision.h"
#include "sql/sqlseals.h"

namespace Rollbook
{

/// Writes what was decided for a batch, each table in one statement. Only students who are added
/// are waited for; the commit waits for the rest. Throws PgFault, and PgStore::Outdated where
/// another program added a student meanwhile who was unknown.
class PgBatchWriter
{
public:
    /// In a transaction of that connection. The seals get to know what is written. Both must
    /// outlive it.
    PgBatchWriter(PgConnection &connection, RunningSeals &seals);

    /// run: its number in the store.
    void write(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run);

private:
    struct Writing;

    void seal(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run);
    void addStudents(Writing &writing);

    PgConnection &m_connection;
    RunningSeals &m_seals;
};

} // namespace Rollbook
