// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/handover.h"
#include "table/rowstate.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace Rollbook
{

class Canceling;
class RosterProxyModel;

/// First and last of rows that stand one below the other.
using RowRange = std::pair<int, int>;

/// Where rows stand that are like another one. A value.
struct AlikeRows {
    QList<RowRange> ranges;   ///< from above; as many as a selection can have, not all of them,
                              ///< where isScattered
    bool isScattered = false; ///< there are more
};

/// Looks, in a worker, for the rows of a RosterProxyModel that are like one of them. When rows
/// change places meanwhile it begins again, so what is found is where they stand.
class AlikeSearch : public QObject
{
    Q_OBJECT

public:
    enum class Alike : quint8 { InState, InReason };
    /// So many ranges are selected, and a further one added, within a frame.
    static constexpr qsizetype MostRanges = 2000;

    explicit AlikeSearch(RosterProxyModel &proxy, QObject *parent = nullptr);
    ~AlikeSearch() override;

    /// Looks for rows in the state that this row of the class list has now, or with its reason,
    /// too. What was looked for before is not found any more.
    void begin(int row, Alike alike);
    /// Nothing is found any more.
    void cancel();
    bool isGoingOn() const { return m_wish.has_value(); }

Q_SIGNALS:
    /// Once, with at most MostRanges.
    void found(const QList<Rollbook::RowRange> &ranges);
    /// The rows are too scattered to be told range by range. Sorted by this RosterModel::Column
    /// they stand together and are found.
    void sortingWanted(int column);

private:
    struct Wish {
        Alike alike = Alike::InState;
        RowState state = RowState::Ready;
        std::optional<quint64> reason;
    };

    void start();
    void finish();
    int columnTogether() const;

    RosterProxyModel &m_proxy;
    std::optional<Wish> m_wish;
    std::unique_ptr<Canceling> m_canceling;
    QFutureWatcher<Handover<AlikeRows>> m_work;
};

} // namespace Rollbook
