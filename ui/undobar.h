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

/// Says what taking a run back would do and asks before it does; afterwards what it did, and offers
/// the free seats to those who wait. Hidden while no run is taken back.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(ClassList &list, QWidget *parent = nullptr);

private:
    void refresh();
    void announce();
    QString sentence() const;
    QString previewSentence() const;
    QString endSentence() const;
    QString offerSentence() const;
    QString whoWaitsOn() const;

    ClassList &m_list;
    QLabel *m_text;
    QPushButton *m_keep;
    QPushButton *m_undo;
    QPushButton *m_promote;
    Announcement *m_announcement;
};

} // namespace Rollbook
