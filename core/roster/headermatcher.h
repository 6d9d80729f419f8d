// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/studentlist.h"

#include <QMap>
#include <QStringList>

namespace Rollbook
{

/// Finds out which column holds which field: by the words that schools use for them, whatever their
/// order, case, blanks and punctuation. `mapping` (field to header word) goes before what is
/// guessed. Of two columns for one field the first counts. A word that no column has is an error
/// that names those there are.
Expected<StudentList::FieldColumns> matchHeader(
    const QStringList &headers, const QMap<StudentField, QString> &mapping);

} // namespace Rollbook
