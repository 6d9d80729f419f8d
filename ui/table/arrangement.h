// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"
#include "outcometable.h"
#include "rankedrows.h"
#include "searchmemory.h"
#include "table/rowreason.h"
#include "table/rowstate.h"
#include "textorder.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace Rollbook
{

/// How the rows of the table are to stand.
struct ArrangementWish {
    RowStateSet shownStates; ///< empty: all
    std::optional<RowReason> shownReason;
    QList<QByteArray> words; ///< folded for searching
    int sortColumn = -1;     ///< a RosterModel::Column
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    bool isRosterOrder() const { return sortColumn < 0; }
    /// True when every row stands where the class list has it.
    bool isIdentity() const
    {
        return shownStates.isEmpty() && !shownReason && words.isEmpty() && isRosterOrder();
    }
    /// True when the sorting is by numbers that the outcomes have.
    bool isSortedByKey() const;
    /// True when more of the outcomes is looked at than the states.
    bool needsRecords() const { return shownReason || isSortedByKey(); }
    /// True when a new outcome can move a row.
    bool dependsOnOutcomes() const;
    friend bool operator==(const ArrangementWish &, const ArrangementWish &) = default;
};

/// What is made once for a class list and used for every arrangement after that. Immutable parts.
struct ArrangementAids {
    std::shared_ptr<const SearchIndex> searchIndex;
    SearchMemory searched;
    std::array<std::shared_ptr<const TextOrder>, 11> orders;    ///< by column
    std::array<std::shared_ptr<const RowOrder>, 11> descending; ///< likewise
};

/// Everything that an arrangement is made of; a snapshot that no other thread changes.
struct ArrangementSource {
    StudentList students;
    CourseAssignment courses;
    OutcomeTable outcomes;              ///< of the records, only where needsRecords()
    std::optional<quint64> shownReason; ///< as the outcomes have it; none: no row does
    ArrangementAids aids;
    bool preparesSearch = false; ///< the index is wanted, though nothing is searched for yet
    Canceling abandoned;         ///< the class list is gone: even the aids are useless
};

/// Which row of the class list stands where: an order of all rows, and the places in it that are
/// shown.
struct Arrangement {
    std::shared_ptr<const RowOrder> order; ///< null: that of the class list
    RankedRows shown;
    ArrangementAids aids;

    int rowAt(int position) const
    {
        const int place = shown.at(position);
        return order ? order->rowAt(place) : place;
    }
    /// -1 where the row is not shown.
    int positionOf(int row) const { return shown.numberOf(order ? order->placeOf(row) : row); }
    /// The first position from one on, and then from the top on, at which a row of the set stands;
    /// -1: nowhere.
    int nextOf(const RowSet &rows, int position) const;
    /// True when every row stands where it stands in the other one.
    bool isSameAs(const Arrangement &other) const;
};

/// Blocking, for a worker: what the next letter of a search would find.
ArrangementAids lookAhead(
    ArrangementSource source, const ArrangementWish &wish, const Canceling &canceling);

/// True when that would make the next letter quicker.
bool isWorthLookingAhead(const ArrangementAids &aids, int rows, const ArrangementWish &wish);

/// Blocking, for a worker. When it is cancelled, only the aids of the answer are of use.
Arrangement arrange(
    ArrangementSource source, const ArrangementWish &wish, const Canceling &canceling);

} // namespace Rollbook
