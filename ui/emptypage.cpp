// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emptypage.h"

#include "messagebar.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Rollbook
{

namespace
{

QLabel *centred(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_dropPlace(new QWidget(this))
    , m_message(new MessageBar(this))
    , m_recent(new QVBoxLayout)
{
    auto *title = centred(tr("Drop a class list here"), m_dropPlace);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    auto *how = centred(tr("A spreadsheet, or a file from another system, with a student ID or an "
                           "e-mail address for each student. You choose the course and see what "
                           "will happen before anything does."),
        m_dropPlace);
    auto *open = new QPushButton(tr("&Open…"), m_dropPlace);
    auto *paste = new QPushButton(tr("&Paste"), m_dropPlace);
    auto *sample = new QPushButton(tr("&Try the sample school"), m_dropPlace);
    open->setDefault(true);
    open->setToolTip(tr("Choose a class list (Ctrl+O)"));
    paste->setToolTip(tr("Take the table that you copied (Ctrl+V)"));
    sample->setToolTip(
        tr("Opens a school of its own with a class list, to try things without harm"));
    connect(sample, &QPushButton::clicked, this, &EmptyPage::sampleWanted);
    connect(open, &QPushButton::clicked, this, &EmptyPage::openWanted);
    connect(paste, &QPushButton::clicked, this, &EmptyPage::pasteWanted);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(paste);
    buttons->addWidget(sample);
    buttons->addStretch(1);
    const int space = fontMetrics().height();
    auto *place = new QVBoxLayout(m_dropPlace);
    place->setContentsMargins(space * 3, space * 3, space * 3, space * 3);
    place->setSpacing(space);
    place->addStretch(1);
    place->addWidget(title);
    place->addWidget(how);
    place->addLayout(buttons);
    place->addLayout(m_recent);
    place->addStretch(1);

    // Where text is large, all of it does not fit at once.
    auto *scrolled = new QScrollArea(this);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setFocusPolicy(Qt::NoFocus);
    scrolled->setWidget(m_dropPlace);
    for (QWidget *seenThrough : {scrolled->viewport(), m_dropPlace})
        seenThrough->setAutoFillBackground(false);
    m_frame = scrolled;

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 2, space * 2, space * 2, space * 2);
    layout->addWidget(m_message);
    layout->addWidget(scrolled, 1);
}

void EmptyPage::setRecentFiles(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (!paths.isEmpty())
        m_recent->addWidget(centred(tr("Opened lately:"), m_dropPlace));
    for (const QString &path : paths) {
        auto *button = new QPushButton(QFileInfo(path).fileName(), m_dropPlace);
        button->setFlat(true);
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT recentWanted(path); });
        m_recent->addWidget(button, 0, Qt::AlignCenter);
    }
}

void EmptyPage::showProblem(const QString &sentence)
{
    m_message->showProblem(sentence);
}

void EmptyPage::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void EmptyPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = fontMetrics().height();
    QPainterPath frame;
    frame.addRoundedRect(QRectF(m_frame->geometry()).adjusted(1, 1, -1, -1), radius, radius);
    painter.fillPath(frame, palette().brush(QPalette::Base));
    const QColor line =
        palette().color(m_dropping ? QPalette::Highlight : QPalette::PlaceholderText);
    painter.setPen(QPen(line, m_dropping ? 3 : 1.5, Qt::DashLine));
    painter.drawPath(frame);
}

} // namespace Rollbook
