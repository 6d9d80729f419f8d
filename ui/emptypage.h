// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Rollbook
{

class MessageBar;

/// What a window without a list shows: one big place to drop one.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    void showProblem(const QString &sentence);
    /// While something is held over the window.
    void setDropping(bool dropping);

Q_SIGNALS:
    void openWanted();
    void pasteWanted();
    void recentWanted(const QString &path);
    void sampleWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_dropPlace;
    QWidget *m_frame = nullptr; // around it
    MessageBar *m_message;
    QVBoxLayout *m_recent;
    bool m_dropping = false;
};

} // namespace Rollbook
