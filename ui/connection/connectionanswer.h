// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QWidget>

class QLabel;

namespace Rollbook
{

class Announcement;

/// What a server answered, or what is wrong: an icon and a sentence, with a place of its own, so
/// that nothing moves when it comes.
class ConnectionAnswer : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionAnswer(QWidget *parent = nullptr);

    void showNothing();
    void showWaiting(const QString &sentence);
    void showGood(const QString &sentence);
    /// The detail is for who runs the server.
    void showProblem(const QString &sentence, const QString &detail = {});
    QString words() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void say(RowState look, const QString &sentence);
    void showIcon();

    QLabel *m_icon;
    QLabel *m_text;
    Announcement *m_announcement;
    RowState m_look = RowState::Waiting;
};

} // namespace Rollbook
