// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <memory>

namespace Rollbook
{

/// Where the sample school of this user lies, to try things without harm.
QString sampleStoreUrl();

/// A school with the sample courses and students, in a store that may have them already: it stays
/// as it was left then. Blocking.
Expected<std::unique_ptr<School>> openSampleSchool(const QString &storeUrl = sampleStoreUrl());

/// A class list of students of the sample school.
QString sampleRosterPath();

} // namespace Rollbook
