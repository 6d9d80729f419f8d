// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundlelayout.h"
#include "domain/error.h"
#include "roster/roster.h"
#include "rosterfiles.h"
#include "rowsink.h"

#include <QList>
#include <QString>

#include <optional>

namespace Rollbook
{

/// What kind of bundle the files are, told by the headers of the CSV files; none: of no kind.
std::optional<BundleKind> bundleKind(const RosterFiles &files);

struct BundleContent {
    QString format;            ///< "OneRoster 1.1", "School Data Sync 2.1", "Canvas SIS CSV"
    QList<RosterSheet> sheets; ///< one a class, in the order of the file; what was deleted is not
    QString sheet;             ///< the name of the one that was read; empty: all
};

/// Pushes the students of a bundle: a header of canonical field names, then a row for each student
/// in a class, in the order of the enrolments. Who is not a student there, and what the school has
/// deleted or made inactive, is left out; a student whom only the enrolments know has the key of
/// the bundle as student_id and no name.
/// `wantedClass` is a sheet's name, or the class's id or title; empty: the only class, or all of
/// them, and then the header has `course` too. `name` is the bundle's, for sentences. An error's
/// sentence names the file and the column that are missing.
Expected<BundleContent> readBundle(
    const RosterFiles &files, const QString &name, const QString &wantedClass, RowSink &sink);

} // namespace Rollbook
