// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <SQLiteCpp/Exception.h>

namespace Rollbook
{

/// What SQLite refused, as a sentence about the school database at that path.
Error sqliteError(const SQLite::Exception &exception, const QString &path);

/// The file is no longer where it was when it was opened.
Error lostFile(const QString &path);

} // namespace Rollbook
