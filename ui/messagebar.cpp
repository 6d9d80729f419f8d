// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagebar.h"

#include "announcement.h"
#include "table/statestyle.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QUrl>

namespace Rollbook
{

QString linkToFile(const QString &path)
{
    return QStringLiteral("<a href=\"%1\">%2</a>")
        .arg(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded),
            QDir::toNativeSeparators(path).toHtmlEscaped());
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_announcement(new Announcement(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionWanted);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showProblem(const QString &sentence, const QString &action)
{
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    say(sentence.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), true);
}

void MessageBar::showNews(const QString &sentence)
{
    m_action->hide();
    say(sentence, false);
}

void MessageBar::say(const QString &sentence, bool problem)
{
    const RowState look = problem ? RowState::Problem : RowState::Registered;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(stateIcon(look, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(sentence);
    setAccessibleName(QTextDocumentFragment::fromHtml(sentence).toPlainText());
    setBackgroundRole(problem ? QPalette::AlternateBase : QPalette::Base);
    show();
    m_announcement->say(accessibleName());
}

} // namespace Rollbook
