// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelcase.h"

#include <QString>

namespace Rollbook
{

/// A case in lines of words, "name=value" or a name alone; what is as usual is left out. It can be
/// pasted into the list of cases that tst_model keeps.
QString textOf(const ModelCase &modelCase);
/// None where a word is not understood.
std::optional<ModelCase> caseFrom(const QString &text);

} // namespace Rollbook
