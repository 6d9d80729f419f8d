// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glancestrip.h"

#include "chartpane.h"
#include "classlist.h"
#include "glance/outcomebar.h"
#include "runthencallback.h"
#include "statuschips.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QToolButton>

namespace Rollbook
{

// What is told of a run's end. Not in a namespace without a name: see windowlists.cpp.
struct EndOfRun {
    QList<ReasonGroup> reasons;
    std::optional<OutcomeTimeline> timeline; ///< where it was not seen
};

namespace
{

const QLatin1StringView ChartKey("chart");
// More reasons than these are told together.
constexpr qsizetype MostReasons = 4;
// Results that are looked through well within a frame.
constexpr qsizetype FewResults = 16384;
// Longer ones are broken into lines.
constexpr qsizetype ShortReason = 60;

// The link to those who wait; all others are numbers of reasons.
const QLatin1StringView WaitingLink("waiting");

QString link(const QString &where, const QString &text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(where, text.toHtmlEscaped());
}

QString unbroken(const QString &sentence)
{
    QString text = sentence;
    return text.size() > ShortReason ? text : text.replace(u' ', QChar(QChar::Nbsp));
}

EndOfRun lookAtEnd(const RegisterStudentsResults &results, bool withTimeline)
{
    EndOfRun end{groupReasons(results.results), std::nullopt};
    if (withTimeline)
        end.timeline = OutcomeTimeline::of(results);
    return end;
}

} // namespace

GlanceStrip::GlanceStrip(ClassList &list, StatusChips &chips, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_chips(chips)
    , m_bar(new OutcomeBar(*list.model(), this))
    , m_chartButton(new QToolButton(this))
    , m_headline(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_chartButton->setText(tr("C&hart"));
    m_chartButton->setCheckable(true);
    m_chartButton->setToolTip(tr("How the outcomes came in over time (Ctrl+G)"));
    connect(m_chartButton, &QToolButton::toggled, this, &GlanceStrip::setChartShown);
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::RichText);
    m_headline->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_headline, &QLabel::linkActivated, this, &GlanceStrip::showRows);

    auto *row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(m_chartButton);
    m_layout->setContentsMargins({});
    m_layout->addLayout(row);
    m_layout->addWidget(m_headline);

    connect(&list, &ClassList::stateChanged, this, &GlanceStrip::refresh);
    connect(&list, &ClassList::undoChanged, this, &GlanceStrip::refresh);
    connect(&list, &ClassList::progressChanged, this, &GlanceStrip::noteProgress);
    connect(&list, &ClassList::runEnded, this, &GlanceStrip::takeEnd);
    refresh();
}

bool GlanceStrip::hasEnded() const
{
    return m_list.state() == ClassList::State::Finished
        || m_list.state() == ClassList::State::Earlier;
}

// Not where it is taken back: what it says is not so any more.
bool GlanceStrip::hasRun() const
{
    const Run &run = m_list.results().run;
    return m_list.isBusy()
        || (hasEnded() && run.kind == RunKind::Registration && run.undoneBy.isEmpty()
            && m_list.undo().phase == ClassList::UndoPhase::None);
}

void GlanceStrip::refresh()
{
    const bool shows = hasRun();
    if (m_list.isBusy() && m_headline->isVisibleTo(this))
        m_headline->hide();
    if (m_list.isBusy() && !m_sinceBegin.isValid()) {
        m_timeline = {};
        m_sinceBegin.start();
        noteProgress();
    }
    m_chips.setLarge(shows);
    setVisible(shows);
    if (m_list.state() == ClassList::State::Earlier && !m_sinceBegin.isValid())
        takeEnd();
}

void GlanceStrip::noteProgress()
{
    if (!m_sinceBegin.isValid())
        return;
    m_timeline.note(m_sinceBegin.elapsed(), m_list.progress().counts);
    if (m_chart)
        m_chart->setTimeline(m_timeline);
}

