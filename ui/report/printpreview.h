// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "reports/printing.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QLabel;
class QPrinter;
class QPushButton;

namespace Rollbook
{

class PageView;

/// Shows the pages of a report, then prints them. Pages are drawn and printed in workers. To be
/// shown with open().
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    /// The school must outlive the work it starts in backgroundThreads().
    PrintPreview(
        School &school, const QList<RegisterStudentsResults> &runs, QWidget *parent = nullptr);
    ~PrintPreview() override;

    /// Sends the pages to a printer.
    void printOn(const std::shared_ptr<QPrinter> &printer);

Q_SIGNALS:
    void printed();

private:
    void layOut();
    void load();
    void take(const ReportPages &pages);
    void showPage(int page);
    void askForPrinter();
    void takePrinted(const Expected<void> &printed);
    void say(const QString &words);

    School &m_school;
    QList<RegisterStudentsResults> m_runs;
    Letterhead m_letterhead;
    ReportPages m_pages;
    int m_page = 0;
    std::shared_ptr<std::atomic<bool>> m_stopped;
    PageView *m_view;
    QLabel *m_where;
    QLabel *m_note;
    QPushButton *m_before;
    QPushButton *m_after;
    QPushButton *m_close;
    QPushButton *m_print;
};

/// Opens one over the window of a widget.
void previewPrint(School &school, const QList<RegisterStudentsResults> &runs, QWidget *parent);

} // namespace Rollbook
