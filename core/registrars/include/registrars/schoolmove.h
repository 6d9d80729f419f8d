// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QList>
#include <QString>

#include <functional>

namespace Rollbook
{

/// What was carried over of one table.
struct MovedTable {
    QString name;
    qint64 rows = 0;
    QString checksum; ///< SHA-256 of all its rows as both schools have them
};

/// What became of a school that was carried over.
struct MoveReport {
    QList<MovedTable> tables;
    /// Texts with the character U+0000, which PostgreSQL cannot keep: it became U+FFFD.
    qint64 changedTexts = 0;
    /// Of them, those in the audit trail: its check finds these entries changed.
    qint64 changedAuditTexts = 0;
};

struct MoveProgress {
    qint64 done = 0;  ///< rows that were written or read back
    qint64 total = 0; ///< of both
};

/// False: it is given up, and Cancelled.
using MoveObserver = std::function<bool(const MoveProgress &)>;

/// Carries a whole school over, as it is at one moment: courses, students, places, runs and the
/// audit trail, entry by entry. The addresses are those of openSchool(). The other school is read
/// back and compared before anything of it is kept: it is there as a whole, or not at all. In a
/// file it must not be there yet; in a database it may be one that was only set up, and its tables
/// are made where there are none, by the owner of the database. Usage where there is more than
/// that. The school that is read stays as it is.
///
/// Blocking; needs little memory, however large the school is. The observer is called in the same
/// thread, often.
Expected<MoveReport> moveSchool(
    const QString &fromUrl, const QString &toUrl, const MoveObserver &observer = {});

} // namespace Rollbook
