// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keylist.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Rollbook
{

namespace
{

enum Column { WhatColumn, KeyColumn, ColumnCount };

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence &key : shortcuts)
        keys += key.toString(QKeySequence::NativeText);
    return keys.join(KeyList::tr(" or ", "between two keys"));
}

} // namespace

KeyList::KeyList(const QMenu &menu, const QList<QAction *> &ofPages, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_keys(new QTreeWidget(this))
    , m_nothing(new QLabel(tr("No key does that."), this))
{
    setWindowTitle(tr("All keys"));
    m_search->setPlaceholderText(tr("Search keys…"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_keys->setAccessibleName(tr("All keys"));
    m_keys->setColumnCount(ColumnCount);
    m_keys->setHeaderLabels({tr("What it does"), tr("Key")});
    m_keys->setRootIsDecorated(false);
    m_keys->setItemsExpandable(false);
    m_keys->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_keys->setAllColumnsShowFocus(true);
    m_keys->setAlternatingRowColors(true);
    m_keys->setTabKeyNavigation(false);
    m_keys->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_nothing->setAlignment(Qt::AlignCenter);
    fill(menu, ofPages);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &KeyList::show);
    show({});
}

void KeyList::layOut()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QHeaderView *header = m_keys->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    m_keys->resizeColumnToContents(WhatColumn);
    m_keys->resizeColumnToContents(KeyColumn);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_keys, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(buttons);
    // As wide as its longest line, as high as its window at most.
    const int width = m_keys->columnWidth(WhatColumn) + m_keys->columnWidth(KeyColumn)
        + fontMetrics().averageCharWidth() * 12;
    const QSize most = parentWidget() ? parentWidget()->size() : QSize(width, width);
    resize(qMin(width, most.width()), qMin(fontMetrics().height() * 36, most.height() * 9 / 10));
}

void KeyList::fill(const QMenu &menu, const QList<QAction *> &ofPages)
{
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->menu())
            addKeys(*addGroup(withoutMnemonic(action->text())), action->menu()->actions());
    }
    addKeys(*addGroup(tr("In the pages about the school")), ofPages);
    addKeys(*addGroup(tr("Program")), menu.actions());
}

QTreeWidgetItem *KeyList::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(m_keys, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setFirstColumnSpanned(true);
    group->setExpanded(true);
    QFont bold = font();
    bold.setBold(true);
    group->setFont(WhatColumn, bold);
    return group;
}

void KeyList::addKeys(QTreeWidgetItem &group, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (action->isVisible() && !action->shortcut().isEmpty())
            new QTreeWidgetItem(&group, {withoutMnemonic(action->text()), keysOf(*action)});
    }
}

void KeyList::show(const QString &searched)
{
    const QStringList words = searched.split(u' ', Qt::SkipEmptyParts);
    bool hasAny = false;
    for (int i = 0; i < m_keys->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_keys->topLevelItem(i);
        bool hasSome = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *key = group->child(j);
            const QString line = group->text(WhatColumn) + u' ' + key->text(WhatColumn) + u' '
                + key->text(KeyColumn);
            const bool fits = std::all_of(words.cbegin(), words.cend(),
                [&line](const QString &word) { return line.contains(word, Qt::CaseInsensitive); });
            key->setHidden(!fits);
            hasSome = hasSome || fits;
        }
        group->setHidden(!hasSome);
        hasAny = hasAny || hasSome;
    }
    m_keys->setVisible(hasAny);
    m_nothing->setVisible(!hasAny);
}

// Down leads from what is searched to what was found.
bool KeyList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
        return QDialog::eventFilter(watched, event);
    m_keys->setFocus(Qt::TabFocusReason);
    QTreeWidgetItem *first = m_keys->topLevelItem(0);
    while (first && (first->isHidden() || !first->parent()))
        first = m_keys->itemBelow(first);
    if (first)
        m_keys->setCurrentItem(first);
    return true;
}

} // namespace Rollbook
