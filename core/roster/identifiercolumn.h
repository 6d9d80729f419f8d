// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"

#include <QStringList>

#include <optional>

namespace Rollbook
{

/// A column such as "No." that may number the rows or identify the students: the first one that no
/// field has and whose values, in the rows below the header, do not just count up from one.
std::optional<int> identifierAmongNumbers(const QStringList &headers,
    const StudentList::FieldColumns &columns, const QList<QStringList> &rowsBelow);

} // namespace Rollbook
