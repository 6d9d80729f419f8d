// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "meanwhilebar.h"

#include "announcement.h"
#include "classlist.h"
#include "table/statestyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace Rollbook
{

namespace
{

using Loss = SeatsMeanwhile::Loss;

constexpr qsizetype MostCourses = 3;

QString title(const Loss &loss)
{
    const Course &course = loss.seats.course;
    return course.title.isEmpty() ? course.code : course.title;
}

QString titles(const QList<Loss> &losses)
{
    QStringList names;
    for (const Loss &loss : losses) {
        if (names.size() < MostCourses)
            names += title(loss);
    }
    const auto others = static_cast<int>(losses.size() - names.size());
    if (others > 0)
        names += MeanwhileBar::tr("%n more course(s)", nullptr, others);
    return QLocale().createSeparatedList(names);
}

// What is different in the courses, where it is still to come.
QString foreseenCause(const QList<Loss> &losses, bool byColleague)
{
    const QString what = titles(losses);
    const bool ofSeats = losses.first().promised.ofSeats;
    QString words = ofSeats
        ? MeanwhileBar::tr("There are fewer seats in %1 than before.").arg(what)
        : MeanwhileBar::tr("There are fewer places on the waiting list of %1 than before.")
              .arg(what);
    if (byColleague) {
        words = (losses.size() > 1
                ? MeanwhileBar::tr("Colleagues registered students in %1 meanwhile.")
                : MeanwhileBar::tr("A colleague registered students in %1 meanwhile."))
                    .arg(what);
    }
    if (ofSeats && losses.size() == 1) {
        const int left = losses.first().seats.seatsLeft().value_or(0);
        words += u' '
            + (left > 0 ? MeanwhileBar::tr("It has %n seat(s) left.", nullptr, left)
                        : MeanwhileBar::tr("Its last seat is taken."));
    }
    return words;
}

QString cause(const QList<Loss> &losses, bool byColleague)
{
    const QString what = titles(losses);
    const bool ofSeats = losses.first().promised.ofSeats;
    if (!byColleague) {
        return ofSeats
            ? MeanwhileBar::tr("There were fewer seats in %1 than planned.").arg(what)
            : MeanwhileBar::tr("There were fewer places on the waiting list of %1 than planned.")
                  .arg(what);
    }
    if (losses.size() > 1) {
        return (ofSeats
                ? MeanwhileBar::tr("Colleagues took the last seats of %1 meanwhile.")
                : MeanwhileBar::tr(
                    "Colleagues took the last places on the waiting lists of %1 meanwhile."))
            .arg(what);
    }
    return ofSeats
        ? MeanwhileBar::tr("A colleague took the last seat of %1 meanwhile.").arg(what)
        : MeanwhileBar::tr("A colleague took the last place on the waiting list of %1 meanwhile.")
              .arg(what);
}

QString consequences(int waiting, int leftOut, bool isForeseen)
{
    QStringList words;
    if (waiting > 0) {
        words += isForeseen
            ? MeanwhileBar::tr(
                "%n student(s) will be on the waiting list instead.", nullptr, waiting)
            : MeanwhileBar::tr("%n student(s) are on the waiting list instead.", nullptr, waiting);
    }
    if (leftOut > 0) {
        words += isForeseen
            ? MeanwhileBar::tr("%n student(s) will not be registered.", nullptr, leftOut)
            : MeanwhileBar::tr("%n student(s) were not registered.", nullptr, leftOut);
    }
    return words.join(u' ');
}

} // namespace

MeanwhileBar::MeanwhileBar(ClassList &list, QWidget *parent)
    : QFrame(parent)
    , m_list(list)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_announcement(new Announcement(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(this);
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close this message"));
    auto *layout = new QHBoxLayout(this);
    // With large letters the table below has little room left.
    const QMargins usual = layout->contentsMargins();
    layout->setContentsMargins(usual.left(), 1, usual.right(), 1);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    hide();
    connect(close, &QToolButton::clicked, list.seatsMeanwhile(), &SeatsMeanwhile::forget);
    connect(list.seatsMeanwhile(), &SeatsMeanwhile::changed, this, &MeanwhileBar::refresh);
    // What was taken back is not on any waiting list.
    connect(&list, &ClassList::undoChanged, this, &MeanwhileBar::refresh);
    connect(&list, &ClassList::runEnded, this, [this] { announce(m_text->text()); });
}

void MeanwhileBar::refresh()
{
    const bool isUndone = m_list.undo().phase == ClassList::UndoPhase::Undone;
    const bool hasLosses = !m_list.seatsMeanwhile()->losses().isEmpty() && !isUndone;
    const QString words = hasLosses ? sentence() : QString();
    const bool comesUp = isHidden();
    m_text->setText(words);
    setAccessibleName(words);
    setVisible(hasLosses);
    if (!hasLosses)
        return;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(
        stateIcon(RowState::Waitlisted, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    // While a run goes on, more of them come all the time.
    if (comesUp || !m_list.isBusy())
        announce(words);
}

void MeanwhileBar::announce(const QString &words)
{
    if (isVisible() && !words.isEmpty() && words != m_announcement->words())
        m_announcement->say(words);
}

QString MeanwhileBar::sentence() const
{
    const SeatsMeanwhile &meanwhile = *m_list.seatsMeanwhile();
    // Those who lost seats stand for what happened, those who lost places on the way for the rest.
    QList<Loss> losses = meanwhile.losses();
    std::stable_partition(
        losses.begin(), losses.end(), [](const Loss &loss) { return loss.promised.ofSeats; });
    const bool byColleague = std::all_of(
        losses.cbegin(), losses.cend(), [](const Loss &loss) { return loss.isByColleague; });
    int waiting = 0;
    int leftOut = 0;
    for (const Loss &loss : std::as_const(losses)) {
        waiting += loss.promised.waiting;
        leftOut += loss.promised.leftOut;
    }
    const bool isForeseen = !meanwhile.isOfRun();
    return (isForeseen ? foreseenCause(losses, byColleague) : cause(losses, byColleague)) + u' '
        + consequences(waiting, leftOut, isForeseen);
}

} // namespace Rollbook
