// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Rollbook
{

enum class Paper { A4, Letter };

/// What a school wants to have on every document that leaves it.
struct Letterhead {
    /// Empty when the school has not said it; documents then do without.
    QString schoolName;
    /// Lines as they stand under each other.
    QString address;
    /// The bytes of a picture (PNG or JPEG), or empty.
    QByteArray logo;
    Paper paper = Paper::A4;
    /// BCP 47 ("de", "es-MX") of the documents' words; empty for the program's own.
    QString language;

    bool operator==(const Letterhead &) const = default;
};

} // namespace Rollbook
