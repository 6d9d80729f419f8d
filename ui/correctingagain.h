// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <optional>

namespace Rollbook
{

class ClassList;
class RosterTable;

/// Opens the cell of a row that is wrong. In a run that has ended, the row is sent again once it is
/// corrected and nothing speaks against it any more; where something still does, the table says
/// what.
class CorrectingAgain : public QObject
{
    Q_OBJECT

public:
    CorrectingAgain(ClassList &list, RosterTable &table, QObject *parent = nullptr);

    /// True when a cell of the row may be what has to be corrected.
    bool isPossible(qint32 row) const;
    /// True when the row would be sent again, too.
    bool triesAgain() const;
    void start(qint32 row);

private:
    void noteCorrections(const QList<qint32> &rows);
    void leaveUncorrected();
    void tryWhenSound();

    ClassList &m_list;
    RosterTable &m_table;
    std::optional<qint32> m_row; // that is being corrected
    bool m_isCorrected = false;
};

} // namespace Rollbook
