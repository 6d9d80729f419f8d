// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebar.h"

#include "classlist.h"
#include "liststate.h"
#include "table/rostermodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>

namespace Rollbook
{

namespace
{

enum Role { ListRole = Qt::UserRole, RunRole, PageRole };

constexpr int MostRuns = 50;

QString titleOf(const Run &run)
{
    const QString title = run.courseName.isEmpty() ? run.rosterName : run.courseName;
    return run.kind == RunKind::Undo ? Sidebar::tr("Undone: %1").arg(title) : title;
}

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QTreeWidget(parent)
    , m_lists(addSection(tr("Class lists")))
    , m_earlier(addSection(tr("Earlier")))
    , m_school(addSection(tr("School")))
{
    setColumnCount(2);
    setAccessibleName(tr("Class lists, earlier runs and the school"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(fontMetrics().averageCharWidth());
    setItemsExpandable(false);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_earlier->setHidden(true);
    m_school->setHidden(true);
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QTreeWidget::currentItemChanged, this, &Sidebar::choose);
    connect(this, &QTreeWidget::itemClicked, this, &Sidebar::choose);
    // Not for the keyboard, which passes it on its way.
    connect(this, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        if (item == m_earlier)
            Q_EMIT allRunsChosen();
    });
    m_school->setFirstColumnSpanned(true);
    m_earlier->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {0, 1})
        m_earlier->setToolTip(column, tr("All runs, to be searched (Ctrl+3)"));
}

QTreeWidgetItem *Sidebar::addSection(const QString &title)
{
    auto *section = new QTreeWidgetItem(this, {title});
    section->setFlags(Qt::ItemIsEnabled);
    section->setExpanded(true);
    QFont bold = font();
    bold.setBold(true);
    section->setFont(0, bold);
    section->setSizeHint(0, QSize(0, fontMetrics().height() * 2));
    return section;
}

QSize Sidebar::rowSize() const
{
    return {0, fontMetrics().height() * 3 / 2 + 4};
}

void Sidebar::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void Sidebar::takeColours()
{
    const QColor muted = mutedTextColor(palette());
    for (QTreeWidgetItem *section : {m_lists, m_earlier, m_school}) {
        section->setForeground(0, muted);
        for (int i = 0; i < section->childCount(); ++i) {
            section->child(i)->setForeground(1, muted);
            if (const auto *list = section->child(i)->data(0, ListRole).value<ClassList *>())
                refresh(*list);
        }
    }
    for (QTreeWidgetItem *heading : {m_lists, m_earlier})
        heading->setForeground(1, palette().color(QPalette::Link));
}

void Sidebar::addList(ClassList &list)
{
    auto *item = new QTreeWidgetItem(m_lists);
    item->setData(0, ListRole, QVariant::fromValue(&list));
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setSizeHint(0, rowSize());
    connect(&list, &ClassList::stateChanged, this, [this, &list] { refresh(list); });
    connect(&list, &ClassList::progressChanged, this, [this, &list] { refresh(list); });
    // A run tells of its progress more seldom than rows change.
    connect(list.model(), &RosterModel::countsChanged, this, [this, &list] {
        if (!list.isBusy())
            refresh(list);
    });
    refresh(list);
    tidy();
}

void Sidebar::removeList(ClassList &list)
{
    list.disconnect(this);
    list.model()->disconnect(this);
    delete itemOf(&list);
    tidy();
}

// Nothing to go to: not a place for the keyboard either.
void Sidebar::tidy()
{
    const bool empty =
        m_lists->childCount() + m_earlier->childCount() + m_school->childCount() == 0;
    setFocusPolicy(empty ? Qt::NoFocus : Qt::StrongFocus);
    m_earlier->setHidden(m_earlier->childCount() == 0);
    offerAllLists();
    takeColours();
}

// Several lists can be seen in one table: the heading leads there.
void Sidebar::offerAllLists()
{
    const int lists = m_lists->childCount();
    const bool several = lists >= 2;
    m_lists->setFlags(several ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled);
    if (m_lists->isFirstColumnSpanned() == several)
        m_lists->setFirstColumnSpanned(!several);
    m_lists->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_lists->setText(1, several ? tr("show all %n", nullptr, lists) : QString());
    const QString hint = several ? tr("All lists in one table (Ctrl+Shift+L)") : QString();
    m_lists->setToolTip(0, hint);
    m_lists->setToolTip(1, hint);
}

void Sidebar::selectAllLists()
{
    if (m_lists->childCount() >= 2)
        setCurrentItem(m_lists);
}

void Sidebar::select(ClassList &list)
{
    setCurrentItem(itemOf(&list));
}

QTreeWidgetItem *Sidebar::itemOf(const ClassList *list) const
{
    for (int i = 0; i < m_lists->childCount(); ++i) {
        QTreeWidgetItem *item = m_lists->child(i);
        if (item->data(0, ListRole).value<ClassList *>() == list)
            return item;
    }
    return nullptr;
}

void Sidebar::refresh(const ClassList &list)
{
    QTreeWidgetItem *item = itemOf(&list);
    if (!item)
        return;
    item->setText(0, list.name());
    item->setText(1, listStateText(list));
    item->setIcon(0, stateIcon(listLook(list), palette()));
    item->setToolTip(0, list.path());
}

void Sidebar::setEarlierRuns(const QList<Run> &runs)
{
    // The run that is looked at stays the chosen one.
    const QSignalBlocker blocker(this);
    const QVariant chosen = currentItem() ? currentItem()->data(0, RunRole) : QVariant();
    const QString chosenId = chosen.isValid() ? m_runs.at(chosen.toLongLong()).id : QString();
    qDeleteAll(m_earlier->takeChildren());
    m_earlier->setText(1, tr("show all %n", nullptr, static_cast<int>(runs.size())));
    m_runs = runs.first(qMin<qsizetype>(runs.size(), MostRuns));
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const Run &run = m_runs.at(i);
        auto *item = new QTreeWidgetItem(m_earlier,
            {titleOf(run),
                QLocale().toString(run.startedAt.toLocalTime().date(), QLocale::ShortFormat)});
        item->setData(0, RunRole, i);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(0, rowSize());
        item->setToolTip(0, run.rosterName);
        if (run.id == chosenId)
            setCurrentItem(item);
    }
    tidy();
}

