// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "postgres/pgfault.h"

#include "postgrescluster.h"

#include <QTest>

#include <optional>

namespace Rollbook
{

/// The fault that something ends with; none: it ends well.
template <typename Attempt>
std::optional<PgFault> faultIn(Attempt attempt)
{
    try {
        attempt();
    } catch (const PgFault &fault) {
        return fault;
    }
    return std::nullopt;
}

/// Where a database of the shared server is.
inline PgAddress addressOf(const QString &database)
{
    return {PostgresCluster::shared().url(database).toStdString()};
}

/// The first value of the first line, as text.
inline QString first(const PgResult &answer)
{
    const std::string_view text = answer.text(0, 0);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::PgFault::Kind)
