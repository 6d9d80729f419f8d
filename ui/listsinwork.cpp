// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listsinwork.h"

#include "classlist.h"

namespace Rollbook
{

void ListsInWork::add(ClassList &list)
{
    m_lists += &list;
    const auto tell = [this, &list] { Q_EMIT changed(&list); };
    connect(&list, &ClassList::stateChanged, this, tell);
    connect(&list, &ClassList::progressChanged, this, tell);
    connect(list.model(), &RosterModel::countsChanged, this, tell);
    connect(&list, &ClassList::runEnded, this, [this, &list] { Q_EMIT runEnded(&list); });
    Q_EMIT added(&list);
}

void ListsInWork::remove(ClassList &list)
{
    if (!m_lists.removeOne(&list))
        return;
    list.disconnect(this);
    list.model()->disconnect(this);
    Q_EMIT removed(&list);
}

} // namespace Rollbook
