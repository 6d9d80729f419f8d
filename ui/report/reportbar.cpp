// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportbar.h"

#include "announcement.h"
#include "flowlayout.h"
#include "report/filehandle.h"
#include "report/reportsummary.h"
#include "report/showinfolder.h"
#include "table/statestyle.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QUrl>

namespace Rollbook
{

ReportBar::ReportBar(School &school, QWidget *parent)
    : QFrame(parent)
    , m_job(new ReportJob(school, this))
    , m_handle(new FileHandle(this))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Sto&p making it"), this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_folder(new QPushButton(tr("Show in folder"), this))
    , m_summary(new QPushButton(tr("Copy summary"), this))
    , m_close(new QToolButton(this))
    , m_announcement(new Announcement(this))
{
    layOut();
    connect(m_job, &ReportJob::progressChanged, this, &ReportBar::showProgress);
    connect(m_job, &ReportJob::written, this, &ReportBar::takeFile);
    connect(m_job, &ReportJob::failed, this, &ReportBar::takeFailure);
    connect(m_stop, &QPushButton::clicked, m_job, &ReportJob::stop);
    connect(m_open, &QPushButton::clicked, this, &ReportBar::open);
    connect(m_folder, &QPushButton::clicked, this, [this] { showInFolder(this, m_order.path); });
    connect(m_summary, &QPushButton::clicked, this,
        [this] { copySummary(runsWith(m_order.subject, m_order.rows)); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
}

void ReportBar::layOut()
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setAccessibleName(tr("How far the report is"));
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_summary->setToolTip(tr("What became of whom, as text to paste into a mail"));
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    auto *layout = new QHBoxLayout(this);
    // The table above needs the height.
    const QMargins usual = layout->contentsMargins();
    layout->setContentsMargins(usual.left(), 0, usual.right(), 0);
    layout->addWidget(m_icon);
    layout->addWidget(m_handle);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    // Below each other where the text is large.
    auto *flow = new FlowLayout;
    layout->addLayout(flow);
    const std::initializer_list<QWidget *> buttons{m_stop, m_open, m_folder, m_summary};
    for (QWidget *button : buttons)
        flow->addWidget(button);
    layout->addWidget(m_close);
    hide();
}

void ReportBar::make(const ReportOrder &order)
{
    if (isMaking())
        return;
    m_order = order;
    m_job->start(order);
    showButtons(true, false);
    say(tr("Making the report “%1”…").arg(QFileInfo(order.path).fileName()), false);
}

void ReportBar::showProgress(int percent)
{
    m_progress->setValue(percent);
}

void ReportBar::takeFile()
{
    showButtons(false, true);
    m_handle->setPath(m_order.path);
    say(savedSentence().arg(QFileInfo(m_order.path).fileName()), false);
    m_text->setToolTip(QDir::toNativeSeparators(m_order.path));
    Q_EMIT made(m_order.path);
}

void ReportBar::takeFailure(const Error &error)
{
    showButtons(false, false);
    say(error.sentence, error.code != ErrorCode::Cancelled);
    Q_EMIT failed(error);
}

QString ReportBar::savedSentence() const
{
    const auto lists = static_cast<int>(m_order.subject.runs.size());
    return lists > 1 ? tr("The report of %n list(s) is saved: %1", nullptr, lists)
                     : tr("The report is saved: %1");
}

void ReportBar::copySummary(const QList<RegisterStudentsResults> &runs)
{
    QApplication::clipboard()->setText(reportSummary(runs));
    if (isMaking())
        return;
    showButtons(false, false);
    say(tr("The summary is copied. Paste it into a mail."), false);
}

QString ReportBar::words() const
{
    return isVisible() ? accessibleName() : QString();
}

void ReportBar::say(const QString &words, bool isProblem)
{
    const RowState look = isProblem ? RowState::Problem : RowState::Registered;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(stateIcon(look, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(words);
    setAccessibleName(words);
    show();
    m_announcement->say(words);
}

void ReportBar::showButtons(bool isMaking, bool isMade)
{
    m_progress->setVisible(isMaking);
    m_stop->setVisible(isMaking);
    m_icon->setVisible(!isMaking && !isMade);
    const std::initializer_list<QWidget *> ofFile{m_handle, m_open, m_folder, m_summary};
    for (QWidget *widget : ofFile)
        widget->setVisible(isMade);
    m_close->setVisible(!isMaking);
}

void ReportBar::open()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_order.path));
}

} // namespace Rollbook
