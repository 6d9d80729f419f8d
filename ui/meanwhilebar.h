// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "seatsmeanwhile.h"

#include <QFrame>

class QLabel;

namespace Rollbook
{

class Announcement;

/// Says that students of a list get less than its plan promised, because somebody else was quicker.
/// Hidden while there is nothing to say.
class MeanwhileBar : public QFrame
{
    Q_OBJECT

public:
    explicit MeanwhileBar(ClassList &list, QWidget *parent = nullptr);

private:
    void refresh();
    void announce(const QString &words);
    QString sentence() const;

    ClassList &m_list;
    QLabel *m_icon;
    QLabel *m_text;
    Announcement *m_announcement;
};

} // namespace Rollbook
