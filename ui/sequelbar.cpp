// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sequelbar.h"

#include "announcement.h"
#include "classlist.h"
#include "table/statestyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>

namespace Rollbook
{

SequelBar::SequelBar(ClassList &list, QWidget *parent)
    : QFrame(parent)
    , m_list(list)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_own(new QPushButton(tr("Open as a list of its o&wn"), this))
    , m_announcement(new Announcement(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_own->setToolTip(tr("Register it in a run of its own, as if it had nothing to do with the "
                         "earlier one"));
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_own);
    hide();
    connect(m_own, &QPushButton::clicked, &list, &ClassList::readAsListOfItsOwn);
    connect(&list, &ClassList::stateChanged, this, &SequelBar::refresh);
}

void SequelBar::refresh()
{
    const bool isSequel = m_list.sequel().has_value();
    setVisible(isSequel);
    if (!isSequel)
        return;
    // What was registered since is no list of its own any more.
    m_own->setVisible(m_list.canBeListOfItsOwn());
    const QString words = sentence();
    if (words == m_text->text())
        return;
    m_text->setText(words);
    setAccessibleName(words);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(
        stateIcon(RowState::Ready, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_announcement->say(words);
}

QString SequelBar::sentence() const
{
    const ClassList::Sequel &sequel = *m_list.sequel();
    const Run &run = m_list.results().run;
    const QString day = QLocale().toString(run.startedAt.toLocalTime().date(), QLocale::LongFormat);
    QString words =
        tr("These %n student(s) are from “%1”, registered on %2.", nullptr, sequel.students)
            .arg(run.rosterName, day);
    words += u' ';
    if (sequel.corrected == 0)
        words += tr("Nothing in them was corrected.");
    else if (m_list.rights().mayRegister())
        words += tr("%n of them is (are) corrected; registering them goes on with that run.",
            nullptr, sequel.corrected);
    else
        words += tr("%n of them is (are) corrected.", nullptr, sequel.corrected);
    if (sequel.added > 0) {
        words += u' '
            + tr("%n row(s) of “%1” are not of that run and are left aside.", nullptr, sequel.added)
                  .arg(sequel.fileName);
    }
    return words;
}

} // namespace Rollbook
