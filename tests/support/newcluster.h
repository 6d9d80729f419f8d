// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace Rollbook
{

/// Fills the data folder of a new server. The first is made, which takes more than a second of a
/// processor, and kept in the folder of the build; those after it are copies of that.
bool fillWithNewCluster(const QString &dataFolder, const std::function<bool()> &make);

} // namespace Rollbook
