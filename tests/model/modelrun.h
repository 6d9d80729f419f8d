// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelcase.h"
#include "registration/bulkregistration.h"
#include "registration/school.h"
#include "schoollook.h"

#include <set>

namespace Rollbook
{

/// One run from its start to its end, whatever was done to it.
struct GoneRun {
    RegisterStudentsResults answer;
    std::set<qint32> taken; ///< rows that came to the school
    QString wrong;          ///< what no run may do, however it goes; empty: nothing
};

/// The fault that the rows meet that are sent together; null: none.
const CaseFault *faultOf(const QList<CaseFault> &faults, const QList<qint32> &rows);

/// Runs with the disturbances of the step. Needs an event loop.
GoneRun goThrough(School &school, SchoolLook &look, const BulkRegistration::Request &request,
    const ModelStep &step);

} // namespace Rollbook
