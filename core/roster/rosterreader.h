// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

namespace Rollbook
{

class ReadingObserver;

/// Makes a roster of the bytes of a file, whatever they are: what is in them decides, never the
/// ending of the name. Blocking; may be called from any thread. The observer may be null.
Expected<Roster> readRosterBytes(const QByteArray &bytes, const QString &name,
    const RosterOptions &options, ReadingObserver *observer);

/// The same for a file, or a folder with the files of a student information system.
Expected<Roster> readRosterFile(
    const QString &path, const RosterOptions &options, ReadingObserver *observer);

} // namespace Rollbook
