// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"
#include "roworder.h"

#include <QUtf8StringView>

#include <functional>
#include <memory>

namespace Rollbook
{

/// All rows of a column in the order of their texts: that of people's language, with numbers in
/// texts by their value. Rows with the same text stay in the order of the list.
class TextOrder
{
public:
    /// The text of a row must stay valid until the order is made. Without use when cancelled.
    TextOrder(
        int rows, const std::function<QUtf8StringView(int row)> &text, const Canceling &canceling);

    const std::shared_ptr<const RowOrder> &ascending() const { return m_ascending; }
    /// Made anew each time.
    std::shared_ptr<const RowOrder> descending() const;

private:
    std::shared_ptr<const RowOrder> m_ascending;
    RowSet m_starts; // places at which another text begins
};

} // namespace Rollbook
