// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowactions.h"

#include "classlist.h"
#include "fieldnames.h"
#include "rostertable.h"

#include "table/rostercolumns.h"
#include "table/rosterproxymodel.h"

#include <QMenu>

namespace Rollbook
{

RowActions::RowActions(ClassList &list, RosterTable &table, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_table(table)
{
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &RowActions::showMenu);
}

QList<qint32> RowActions::selectedRows(bool leftOut) const
{
    QList<qint32> rows = m_table.selectedRows();
    rows.removeIf([this, leftOut](qint32 row) {
        return !m_list.isEditable(row) || m_list.edits()->leftOut().contains(row) != leftOut;
    });
    return rows;
}

void RowActions::leaveOutOrTakeBack()
{
    const QList<qint32> toLeaveOut = selectedRows(false);
    if (!toLeaveOut.isEmpty())
        m_list.edits()->leaveOut(toLeaveOut, true);
    else
        m_list.edits()->leaveOut(selectedRows(true), false);
}

QString RowActions::wordsForLeavingOut() const
{
    if (!m_list.isEditable())
        return {};
    const auto toLeaveOut = static_cast<int>(selectedRows(false).size());
    if (toLeaveOut > 0)
        return tr("&Leave out %n row(s)", nullptr, toLeaveOut);
    const auto toTakeBack = static_cast<int>(selectedRows(true).size());
    return toTakeBack > 0 ? tr("&Take back %n row(s)", nullptr, toTakeBack) : QString();
}

void RowActions::fillDown()
{
    const QModelIndex current = m_table.currentIndex();
    const auto field = current.isValid() ? fieldOfColumn(current.column()) : std::nullopt;
    const QList<qint32> rows = m_table.selectedRows();
    if (!field || rows.size() < 2)
        return;
    const QString text = m_list.roster().students.text(rows.first(), *field);
    QList<Correction> cells;
    for (const qint32 row : rows) {
        const QModelIndex cell = m_list.model()->index(row, current.column());
        if (row != rows.first() && (cell.flags() & Qt::ItemIsEditable))
            cells += {row, *field, text};
    }
    m_list.edits()->correct(cells, tr("fill down %1").arg(fieldName(*field)));
}

void RowActions::showMenu(const QPoint &place)
{
    const QModelIndex index = m_table.indexAt(place);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addTryingAgain(*menu);
    if (m_list.isEditable()) {
        addFixes(*menu, index);
        addEditing(*menu, index);
        addLeavingOut(*menu);
    }
    addStudentHistory(*menu);
    addSelecting(*menu, index);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(m_table.viewport()->mapToGlobal(place));
}

std::optional<Student> RowActions::chosenStudent() const
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid())
        return std::nullopt;
    const int row = m_table.proxy()->mapToSource(current).row();
    Student student = m_list.model()->roster().students.student(row);
    return student.isIdentified() ? std::optional(std::move(student)) : std::nullopt;
}

void RowActions::addStudentHistory(QMenu &menu)
{
    const std::optional<Student> student = chosenStudent();
    if (!student)
        return;
    if (!menu.isEmpty())
        menu.addSeparator();
    QAction *action = menu.addAction(tr("E&verything about this student"));
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    connect(action, &QAction::triggered, this,
        [this, student] { Q_EMIT studentHistoryWanted(*student); });
}

TryingAgain RowActions::tryingAgain() const
{
    return {m_list, m_table.selectedRows()};
}

void RowActions::tryAgain()
{
    const TryingAgain again = tryingAgain();
    if (again.isPossible())
        m_list.tryRowsAgain(again.rows());
    else
        Q_EMIT refused(again.whyNot());
}

// Before there is a run, there is nothing to speak of.
void RowActions::addTryingAgain(QMenu &menu)
{
    const bool hasRun = m_list.isBusy() || m_list.state() == ClassList::State::Finished
        || m_list.state() == ClassList::State::Earlier;
    if (!hasRun || !m_list.rights().mayRegister())
        return;
    const TryingAgain again = tryingAgain();
    QAction *action = menu.addAction(again.text());
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    action->setEnabled(again.isPossible());
    action->setToolTip(again.whyNot());
    connect(action, &QAction::triggered, this, &RowActions::tryAgain);
    menu.addSeparator();
}

// Of the cell, or of the whole row where the cell is none of the list.
void RowActions::addFixes(QMenu &menu, const QModelIndex &index)
{
    const auto row = static_cast<qint32>(m_table.proxy()->mapToSource(index).row());
    if (!m_list.isEditable(row))
        return;
    const auto field = fieldOfColumn(index.column());
    const QList<Correction> fixes = m_list.edits()->fixes(row);
    for (const Correction &fix : fixes) {
        if (field && *field != fix.field)
            continue;
        const QString text = field ? tr("&Change to “%1”").arg(fix.text)
                                   : tr("&Change %1 to “%2”").arg(fieldName(fix.field), fix.text);
        QAction *action = menu.addAction(text);
        connect(action, &QAction::triggered, this, [this, fix] { m_list.edits()->correct(fix); });
    }
    if (!fixes.isEmpty())
        menu.addSeparator();
}

void RowActions::addEditing(QMenu &menu, const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsEditable))
        return;
    QAction *edit = menu.addAction(tr("&Edit cell"));
    edit->setShortcut(QKeySequence(Qt::Key_F2));
    connect(edit, &QAction::triggered, &m_table, [this, cell = QPersistentModelIndex(index)] {
        if (cell.isValid())
            m_table.edit(cell);
    });
    if (m_table.selectedRows().size() > 1) {
        QAction *fill = menu.addAction(tr("Fill &down"));
        fill->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
        connect(fill, &QAction::triggered, this, &RowActions::fillDown);
    }
}

void RowActions::addSelecting(QMenu &menu, const QModelIndex &index)
{
    const auto add = [&](const QString &text, const QKeySequence &key, auto act) {
        QAction *action = menu.addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, &m_table, act);
    };
    menu.addSeparator();
    add(tr("&Copy rows"), QKeySequence::Copy, [this] { m_table.copySelection(); });
    add(tr("Copy rows with &headers"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { m_table.copySelection(RosterTable::Headers::With); });
    menu.addSeparator();
    add(tr("Select all in the same st&ate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] { m_table.selectAlike(AlikeSearch::Alike::InState); });
    if (m_list.model()->reason(m_table.proxy()->mapToSource(index).row())) {
        add(tr("Select all with the same reaso&n"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_A),
            [this] { m_table.selectAlike(AlikeSearch::Alike::InReason); });
    }
}

void RowActions::addLeavingOut(QMenu &menu)
{
    const auto add = [&](const QString &text, const QList<qint32> &rows, bool leaveOut) {
        QAction *action = menu.addAction(text);
        connect(action, &QAction::triggered, this,
            [this, rows, leaveOut] { m_list.edits()->leaveOut(rows, leaveOut); });
        return action;
    };
    const QList<qint32> toLeaveOut = selectedRows(false);
    const QList<qint32> toTakeBack = selectedRows(true);
    if (!toLeaveOut.isEmpty()) {
        add(tr("&Leave out %n row(s)", nullptr, static_cast<int>(toLeaveOut.size())), toLeaveOut,
            true)
            ->setShortcut(QKeySequence(Qt::Key_Delete));
    }
    if (!toTakeBack.isEmpty())
        add(tr("&Take back %n row(s)", nullptr, static_cast<int>(toTakeBack.size())), toTakeBack,
            false);
}

} // namespace Rollbook
