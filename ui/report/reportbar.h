// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/reportjob.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace Rollbook
{

class Announcement;
class FileHandle;

/// Where a report is made: how far it is, and afterwards what can be done with the file. Hidden
/// while there is none.
class ReportBar : public QFrame
{
    Q_OBJECT

public:
    explicit ReportBar(School &school, QWidget *parent = nullptr);

    /// Nothing while another one is being made.
    void make(const ReportOrder &order);
    void copySummary(const QList<RegisterStudentsResults> &runs);
    /// What it says.
    QString words() const;
    bool isMaking() const { return m_job->isRunning(); }

Q_SIGNALS:
    void made(const QString &path);
    void failed(const Rollbook::Error &error);

private:
    void layOut();
    void showProgress(int percent);
    void takeFile();
    void takeFailure(const Error &error);
    QString savedSentence() const;
    void say(const QString &words, bool isProblem);
    void showButtons(bool isMaking, bool isMade);
    void open();

    ReportJob *m_job;
    FileHandle *m_handle;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_open;
    QPushButton *m_folder;
    QPushButton *m_summary;
    QToolButton *m_close;
    Announcement *m_announcement;
    ReportOrder m_order;
};

} // namespace Rollbook
