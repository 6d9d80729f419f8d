// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/bulkregistration.h"

namespace Rollbook::Bench
{

/// Performs a run without a window. Needs a QCoreApplication.
RegisterStudentsResults runToEnd(
    Registrar &registrar, RunJournal *journal, BulkRegistration::Request request);

} // namespace Rollbook::Bench
