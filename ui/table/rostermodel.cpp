// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/rostermodel.h"

#include "rostermodelprivate.h"
#include "rosterproblems.h"
#include "table/rostercolumns.h"
#include "table/statestyle.h"

#include <QBrush>
#include <QGuiApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

// As many rows as a run hands over at once: well within a frame.
constexpr qsizetype SliceRows = 16384;

bool isOutcome(RowState state)
{
    return state >= RowState::Registered && state <= RowState::NotAttempted;
}

} // namespace

void RosterModel::Private::show(const Roster &newRoster, const CourseAssignment &newCourses)
{
    q->beginResetModel();
    roster = newRoster;
    courses = newCourses;
    baseStates = statesOfRoster(roster);
    warned = rowsWithProblems(roster);
    restart(RowState::Ready);
    changes.clear();
    q->endResetModel();
    Q_EMIT q->countsChanged();
}

void RosterModel::Private::restart(RowState rest)
{
    nextSlice.stop();
    arriving.clear();
    cells.setUndo({}, false);
    outcomes.reset(baseStates, warned, rest);
    changes.note(0, outcomes.size() - 1);
}

void RosterModel::Private::receive(const RegistrationResults &results, bool planned)
{
    arriving = results;
    arrived = 0;
    arrivingIsPlan = planned;
    takeSlice();
    if (!arriving.isEmpty())
        nextSlice.start();
}

void RosterModel::Private::takeSlice()
{
    const qsizetype end = qMin(arrived + SliceRows, arriving.size());
    settle({arriving.cbegin() + arrived, arriving.cbegin() + end}, arrivingIsPlan);
    arrived = end;
    if (arrived == arriving.size()) {
        nextSlice.stop();
        arriving.clear();
    }
}

void RosterModel::Private::settle(std::span<const StudentRegistrationResult> results, bool planned)
{
    int first = outcomes.size();
    int last = -1;
    for (const StudentRegistrationResult &result : results) {
        const int row = result.row;
        if (row < 0 || row >= outcomes.size())
            continue;
        if (!planned)
            outcomes.settle(result, settledState(result));
        else if (baseStates.at(row) == RowState::Ready)
            outcomes.settle(result, plannedState(result.status()));
        first = qMin(first, row);
        last = qMax(last, row);
    }
    changes.note(first, last);
    changes.deliver();
}

void RosterModel::Private::rowsChanged(int first, int last) const
{
    Q_EMIT q->dataChanged(q->index(first, StateColumn), q->index(last, ReasonColumn),
        {RowStateRole, Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleDescriptionRole});
    Q_EMIT q->countsChanged();
}

void RosterModel::Private::setForeseen(bool isForeseen)
{
    foreseen = isForeseen;
    Q_EMIT q->headerDataChanged(Qt::Horizontal, ReasonColumn, ReasonColumn);
}

// A row keeps its plan or outcome where its list was corrected elsewhere.
void RosterModel::Private::rebase(int row, const QSet<qint32> &changed)
{
    const RowState now = outcomes.state(row);
    const RowState base = baseStates.at(row);
    if (isOutcome(now) && !changed.contains(row))
        return;
    const bool isReadyAgain =
        isOutcome(now) || now == RowState::Problem || now == RowState::LeftOut;
    if (base != RowState::Ready || isReadyAgain)
        outcomes.setState(row, base);
}

RosterModel::RosterModel(QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this))
{
    connect(&d->changes, &FrameMerger::due, this,
        [this](int first, int last) { d->rowsChanged(first, last); });
    connect(&d->nextSlice, &QTimer::timeout, this, [this] { d->takeSlice(); });
}

RosterModel::~RosterModel() = default;

void RosterModel::setRoster(const Roster &roster)
{
    Q_ASSERT(!d->running);
    d->foreseen = true;
    d->show(roster, {});
}

void RosterModel::setCorrected(
    const Roster &roster, const QSet<qint32> &leftOut, const QList<qint32> &changedRows)
{
    Q_ASSERT(!d->running && roster.size() == rowCount());
    if (rowCount() == 0)
        return;
    d->roster = roster;
    d->baseStates = statesOfRoster(roster, leftOut);
    const QSet<qint32> changed(changedRows.cbegin(), changedRows.cend());
    for (int row = 0; row < rowCount(); ++row)
        d->rebase(row, changed);
    d->warned = rowsWithProblems(roster);
    d->outcomes.setWarned(d->warned);
    Q_EMIT dataChanged(index(0, StateColumn), index(rowCount() - 1, ReasonColumn));
    Q_EMIT countsChanged();
    if (!changed.isEmpty())
        Q_EMIT textsChanged();
}

