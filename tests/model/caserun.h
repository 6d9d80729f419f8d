// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelcase.h"
#include "modelschool.h"

namespace Rollbook
{

/// Does in a real school what a case says, and in a plain one the same, and tells where the two
/// differ; empty where they do not. Needs an event loop.
QString differenceIn(ModelSchool &school, const ModelCase &modelCase, const QString &mark);

} // namespace Rollbook