void Sidebar::addSchoolPage(QWidget &page, const QString &title, const QString &hint)
{
    auto *item = new QTreeWidgetItem(m_school, {title});
    item->setData(0, PageRole, QVariant::fromValue(&page));
    item->setFirstColumnSpanned(true);
    item->setSizeHint(0, rowSize());
    item->setToolTip(0, hint);
    m_school->setHidden(false);
    tidy();
}

void Sidebar::selectSchoolPage(const QWidget &page)
{
    for (int i = 0; i < m_school->childCount(); ++i) {
        if (m_school->child(i)->data(0, PageRole).value<QWidget *>() == &page)
            setCurrentItem(m_school->child(i));
    }
}

void Sidebar::selectRun(const Run &run)
{
    const QSignalBlocker blocker(this);
    setCurrentItem(nullptr);
    for (int i = 0; i < m_earlier->childCount(); ++i) {
        if (m_runs.at(m_earlier->child(i)->data(0, RunRole).toLongLong()).id == run.id)
            setCurrentItem(m_earlier->child(i));
    }
}

void Sidebar::choose(QTreeWidgetItem *item)
{
    if (!item)
        return;
    if (auto *list = item->data(0, ListRole).value<ClassList *>())
        Q_EMIT listChosen(list);
    else if (item == m_lists && m_lists->childCount() >= 2)
        Q_EMIT allListsChosen();
    else if (auto *page = item->data(0, PageRole).value<QWidget *>())
        Q_EMIT schoolPageChosen(page);
    else if (const QVariant index = item->data(0, RunRole); index.isValid())
        Q_EMIT runChosen(m_runs.at(index.toLongLong()));
}

} // namespace Rollbook
