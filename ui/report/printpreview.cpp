// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/printpreview.h"

#include "report/pageview.h"
#include "runthencallback.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QShortcut>

namespace Rollbook
{

// What is needed to see a report. Not in a namespace without a name: TSan could not tell frames of
// Qt by their names then.
struct PreviewedReport {
    Letterhead letterhead;
    ReportPages pages;
};

namespace
{

constexpr int DotsPerInch = 144;
// Who wants to see more makes a PDF; all of them are printed.
constexpr int MostPages = 20;

} // namespace

PrintPreview::PrintPreview(
    School &school, const QList<RegisterStudentsResults> &runs, QWidget *parent)
    : QDialog(parent)
    , m_school(school)
    , m_runs(runs)
    , m_stopped(std::make_shared<std::atomic<bool>>(false))
    , m_view(new PageView(this))
    , m_where(new QLabel(tr("Drawing the pages…"), this))
    , m_note(new QLabel(this))
    , m_before(new QPushButton(tr("Page &before"), this))
    , m_after(new QPushButton(tr("&Next page"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_print(new QPushButton(tr("&Print…"), this))
{
    setWindowTitle(tr("Print"));
    layOut();
    connect(m_before, &QPushButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_after, &QPushButton::clicked, this, [this] { showPage(m_page + 1); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &PrintPreview::askForPrinter);
    connect(new QShortcut(QKeySequence(Qt::Key_PageUp), this), &QShortcut::activated, m_before,
        &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::Key_PageDown), this), &QShortcut::activated, m_after,
        &QPushButton::click);
    load();
}

PrintPreview::~PrintPreview()
{
    *m_stopped = true;
}

void PrintPreview::layOut()
{
    m_view->setAccessibleName(tr("The page"));
    m_before->setToolTip(tr("Page up"));
    m_after->setToolTip(tr("Page down"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    m_print->setDefault(true);
    for (QPushButton *button : {m_before, m_after, m_print})
        button->setEnabled(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_before);
    foot->addWidget(m_after);
    foot->addWidget(m_where, 1);
    foot->addWidget(m_close);
    foot->addWidget(m_print);
    const int space = fontMetrics().height() * 2 / 3;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note);
    layout->addLayout(foot);
    const QSize room = parentWidget() ? parentWidget()->window()->size() : QSize(1024, 768);
    resize(room * 9 / 10);
}

void PrintPreview::load()
{
    runThenCallback(
        this,
        [&school = m_school, runs = m_runs]() -> Expected<PreviewedReport> {
            const auto letterhead = school.settings().letterhead();
            if (!letterhead)
                return tl::unexpected(letterhead.error());
            return PreviewedReport{
                *letterhead, reportPages(runs, *letterhead, DotsPerInch, MostPages)};
        },
        [this](const Expected<PreviewedReport> &report) {
            if (!report) {
                m_where->clear();
                say(report.error().sentence);
                return;
            }
            m_letterhead = report->letterhead;
            take(report->pages);
        });
}

void PrintPreview::take(const ReportPages &pages)
{
    m_pages = pages;
    m_print->setEnabled(true);
    m_print->setFocus();
    if (pages.all > pages.pictures.size()) {
        say(tr("You see the first %n page(s). All of them are printed.", nullptr,
            static_cast<int>(pages.pictures.size())));
    }
    showPage(0);
}

void PrintPreview::showPage(int page)
{
    if (page < 0 || page >= m_pages.pictures.size())
        return;
    m_page = page;
    m_view->setPage(m_pages.pictures.at(page), reportPageLayout(m_letterhead.paper));
    const QLocale locale;
    m_where->setText(
        tr("Page %1 of %2").arg(locale.toString(page + 1), locale.toString(m_pages.all)));
    m_view->setAccessibleDescription(m_where->text());
    m_before->setEnabled(page > 0);
    m_after->setEnabled(page + 1 < m_pages.pictures.size());
}

void PrintPreview::askForPrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(reportPageLayout(m_letterhead.paper));
    printer->setCreator(QStringLiteral("Rollbook"));
    if (!m_runs.isEmpty())
        printer->setDocName(m_runs.first().run.courseName);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer lives as long as the question.
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer] { printOn(printer); });
    dialog->open();
}

void PrintPreview::printOn(const std::shared_ptr<QPrinter> &printer)
{
    m_print->setEnabled(false);
    say(tr("Printing…"));
    runThenCallback(
        this,
        [printer, runs = m_runs, letterhead = m_letterhead, stopped = m_stopped] {
            return printReport(runs,
                {.format = ReportFormat::Pdf,
                    .letterhead = letterhead,
                    .progress = [stopped](qsizetype, qsizetype) { return !*stopped; }},
                *printer);
        },
        [this](const Expected<void> &done) { takePrinted(done); });
}

void PrintPreview::takePrinted(const Expected<void> &printed)
{
    m_print->setEnabled(true);
    if (!printed) {
        say(printed.error().sentence);
        return;
    }
    Q_EMIT this->printed();
    accept();
}

void PrintPreview::say(const QString &words)
{
    m_note->setText(words);
    m_note->show();
}

void previewPrint(School &school, const QList<RegisterStudentsResults> &runs, QWidget *parent)
{
    auto *preview = new PrintPreview(school, runs, parent);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->open();
}

} // namespace Rollbook
