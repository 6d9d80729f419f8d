// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// A file for Moodle's "Upload users": a line a student, with a course, a role and a status for
/// each seat (https://docs.moodle.org/en/Upload_users). False when the device refuses, or the task
/// is stopped.
bool writeMoodleReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
