// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/auditnotes.h"

#include <QMutex>

namespace Rollbook
{

class SimulatedJournal;

/// What was changed in the simulated school, in memory.
class SimulatedTrail
{
public:
    SimulatedTrail();

    void append(const AuditNote &note);
    /// Oldest first.
    QList<AuditEntry> entries() const;

private:
    mutable QMutex m_mutex;
    QList<AuditEntry> m_entries;
};

/// Trail and journal must outlive it.
class SimulatedAudit : public AuditTrail
{
public:
    SimulatedAudit(const SimulatedTrail &trail, const SimulatedJournal &journal);

    Expected<QList<AuditEntry>> entries() const override;
    Expected<QList<AuditEntry>> entriesOf(const QString &runId) const override;
    Expected<AuditVerification> verify() const override;

private:
    const SimulatedTrail &m_trail;
    const SimulatedJournal &m_journal;
};

} // namespace Rollbook
