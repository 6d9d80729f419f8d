// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/letterhead.h"

#include <QtGlobal>

namespace Rollbook
{

/// What a school has settled for everybody who works with it. Blocking; may be called from any
/// thread.
class SchoolSettings
{
public:
    virtual ~SchoolSettings() = default;

    /// The most bytes that the picture of a letterhead may have.
    static constexpr qsizetype MostLogoBytes = 1'000'000;

    /// What stands on the documents of the school; of a new school nothing, on A4.
    virtual Expected<Letterhead> letterhead() const = 0;
    /// Replaces it. InvalidData when the picture is too large.
    virtual Expected<void> save(const Letterhead &letterhead) = 0;

protected:
    SchoolSettings() = default;
    Q_DISABLE_COPY_MOVE(SchoolSettings)
};

} // namespace Rollbook
