// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

/// A file of an archive: `head`, then `filler` so many times, then `tail`. The filler is compressed
/// once, so a gigabyte costs next to nothing to make.
struct ArchiveEntry {
    QByteArray name;
    QByteArray head;
    QByteArray filler = {};
    int times = 0;
    QByteArray tail = {};
};

/// The bytes of a ZIP archive (APPNOTE 6.3, no ZIP64) with these files; sizes and sums are right.
QByteArray archiveOf(const QList<ArchiveEntry> &entries);
