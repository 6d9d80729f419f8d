// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "values/fullname.h"

#include <optional>

namespace Rollbook
{

/// Splits a name that begins with a Chinese, Japanese or Korean character, as splitFullName() says;
/// none where it does not. Borrows from `name`.
std::optional<NameParts> splitCjkName(QByteArrayView name);

} // namespace Rollbook
