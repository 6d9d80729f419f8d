// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace Rollbook
{

/// A file's path as a link to it.
QString linkToFile(const QString &path);

/// A line across a page that says what is wrong or what was done, where a dialog would be too much.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showProblem(const QString &sentence);
    /// May hold a link to a file, which is opened when clicked.
    void showNews(const QString &sentence);

private:
    void say(const QString &sentence, bool problem);

    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace Rollbook
