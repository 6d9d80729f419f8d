// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// Writes `{"run": {…}, "results": [{the CSV columns as keys}]}`, a line a result; of several runs
/// `{"runs": [{the same of each}]}`. False when the device refuses.
bool writeJsonReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
