// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace Rollbook
{

class ClassList;

/// Trying selected rows of a run once more: what that is called now, or why it cannot be done.
class TryingAgain
{
    Q_DECLARE_TR_FUNCTIONS(Rollbook::TryingAgain)

public:
    TryingAgain(const ClassList &list, const QList<qint32> &selected);

    /// Those of the selected rows that can be tried.
    const QList<qint32> &rows() const { return m_rows; }
    bool isPossible() const { return !m_rows.isEmpty(); }
    /// "Try this student again", with a mnemonic.
    QString text() const;
    /// A sentence; empty where it can be done.
    QString whyNot() const;

private:
    QString whyNotRow(qint32 row) const;

    const ClassList &m_list;
    QList<qint32> m_selected;
    QList<qint32> m_rows;
};

} // namespace Rollbook
