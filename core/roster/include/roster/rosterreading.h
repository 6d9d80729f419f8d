// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/handover.h"
#include "roster/roster.h"

#include <QFuture>

namespace Rollbook
{

/// A roster on its way from the thread that reads it.
using RosterReading = QFuture<Handover<Expected<Roster>>>;

/// Reads a roster in the background, as readRoster() does. Of a long file the first
/// result is its first rows, not checked yet; the last result is the whole, or why there is none.
/// Progress is in per cent, 0 while it is not known. Cancelling ends the reading soon.
RosterReading readRosterInBackground(const QString &path, const RosterOptions &options);
/// The same for text that was pasted.
RosterReading readRosterTextInBackground(
    const QByteArray &text, const QString &name, const RosterOptions &options);

} // namespace Rollbook
