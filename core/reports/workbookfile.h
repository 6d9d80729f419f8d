// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowprogress.h"
#include "workbook.h"

#include <QIODevice>

#include <optional>
#include <vector>

namespace Rollbook
{

/// Fills a workbook whose rows go to a file one after the other; answers how many rows each of its
/// sheets has at least, or nothing to stop.
using FillWorkbook = std::function<std::optional<std::vector<qsizetype>>(lxw_workbook *)>;

/// Makes a workbook in a temporary folder and hands it on when it is whole.
bool writeWorkbook(const FillWorkbook &fill, RowProgress &progress, QIODevice &device);

} // namespace Rollbook
