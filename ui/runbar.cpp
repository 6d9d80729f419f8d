// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runbar.h"

#include "announcement.h"
#include "classlist.h"
#include "flowlayout.h"
#include "rightswords.h"
#include "runannouncer.h"

#include "domain/advice.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Rollbook
{

namespace
{

constexpr std::chrono::milliseconds ShowProgressAfter{200};

QPushButton *addButton(QWidget *parent, QLayout *layout, const QString &text)
{
    auto *button = new QPushButton(text, parent);
    layout->addWidget(button);
    return button;
}

QString timeLeft(qint64 milliseconds)
{
    const auto seconds = static_cast<int>((milliseconds + 999) / 1000);
    if (seconds < 60)
        return RunBar::tr("about %n second(s) left", nullptr, seconds);
    return RunBar::tr("about %n minute(s) left", nullptr, (seconds + 59) / 60);
}

} // namespace

RunBar::RunBar(ClassList &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
    , m_announcement(new Announcement(this))
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    // A plan is made after each edit: the table above must not jump for it.
    QSizePolicy keepsItsPlace = m_bar->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(keepsItsPlace);
    m_bar->hide();
    m_barSoon.setSingleShot(true);
    m_barSoon.setInterval(ShowProgressAfter);
    connect(&m_barSoon, &QTimer::timeout, m_bar, &QWidget::show);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_text, 1);
    auto *row = new FlowLayout;
    foot->addLayout(row);
    // A button that Enter presses is drawn a point beyond its place.
    row->setContentsMargins(1, 1, 1, 1);
    m_again = addButton(this, row, tr("Plan a&gain"));
    m_tryAgain = addButton(this, row, {});
    m_pause = addButton(this, row, tr("&Pause"));
    m_stop = addButton(this, row, tr("&Stop"));
    m_undo = addButton(this, row, tr("U&ndo this run…"));
    m_report = addButton(this, row, tr("Make r&eport…"));
    m_register = addButton(this, row, {});
    m_register->setDefault(true);
    m_again->setToolTip(tr("See what would happen now, for example after corrections"));
    m_tryAgain->setToolTip(tr("Send again those who failed or were not sent, in the same run "
                              "(Ctrl+R)"));
    m_undo->setToolTip(
        tr("See who would be taken out of the course again; nothing is changed yet"));
    m_stop->setToolTip(tr("Send no more students; those already sent are finished"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar);
    layout->addLayout(foot);

    connect(m_register, &QPushButton::clicked, &list, &ClassList::registerStudents);
    connect(m_again, &QPushButton::clicked, &list, &ClassList::planAgain);
    connect(m_tryAgain, &QPushButton::clicked, &list, &ClassList::tryAgain);
    connect(m_stop, &QPushButton::clicked, &list, &ClassList::stop);
    connect(m_undo, &QPushButton::clicked, &list, &ClassList::previewUndo);
    connect(m_report, &QPushButton::clicked, this, &RunBar::reportWanted);
    connect(m_pause, &QPushButton::clicked, &list, [&list] {
        if (list.state() == ClassList::State::Running)
            list.pause();
        else
            list.resume();
    });
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &RunBar::refreshProgress);
    connect(&list, &ClassList::stateChanged, this, &RunBar::refresh);
    connect(&list, &ClassList::undoChanged, this, &RunBar::refresh);
    connect(&list, &ClassList::progressChanged, this, &RunBar::refreshProgress);
    connect(list.model(), &RosterModel::countsChanged, this, &RunBar::refresh);
    refresh();
}

void RunBar::refresh()
{
    showButtons();
    refreshProgress();
    if (m_list.state() == ClassList::State::Waiting)
        m_countdown.start();
    else
        m_countdown.stop();
}

// To those who listen: once a state and now and then, not with every student.
void RunBar::announce()
{
    const int state = static_cast<int>(m_list.state());
    if (m_announced == state) {
        announceProgress();
        return;
    }
    m_announced = state;
    const bool wasBusy = std::exchange(m_wasBusy, m_list.isBusy());
    const bool hasEnded = wasBusy && !m_wasBusy;
    const QString words = spokenSentence(wasBusy);
    if (isVisible())
        say(words);
    else if (hasEnded) // unseen, while another list is looked at
        say(QFileInfo(m_list.name()).completeBaseName() + QStringLiteral(": ") + words);
}

