// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Rollbook
{

/// Says sentences to people who listen to the screen, wherever the focus is. There is nothing to
/// see: what is said stands elsewhere for those who look.
class Announcement : public QWidget
{
    Q_OBJECT

public:
    explicit Announcement(QWidget *parent);

    /// At once. What was said before and is not read out yet may be dropped for it.
    void say(const QString &words);
    /// What was said last.
    QString words() const { return accessibleName(); }
};

} // namespace Rollbook
