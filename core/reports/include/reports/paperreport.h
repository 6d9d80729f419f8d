// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"
#include "domain/run.h"

#include <QPagedPaintDevice>

#include <functional>

namespace Rollbook
{

/// Draws finished runs, of which there must be one, on the pages of a printer or a file, in the
/// size that the device has: of several runs a summary of all first, then the figures of each and
/// all its rows, with the header on every page and "Page 3 of 12" at its foot; no row is cut in
/// two. `progress` as in ReportWishes. False when the device refuses, or it is stopped. Needs a
/// QGuiApplication, for the fonts; any thread that the device allows.
bool drawReport(const QList<RegisterStudentsResults> &runs, const Letterhead &letterhead,
    QPagedPaintDevice &device,
    const std::function<bool(qsizetype written, qsizetype all)> &progress = {});

} // namespace Rollbook
