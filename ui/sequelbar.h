// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace Rollbook
{

class Announcement;
class ClassList;

/// Says which run a list belongs to that was sent back with corrections. Hidden for any other.
class SequelBar : public QFrame
{
    Q_OBJECT

public:
    explicit SequelBar(ClassList &list, QWidget *parent = nullptr);

private:
    void refresh();
    QString sentence() const;

    ClassList &m_list;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_own;
    Announcement *m_announcement;
};

} // namespace Rollbook
