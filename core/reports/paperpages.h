// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QPagedPaintDevice>

namespace Rollbook
{

/// drawReport() of a task.
bool drawPages(const ReportTask &task, QPagedPaintDevice &device);

} // namespace Rollbook
