// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/bulkregistration.h"

namespace Rollbook
{

/// Prints what registering would do, a line a row and the counts, which are returned, too; changes
/// nothing.
Expected<StatusCounts> printPlan(Registrar &registrar, const BulkRegistration::Request &request);

} // namespace Rollbook
