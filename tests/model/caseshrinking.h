// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelcase.h"

#include <functional>

namespace Rollbook
{

/// What is left of a case that goes wrong when all is taken away that does not matter: steps, rows,
/// courses, students, faults, and what is not as usual about them.
ModelCase shrunk(ModelCase failing, const std::function<bool(const ModelCase &)> &fails);

} // namespace Rollbook
