// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixbar.h"

#include "announcement.h"
#include "classlist.h"
#include "fieldnames.h"
#include "flowlayout.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Rollbook
{

FixBar::FixBar(ClassList &list, QWidget *parent)
    : QFrame(parent)
    , m_list(list)
    , m_text(new QLabel(this))
    , m_announcement(new Announcement(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new FlowLayout(this);
    const int space = fontMetrics().averageCharWidth();
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    layout->addWidget(m_text);
    for (Kind &kind : m_kinds) {
        kind.label = new QLabel(this);
        kind.button = new QPushButton(tr("Fix all"), this);
        layout->addWidget(kind.label);
        layout->addWidget(kind.button);
        connect(kind.button, &QPushButton::clicked, this, [this, &kind] {
            // A copy: the bar is about other cells as soon as these are mended.
            const QList<Correction> fixes = kind.fixes;
            m_list.edits()->correct(fixes, tr("fix %1").arg(mendableCells(kind.field)));
        });
    }
    connect(&list, &ClassList::stateChanged, this, &FixBar::refresh);
    connect(list.edits(), &RosterEdits::changed, this, &FixBar::refresh);
    connect(list.edits(), &RosterEdits::checked, this, &FixBar::refresh);
    refresh();
}

void FixBar::refresh()
{
    std::array<QList<Correction>, StudentFieldCount> byField;
    const QList<Correction> fixes =
        m_list.isEditable() ? m_list.edits()->fixes() : QList<Correction>();
    for (const Correction &fix : fixes) {
        if (m_list.isEditable(fix.row))
            byField[static_cast<std::size_t>(fix.field)] += fix;
    }
    std::stable_sort(byField.begin(), byField.end(),
        [](const auto &one, const auto &other) { return one.size() > other.size(); });
    qsizetype total = 0;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i].fixes = byField[i];
        show(m_kinds[i]);
        total += byField[i].size();
    }
    m_text->setText(tr("%n cell(s) can be mended:", nullptr, static_cast<int>(total)));
    setVisible(total > 0);
    announce(total);
}

// When it comes up and when there is more to mend: who mends a cell knows that it is one less.
void FixBar::announce(qsizetype total)
{
    if (total > m_announced && isVisible()) {
        QStringList kinds;
        for (const Kind &kind : m_kinds) {
            if (!kind.fixes.isEmpty())
                kinds += kind.label->text();
        }
        m_announcement->say(m_text->text() + u' ' + QLocale().createSeparatedList(kinds));
    }
    m_announced = total;
}

void FixBar::show(Kind &kind)
{
    kind.label->setVisible(!kind.fixes.isEmpty());
    kind.button->setVisible(!kind.fixes.isEmpty());
    if (kind.fixes.isEmpty())
        return;
    kind.field = kind.fixes.first().field;
    const QString name = mendableCells(kind.field);
    kind.label->setText(tr("%1 (%2)", "cells that can be mended, and how many")
                            .arg(name, QLocale().toString(kind.fixes.size())));
    kind.button->setAccessibleName(tr("Fix all: %1").arg(kind.label->text()));
    constexpr qsizetype examples = 5;
    QStringList lines;
    for (qsizetype i = 0; i < qMin(examples, kind.fixes.size()); ++i)
        lines += example(kind.fixes.at(i));
    if (kind.fixes.size() > examples)
        lines += QStringLiteral("…");
    kind.button->setToolTip(lines.join(u'\n'));
}

QString FixBar::example(const Correction &fix) const
{
    return tr("“%1” becomes “%2”").arg(m_list.roster().students.text(fix.row, fix.field), fix.text);
}

} // namespace Rollbook
