// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QStringList>

namespace Rollbook
{

/// Writes a finished run to a file; its ending chooses the format (see reportEndings()). Atomic:
/// when it fails (a full disk, no permission), a file that was there before is as it was. Blocking;
/// may be called from any thread.
Expected<void> writeReport(const RegisterStudentsResults &results, const QString &path);

/// The endings that writeReport() knows, with the dot, preferred first: ".csv", ".json".
QStringList reportEndings();

} // namespace Rollbook
