// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

namespace Rollbook::Bench
{

/// Writes a class list of so many students as CSV, the same each time.
void writeClassList(const QString &path, int students);

/// A file of any kind into a checked, editable roster.
Measurement fileIntoRoster(const QString &path);

/// The limits: the bytes of a file read, and read and looked through for line ends.
Measurement fileRead(const QString &path);
Measurement fileScanned(const QString &path);

} // namespace Rollbook::Bench
