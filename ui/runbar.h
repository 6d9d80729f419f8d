// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Rollbook
{

class Announcement;
class ClassList;

/// The foot of a list: what happens now, and the one button for what comes next.
class RunBar : public QWidget
{
    Q_OBJECT

public:
    explicit RunBar(ClassList &list, QWidget *parent = nullptr);

    /// How often people who listen are told at most how far it is, beside that it begins, is held
    /// up and ends. 10 s.
    void setTellEvery(std::chrono::milliseconds least) { m_tellEvery = least; }
    /// How long reading and planning take before there is a progress bar for them. 200 ms.
    void setShowProgressAfter(std::chrono::milliseconds time) { m_barSoon.setInterval(time); }

Q_SIGNALS:
    void reportWanted();

private:
    void refresh();
    void refreshProgress();
    void showBar(bool wanted);
    void showButtons();
    QString sentence() const;
    QString progressSentence() const;
    QString waitSentence() const;
    QString endSentence() const;
    QString nextStep() const;
    bool isUndoInWork() const;
    bool isToBePutRightFirst() const;

    void announce();
    void announceProgress();
    void say(const QString &words);
    QString spokenSentence(bool wasBusy) const;
    QString spokenEnd() const;

    ClassList &m_list;
    QTimer m_countdown; // while the school is waited for
    QTimer m_barSoon;
    QProgressBar *m_bar;
    QLabel *m_text;
    QPushButton *m_register;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_tryAgain;
    QPushButton *m_report;
    QPushButton *m_undo;
    Announcement *m_announcement;
    int m_announced = -1;   // the state that was told last
    bool m_wasBusy = false; // then
    QElapsedTimer m_sinceSaid;
    std::chrono::milliseconds m_tellEvery{10'000};
};

} // namespace Rollbook
