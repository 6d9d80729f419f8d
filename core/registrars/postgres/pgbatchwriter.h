// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "rules/batchdecision.h"
#include "sql/sqlseals.h"

namespace Rollbook
{

/// Writes what was decided for a batch, each table in one statement, and waits for none of them:
/// the commit does. Only where students without a student_id are added, their keys are waited for.
/// Where another program added a student meanwhile who was unknown, what waits throws a PgFault
/// with the state 23505 (unique_violation).
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

    PgConnection &m_connection;
    RunningSeals &m_seals;
};

} // namespace Rollbook
