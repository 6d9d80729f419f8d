// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewmodel.h"

#include "classlist.h"
#include "listsinwork.h"
#include "liststate.h"
#include "table/statestyle.h"

#include <QGuiApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

using State = ClassList::State;

bool isRead(const ClassList &list)
{
    return list.state() != State::Loading && list.state() != State::Unreadable;
}

QString courseOf(const ClassList &list)
{
    if (list.isOfHistory())
        return list.results().run.courseName;
    if (!list.hasChosenCourse())
        return {};
    const QString planned = list.model()->courses().displayName();
    return planned.isEmpty() ? CourseAssignment(list.course()).displayName() : planned;
}

// None: nothing to say, as in a list that has no course yet.
QString countText(const ClassList &list, int count)
{
    const bool hasNone = !isRead(list) || list.state() == State::NoCourse;
    if (hasNone || count == 0)
        return QStringLiteral("–");
    const QString number = QLocale().toString(count);
    return ListCounts::of(list).planned ? OverviewModel::tr("%1 will be").arg(number) : number;
}

QString cellText(const ClassList &list, int column)
{
    const ListCounts counts = ListCounts::of(list);
    switch (column) {
    case OverviewModel::NameColumn:
        return list.name();
    case OverviewModel::CourseColumn:
        return courseOf(list);
    case OverviewModel::StudentsColumn:
        return isRead(list) ? QLocale().toString(counts.students) : QString();
    case OverviewModel::RegisteredColumn:
        return countText(list, counts.registered);
    case OverviewModel::WaitingColumn:
        return countText(list, counts.waiting);
    case OverviewModel::NotRegisteredColumn:
        return countText(list, counts.notRegistered);
    case OverviewModel::ProblemsColumn:
        return counts.problems == 0 ? QStringLiteral("–") : QLocale().toString(counts.problems);
    default:
        return listStateText(list);
    }
}

bool isCount(int column)
{
    return column >= OverviewModel::StudentsColumn && column <= OverviewModel::ProblemsColumn;
}

// What will be stands back behind what is; what asks for somebody stands out.
QVariant colourOf(const ClassList &list, int column)
{
    const QPalette palette = QGuiApplication::palette();
    const ListCounts counts = ListCounts::of(list);
    if (column == OverviewModel::ProblemsColumn && counts.problems > 0)
        return stateColor(RowState::Problem, palette);
    if (column == OverviewModel::NotRegisteredColumn && counts.notRegistered > 0 && !counts.planned)
        return stateColor(RowState::Rejected, palette);
    if (column == OverviewModel::StateColumn && list.state() == State::NoCourse)
        return stateColor(RowState::Problem, palette);
    const bool isPlan = counts.planned && column != OverviewModel::StudentsColumn;
    return isCount(column) && isPlan ? QVariant(mutedTextColor(palette)) : QVariant();
}

} // namespace

ListCounts ListCounts::of(const ClassList &list)
{
    const RosterModel *model = list.model();
    const auto sum = [model](std::initializer_list<RowState> states) {
        int count = 0;
        for (const RowState state : states)
            count += model->count(state);
        return count;
    };
    ListCounts counts;
    counts.students = model->rowCount();
    counts.planned = list.state() == State::Planned || list.state() == State::Planning;
    counts.problems = model->count(RowState::Problem);
    counts.registered = sum({RowState::WillRegister, RowState::WillBeAlready, RowState::Registered,
        RowState::AlreadyRegistered});
    counts.waiting = sum({RowState::WillWait, RowState::Waitlisted});
    counts.notRegistered = sum({RowState::WillReject, RowState::Rejected, RowState::Failed,
        RowState::NotAttempted, RowState::LeftOut});
    return counts;
}

ListCounts &ListCounts::operator+=(const ListCounts &other)
{
    students += other.students;
    registered += other.registered;
    waiting += other.waiting;
    notRegistered += other.notRegistered;
    problems += other.problems;
    return *this;
}

OverviewModel::OverviewModel(ListsInWork &lists, QObject *parent)
    : QAbstractTableModel(parent)
    , m_lists(lists.all())
{
    connect(&lists, &ListsInWork::added, this, &OverviewModel::append);
    connect(&lists, &ListsInWork::removed, this, &OverviewModel::remove);
    connect(&lists, &ListsInWork::changed, this, &OverviewModel::refresh);
}

void OverviewModel::append(ClassList *list)
{
    const auto row = static_cast<int>(m_lists.size());
    beginInsertRows({}, row, row);
    m_lists += list;
    endInsertRows();
}

void OverviewModel::remove(ClassList *list)
{
    const auto row = static_cast<int>(m_lists.indexOf(list));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_lists.removeAt(row);
    endRemoveRows();
}

void OverviewModel::refresh(ClassList *list)
{
    const auto row = static_cast<int>(m_lists.indexOf(list));
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lists.size());
}

int OverviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ClassList &list = *m_lists.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(list, index.column());
    case Qt::DecorationRole:
        return index.column() == NameColumn
            ? QVariant(stateIcon(listLook(list), QGuiApplication::palette()))
            : QVariant();
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? QVariant(list.path()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            (isCount(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return colourOf(list, index.column());
    default:
        return {};
    }
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue<Qt::Alignment>(
            (isCount(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Class list");
    case CourseColumn:
        return tr("Course");
    case StudentsColumn:
        return tr("Students");
    case RegisteredColumn:
        return tr("Registered");
    case WaitingColumn:
        return tr("Waiting list");
    case NotRegisteredColumn:
        return tr("Not registered");
    case ProblemsColumn:
        return tr("Rows to correct");
    default:
        return tr("State");
    }
}

} // namespace Rollbook
