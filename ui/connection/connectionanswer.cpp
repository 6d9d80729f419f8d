// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/connectionanswer.h"

#include "announcement.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace Rollbook
{

namespace
{

constexpr int AnswerLines = 3;

} // namespace

ConnectionAnswer::ConnectionAnswer(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_announcement(new Announcement(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * AnswerLines);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
}

void ConnectionAnswer::showNothing()
{
    m_icon->clear();
    m_text->clear();
    m_text->setToolTip({});
}

void ConnectionAnswer::showWaiting(const QString &sentence)
{
    say(RowState::Waiting, sentence);
}

void ConnectionAnswer::showGood(const QString &sentence)
{
    say(RowState::Registered, sentence);
}

void ConnectionAnswer::showProblem(const QString &sentence, const QString &detail)
{
    say(RowState::Rejected, sentence);
    m_text->setToolTip(detail.toHtmlEscaped());
}

QString ConnectionAnswer::words() const
{
    return m_text->text();
}

void ConnectionAnswer::say(RowState look, const QString &sentence)
{
    m_look = look;
    m_text->setText(sentence);
    m_text->setToolTip({});
    showIcon();
    m_announcement->say(sentence);
}

void ConnectionAnswer::showIcon()
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(stateIcon(m_look, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
}

void ConnectionAnswer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !words().isEmpty())
        showIcon();
}

} // namespace Rollbook
