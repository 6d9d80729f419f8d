// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuschips.h"

#include "chosenbutton.h"
#include "flowlayout.h"
#include "glance/figurebutton.h"
#include "table/rostermodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QStyle>

namespace Rollbook
{

StatusChips::StatusChips(RosterModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    new FlowLayout(this);
    addChip(tr("All"), {});
    for (int i = 0; i < RowStateCount; ++i) {
        const auto state = static_cast<RowState>(i);
        addChip(rowStateTitle(state), {state});
    }
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int /*id*/, bool checked) {
        if (!checked)
            return;
        refreshLook();
        Q_EMIT shownStatesChanged(shownStates());
    });
    connect(&model, &RosterModel::countsChanged, this, &StatusChips::refresh);
    connect(&model, &RosterModel::modelReset, this, &StatusChips::refresh);
    m_chips.first().button->setChecked(true);
    refreshLook();
}

void StatusChips::addChip(const QString &title, const QList<RowState> &states)
{
    auto *button = new FigureButton(this);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(
        states.isEmpty() ? tr("Show all rows") : tr("Show only these rows; Esc shows all again"));
    const int side =
        qMax(fontMetrics().ascent(), style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this));
    button->setIconSize({side, side});
    m_group.addButton(button, static_cast<int>(m_chips.size()));
    layout()->addWidget(button);
    RowStateSet shown;
    for (const RowState state : states)
        shown.insert(state);
    m_chips += Chip{shown, states, title, button};
}

void StatusChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

void StatusChips::showAll()
{
    m_chips.first().button->setChecked(true);
}

void StatusChips::showOnly(RowState state)
{
    for (const Chip &chip : std::as_const(m_chips)) {
        if (chip.counted == QList<RowState>{state})
            chip.button->setChecked(true);
    }
}

void StatusChips::setLarge(bool large)
{
    m_isLarge = large;
    refreshSize();
}

void StatusChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshSize();
}

// Large ones never make the window wider.
void StatusChips::refreshSize()
{
    const bool large = m_isLarge && widthOfLarge() <= width();
    for (const Chip &chip : std::as_const(m_chips))
        chip.button->setLarge(large);
}

int StatusChips::widthOfLarge() const
{
    int wide = 0;
    for (const Chip &chip : std::as_const(m_chips)) {
        if (!chip.button->isHidden())
            wide += chip.button->largeWidth() + layout()->spacing();
    }
    return wide;
}

RowStateSet StatusChips::shownStates() const
{
    const int id = m_group.checkedId();
    return id < 0 ? RowStateSet() : m_chips.at(id).states;
}

// Once a frame while outcomes stream in.
void StatusChips::refresh()
{
    for (const Chip &chip : std::as_const(m_chips)) {
        int count = chip.counted.isEmpty() ? m_model.rowCount() : 0;
        for (const RowState state : chip.counted)
            count += m_model.count(state);
        chip.button->setFigure(chip.title, count);
        chip.button->setVisible(chip.counted.isEmpty() || count > 0 || chip.button->isChecked());
    }
    refreshSize();
}

void StatusChips::refreshLook()
{
    for (const Chip &chip : std::as_const(m_chips)) {
        if (!chip.counted.isEmpty())
            chip.button->setIcon(stateIcon(chip.counted.first(), palette()));
        showChosen(*chip.button, chip.button->isChecked());
        // One stop for Tab; the arrow keys go from chip to chip.
        chip.button->setFocusPolicy(chip.button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    }
    refresh();
}

} // namespace Rollbook
