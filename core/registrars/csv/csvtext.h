// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Rollbook
{

/// The text with an apostrophe before it where a spreadsheet would take it for a formula.
QString neutralised(const QString &text);
/// What neutralised() was given.
QString withoutNeutralisation(const QString &text);

} // namespace Rollbook
