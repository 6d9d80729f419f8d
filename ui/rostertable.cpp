// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rostertable.h"

#include "table/celldelegate.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSettings>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

const QLatin1StringView ColumnsKey("columns");

// In letters of the font; what happened takes the rest.
constexpr std::array<int, RosterModel::ColumnCount> WidthsInLetters{20, 12, 18, 17, 27, 8, 10, 24};

constexpr bool needsAttention(RowState state)
{
    return state == RowState::Problem || state == RowState::WillReject
        || state == RowState::Rejected || state == RowState::Failed
        || state == RowState::NotAttempted;
}

// Warned of, and still to be mended: an address that is none would be registered as it stands.
bool hasWarning(const Roster &roster, int row, RowState state)
{
    if (state != RowState::Ready && state != RowState::WillRegister && state != RowState::WillWait)
        return false;
    const auto first = std::lower_bound(roster.problems.cbegin(), roster.problems.cend(), row,
        [](const RosterProblem &problem, int wanted) { return problem.row < wanted; });
    return first != roster.problems.cend() && first->row == row;
}

} // namespace

RosterTable::RosterTable(RosterModel &model, QWidget *parent)
    : RosterView(parent)
    , m_model(model)
    , m_proxy(new RosterProxyModel(this))
{
    m_proxy->setSourceModel(&model);
    setModel(m_proxy);
    setAccessibleName(tr("Students of the list"));
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2 + 4);
    QHeaderView *header = horizontalHeader();
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    setSortingEnabled(true);
    restoreColumns();
    const auto hideEmptyColumns = [this] {
        setColumnHidden(RosterModel::CourseColumn,
            m_model.courses().courses().size() < 2 && !m_model.roster().hasCourseColumn());
        setColumnHidden(RosterModel::GradeColumn,
            !m_model.roster().students.hasField(StudentField::GradeLevel));
    };
    connect(&model, &RosterModel::modelReset, this, hideEmptyColumns);
    connect(&model, &RosterModel::countsChanged, this, hideEmptyColumns);
    hideEmptyColumns();
}

void RosterTable::restoreColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    for (std::size_t column = 0; column < WidthsInLetters.size(); ++column)
        setColumnWidth(static_cast<int>(column), WidthsInLetters[column] * letter);
    const QByteArray remembered = QSettings().value(ColumnsKey).toByteArray();
    if (!remembered.isEmpty()) {
        horizontalHeader()->restoreState(remembered);
        // The order of rows belongs to the list, not to the columns.
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    }
}

void RosterTable::rememberColumns() const
{
    QSettings().setValue(ColumnsKey, horizontalHeader()->saveState());
}

void RosterTable::goToNextProblem()
{
    const int rows = m_proxy->rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() + 1 : 0;
    for (int step = 0; step < rows; ++step) {
        const QModelIndex index = m_proxy->index((from + step) % rows, RosterModel::StateColumn);
        const auto state = static_cast<RowState>(index.data(RosterModel::RowStateRole).toInt());
        if (needsAttention(state)
            || hasWarning(m_model.roster(), m_proxy->mapToSource(index).row(), state)) {
            chooseCell(problemCell(index.row()));
            scrollTo(index, PositionAtCenter);
            return;
        }
    }
}

// Whatever keys are held just now, which a view would heed: a run that was started by Ctrl+Enter
// may end before they are let go.
void RosterTable::chooseCell(const QModelIndex &cell)
{
    selectionModel()->setCurrentIndex(
        cell, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

// Asked as ranges: of a million rows, a list of indexes takes longer than a frame.
QList<std::pair<int, int>> RosterTable::selectedRanges() const
{
    QList<std::pair<int, int>> ranges;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        ranges += {range.top(), range.bottom()};
    std::sort(ranges.begin(), ranges.end());
    QList<std::pair<int, int>> merged;
    for (const auto &[first, last] : std::as_const(ranges)) {
        if (!merged.isEmpty() && first <= merged.constLast().second + 1)
            merged.last().second = qMax(merged.constLast().second, last);
        else
            merged += {first, last};
    }
    return merged;
}

QList<qint32> RosterTable::selectedRows() const
{
    const QList<std::pair<int, int>> ranges = selectedRanges();
    QList<qint32> rows;
    for (const auto &[first, last] : ranges) {
        for (int row = first; row <= last; ++row)
            rows += m_proxy->mapToSource(m_proxy->index(row, 0)).row();
    }
    return rows;
}

void RosterTable::copySelection() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns += column;
    }
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells += row.siblingAtColumn(column).data().toString();
        lines += cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace Rollbook
