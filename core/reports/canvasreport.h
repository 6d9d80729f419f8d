// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// The enrollments.csv of Canvas' SIS import, a line a seat; users and courses are those that
/// Canvas knows by the student ID and the course's code
/// (https://canvas.instructure.com/doc/api/file.sis_csv.html). False when the device refuses, or
/// the task is stopped.
bool writeCanvasReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
