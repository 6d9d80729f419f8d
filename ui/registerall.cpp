// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registerall.h"

#include "classlist.h"
#include "listsinwork.h"
#include "rightswords.h"

namespace Rollbook
{

namespace
{

using State = ClassList::State;

constexpr qsizetype MostNames = 3;

} // namespace

RegisterAll::RegisterAll(ListsInWork &lists, QObject *parent)
    : QObject(parent)
    , m_lists(lists)
{
    connect(&lists, &ListsInWork::changed, this, &RegisterAll::follow);
    connect(&lists, &ListsInWork::runEnded, this, &RegisterAll::takeEnd);
    connect(&lists, &ListsInWork::removed, this, &RegisterAll::leave);
    connect(&lists, &ListsInWork::added, this, &RegisterAll::changed);
}

QList<ClassList *> RegisterAll::ready() const
{
    QList<ClassList *> ready;
    for (ClassList *list : m_lists.all()) {
        if (list->state() == State::Planned && list->rowsToRegister() > 0
            && list->rights().mayRegister())
            ready += list;
    }
    return ready;
}

int RegisterAll::studentsToRegister() const
{
    int students = 0;
    const QList<ClassList *> lists = ready();
    for (const ClassList *list : lists)
        students += list->rowsToRegister();
    return students;
}

int RegisterAll::listsToRegister() const
{
    int lists = 0;
    for (const ClassList *list : m_lists.all()) {
        if (list->state() <= State::Planned)
            ++lists;
    }
    return lists;
}

QString RegisterAll::words() const
{
    const auto lists = static_cast<int>(ready().size());
    if (!canStart())
        return tr("Register &all lists");
    const QString students = tr("%n student(s)", nullptr, studentsToRegister());
    const int all = listsToRegister();
    return (lists == all ? tr("Register &all %n list(s) (%1)", nullptr, lists).arg(students)
                         : tr("Register %1 &of %n list(s) (%2)", nullptr, all)
                               .arg(QString::number(lists), students));
}

QString RegisterAll::whyNot() const
{
    if (m_current)
        return tr("List %1 of %2: %3").arg(m_place).arg(m_total).arg(m_current->name());
    if (canStart())
        return {};
    QStringList courseless;
    for (const ClassList *list : m_lists.all()) {
        if (!list->rights().mayRegister())
            return whyNotRegister(list->rights());
        if (list->state() == State::NoCourse)
            courseless += tr("“%1”", "the name of a list").arg(list->name());
        if (list->state() == State::Loading || list->state() == State::Planning)
            return tr("Looking up what will happen…");
    }
    if (!courseless.isEmpty()) {
        const QString names = courseless.first(qMin<qsizetype>(courseless.size(), MostNames))
                                  .join(QStringLiteral(", "));
        const auto others = static_cast<int>(courseless.size() - MostNames);
        return others > 0
            ? tr("First choose the course of %1 and %n more.", nullptr, others).arg(names)
            : tr("First choose the course of %1.").arg(names);
    }
    return ready().isEmpty()
        ? tr("No list is left to register.")
        : tr("Only one list can be registered now. Open it and register it there.");
}

void RegisterAll::start()
{
    if (!canStart())
        return;
    m_queue = ready();
    m_total = static_cast<int>(m_queue.size());
    m_place = 0;
    beginNext();
}

void RegisterAll::beginNext()
{
    m_current = nullptr;
    while (!m_current && !m_queue.isEmpty()) {
        ++m_place;
        ClassList *next = m_queue.takeFirst();
        if (!begin(*next))
            m_current = nullptr;
    }
    Q_EMIT changed();
    if (!m_current)
        Q_EMIT ended();
}

bool RegisterAll::begin(ClassList &list)
{
    m_current = &list;
    m_waitsForPlan = list.state() == State::Planning;
    if (!m_waitsForPlan)
        list.registerStudents();
    return m_waitsForPlan || list.isBusy();
}

void RegisterAll::follow(ClassList *list)
{
    if (list == m_current && m_waitsForPlan && list->state() != State::Planning) {
        m_waitsForPlan = false;
        list->registerStudents();
        if (!list->isBusy())
            beginNext();
    }
    Q_EMIT changed();
}

void RegisterAll::takeEnd(ClassList *list)
{
    if (list != m_current)
        return;
    if (list->results().run.state == RunState::Cancelled)
        m_queue.clear();
    beginNext();
}

void RegisterAll::leave(ClassList *list)
{
    m_queue.removeAll(list);
    if (list == m_current)
        beginNext();
    else
        Q_EMIT changed();
}

void RegisterAll::stop()
{
    m_queue.clear();
    if (!m_current)
        return;
    if (m_current->isBusy())
        m_current->stop();
    else
        beginNext();
}

} // namespace Rollbook
