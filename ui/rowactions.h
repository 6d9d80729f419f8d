// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rosteredits.h"
#include "tryingagain.h"

#include <QModelIndex>
#include <QObject>

#include <optional>

class QMenu;
class QPoint;

namespace Rollbook
{

class ClassList;
class RosterTable;

/// What can be done with the selected rows of a list, by key and by the menu of the table.
class RowActions : public QObject
{
    Q_OBJECT

public:
    RowActions(ClassList &list, RosterTable &table, QObject *parent = nullptr);

    /// Leaves the selected rows out; takes them back in when they all are left out already.
    void leaveOutOrTakeBack();
    /// What that would be called now, with a mnemonic; empty where it would do nothing.
    QString wordsForLeavingOut() const;
    /// The topmost selected row's text of the current column into all of them.
    void fillDown();
    /// What can be tried again of the selected rows.
    TryingAgain tryingAgain() const;
    /// Tries the selected rows again, or says why that cannot be done.
    void tryAgain();
    /// Who the current row is about; none without an identifier or address.
    std::optional<Student> chosenStudent() const;

Q_SIGNALS:
    void studentHistoryWanted(const Rollbook::Student &student);
    void refused(const QString &sentence);

private:
    void showMenu(const QPoint &place);
    void addFixes(QMenu &menu, const QModelIndex &index);
    void addEditing(QMenu &menu, const QModelIndex &index);
    void addLeavingOut(QMenu &menu);
    void addSelecting(QMenu &menu, const QModelIndex &index);
    void addTryingAgain(QMenu &menu);
    void addStudentHistory(QMenu &menu);
    /// The selected rows that may be changed, by whether they are left out; in the table's order.
    QList<qint32> selectedRows(bool leftOut) const;

    ClassList &m_list;
    RosterTable &m_table;
};

} // namespace Rollbook
