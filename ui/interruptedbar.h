// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace Rollbook
{

class Announcement;

/// A line across the window that offers to go on with runs that were interrupted, one after the
/// other, newest first. Hidden while there is none.
class InterruptedBar : public QWidget
{
    Q_OBJECT

public:
    /// The school must outlive the work that is started in backgroundThreads().
    explicit InterruptedBar(School &school, QWidget *parent = nullptr);

    /// Looks for runs that did not end and that no program works on.
    void look();

Q_SIGNALS:
    void goOnWanted(const Rollbook::RegisterStudentsResults &soFar);
    void runLeft();

private:
    void showFirst();
    void goOn();
    void leave();

    School &m_school;
    QLabel *m_icon;
    QLabel *m_text;
    Announcement *m_announcement;
    QList<RegisterStudentsResults> m_runs;
};

} // namespace Rollbook
