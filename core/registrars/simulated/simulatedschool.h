// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QUrlQuery>

namespace Rollbook
{

/// A school in memory, for practice, tests and benchmarks: gone when it is closed. Every course
/// code exists. Options, all with a default: `latency` and `jitter` (such as 20ms, 1s), `failures`
/// (0 to 1, the part of the rows that fail), `seed`, `capacity` and `waitlist` (of every course).
Expected<std::unique_ptr<School>> openSimulatedSchool(const QUrlQuery &options);

} // namespace Rollbook
