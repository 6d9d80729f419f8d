// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelcase.h"

namespace Rollbook
{

/// A case made of one number.
ModelCase randomCase(quint32 seed);

} // namespace Rollbook
