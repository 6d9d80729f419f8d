// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace Rollbook
{

class ClassList;
class DetailPanel;
class RosterTable;
class RowActions;

/// The table and, when it is asked for, the details of the chosen student beside it. Whether they
/// are open and how wide they are is remembered, for all lists together; until somebody chooses how
/// wide, they give way to the table.
class TableWithDetails : public QSplitter
{
    Q_OBJECT

public:
    TableWithDetails(
        ClassList &list, RosterTable &table, RowActions &actions, QWidget *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool open);
    /// The panel, which is made when it is first asked for or opened.
    DetailPanel &details();

Q_SIGNALS:
    /// It is there from now on.
    void detailsMade(Rollbook::DetailPanel *details);
    void openChanged(bool open);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openOrClose(bool open);
    void giveWay();
    void rememberWidth();

    ClassList &m_list;
    RosterTable &m_table;
    RowActions &m_actions;
    DetailPanel *m_details = nullptr;
    bool m_isOpen = false;
    bool m_isWidthChosen = false;
};

} // namespace Rollbook
