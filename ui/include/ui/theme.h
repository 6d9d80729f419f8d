// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Rollbook
{

enum class Theme : quint8 { System, Light, Dark };

/// Gives the whole application these colours. System leaves the platform's own.
void applyTheme(Theme theme);
/// What was chosen last.
Theme rememberedTheme();
void rememberTheme(Theme theme);

} // namespace Rollbook
