// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

namespace Rollbook
{

class ClassList;

/// The class lists in work, in the order in which they came; in this order they are registered.
class ListsInWork : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QList<ClassList *> &all() const { return m_lists; }
    void add(ClassList &list);
    /// Does nothing for a list that is not there.
    void remove(ClassList &list);

Q_SIGNALS:
    void added(Rollbook::ClassList *list);
    /// It is not in all() any more.
    void removed(Rollbook::ClassList *list);
    /// Its state, its progress or the states of its rows are others.
    void changed(Rollbook::ClassList *list);
    void runEnded(Rollbook::ClassList *list);

private:
    QList<ClassList *> m_lists;
};

} // namespace Rollbook
