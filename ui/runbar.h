// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Rollbook
{

class ClassList;

/// The foot of a list: what happens now, and the one button for what comes next.
class RunBar : public QWidget
{
    Q_OBJECT

public:
    explicit RunBar(ClassList &list, QWidget *parent = nullptr);

Q_SIGNALS:
    void reportWanted();

private:
    void refresh();
    void refreshProgress();
    void showButtons();
    QString sentence() const;
    QString progressSentence() const;
    QString waitSentence() const;
    QString endSentence() const;
    QString nextStep() const;
    bool isUndoInWork() const;

    void announce();

    ClassList &m_list;
    QTimer m_countdown; // while the school is waited for
    QProgressBar *m_bar;
    QLabel *m_text;
    QPushButton *m_register;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_tryAgain;
    QPushButton *m_report;
    QPushButton *m_undo;
    int m_announced = -1; // the state that was told last
};

} // namespace Rollbook
