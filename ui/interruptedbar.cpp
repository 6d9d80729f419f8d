// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interruptedbar.h"

#include "announcement.h"
#include "runthencallback.h"
#include "table/statestyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>

namespace Rollbook
{

namespace
{

// More than that nobody will want to go on with.
constexpr qsizetype MostRuns = 10;

// Enters how the run ended, with all its rows.
void endRun(RunJournal &journal, const RegisterStudentsResults &soFar, RunState state)
{
    Run run = soFar.run;
    run.state = state;
    run.endedAt = QDateTime::currentDateTimeUtc();
    if (journal.record(run, soFar.students, soFar.courses, soFar.results)) {
        // When it cannot be entered, it is asked again at the next start.
        static_cast<void>(journal.end(run));
    }
}

QList<RegisterStudentsResults> interruptedRuns(RunJournal &journal)
{
    QList<RegisterStudentsResults> found;
    const auto runs = journal.runs();
    if (!runs)
        return found;
    for (const Run &run : *runs) {
        if (run.state != RunState::Running || found.size() == MostRuns || journal.isInWork(run.id))
            continue;
        const auto soFar = journal.run(run.id);
        if (!soFar || soFar->problem)
            continue;
        if (rowsToTryAgain(soFar->results) > 0)
            found += *soFar;
        else // interrupted when only the end was missing
            endRun(journal, *soFar, RunState::Finished);
    }
    return found;
}

} // namespace

InterruptedBar::InterruptedBar(School &school, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_announcement(new Announcement(this))
{
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *goOnButton = new QPushButton(tr("Go on w&ith it"), this);
    goOnButton->setToolTip(tr("Register those who are not done, as if nothing had happened"));
    auto *leaveButton = new QPushButton(tr("Lea&ve it"), this);
    leaveButton->setToolTip(tr("Whoever is registered stays so. You find the run under “Earlier” "
                               "and can go on with it there."));
    connect(goOnButton, &QPushButton::clicked, this, &InterruptedBar::goOn);
    connect(leaveButton, &QPushButton::clicked, this, &InterruptedBar::leave);
    auto *layout = new QHBoxLayout(frame);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(goOnButton);
    layout->addWidget(leaveButton);
    // As far from the edges as the bars of the page below, which keeps its own distance from it.
    const int space = fontMetrics().height() * 2 / 3;
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(space * 3 / 2, space, space * 3 / 2, 0);
    around->addWidget(frame);
    hide();
}

void InterruptedBar::look()
{
    if (!m_school.rights().mayRegister())
        return;
    runThenCallback(
        this, [&journal = m_school.journal()] { return interruptedRuns(journal); },
        [this](const QList<RegisterStudentsResults> &runs) {
            m_runs = runs;
            showFirst();
        });
}

void InterruptedBar::showFirst()
{
    setVisible(!m_runs.isEmpty());
    if (m_runs.isEmpty())
        return;
    const RegisterStudentsResults &soFar = m_runs.first();
    const QLocale locale;
    const int left = rowsToTryAgain(soFar.results);
    m_text->setText(
        tr("The run of “%1” on %2 was interrupted: %3 of %n student(s) are not done.", nullptr,
            static_cast<int>(soFar.results.size()))
            .arg(soFar.run.rosterName,
                locale.toString(soFar.run.startedAt.toLocalTime().date(), QLocale::ShortFormat),
                locale.toString(left)));
    setAccessibleName(m_text->text());
    m_announcement->say(m_text->text());
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(stateIcon(RowState::NotAttempted, palette())
                          .pixmap(QSize(side, side), devicePixelRatioF()));
}

void InterruptedBar::goOn()
{
    const RegisterStudentsResults soFar = m_runs.takeFirst();
    showFirst();
    Q_EMIT goOnWanted(soFar);
}

void InterruptedBar::leave()
{
    const RegisterStudentsResults soFar = m_runs.takeFirst();
    showFirst();
    runThenCallback(
        this,
        [&journal = m_school.journal(), soFar] {
            endRun(journal, soFar, RunState::Stopped);
            return true;
        },
        [this](bool) { Q_EMIT runLeft(); });
}

} // namespace Rollbook
