// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/reasondelegate.h"

#include "table/rostermodel.h"
#include "table/statestyle.h"

namespace Rollbook
{

namespace
{

constexpr RowStateSet NeedsAttention{RowState::Problem, RowState::WillReject, RowState::Rejected,
    RowState::Failed, RowState::NotAttempted};

} // namespace

void ReasonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    const auto state = static_cast<RowState>(index.data(RosterModel::RowStateRole).toInt());
    if (!NeedsAttention.contains(state))
        option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
}

} // namespace Rollbook
