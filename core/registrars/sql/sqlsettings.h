// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/schoolsettings.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// What a school has settled.
class SqlSettings : public SchoolSettings
{
public:
    /// The store must outlive it.
    SqlSettings(SqlStore &store);

    Expected<Letterhead> letterhead() const override;
    Expected<void> save(const Letterhead &letterhead) override;

private:
    SqlStore &m_store;
};

} // namespace Rollbook
