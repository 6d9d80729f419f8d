// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/audittrail.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// The audit trail of a school.
class SqlAuditTrail : public AuditTrail
{
public:
    explicit SqlAuditTrail(const SqlStore &store);

    Expected<QList<AuditEntry>> entries() const override;
    Expected<QList<AuditEntry>> entriesOf(const QString &runId) const override;
    Expected<AuditVerification> verify() const override;

private:
    const SqlStore &m_store;
};

} // namespace Rollbook
