// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace Rollbook
{

/// A part of a text, in UTF-16 units.
struct TextPart {
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const TextPart &, const TextPart &) = default;
};

/// Where words that are folded for searching occur in a text as it is shown: whole letters with
/// their marks, ascending, without overlaps.
QList<TextPart> searchHits(QStringView text, const QList<QByteArray> &words);

} // namespace Rollbook