void RunBar::announceProgress()
{
    if (m_list.state() == ClassList::State::Running && isVisible()
        && m_sinceSaid.hasExpired(m_tellEvery.count()))
        say(spokenSentence(true));
}

void RunBar::say(const QString &words)
{
    // A plan is made after each edit, and mostly says the same.
    const bool isKnown =
        m_list.state() == ClassList::State::Planned && words == m_announcement->words();
    if (words.isEmpty() || isKnown)
        return;
    m_sinceSaid.start();
    m_announcement->say(words);
}

void RunBar::refreshProgress()
{
    const bool planning =
        m_list.state() == ClassList::State::Planning || m_list.state() == ClassList::State::Loading;
    // While students are registered, all of them stand as one bar above the table.
    showBar(planning);
    // Some people set their desktop to move nothing.
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_bar) > 0;
    const int percentRead = m_list.percentRead();
    if (percentRead > 0)
        m_bar->setRange(0, 100);
    else
        m_bar->setRange(0, moves ? 0 : 100);
    m_bar->setValue(percentRead);
    m_text->setText(sentence());
    announce();
}

// One that goes at once would only flicker.
void RunBar::showBar(bool wanted)
{
    if (!wanted) {
        m_barSoon.stop();
        m_bar->hide();
    } else if (m_bar->isHidden() && !m_barSoon.isActive()) {
        m_barSoon.start();
    }
}

void RunBar::showButtons()
{
    using State = ClassList::State;
    const State state = m_list.state();
    const bool busy = m_list.isBusy();
    const bool done = state == State::Finished || state == State::Earlier;
    const int count = m_list.rowsToRegister();
    const bool hasCorrected = m_list.canGoOn() && count > 0;
    m_register->setVisible((!busy && !done) || hasCorrected);
    const bool canRegister = (state == State::Planned || hasCorrected) && count > 0;
    m_register->setText(
        canRegister ? tr("&Register %n student(s)", nullptr, count) : tr("&Register"));
    m_register->setEnabled(canRegister && m_list.rights().mayRegister());
    m_register->setToolTip(m_register->isEnabled() ? tr("Ctrl+Enter")
            : m_list.rights().mayRegister()        ? sentence()
                                                   : whyNotRegister(m_list.rights()));
    m_pause->setVisible(busy);
    m_pause->setText(state == State::Running ? tr("&Pause")
            : state == State::Waiting        ? tr("&Try now")
                                             : tr("&Go on"));
    m_pause->setEnabled(
        state == State::Running || state == State::Waiting || state == State::Paused);
    m_stop->setVisible(busy || state == State::Loading);
    m_stop->setEnabled(state != State::Stopping);
    m_again->setVisible(state == State::Finished && !hasCorrected);
    m_report->setVisible(done && m_list.results().run.kind == RunKind::Registration);
    m_undo->setVisible(m_list.canUndo());
    const int left = m_list.rowsToTryAgain();
    m_tryAgain->setVisible(left > 0);
    // The one that the sentence names as the next step stands out.
    const bool isNext = !hasCorrected && !isUndoInWork();
    m_tryAgain->setDefault(isNext && left > 0 && !isToBePutRightFirst());
    m_report->setDefault(isNext && left == 0);
    m_tryAgain->setText(m_list.results().run.state == RunState::Running
            ? tr("&Go on with %n student(s)", nullptr, left)
            : tr("&Try %n again", nullptr, left));
}

// The bar above asks then, or says what goes on.
bool RunBar::isUndoInWork() const
{
    using Phase = ClassList::UndoPhase;
    return m_list.undo().phase != Phase::None && m_list.undo().phase != Phase::Undone;
}

// What the details advise against cannot be the next step.
bool RunBar::isToBePutRightFirst() const
{
    const auto reasons = m_list.model()->reasons();
    return std::any_of(reasons.cbegin(), reasons.cend(),
        [](const auto &reason) { return isPutRightFirst(reason.first.code); });
}

QString RunBar::sentence() const
{
    using State = ClassList::State;
    switch (m_list.state()) {
    case State::Loading:
        return tr("Reading the list…");
    case State::Unreadable:
        return {};
    case State::NoCourse:
        return tr("Choose the course, then you see here what will happen. Nothing is changed yet.");
    case State::Planning:
        return tr("Looking up what will happen…");
    case State::Planned: {
        if (m_list.rowsToRegister() == 0)
            return tr("Nobody in this list can be registered now; the table says why.");
        if (!m_list.rights().mayRegister())
            return whyNotRegister(m_list.rights());
        const int leftOut = m_list.rowsLeftOut();
        const QString nothingYet = tr("Nothing is changed yet.");
        return leftOut == 0
            ? nothingYet
            : tr("%n row(s) will be left out.", nullptr, leftOut) + u' ' + nothingYet;
    }
    case State::Finished:
    case State::Earlier:
        return endSentence();
    default:
        return progressSentence();
    }
}

