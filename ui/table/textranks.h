// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"

#include <QUtf8StringView>

#include <functional>
#include <vector>

namespace Rollbook
{

/// The place of each row's text among all different texts of a column, in the order of people's
/// language, with numbers in texts by their value: rows with the same text have the same rank.
class TextRanks
{
public:
    /// The text of a row must stay valid until the ranks are made.
    TextRanks(
        int rows, const std::function<QUtf8StringView(int row)> &text, const Canceling &canceling);

    const std::vector<qint32> &ranks() const { return m_ranks; }
    /// How many different ranks there are, 0 … rankCount() - 1.
    qint32 rankCount() const { return m_rankCount; }

private:
    std::vector<qint32> m_ranks;
    qint32 m_rankCount = 0;
};

} // namespace Rollbook
