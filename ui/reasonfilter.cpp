// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reasonfilter.h"

#include "chosenbutton.h"

#include "table/rostermodel.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Those that most rows have; more nobody reads in a menu.
constexpr qsizetype MostReasons = 30;
constexpr int LettersOfButton = 40;

QString withCount(const QString &reason, int count)
{
    return ReasonFilter::tr("%1 (%2)", "a reason and how many rows have it")
        .arg(reason, QLocale().toString(count));
}

QString forMenu(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ReasonFilter::ReasonFilter(RosterModel &model, QWidget *parent)
    : QToolButton(parent)
    , m_model(model)
    , m_choices(new QMenu(this))
{
    setObjectName(QStringLiteral("reasons"));
    setPopupMode(InstantPopup);
    setMenu(m_choices);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_choices, &QMenu::aboutToShow, this, &ReasonFilter::fillMenu);
    connect(&model, &RosterModel::countsChanged, this, &ReasonFilter::refreshCount);
    connect(&model, &RosterModel::modelReset, this, &ReasonFilter::showAll);
    refresh();
}

void ReasonFilter::fillMenu()
{
    m_choices->clear();
    auto reasons = m_model.reasons();
    std::sort(reasons.begin(), reasons.end(), [](const auto &one, const auto &other) {
        return one.second != other.second ? one.second > other.second
                                          : reasonTitle(one.first) < reasonTitle(other.first);
    });
    const auto add = [this](const QString &text, const std::optional<RowReason> &reason) {
        QAction *action = m_choices->addAction(forMenu(text));
        action->setCheckable(true);
        action->setChecked(reason == m_shown);
        connect(action, &QAction::triggered, this, [this, reason] { choose(reason); });
    };
    add(tr("All reasons"), std::nullopt);
    m_choices->addSeparator();
    for (const auto &[reason, count] : reasons.first(qMin(reasons.size(), MostReasons)))
        add(withCount(reasonTitle(reason), count), reason);
}

void ReasonFilter::choose(const std::optional<RowReason> &reason)
{
    const bool isNew = reason != m_shown;
    m_shown = reason;
    refresh();
    if (isNew)
        Q_EMIT shownReasonChanged();
}

void ReasonFilter::showAll()
{
    choose(std::nullopt);
}

bool ReasonFilter::event(QEvent *event)
{
    // Its own palette is another one than that of the theme.
    if (event->type() == QEvent::ApplicationPaletteChange)
        refresh();
    return QToolButton::event(event);
}

void ReasonFilter::refresh()
{
    m_whole.clear();
    refreshCount();
    showChosen(*this, m_shown.has_value());
}

// Once a frame while outcomes stream in.
void ReasonFilter::refreshCount()
{
    setVisible(m_shown || m_model.hasReasons());
    const QString whole =
        m_shown ? withCount(reasonTitle(*m_shown), m_model.count(*m_shown)) : tr("All reasons");
    if (whole == m_whole)
        return;
    m_whole = whole;
    setText(forMenu(fontMetrics().elidedText(
        whole, Qt::ElideMiddle, fontMetrics().averageCharWidth() * LettersOfButton)));
    setToolTip(m_shown
            ? tr("Only rows that were not registered because: %1. Esc shows all again").arg(whole)
            : tr("Show only rows that were not registered for one reason"));
}

} // namespace Rollbook
