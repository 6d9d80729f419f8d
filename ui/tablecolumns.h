// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QObject>
#include <QSet>

#include <optional>

class QMenu;
class QTableView;

namespace Rollbook
{

class RosterModel;

/// Which columns of a table of a class list are seen, where and how wide: as people chose it, kept
/// in the settings by the columns' names; otherwise a column is shown where it has something to
/// tell. Where there is no room for all of them, those whose width nobody chose give
/// way to what happened.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    /// Also opens the menu of the table's header.
    TableColumns(QTableView &table, RosterModel &model, QObject *parent = nullptr);

    /// As they were remembered; once the table has its model, and when another table may have
    /// changed them.
    void restore();
    void remember() const;
    /// All as if nobody had chosen anything.
    void reset();
    /// State and reason are always seen.
    static bool canBeHidden(int column);
    void setShown(int column, bool shown);
    void openMenu(const QPoint &place);
    /// In pixels, what the columns take where each has given way as far as it can and there is
    /// room for what happened.
    int leastWidth() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideEmpty();
    bool hasSomethingToTell(int column) const;
    void setWidthsAndOrder();
    void fit();
    /// By column, how wide those before what happened are wished.
    QMap<int, int> wishedWidths() const;
    /// How narrow a column that gives way can be.
    int leastWidth(int column, int leastLetters) const;
    bool isLast(int column) const;

    QTableView &m_table;
    RosterModel &m_model;
    QMap<int, bool> m_chosen; // column: shown
    QSet<int> m_sized;        // people chose how wide
    QMap<int, int> m_wished;  // column: how wide where there is room
    bool m_isFitting = false;
};

} // namespace Rollbook
