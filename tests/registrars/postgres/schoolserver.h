// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgrescluster.h"

#include <QStringList>

namespace Rollbook
{

/// Schools on a server of a test, each in a database of its own.
class SchoolServer
{
public:
    /// The server has to run, and to outlive it or its part in it.
    explicit SchoolServer(PostgresCluster &server);
    /// The schools are on that server now, which took over.
    void moveTo(PostgresCluster &successor) { m_server = &successor; }

    /// A new, empty school; the name of its database. Ends the process if it cannot be made.
    QString addSchool();
    /// Whoever is connected to it loses that.
    void removeSchool(const QString &database);
    /// Users who may register, in each school.
    QStringList addRegistrars(int count);

    /// Who may look after everything.
    static inline const QString Office = QStringLiteral("office");

private:
    PostgresCluster *m_server;
    int m_schools = 0;
};

} // namespace Rollbook
