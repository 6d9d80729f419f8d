// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"
#include "domain/run.h"
#include "rowprogress.h"

#include <numeric>

namespace Rollbook
{

/// What a report writer is to write; all is somebody else's.
struct ReportTask {
    const QList<RegisterStudentsResults> &runs;
    const Letterhead &letterhead;
    RowProgress &progress;
};

/// How many there are to write.
inline qsizetype rowsOf(const QList<RegisterStudentsResults> &runs)
{
    return std::accumulate(runs.cbegin(), runs.cend(), qsizetype{0},
        [](qsizetype sum, const RegisterStudentsResults &run) { return sum + run.results.size(); });
}

} // namespace Rollbook
