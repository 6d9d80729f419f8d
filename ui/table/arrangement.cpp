// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangement.h"

#include "table/rostercolumns.h"
#include "table/rostermodel.h"

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

static_assert(std::tuple_size_v<decltype(ArrangementAids::ranks)> == RosterModel::ColumnCount);

std::vector<qint32> shownRows(
    ArrangementSource &source, const ArrangementWish &wish, const Canceling &canceling)
{
    std::vector<qint32> rows;
    if (wish.words.isEmpty() && wish.shownReason) {
        rows.assign(source.rowsWithReason.cbegin(), source.rowsWithReason.cend());
    } else if (wish.words.isEmpty()) {
        rows.resize(static_cast<std::size_t>(source.students.size()));
        std::iota(rows.begin(), rows.end(), 0);
    } else {
        auto &index = source.aids.searchIndex;
        if (!index)
            index = std::make_shared<const SearchIndex>(source.students, source.abandoned);
        if (!canceling.isCanceled())
            rows = index->rowsWith(wish.words, canceling);
    }
    if (!wish.words.isEmpty() && wish.shownReason) {
        std::erase_if(rows, [&source](qint32 row) {
            return !std::binary_search(
                source.rowsWithReason.cbegin(), source.rowsWithReason.cend(), row);
        });
    }
    if (!wish.shownStates.isEmpty()) {
        const QList<RowState> &states = source.states;
        std::erase_if(rows,
            [&states, &wish](qint32 row) { return !wish.shownStates.contains(states.at(row)); });
    }
    return rows;
}

// Sorts by a small number a row; rows with the same number stay in roster order, either way.
template <typename Rank>
std::vector<qint32> sortedByRank(
    const std::vector<qint32> &rows, int rankCount, Qt::SortOrder order, const Rank &rankOf)
{
    const auto slot = [rankCount, order, &rankOf](qint32 row) {
        const int rank = rankOf(row);
        return static_cast<std::size_t>(order == Qt::AscendingOrder ? rank : rankCount - 1 - rank);
    };
    std::vector<std::size_t> next(static_cast<std::size_t>(rankCount) + 1, 0);
    for (const qint32 row : rows)
        ++next[slot(row) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<qint32> sorted(rows.size());
    for (const qint32 row : rows)
        sorted[next[slot(row)]++] = row;
    return sorted;
}

void sortByKey(std::vector<qint32> &rows, const QList<quint64> &keys, Qt::SortOrder order)
{
    std::stable_sort(rows.begin(), rows.end(), [&keys, order](qint32 one, qint32 other) {
        return order == Qt::AscendingOrder ? keys.at(one) < keys.at(other)
                                           : keys.at(other) < keys.at(one);
    });
}

std::shared_ptr<const TextRanks> ranksOf(const ArrangementSource &source, int column)
{
    const StudentList &students = source.students;
    if (column != RosterModel::CourseColumn) {
        const StudentField field = *fieldOfColumn(column);
        return std::make_shared<const TextRanks>(
            students.size(), [&](int row) { return students.field(row, field); }, source.abandoned);
    }
    QList<QByteArray> codes;
    for (const CourseRef &course : source.courses.courses())
        codes += course.code.toUtf8();
    const auto text = [&](int row) -> QUtf8StringView {
        const int course = source.courses.indexOf(row);
        return course < 0 ? students.field(row, StudentField::Course) : codes.at(course);
    };
    return std::make_shared<const TextRanks>(students.size(), text, source.abandoned);
}

std::vector<qint32> sorted(std::vector<qint32> rows, ArrangementSource &source,
    const ArrangementWish &wish, const Canceling &canceling)
{
    if (wish.isRosterOrder())
        return rows;
    if (wish.isSortedByKey()) {
        sortByKey(rows, source.sortKeys, wish.sortOrder);
        return rows;
    }
    if (wish.sortColumn == RosterModel::StateColumn) {
        return sortedByRank(rows, RowStateCount, wish.sortOrder,
            [&source](qint32 row) { return static_cast<int>(source.states.at(row)); });
    }
    auto &ranks = source.aids.ranks[static_cast<std::size_t>(wish.sortColumn)];
    if (!ranks)
        ranks = ranksOf(source, wish.sortColumn);
    if (canceling.isCanceled())
        return rows;
    return sortedByRank(rows, ranks->rankCount(), wish.sortOrder,
        [&ranks](qint32 row) { return ranks->ranks()[static_cast<std::size_t>(row)]; });
}

} // namespace

bool ArrangementWish::dependsOnOutcomes() const
{
    return !shownStates.isEmpty() || shownReason || sortColumn == RosterModel::StateColumn
        || isSortedByKey();
}

bool ArrangementWish::isSortedByKey() const
{
    return sortColumn == RosterModel::ReasonColumn || sortColumn == RosterModel::AttemptsColumn
        || sortColumn == RosterModel::RegisteredAtColumn
        || sortColumn == RosterModel::DurationColumn;
}

Arrangement arrange(
    ArrangementSource source, const ArrangementWish &wish, const Canceling &canceling)
{
    Arrangement arrangement;
    arrangement.rows = sorted(shownRows(source, wish, canceling), source, wish, canceling);
    arrangement.positions.assign(static_cast<std::size_t>(source.students.size()), -1);
    qint32 position = 0;
    for (const qint32 row : arrangement.rows)
        arrangement.positions[static_cast<std::size_t>(row)] = position++;
    arrangement.aids = std::move(source.aids);
    return arrangement;
}

} // namespace Rollbook
