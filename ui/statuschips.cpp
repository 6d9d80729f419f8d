// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuschips.h"

#include "chosenbutton.h"

#include "table/rostermodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace Rollbook
{

StatusChips::StatusChips(RosterModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    addChip(tr("All"), {});
    for (int i = 0; i < RowStateCount; ++i) {
        const auto state = static_cast<RowState>(i);
        addChip(rowStateTitle(state), {state});
    }
    layout->addStretch(1);
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
    button->setFocusPolicy(Qt::StrongFocus);
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
        showChosen(*chip.button, chip.button->isChecked());
        const bool all = chip.counted.isEmpty();
        chip.button->setVisible(all || count > 0 || chip.button->isChecked());
        chip.button->setToolTip(
            all ? tr("Show all rows") : tr("Show only these rows; Esc shows all again"));
    }
}

} // namespace Rollbook
