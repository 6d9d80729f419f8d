// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <SQLiteCpp/Exception.h>

namespace Rollbook
{

/// What SQLite refused, as a sentence about the school database at that path.
Error sqliteError(const SQLite::Exception &exception, const QString &path);

/// The file is no longer where it was when it was opened.
Error lostFile(const QString &path);

/// The same for a row that could not be registered because of it.
RegistrationError faultOf(const Error &error);

} // namespace Rollbook
