// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/letterheadcheck.h"

#include <QCoreApplication>

namespace Rollbook
{

Expected<void> checkLetterhead(const Letterhead &letterhead)
{
    if (letterhead.logo.size() <= SchoolSettings::MostLogoBytes)
        return {};
    return fail(ErrorCode::InvalidData,
        QCoreApplication::translate("Rollbook::SchoolSettings",
            "The picture of the school is too large. Choose one of at most 1 MB."));
}

} // namespace Rollbook
