// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangement.h"

#include "domain/memorypages.h"
#include "table/rostercolumns.h"
#include "table/rostermodel.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

static_assert(std::tuple_size_v<decltype(ArrangementAids::orders)> == RosterModel::ColumnCount);

RowSet shownRows(
    const ArrangementSource &source, const ArrangementWish &wish, const Canceling &canceling)
{
    const auto all = static_cast<std::size_t>(source.students.size());
    RowSet rows(all);
    if (wish.words.isEmpty())
        rows.insertAll();
    else if (!canceling.isCanceled())
        rows = source.aids.searchIndex->rowsWith(wish.words, canceling);
    if (wish.shownReason) {
        RowSet withReason(all);
        for (const qint32 row : source.rowsWithReason)
            withReason.insert(static_cast<std::size_t>(row));
        rows.retain(withReason);
    }
    if (!wish.shownStates.isEmpty()) {
        const QList<RowState> &states = source.states;
        rows.removeIf([&states, &wish](std::size_t row) {
            return !wish.shownStates.contains(states.at(static_cast<qsizetype>(row)));
        });
    }
    return rows;
}

std::vector<qint32> asListed(const RowSet &shown)
{
    std::vector<qint32> rows;
    rows.reserve(shown.count());
    shown.forEach([&rows](std::size_t row) { rows.push_back(static_cast<qint32>(row)); });
    return rows;
}

// Rows in the same state stay in roster order, either way.
std::vector<qint32> sortedByState(
    const RowSet &shown, const QList<RowState> &states, Qt::SortOrder order)
{
    std::array<std::vector<qint32>, RowStateCount> byState;
    shown.forEach([&](std::size_t row) {
        const auto state = static_cast<std::size_t>(states.at(static_cast<qsizetype>(row)));
        byState[state].push_back(static_cast<qint32>(row));
    });
    if (order == Qt::DescendingOrder)
        std::reverse(byState.begin(), byState.end());
    std::vector<qint32> sorted;
    sorted.reserve(shown.count());
    for (const std::vector<qint32> &rows : byState)
        sorted.insert(sorted.end(), rows.begin(), rows.end());
    return sorted;
}

void sortByKey(std::vector<qint32> &rows, const QList<quint64> &keys, Qt::SortOrder order)
{
    std::stable_sort(rows.begin(), rows.end(), [&keys, order](qint32 one, qint32 other) {
        return order == Qt::AscendingOrder ? keys.at(one) < keys.at(other)
                                           : keys.at(other) < keys.at(one);
    });
}

std::shared_ptr<const TextOrder> orderOf(const ArrangementSource &source, int column)
{
    const StudentList &students = source.students;
    if (column != RosterModel::CourseColumn) {
        const StudentField field = *fieldOfColumn(column);
        return std::make_shared<const TextOrder>(
            students.size(), [&](int row) { return students.field(row, field); }, source.abandoned);
    }
    QList<QByteArray> codes;
    for (const CourseRef &course : source.courses.courses())
        codes += course.code.toUtf8();
    const auto text = [&](int row) -> QUtf8StringView {
        const int course = source.courses.indexOf(row);
        return course < 0 ? students.field(row, StudentField::Course) : codes.at(course);
    };
    return std::make_shared<const TextOrder>(students.size(), text, source.abandoned);
}

std::vector<qint32> sorted(const RowSet &shown, ArrangementSource &source,
    const ArrangementWish &wish, const Canceling &canceling)
{
    if (wish.sortColumn == RosterModel::StateColumn)
        return sortedByState(shown, source.states, wish.sortOrder);
    if (wish.isRosterOrder() || wish.isSortedByKey()) {
        std::vector<qint32> rows = asListed(shown);
        if (!wish.isRosterOrder())
            sortByKey(rows, source.sortKeys, wish.sortOrder);
        return rows;
    }
    auto &order = source.aids.orders[static_cast<std::size_t>(wish.sortColumn)];
    if (!order)
        order = orderOf(source, wish.sortColumn);
    if (canceling.isCanceled() || source.abandoned.isCanceled())
        return {};
    return order->sorted(shown, wish.sortOrder);
}

std::vector<qint32> positionsOf(const std::vector<qint32> &rows, int all)
{
    std::vector<qint32> positions;
    positions.reserve(static_cast<std::size_t>(all));
    preferLargePages(positions.data(), sizeof(qint32) * positions.capacity());
    positions.assign(static_cast<std::size_t>(all), -1);
    qint32 position = 0;
    for (const qint32 row : rows)
        positions[static_cast<std::size_t>(row)] = position++;
    return positions;
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
    auto &index = source.aids.searchIndex;
    if (!index && (source.preparesSearch || !wish.words.isEmpty()))
        index = std::make_shared<const SearchIndex>(source.students, source.abandoned);
    Arrangement arrangement;
    arrangement.rows = sorted(shownRows(source, wish, canceling), source, wish, canceling);
    if (!canceling.isCanceled())
        arrangement.positions = positionsOf(arrangement.rows, source.students.size());
    arrangement.aids = std::move(source.aids);
    return arrangement;
}

} // namespace Rollbook
