// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace Rollbook
{

class DetailPanel;
class RosterTable;

/// The table and, when it is asked for, the details of the chosen student beside it. Whether they
/// are open and how wide they are is remembered, for all lists together; until somebody chooses how
/// wide, they give way to the table.
class TableWithDetails : public QSplitter
{
    Q_OBJECT

public:
    TableWithDetails(RosterTable &table, DetailPanel &details, QWidget *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool open);

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openOrClose(bool open);
    void giveWay();
    void rememberWidth();

    RosterTable &m_table;
    DetailPanel &m_details;
    bool m_isOpen = false;
    bool m_isWidthChosen = false;
};

} // namespace Rollbook
