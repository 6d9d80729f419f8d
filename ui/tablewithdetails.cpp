// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablewithdetails.h"

#include "detailpanel.h"
#include "rostertable.h"

#include "table/rostermodel.h"

#include <QSettings>

namespace Rollbook
{

namespace
{

const QLatin1StringView DetailsOpenKey("details/open");
// In percent, until somebody chooses otherwise: the table is what people came for.
constexpr int MostOfPage = 35;
const QLatin1StringView DetailWidthsKey("details/widths");

} // namespace

TableWithDetails::TableWithDetails(
    ClassList &list, RosterTable &table, RowActions &actions, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_list(list)
    , m_table(table)
    , m_actions(actions)
{
    addWidget(&table);
    setStretchFactor(0, 1);
    setChildrenCollapsible(false);
    setHandleWidth(fontMetrics().averageCharWidth());
    connect(this, &QSplitter::splitterMoved, this, &TableWithDetails::rememberWidth);
    connect(&table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == RosterModel::StateColumn
            || index.column() == RosterModel::ReasonColumn)
            setOpen(true);
    });
}

DetailPanel &TableWithDetails::details()
{
    if (m_details)
        return *m_details;
    m_details = new DetailPanel(m_list, m_table, m_actions, this);
    m_details->hide();
    addWidget(m_details);
    setStretchFactor(1, 0);
    connect(m_details, &DetailPanel::closeWanted, this, [this] { setOpen(false); });
    Q_EMIT detailsMade(m_details);
    return *m_details;
}

void TableWithDetails::setOpen(bool open)
{
    QSettings().setValue(DetailsOpenKey, open);
    openOrClose(open);
}

void TableWithDetails::openOrClose(bool open)
{
    if (open == m_isOpen)
        return;
    m_isOpen = open;
    if (!open && details().isAncestorOf(focusWidget()))
        m_table.setFocus();
    details().setVisible(open);
    if (open) {
        // The handle between them counts when the room is shared out.
        refresh();
        m_isWidthChosen = restoreState(QSettings().value(DetailWidthsKey).toByteArray());
        giveWay();
    }
    Q_EMIT openChanged(open);
}

// What happened is read in every row; the details of one can be wrapped and scrolled.
void TableWithDetails::giveWay()
{
    if (!m_isOpen || m_isWidthChosen)
        return;
    const int most = qMin(m_details->sizeHint().width(), width() * MostOfPage / 100);
    const int left = width() - handleWidth() - m_table.widthToRead();
    const int least = m_details->minimumSizeHint().width();
    const int wanted = qBound(least, left, qMax(most, least));
    setSizes({width() - handleWidth() - wanted, wanted});
}

void TableWithDetails::rememberWidth()
{
    m_isWidthChosen = true;
    QSettings().setValue(DetailWidthsKey, saveState());
}

void TableWithDetails::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    giveWay();
}

// It may have been opened or closed beside another list.
void TableWithDetails::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    openOrClose(QSettings().value(DetailsOpenKey).toBool());
}

} // namespace Rollbook
