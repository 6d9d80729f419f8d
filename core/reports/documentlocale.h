// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"

#include <QLocale>

namespace Rollbook
{

/// How documents write times and figures: as the school wants it, or else as the program does.
inline QLocale documentLocale(const Letterhead &letterhead)
{
    return letterhead.language.isEmpty() ? QLocale() : QLocale(letterhead.language);
}

} // namespace Rollbook
