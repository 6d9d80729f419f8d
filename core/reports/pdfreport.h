// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>
#include <QPageLayout>

namespace Rollbook
{

/// Pages to print and to file (PDF/A-1b, ISO 19005-1): the figures of each run, then all its rows,
/// with the header on every page and "Page 3 of 12" at its foot; no row is cut in two. Needs a
/// QGuiApplication, for the fonts. Any thread.
bool writePdfReport(const ReportTask &task, QIODevice &device);

/// How its pages lie on that paper.
QPageLayout pageLayoutOn(Paper paper);

} // namespace Rollbook
