// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Rollbook
{

/// The words of this folder, for translation.
struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Report)
};

} // namespace Rollbook
