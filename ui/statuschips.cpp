// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuschips.h"

#include "flowlayout.h"
#include "table/rostermodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

namespace Rollbook
{

namespace
{

// The style's own look of a pressed button is hardly seen in a dark theme.
void showChecked(QToolButton *button)
{
    QFont font = button->parentWidget()->font();
    font.setBold(button->isChecked());
    button->setFont(font);
    QPalette palette = button->parentWidget()->palette();
    if (button->isChecked())
        palette.setColor(QPalette::Button, chosenButtonColor(palette));
    button->setPalette(palette);
}

} // namespace

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
        refresh();
        Q_EMIT shownStatesChanged(shownStates());
    });
    connect(&model, &RosterModel::countsChanged, this, &StatusChips::refresh);
    connect(&model, &RosterModel::modelReset, this, &StatusChips::refresh);
    m_chips.first().button->setChecked(true);
    refresh();
}

void StatusChips::addChip(const QString &title, const QList<RowState> &states)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
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
        refresh();
}

void StatusChips::showAll()
{
    m_chips.first().button->setChecked(true);
}

RowStateSet StatusChips::shownStates() const
{
    const int id = m_group.checkedId();
    return id < 0 ? RowStateSet() : m_chips.at(id).states;
}

void StatusChips::refresh()
{
    for (const Chip &chip : std::as_const(m_chips)) {
        int count = chip.counted.isEmpty() ? m_model.rowCount() : 0;
        for (const RowState state : chip.counted)
            count += m_model.count(state);
        chip.button->setText(tr("%1  %2", "chip: a state and how many rows have it")
                                 .arg(chip.title, QLocale().toString(count)));
        if (!chip.counted.isEmpty())
            chip.button->setIcon(stateIcon(chip.counted.first(), palette()));
        showChecked(chip.button);
        // One stop for Tab; the arrow keys go from chip to chip.
        chip.button->setFocusPolicy(chip.button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
        const bool all = chip.counted.isEmpty();
        chip.button->setVisible(all || count > 0 || chip.button->isChecked());
        chip.button->setToolTip(
            all ? tr("Show all rows") : tr("Show only these rows; Esc shows all again"));
    }
}

} // namespace Rollbook