QString RunBar::progressSentence() const
{
    using State = ClassList::State;
    const RunProgress &progress = m_list.progress();
    const QLocale locale;
    QStringList parts{
        tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total))};
    switch (m_list.state()) {
    case State::Waiting:
        parts += waitSentence();
        break;
    case State::Pausing:
        parts += tr("finishing those already sent, then pausing");
        break;
    case State::Paused:
        parts += tr("paused");
        break;
    case State::Stopping:
        parts += tr("finishing those already sent, then stopping");
        break;
    default:
        if (progress.rowsPerSecond >= 1)
            parts += tr("%1 a second").arg(locale.toString(qRound64(progress.rowsPerSecond)));
        if (progress.millisecondsLeft && progress.done < progress.total)
            parts += timeLeft(*progress.millisecondsLeft);
    }
    return parts.join(QStringLiteral(" · "));
}

// What those who look see from buttons and figures is said, too.
QString RunBar::spokenSentence(bool wasBusy) const
{
    using State = ClassList::State;
    switch (m_list.state()) {
    case State::Planning: // it takes no time that one would notice
        return {};
    case State::Planned: {
        const int count = m_list.rowsToRegister();
        return count == 0 || !m_list.rights().mayRegister()
            ? sentence()
            : tr("%n student(s) can be registered.", nullptr, count) + u' ' + sentence();
    }
    case State::Running:
        if (!wasBusy)
            return tr("Registering has begun.");
        break;
    case State::Finished:
    case State::Earlier:
        return wasBusy ? spokenEnd() + u' ' + sentence() : sentence();
    default:
        break;
    }
    return sentence().replace(QStringLiteral(" · "), QStringLiteral(", "));
}

QString RunBar::spokenEnd() const
{
    const Run &run = m_list.results().run;
    const QString words = run.state == RunState::Cancelled
        ? tr("Registering was stopped: %1.", "and what became of whom")
        : tr("Registering has ended: %1.", "and what became of whom");
    return words.arg(briefly(run.counts));
}

QString RunBar::waitSentence() const
{
    const std::optional<StoreWait> &wait = m_list.progress().waiting;
    if (!wait)
        return tr("waiting for the school");
    const int seconds = wait->secondsLeft();
    return wait->sentence() + u' '
        + (seconds > 0 ? tr("Waiting for it; trying again in %n second(s).", nullptr, seconds)
                       : tr("Waiting for it; trying again now."));
}

QString RunBar::endSentence() const
{
    if (isUndoInWork())
        return {};
    const Run &run = m_list.results().run;
    if (run.kind == RunKind::Undo)
        return tr("This run took back an earlier one.");
    if (!run.undoneBy.isEmpty())
        return tr("This run was undone.");
    return nextStep();
}

// What became of whom stands above the table.
QString RunBar::nextStep() const
{
    if (m_list.canGoOn() && m_list.rowsToRegister() > 0) {
        return m_list.rights().mayRegister()
            ? tr("%n student(s) are corrected. Next: register them.", nullptr,
                m_list.rowsToRegister())
            : whyNotRegister(m_list.rights());
    }
    const Run &run = m_list.results().run;
    if (run.state == RunState::Running && !m_list.rights().mayRegister())
        return tr("It was interrupted. Those who register can go on with it.");
    if (run.state == RunState::Running)
        return m_list.rowsToTryAgain() > 0
            ? tr("It was interrupted. Next: go on with those who were not sent.")
            : QString();
    const StatusCounts &counts = run.counts;
    if (m_list.rowsToTryAgain() > 0) {
        return isToBePutRightFirst() ? tr("Next: see the details, then try those again.")
                                     : tr("Next: try those again who failed or were not sent.");
    }
    if (counts[RegistrationStatus::Rejected] + counts[RegistrationStatus::NotAttempted] == 0)
        return tr("Nothing is left to do. Make a report if you need one.");
    return m_list.isEditable()
        ? tr("Next: make a report for those who did not get in, or correct them in the table.")
        : tr("Next: make a report for those who did not get in.");
}

} // namespace Rollbook
