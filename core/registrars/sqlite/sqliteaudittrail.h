// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/audittrail.h"
#include "sqlite/sqlitefile.h"

namespace Rollbook
{

/// The audit trail of a school file.
class SqliteAuditTrail : public AuditTrail
{
public:
    explicit SqliteAuditTrail(SqliteFile file);

    Expected<QList<AuditEntry>> entries() const override;
    Expected<QList<AuditEntry>> entriesOf(const QString &runId) const override;
    Expected<AuditVerification> verify() const override;

private:
    SqliteFile m_file;
};

} // namespace Rollbook
