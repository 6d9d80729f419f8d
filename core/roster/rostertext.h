// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Rollbook
{

/// The sentences of this folder, for translation.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

} // namespace Rollbook
