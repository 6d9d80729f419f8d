// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/student.h"

#include <optional>

namespace Rollbook
{

/// The field that stands in a RosterModel::Column; none where it is no field of the class list.
std::optional<StudentField> fieldOfColumn(int column);

} // namespace Rollbook
