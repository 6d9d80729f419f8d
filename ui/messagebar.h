// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace Rollbook
{

class Announcement;

/// A file's path as a link to it.
QString linkToFile(const QString &path);

/// A line across a page that says what is wrong or what was done, where a dialog would be too much.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// With a button that leads out of it, where there is one.
    void showProblem(const QString &sentence, const QString &action = {});
    /// May hold a link to a file, which is opened when clicked.
    void showNews(const QString &sentence);

Q_SIGNALS:
    void actionWanted();

private:
    void say(const QString &sentence, bool problem);

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    Announcement *m_announcement;
};

} // namespace Rollbook