// Of many students in a worker.
void GlanceStrip::takeEnd()
{
    const bool wasSeen = m_sinceBegin.isValid();
    if (wasSeen) {
        m_timeline.note(m_sinceBegin.elapsed(), m_list.results().run.counts);
        m_sinceBegin.invalidate();
    }
    const bool withTimeline = m_timeline.points().isEmpty();
    const auto take = [this, end = ++m_ends](const EndOfRun &seen) {
        if (end != m_ends)
            return;
        if (seen.timeline)
            m_timeline = *seen.timeline;
        if (m_chart)
            m_chart->setTimeline(m_timeline);
        showReasons(seen.reasons);
    };
    const RegisterStudentsResults &results = m_list.results();
    if (results.results.size() <= FewResults) {
        take(lookAtEnd(results, withTimeline));
        return;
    }
    runThenCallback(
        this, [results, withTimeline] { return lookAtEnd(results, withTimeline); }, take);
}

void GlanceStrip::showReasons(const QList<ReasonGroup> &reasons)
{
    m_reasons = reasons;
    QStringList told;
    int others = 0;
    for (qsizetype i = 0; i < reasons.size(); ++i) {
        if (i < MostReasons)
            told += link(QString::number(i), unbroken(reasons.at(i).sentence()));
        else
            others += reasons.at(i).count;
    }
    if (others > 0)
        told += unbroken(tr("%n for other reasons", nullptr, others));
    QString text = headline();
    if (!told.isEmpty())
        text += u' ' + told.join(QStringLiteral(" · "));
    m_headline->setText(text);
    m_headline->setVisible(hasEnded());
}

QString GlanceStrip::headline() const
{
    const StatusCounts &counts = m_list.results().run.counts;
    const int in =
        counts[RegistrationStatus::Registered] + counts[RegistrationStatus::AlreadyRegistered];
    const int waiting = counts[RegistrationStatus::Waitlisted];
    const int all = counts.total();
    const int out = all - in - waiting;
    if (in == all)
        return QStringLiteral("<b>%1</b>")
            .arg(tr("All %n student(s) are registered.", nullptr, all));
    QString text = QStringLiteral("<b>%1</b>")
                       .arg(tr("%1 of %n student(s) are registered.", nullptr, all)
                                .arg(QLocale().toString(in)));
    if (waiting > 0)
        text += u' ' + link(WaitingLink, unbroken(tr("%n wait(s) for a seat", nullptr, waiting)))
            + u'.';
    if (out > 0)
        text += u' ' + QStringLiteral("<b>%1</b>").arg(tr("%n did not get in:", nullptr, out));
    return text;
}

void GlanceStrip::showRows(const QString &where)
{
    if (where == WaitingLink) {
        m_chips.showOnly(RowState::Waitlisted);
        return;
    }
    const qsizetype index = where.toInt();
    if (index >= m_reasons.size())
        return;
    const ReasonGroup &group = m_reasons.at(index);
    const RowReason reason{group.code, group.argument};
    if (m_list.model()->count(reason) > 0)
        Q_EMIT reasonChosen(reason);
    else
        m_chips.showOnly(group.state());
}

void GlanceStrip::toggleChart()
{
    if (isVisible())
        m_chartButton->toggle();
}

// Another list may have opened or closed it meanwhile.
void GlanceStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_chartButton->setChecked(QSettings().value(ChartKey, false).toBool());
}

void GlanceStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorChartButton();
}

// As the chips: the style's own look of a pressed button is hardly seen in a dark theme.
void GlanceStrip::colorChartButton()
{
    QPalette colors = palette();
    if (m_chartButton->isChecked())
        colors.setColor(QPalette::Button, chosenButtonColor(colors));
    m_chartButton->setPalette(colors);
}

void GlanceStrip::setChartShown(bool shown)
{
    colorChartButton();
    QSettings().setValue(ChartKey, shown);
    if (shown && !m_chart) {
        m_chart = new ChartPane(this);
        m_chart->setTimeline(m_timeline);
        m_layout->addWidget(m_chart);
    }
    if (m_chart)
        m_chart->setVisible(shown);
}

} // namespace Rollbook
