// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QStringList>

namespace Rollbook
{

/// The class lists that a folder stands for.
struct RosterFolder {
    /// Paths of files and bundles, in the order of their names as people count ("9b" before "10a"):
    /// first those that lie in the folder itself, then subfolder by subfolder.
    QStringList lists;
    int skipped =
        0; ///< files that are hidden, or whose first bytes are of no list (a picture, a PDF)
};

/// Looks for class lists in a folder and in the folders in it, no deeper. A folder with the export
/// of a student information system is one list, itself. That a file is among the lists does not
/// mean that it can be read. Fails when there is none, with more than MostListsOfFolder, and when
/// the folder cannot be read. Blocking; may be called from any thread.
Expected<RosterFolder> lookIntoFolder(const QString &path);

/// More are no term's lists but somebody's whole disk.
inline constexpr int MostListsOfFolder = 200;

} // namespace Rollbook
