// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "textreplacement.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Rollbook
{

class Announcement;
class ClassList;
class RosterTable;

/// Finds text in the cells of a list and replaces it everywhere in one step. A bar, so that the
/// table stays in sight; Esc closes it.
class ReplaceBar : public QFrame
{
    Q_OBJECT

public:
    ReplaceBar(ClassList &list, RosterTable &table, QWidget *parent = nullptr);

    void open();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();
    void nameCurrentColumn();
    void somethingTyped();
    void countSoon();
    void count();
    void takeCount(const TextReplacement &replacement, const QList<Correction> &cells);
    void showCount();
    void sayCount();
    void replaceAll();
    TextReplacement wanted() const;

    ClassList &m_list;
    RosterTable &m_table;
    QLineEdit *m_find;
    QLineEdit *m_with;
    QComboBox *m_where;
    QLabel *m_count;
    QPushButton *m_replace;
    Announcement *m_announcement;
    QTimer m_countSoon;
    QTimer m_saySoon;
    bool m_isCounting = false;
    bool m_isCounted = false; // m_cells is what is wanted now
    QList<Correction> m_cells;
};

} // namespace Rollbook
