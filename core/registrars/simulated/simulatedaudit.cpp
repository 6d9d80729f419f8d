// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulated/simulatedaudit.h"

#include "simulated/simulatedrecords.h"

#include <algorithm>

namespace Rollbook
{

SimulatedTrail::SimulatedTrail()
{
    append({AuditAction::TrailBegun, {}, {}, {{QStringLiteral("older_version"), 0}}});
}

void SimulatedTrail::append(const AuditNote &note)
{
    const QMutexLocker lock(&m_mutex);
    const QString previous = m_entries.isEmpty() ? QString() : m_entries.last().hash;
    m_entries += nextEntry(m_entries.size() + 1, previous, note);
}

QList<AuditEntry> SimulatedTrail::entries() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries;
}

SimulatedAudit::SimulatedAudit(const SimulatedTrail &trail, const SimulatedJournal &journal)
    : m_trail(trail)
    , m_journal(journal)
{
}

Expected<QList<AuditEntry>> SimulatedAudit::entries() const
{
    QList<AuditEntry> entries = m_trail.entries();
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Expected<QList<AuditEntry>> SimulatedAudit::entriesOf(const QString &runId) const
{
    QList<AuditEntry> ofRun;
    const QList<AuditEntry> entries = m_trail.entries();
    for (const AuditEntry &entry : entries) {
        if (!runId.isEmpty() && entry.run == runId)
            ofRun.prepend(entry);
    }
    return ofRun;
}

Expected<AuditVerification> SimulatedAudit::verify() const
{
    return m_journal.atOneMoment([this](const QStringList &runs, const auto &sealNow) {
        AuditChainCheck check;
        const QList<AuditEntry> entries = m_trail.entries();
        for (const AuditEntry &entry : entries)
            check.take(entry);
        check.finish(entries.size());
        check.compareRuns(runs, sealNow);
        return check.findings();
    });
}

} // namespace Rollbook
