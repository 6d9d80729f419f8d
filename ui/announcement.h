// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <array>

class QWidget;

namespace Rollbook
{

/// Says sentences to people who listen to the screen, wherever the focus is. There is nothing to
/// see: what is said stands elsewhere for those who look.
class Announcement : public QObject
{
    Q_OBJECT

public:
    /// Of what is in that part of the window.
    explicit Announcement(QWidget *parent);

    /// Returns at once; screen readers read it out when they come to it.
    void say(const QString &words);
    /// What was said last.
    QString words() const { return m_words; }

private:
    QString m_words;
    // In turn: a screen reader asks for the words of one later, when the next are said already.
    std::array<QWidget *, 4> m_notifications{};
    std::size_t m_next = 0;
};

} // namespace Rollbook
