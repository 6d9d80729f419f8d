// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QList>

namespace Rollbook
{

class ClassList;
class ListsInWork;

/// How many students of a list, or of several, get what: as planned, or as it came out.
struct ListCounts {
    int students = 0;
    int registered = 0; ///< with a seat, also those who had one before
    int waiting = 0;
    int notRegistered = 0;
    int problems = 0; ///< rows that cannot be registered as they stand; once a run has begun they
                      ///< are among those not registered
    bool planned = false; ///< of a list: the numbers say what will be

    static ListCounts of(const ClassList &list);
    ListCounts &operator+=(const ListCounts &other);
};

/// The lists in work, a row each in their order: the course, and how many get what. Rows follow the
/// lists by themselves.
class OverviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        CourseColumn,
        StateColumn,
        StudentsColumn,
        RegisteredColumn,
        WaitingColumn,
        NotRegisteredColumn,
        ProblemsColumn,
        ColumnCount,
    };
    Q_ENUM(Column)

    explicit OverviewModel(ListsInWork &lists, QObject *parent = nullptr);

    /// The list of a row, null where there is none.
    ClassList *list(int row) const { return m_lists.value(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void append(ClassList *list);
    void remove(ClassList *list);
    void refresh(ClassList *list);

    QList<ClassList *> m_lists;
};

} // namespace Rollbook
