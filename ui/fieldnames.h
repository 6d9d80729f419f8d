// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/student.h"

#include <QString>

namespace Rollbook
{

/// What people call a field in the middle of a sentence, translated: "e-mail address".
QString fieldName(StudentField field);

/// What several cells of a field are called where they can be mended: "e-mail addresses with
/// slips".
QString mendableCells(StudentField field);

} // namespace Rollbook
