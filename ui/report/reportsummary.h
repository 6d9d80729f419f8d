// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

namespace Rollbook
{

/// What became of the students of runs, as text for a mail: each list with its figures, and who
/// did not get in and why. Of many it names the first.
QString reportSummary(const QList<RegisterStudentsResults> &runs);

} // namespace Rollbook
