// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undobar.h"

#include "announcement.h"
#include "classlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace Rollbook
{

namespace
{

// "1 moved up to a seat, 2 withdrew"
QString whyTheyStay(const QList<UndoResult> &results)
{
    const auto count = [&results](UndoReason reason) {
        return static_cast<int>(std::count_if(results.cbegin(), results.cend(),
            [reason](const UndoResult &result) { return result.reason == reason; }));
    };
    QStringList parts;
    if (const int moved = count(UndoReason::MovedUpSince); moved > 0)
        parts += UndoBar::tr("%n moved up to a seat", nullptr, moved);
    if (const int anew = count(UndoReason::RegisteredAnew); anew > 0)
        parts += UndoBar::tr("%n registered again since", nullptr, anew);
    if (const int withdrew = count(UndoReason::WithdrewSince); withdrew > 0)
        parts += UndoBar::tr("%n withdrew since", nullptr, withdrew);
    if (const int gone = count(UndoReason::CourseGone); gone > 0)
        parts += UndoBar::tr("%n of a course that is gone", nullptr, gone);
    return parts.join(QStringLiteral(", "));
}

QString whoStays(const UndoneRun &run)
{
    const int left = run.undo.undoCounts.leftAsItIs;
    if (left == 0)
        return {};
    return u' '
        + UndoBar::tr("%n student(s) stay as they are: %1.", nullptr, left)
              .arg(whyTheyStay(run.results));
}

} // namespace

UndoBar::UndoBar(ClassList &list, QWidget *parent)
    : QFrame(parent)
    , m_list(list)
    , m_text(new QLabel(this))
    , m_keep(new QPushButton(tr("&Keep them"), this))
    , m_undo(new QPushButton(this))
    , m_promote(new QPushButton(this))
    , m_announcement(new Announcement(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_keep);
    layout->addWidget(m_undo);
    layout->addWidget(m_promote);
    connect(m_undo, &QPushButton::clicked, &list, &ClassList::undoRun);
    connect(m_keep, &QPushButton::clicked, &list, &ClassList::leaveUndo);
    connect(m_promote, &QPushButton::clicked, &list, &ClassList::promoteWaiting);
    connect(&list, &ClassList::undoChanged, this, &UndoBar::refresh);
    refresh();
}

void UndoBar::refresh()
{
    using Phase = ClassList::UndoPhase;
    const ClassList::Undo &undo = m_list.undo();
    const int out = undo.run.undo.undoCounts.withdrawn;
    const bool asks = undo.phase == Phase::Previewed;
    const bool wasVisible = m_keep->isVisible();
    m_text->setText(sentence());
    m_undo->setText(tr("Take %n student(s) &out", nullptr, out));
    m_undo->setVisible((asks && out > 0) || undo.phase == Phase::Undoing);
    m_undo->setEnabled(asks);
    m_keep->setVisible(asks);
    const int promoted = undo.freeCourse ? promotable(*undo.freeCourse) : 0;
    m_promote->setText(tr("Move %n student(s) u&p", nullptr, promoted));
    m_promote->setVisible(promoted > 0);
    setVisible(undo.phase != Phase::None);
    announce();
    // Enter must not take anybody out whom nobody has looked at.
    if (asks && !wasVisible)
        m_keep->setFocus();
}

// Not that it is looked up or done: that takes no time that one would notice.
void UndoBar::announce()
{
    using Phase = ClassList::UndoPhase;
    const Phase phase = m_list.undo().phase;
    if (isVisible() && (phase == Phase::Previewed || phase == Phase::Undone))
        m_announcement->say(m_text->text());
}

QString UndoBar::sentence() const
{
    using Phase = ClassList::UndoPhase;
    switch (m_list.undo().phase) {
    case Phase::None:
        return {};
    case Phase::Looking:
        return tr("Looking up who would be taken out…");
    case Phase::Previewed:
        return previewSentence();
    case Phase::Undoing:
        return tr("Taking them out…");
    case Phase::Undone:
        return endSentence() + offerSentence();
    }
    return {};
}

QString UndoBar::previewSentence() const
{
    const UndoneRun &run = m_list.undo().run;
    const int out = run.undo.undoCounts.withdrawn;
    if (out == 0)
        return tr("Nobody is left to take out.") + whoStays(run);
    const auto waiting = static_cast<int>(
        std::count_if(run.results.cbegin(), run.results.cend(), [](const UndoResult &result) {
            return result.status == UndoStatus::Withdrawn && result.waiting;
        }));
    QStringList parts;
    if (out > waiting)
        parts += tr("%n seat(s)", "given back", out - waiting);
    if (waiting > 0)
        parts += tr("%n place(s) on the waiting list", "given back", waiting);
    return tr("%n student(s) will be taken out of %1", nullptr, out)
               .arg(m_list.results().run.courseName)
        + tr(" and give back %1.", "seats and places").arg(parts.join(tr(" and "))) + whoStays(run)
        + u' ' + tr("Nothing is changed yet.");
}

QString UndoBar::endSentence() const
{
    const UndoneRun &run = m_list.undo().run;
    return tr("%n student(s) were taken out.", nullptr, run.undo.undoCounts.withdrawn)
        + whoStays(run);
}

// "Bo Larsen has a hold: library book"
QString UndoBar::whoWaitsOn() const
{
    const PromotedStudents &promoted = *m_list.undo().promoted;
    QStringList parts;
    for (const StudentRegistrationResult &result : promoted.results) {
        if (!result.registration())
            parts += promoted.students.displayName(result.row) + u' ' + explain(result);
    }
    constexpr qsizetype most = 3;
    const bool more = parts.size() > most;
    return parts.mid(0, most).join(QStringLiteral("; "))
        + (more ? QStringLiteral("; …") : QString());
}

QString UndoBar::offerSentence() const
{
    const ClassList::Undo &undo = m_list.undo();
    if (undo.promoted) {
        const auto moved = static_cast<int>(
            std::count_if(undo.promoted->results.cbegin(), undo.promoted->results.cend(),
                [](const StudentRegistrationResult &result) { return result.registration(); }));
        const auto passed = static_cast<int>(undo.promoted->results.size()) - moved;
        QString text = u' ' + tr("%n student(s) moved up from the waiting list.", nullptr, moved);
        if (passed > 0)
            text += u' ' + tr("%n may not and wait on: %1.", nullptr, passed).arg(whoWaitsOn());
        return text;
    }
    if (!undo.freeCourse)
        return {};
    const auto seats = undo.freeCourse->seatsLeft();
    const QString waiting = tr("%n student(s) wait.", nullptr, undo.freeCourse->waiting);
    return u' '
        + (seats ? tr("%n seat(s) of %1 are free now;", nullptr, *seats)
                       .arg(undo.freeCourse->course.code)
                 : tr("%1 has free seats;").arg(undo.freeCourse->course.code))
        + u' ' + waiting;
}

} // namespace Rollbook
