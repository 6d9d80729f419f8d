// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <functional>

class QPaintDevice;
class QPainter;

namespace Rollbook
{

/// Asked before each page but the first; false: no further ones.
using NextPage = std::function<bool(QPainter &painter)>;

/// Draws runs on pages, in the size that the paper has: of several runs a summary of all first,
/// then the figures of each and all its rows, with the header on every page and "Page 3 of 12" at
/// its foot; no row is cut in two. `pages`: how many there are. False when the paper refuses, or it
/// is stopped. Needs a QGuiApplication, for the fonts; any thread that the paper allows.
bool drawPages(
    const ReportTask &task, QPaintDevice &paper, const NextPage &nextPage, int *pages = nullptr);

} // namespace Rollbook
