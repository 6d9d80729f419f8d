// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchcount.h"

#include "announcement.h"

#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QLocale>

#include <chrono>

namespace Rollbook
{

namespace
{

// The letters themselves are heard first, and only the last count is worth hearing.
constexpr std::chrono::milliseconds SayAfterSearch{600};

} // namespace

SearchCount::SearchCount(QWidget *parent)
    : QLabel(parent)
    , m_announcement(new Announcement(this))
{
    setTextFormat(Qt::PlainText);
    m_saySoon.setSingleShot(true);
    m_saySoon.setInterval(SayAfterSearch);
    connect(&m_saySoon, &QTimer::timeout, this, &SearchCount::say);
    hide();
}

void SearchCount::follow(RosterProxyModel *rows)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_rows = rows;
    if (rows) {
        m_connections = {
            connect(rows, &RosterProxyModel::arranged, this, &SearchCount::refresh),
            connect(rows, &QAbstractItemModel::modelReset, this, &SearchCount::refresh),
        };
    }
    refresh();
}

void SearchCount::refresh()
{
    const RosterModel *list = m_rows ? m_rows->rosterModel() : nullptr;
    const bool isSearched = list && !m_rows->searchWords().isEmpty();
    const QString before = text();
    setText(isSearched ? tr("%1 of %n student(s)", nullptr, list->rowCount())
                             .arg(QLocale().toString(m_rows->rowCount()))
                       : QString());
    setVisible(isSearched);
    // A list is searched again and again while outcomes arrive.
    if (isSearched && text() != before)
        m_saySoon.start();
}

void SearchCount::say()
{
    if (isVisible() && !text().isEmpty())
        m_announcement->say(text());
}

} // namespace Rollbook