void RosterModel::setEditable(bool editable)
{
    d->editable = editable;
}

bool RosterModel::isEditable(int row) const
{
    return d->editable && !isRegistered(rowState(row));
}

const Roster &RosterModel::roster() const
{
    return d->roster;
}

void RosterModel::setCourses(const CourseAssignment &courses)
{
    d->courses = courses;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, CourseColumn), index(rowCount() - 1, CourseColumn));
    Q_EMIT coursesChanged();
}

const CourseAssignment &RosterModel::courses() const
{
    return d->courses;
}

void RosterModel::setPlan(const RegistrationResults &plan)
{
    Q_ASSERT(!d->running);
    d->setForeseen(true);
    d->restart(RowState::Ready);
    d->receive(plan, true);
}

void RosterModel::clearPlan()
{
    Q_ASSERT(!d->running);
    d->setForeseen(true);
    d->restart(RowState::Ready);
    d->changes.deliver();
}

void RosterModel::beginRun()
{
    d->running = true;
    d->setForeseen(false);
    d->restart(RowState::Waiting);
    d->changes.deliver();
}

void RosterModel::applyResults(const RegistrationResults &results)
{
    d->settle({results.cbegin(), results.cend()}, false);
}

void RosterModel::endRun()
{
    d->running = false;
    d->changes.flush();
}

bool RosterModel::isRunning() const
{
    return d->running;
}

void RosterModel::setResults(const RegisterStudentsResults &results)
{
    Q_ASSERT(!d->running);
    Roster roster;
    roster.name = results.run.rosterName;
    roster.students = results.students;
    d->foreseen = false;
    d->show(roster, results.courses);
    d->receive(results.results, false);
}

RowState RosterModel::rowState(int row) const
{
    return d->outcomes.state(row);
}

int RosterModel::count(RowState state) const
{
    return d->outcomes.count(state);
}

std::optional<StudentRegistrationResult> RosterModel::result(int row) const
{
    return d->outcomes.result(row);
}

const RowSet &RosterModel::rowsToLookAt() const
{
    return d->outcomes.rowsToLookAt();
}

QList<RowState> RosterModel::rowStates() const
{
    // Not shared: once a worker has let go of it, nothing orders its last look before the next
    // outcome that is written here in place.
    const QList<RowState> &states = d->outcomes.table().states;
    return {states.cbegin(), states.cend()};
}

int RosterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->outcomes.size();
}

int RosterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RosterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return d->cells.text(row, column);
    case Qt::EditRole:
        return d->cells.editedText(row, column);
    case Qt::ToolTipRole:
        return d->cells.toolTip(row, column);
    case Qt::AccessibleDescriptionRole:
        return d->cells.description(row, column);
    case Qt::BackgroundRole:
        return d->cells.problem(row, column).isEmpty()
            ? QVariant()
            : QBrush(problemCellColor(QGuiApplication::palette()));
    case Qt::DecorationRole:
        return d->cells.problem(row, column).isEmpty()
            ? QVariant()
            : QVariant(stateIcon(RowState::Problem, QGuiApplication::palette()));
    case RowStateRole:
        return static_cast<int>(d->outcomes.state(row));
    case RowHelpRole:
        return static_cast<int>(help(row));
    case SortKeyRole:
        return d->sortKeyValue(row, column);
    default:
        return {};
    }
}

Qt::ItemFlags RosterModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool mayEdit =
        index.isValid() && isEditable(index.row()) && d->cells.isOfList(index.column());
    return mayEdit ? flags | Qt::ItemIsEditable : flags;
}

bool RosterModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Q_EMIT correctionWanted(index.row(), *fieldOfColumn(index.column()), value.toString());
    return true;
}

QVariant RosterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case StateColumn:
        return tr("State");
    case StudentIdColumn:
        return tr("ID");
    case FamilyNameColumn:
        return tr("Family name");
    case GivenNameColumn:
        return tr("Given name");
    case EmailColumn:
        return tr("E-mail");
    case GradeColumn:
        return tr("Grade");
    case CourseColumn:
        return tr("Course");
    case AttemptsColumn:
        return tr("Attempts");
    case RegisteredAtColumn:
        return tr("Registered at");
    case DurationColumn:
        return tr("Answer took");
    case ReasonColumn:
        return d->foreseen ? tr("What will happen") : tr("What happened");
    default:
        return {};
    }
}

} // namespace Rollbook
