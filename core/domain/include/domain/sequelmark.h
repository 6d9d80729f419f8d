// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Rollbook
{

/// Where a row of a list that was sent back comes from. It stands as text in the last column of
/// such a list, so that it is known when the list comes back: "20260303-081502123-a1b2c3d4 / 17".
struct SequelMark {
    QString runId;
    qint32 row = 0; ///< of the run's list, from 0; people count from 1

    QString text() const;
    /// None for any other text.
    static std::optional<SequelMark> fromText(QStringView text);
    /// The word over the column, in every language.
    static QString header();

    friend bool operator==(const SequelMark &, const SequelMark &) = default;
};

} // namespace Rollbook
