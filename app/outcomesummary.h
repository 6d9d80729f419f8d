// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QSet>

namespace Rollbook
{

/// One line a status with its count, on standard output.
void printCounts(const StatusCounts &counts);

/// Why rows are not registered, on standard error: a line a reason with the rows that share it.
/// Rows that were explained before are left out. Of several lists each line names the one it is
/// `about`.
void printReasons(const QList<StudentRegistrationResult> &results, const QSet<qint32> &explained,
    const QString &about = {});

} // namespace Rollbook
