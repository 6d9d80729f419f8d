// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangement.h"

#include "table/rostercolumns.h"
#include "table/rostermodel.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace Rollbook
{

namespace
{

static_assert(std::tuple_size_v<decltype(ArrangementAids::orders)> == RosterModel::ColumnCount);

// Below that, all rows are looked through in a moment.
constexpr int RowsToLookAhead = 50'000;

RowSet foundRows(ArrangementAids &aids, const QList<QByteArray> &words, const Canceling &canceling)
{
    std::optional<RowSet> rows = aids.searched.find(words);
    if (!rows && words.size() == 1) {
        rows = aids.searchIndex->rowsWith(words.constFirst(), canceling);
    } else if (!rows) {
        // Most of them are known: people type one after the other.
        rows.emplace(foundRows(aids, words.mid(0, 1), canceling));
        for (qsizetype i = 1; i < words.size() && !canceling.isCanceled(); ++i)
            rows->retain(foundRows(aids, words.mid(i, 1), canceling));
    }
    // Also what was looked ahead for, which is only kept for the last that was typed.
    if (!canceling.isCanceled())
        aids.searched.remember(words, *rows);
    return std::move(*rows);
}

RowSet shownRows(ArrangementSource &source, const ArrangementWish &wish, const Canceling &canceling)
{
    const auto all = static_cast<std::size_t>(source.students.size());
    RowSet rows(all);
    if (wish.words.isEmpty())
        rows.insertAll();
    else if (!canceling.isCanceled())
        rows = foundRows(source.aids, wish.words, canceling);
    if (wish.shownReason) {
        const OutcomeTable &outcomes = source.outcomes;
        const std::optional<quint64> reason = source.shownReason;
        rows.removeIf([&outcomes, reason](std::size_t row) {
            return !reason || outcomes.reasonId(static_cast<int>(row)) != reason;
        });
    }
    if (!wish.shownStates.isEmpty()) {
        const QList<RowState> &states = source.outcomes.states;
        rows.removeIf([&states, &wish](std::size_t row) {
            return !wish.shownStates.contains(states.at(static_cast<qsizetype>(row)));
        });
    }
    return rows;
}

// Rows in the same state stay in roster order, either way.
std::vector<qint32> sortedByState(const QList<RowState> &states, Qt::SortOrder order)
{
    std::array<std::vector<qint32>, RowStateCount> byState;
    for (qsizetype row = 0; row < states.size(); ++row)
        byState[static_cast<std::size_t>(states.at(row))].push_back(static_cast<qint32>(row));
    if (order == Qt::DescendingOrder)
        std::reverse(byState.begin(), byState.end());
    std::vector<qint32> sorted;
    sorted.reserve(static_cast<std::size_t>(states.size()));
    for (const std::vector<qint32> &rows : byState)
        sorted.insert(sorted.end(), rows.begin(), rows.end());
    return sorted;
}

std::vector<qint32> sortedByKey(const OutcomeTable &outcomes, int column, Qt::SortOrder order)
{
    QList<quint64> keys(outcomes.size());
    std::generate(keys.begin(), keys.end(),
        [&outcomes, column, row = 0]() mutable { return outcomes.sortKey(row++, column); });
    std::vector<qint32> rows(static_cast<std::size_t>(keys.size()));
    std::iota(rows.begin(), rows.end(), 0);
    std::stable_sort(rows.begin(), rows.end(), [&keys, order](qint32 one, qint32 other) {
        return order == Qt::AscendingOrder ? keys.at(one) < keys.at(other)
                                           : keys.at(other) < keys.at(one);
    });
    return rows;
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

// Null for that of the class list, and when it was cancelled.
std::shared_ptr<const RowOrder> wishedOrder(
    ArrangementSource &source, const ArrangementWish &wish, const Canceling &canceling)
{
    if (wish.isRosterOrder() || canceling.isCanceled())
        return {};
    if (wish.sortColumn == RosterModel::StateColumn)
        return std::make_shared<const RowOrder>(
            sortedByState(source.outcomes.states, wish.sortOrder));
    if (wish.isSortedByKey())
        return std::make_shared<const RowOrder>(
            sortedByKey(source.outcomes, wish.sortColumn, wish.sortOrder));
    const auto column = static_cast<std::size_t>(wish.sortColumn);
    auto &order = source.aids.orders[column];
    if (!order)
        order = orderOf(source, wish.sortColumn);
    if (source.abandoned.isCanceled())
        return {};
    if (wish.sortOrder == Qt::AscendingOrder)
        return order->ascending();
    auto &descending = source.aids.descending[column];
    if (!descending)
        descending = order->descending();
    return descending;
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

bool Arrangement::isSameAs(const Arrangement &other) const
{
    const bool isSameOrder =
        order == other.order || (order && other.order && *order == *other.order);
    return isSameOrder && shown == other.shown;
}

int Arrangement::nextOf(const RowSet &rows, int position) const
{
    const std::vector<quint64> &words = shown.rows().words();
    if (position >= shown.count() || rows.isEmpty())
        return -1;
    const auto start = static_cast<std::size_t>(shown.at(position));
    const quint64 behind = ~quint64{0} << (start % RowSet::RowsInWord);
    std::size_t index = start / RowSet::RowsInWord;
    // The first word is looked at twice: from the position on, and at last up to it.
    for (std::size_t step = 0; step <= words.size(); ++step) {
        quint64 word = words[index];
        if (word != 0)
            word &= order ? order->wordOfPlaces(rows, index) : rows.words()[index];
        if (step == 0)
            word &= behind;
        if (word != 0)
            return shown.numberOf(
                static_cast<int>(index * RowSet::RowsInWord) + std::countr_zero(word));
        index = index + 1 < words.size() ? index + 1 : 0;
    }
    return -1;
}

bool isWorthLookingAhead(const ArrangementAids &aids, int rows, const ArrangementWish &wish)
{
    return rows >= RowsToLookAhead && aids.searchIndex && !aids.searched.hasLookedAhead(wish.words);
}

ArrangementAids lookAhead(
    ArrangementSource source, const ArrangementWish &wish, const Canceling &canceling)
{
    ArrangementAids aids = std::move(source.aids);
    RowSet among(static_cast<std::size_t>(source.students.size()));
    if (wish.words.isEmpty())
        among.insertAll();
    else
        among = foundRows(aids, wish.words, canceling);
    const NextLetters next = aids.searchIndex->nextLetters(
        among, wish.words.isEmpty() ? QByteArray() : wish.words.constLast(), canceling);
    if (!canceling.isCanceled())
        aids.searched.lookedAhead(wish.words, next, among.rows());
    return aids;
}

Arrangement arrange(
    ArrangementSource source, const ArrangementWish &wish, const Canceling &canceling)
{
    auto &index = source.aids.searchIndex;
    if (!index && (source.preparesSearch || !wish.words.isEmpty()))
        index = std::make_shared<const SearchIndex>(source.students, source.abandoned);
    Arrangement arrangement;
    arrangement.order = wishedOrder(source, wish, canceling);
    RowSet shown = shownRows(source, wish, canceling);
    if (arrangement.order)
        shown = arrangement.order->placesOf(shown);
    arrangement.shown = RankedRows(std::move(shown));
    arrangement.aids = std::move(source.aids);
    return arrangement;
}

} // namespace Rollbook
