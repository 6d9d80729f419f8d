// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/comparisonmodel.h"

#include "history/runwords.h"
#include "table/statestyle.h"

#include <QGuiApplication>

namespace Rollbook
{

namespace
{

QString comparedOutcome(const std::optional<StudentRegistrationResult> &result)
{
    return result ? outcomeText(*result) : ComparisonModel::tr("not in the list");
}

QVariant comparedIcon(const std::optional<StudentRegistrationResult> &result)
{
    return result ? QVariant(stateIcon(settledState(*result), QGuiApplication::palette()))
                  : QVariant();
}

QString comparedCell(const ComparedStudent &student, int column)
{
    switch (column) {
    case ComparisonModel::StudentColumn:
        return studentText(student.student);
    case ComparisonModel::StudentIdColumn:
        return student.student.studentId;
    case ComparisonModel::CourseColumn:
        return courseText(student.course);
    case ComparisonModel::DifferenceColumn:
        return differenceTitle(student.difference);
    case ComparisonModel::FirstColumn:
        return comparedOutcome(student.first);
    default:
        return comparedOutcome(student.second);
    }
}

QString headOf(const QString &which, const Run &run)
{
    return which.arg(momentText(run.startedAt));
}

} // namespace

QString differenceTitle(RunDifference difference)
{
    switch (difference) {
    case RunDifference::OtherOutcome:
        return ComparisonModel::tr("Came out differently");
    case RunDifference::OnlyInFirst:
        return ComparisonModel::tr("Only in the first");
    case RunDifference::OnlyInSecond:
        return ComparisonModel::tr("Only in the second");
    case RunDifference::Same:
        break;
    }
    return ComparisonModel::tr("The same");
}

void ComparisonModel::setComparison(const RunComparison &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.students.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ComparedStudent &student = m_comparison.students.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return comparedCell(student, index.column());
    case Qt::DecorationRole:
        if (index.column() == FirstColumn)
            return comparedIcon(student.first);
        return index.column() == SecondColumn ? comparedIcon(student.second) : QVariant();
    case DifferenceRole:
        return static_cast<int>(student.difference);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StudentColumn:
        return tr("Student");
    case StudentIdColumn:
        return tr("ID");
    case CourseColumn:
        return tr("Course");
    case DifferenceColumn:
        return tr("Difference");
    case FirstColumn:
        return headOf(tr("First: %1"), m_comparison.first);
    default:
        return headOf(tr("Second: %1"), m_comparison.second);
    }
}

void ComparisonFilter::setShown(std::optional<RunDifference> difference)
{
    m_shown = difference;
    invalidateFilter();
}

bool ComparisonFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_shown)
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(ComparisonModel::DifferenceRole).toInt() == static_cast<int>(*m_shown);
}

} // namespace Rollbook
