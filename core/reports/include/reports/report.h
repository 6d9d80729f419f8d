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

/// The same for several runs in one file, in this order; there must be one. Each row then says from
/// which list and run it is: in CSV by the columns `roster` and `run` in front, in JSON by where it
/// stands, `{"runs": [{"run": …, "results": […]}, …]}`. The report of a single run is as ever.
Expected<void> writeReport(const QList<RegisterStudentsResults> &runs, const QString &path);

/// The endings that writeReport() knows, with the dot, preferred first: ".csv", ".json".
QStringList reportEndings();

} // namespace Rollbook
