// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace Rollbook
{

class DetailPanel;
class RosterTable;

/// The table and, when it is asked for, the details of the chosen student beside it. Whether they
/// are open and how wide they are is remembered, for all lists together.
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

private:
    void openOrClose(bool open);
    void rememberWidth() const;

    RosterTable &m_table;
    DetailPanel &m_details;
    bool m_isOpen = false;
};

} // namespace Rollbook
