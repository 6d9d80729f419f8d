// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Rollbook
{

/// SHA-256 of the bytes of a class list's file, in hexadecimal, by which it is recognised later.
/// Empty when it is a folder or cannot be read. Blocking.
QString hashOfRoster(const QString &path);

} // namespace Rollbook
