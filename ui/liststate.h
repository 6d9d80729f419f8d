// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QString>

namespace Rollbook
{

class ClassList;

/// Where a list stands, in a word or two: "choose the course", "62 %", "finished".
QString listStateText(const ClassList &list);

/// The state whose icon and colour stand for the list as a whole.
RowState listLook(const ClassList &list);

} // namespace Rollbook
