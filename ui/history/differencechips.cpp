// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/differencechips.h"

#include "history/comparisonmodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace Rollbook
{

DifferenceChips::DifferenceChips(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    for (int i = 0; i <= RunDifferenceCount; ++i) {
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->setToolTip(
            i == 0 ? tr("Show all students of both runs") : tr("Show only these students"));
        m_group.addButton(chip, i);
        layout->addWidget(chip);
        m_chips += chip;
    }
    layout->addStretch(1);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (!checked)
            return;
        refreshLook();
        Q_EMIT shownChanged(
            id == 0 ? std::nullopt : std::optional(static_cast<RunDifference>(id - 1)));
    });
    m_chips.first()->setChecked(true);
}

void DifferenceChips::setComparison(const RunComparison &comparison)
{
    const auto label = [this](int chip, const QString &title, int count) {
        m_chips.at(chip)->setText(tr("%1  %2", "chip: a difference and how many students have it")
                                      .arg(title, QLocale().toString(count)));
        m_chips.at(chip)->setVisible(chip == 0 || count > 0);
    };
    label(0, tr("All"), static_cast<int>(comparison.students.size()));
    for (int i = 0; i < RunDifferenceCount; ++i) {
        const auto difference = static_cast<RunDifference>(i);
        label(i + 1, differenceTitle(difference), comparison.count(difference));
    }
}

void DifferenceChips::showAll()
{
    m_chips.first()->setChecked(true);
}

void DifferenceChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

// The style's own look of a pressed button is hardly seen in a dark theme.
void DifferenceChips::refreshLook()
{
    for (QToolButton *chip : std::as_const(m_chips)) {
        QFont words = font();
        words.setBold(chip->isChecked());
        chip->setFont(words);
        QPalette colours = palette();
        if (chip->isChecked())
            colours.setColor(QPalette::Button, chosenButtonColor(colours));
        chip->setPalette(colours);
    }
}

} // namespace Rollbook
