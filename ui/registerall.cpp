// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registerall.h"

#include "classlist.h"
#include "listsinwork.h"
#include "rightswords.h"
#include "runthencallback.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

using State = ClassList::State;

constexpr qsizetype MostNames = 3;

bool areSame(const CourseAssignment &left, const CourseAssignment &right, int rows)
{
    if (left.courses() != right.courses() || left.isOneForAll() != right.isOneForAll())
        return false;
    for (int row = 0; row < rows && !left.isOneForAll(); ++row) {
        if (left.indexOf(row) != right.indexOf(row))
            return false;
    }
    return true;
}

} // namespace

RegisterAll::RegisterAll(ListsInWork &lists, School &school, QObject *parent)
    : QObject(parent)
    , m_lists(lists)
    , m_school(school)
{
    connect(&lists, &ListsInWork::added, this, &RegisterAll::watch);
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
    if (isRunning())
        return howFar();
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

QString RegisterAll::howFar() const
{
    const ClassList *first = current();
    const auto lists = static_cast<int>(atWork().size());
    if (first && lists == 1 && endedLists() == place() - 1)
        return tr("List %1 of %2: %3").arg(place()).arg(total()).arg(first->name());
    return tr("%1 of %n list(s) done, %2 at work", nullptr, total()).arg(endedLists()).arg(lists);
}

int RegisterAll::atOnce() const
{
    return m_school.registrar().capabilities().runsAtOnce;
}

QList<ClassList *> RegisterAll::atWork() const
{
    QList<ClassList *> lists;
    const QList<qint32> numbers = m_turns.atWork();
    for (const qint32 number : numbers)
        lists += m_part[number].list;
    return lists;
}

ClassList *RegisterAll::current() const
{
    const QList<ClassList *> lists = atWork();
    return lists.isEmpty() ? nullptr : lists.first();
}

int RegisterAll::place() const
{
    const QList<qint32> numbers = m_turns.atWork();
    return numbers.isEmpty() ? 0 : numbers.first() + 1;
}

qint32 RegisterAll::numberOf(const ClassList *list) const
{
    const auto part = std::find_if(
        m_part.cbegin(), m_part.cend(), [list](const Part &one) { return one.list == list; });
    return part == m_part.cend() ? -1 : static_cast<qint32>(part - m_part.cbegin());
}

void RegisterAll::start()
{
    if (!canStart())
        return;
    const QList<ClassList *> lists = ready();
    for (ClassList *list : lists)
        m_part += {list, list->course(), list->model()->courses()};
    m_turns = RunTurns(static_cast<qint32>(lists.size()), atOnce());
    ++m_starts;
    if (m_turns.atOnce() > 1)
        findOrder();
    beginNext();
}

// The first list goes on meanwhile.
void RegisterAll::findOrder()
{
    QList<BulkRegistration::Request> requests;
    for (const Part &part : std::as_const(m_part))
        requests += part.list->request();
    runThenCallback(
        this,
        [requests] {
            RunOrder order;
            for (const BulkRegistration::Request &request : requests)
                order.add(request.students, request.courses, request.rejectedRows);
            return order.waits();
        },
        [this, start = m_starts](const RunOrder::Waits &order) {
            if (start != m_starts || !isRunning())
                return;
            m_turns.setOrder(order);
            beginNext();
        });
}

void RegisterAll::beginNext()
{
    while (const auto number = m_turns.next())
        begin(*number);
    const bool isOver = m_turns.isOver();
    if (isOver)
        m_part.clear();
    Q_EMIT changed();
    if (isOver)
        Q_EMIT ended();
}

void RegisterAll::begin(qint32 number)
{
    ClassList *list = m_part[number].list;
    m_turns.begin(number);
    m_part[number].awaitsPlan = list->state() == State::Planning;
    if (m_part[number].awaitsPlan)
        return;
    list->registerStudents();
    if (!list->isBusy())
        m_turns.end(number);
}

void RegisterAll::watch(ClassList *list)
{
    const auto note = [this, list] { noteCorrection(list); };
    connect(list->edits(), &RosterEdits::changed, this, note);
    connect(list, &ClassList::rosterChanged, this, note);
}

void RegisterAll::follow(ClassList *list)
{
    const qint32 number = numberOf(list);
    if (number >= 0)
        noteOtherCourse(number);
    if (number < 0 || !m_part[number].awaitsPlan || list->state() == State::Planning) {
        Q_EMIT changed();
        return;
    }
    // It is as it will be registered; as such it may have to wait for others.
    m_part[number].awaitsPlan = false;
    m_turns.putBack(number);
    beginNext();
}

// Of a list that has begun nothing is corrected any more.
void RegisterAll::noteCorrection(const ClassList *list)
{
    const qint32 number = numberOf(list);
    if (number >= 0 && (m_turns.isWaiting(number) || m_part[number].awaitsPlan))
        m_turns.standAlone(number);
}

void RegisterAll::noteOtherCourse(qint32 number)
{
    const Part &part = m_part[number];
    if (!m_turns.isWaiting(number) && !part.awaitsPlan)
        return;
    if (part.list->course() != part.course
        || !areSame(
            part.list->model()->courses(), part.courses, part.list->roster().students.size()))
        m_turns.standAlone(number);
}

void RegisterAll::takeEnd(ClassList *list)
{
    const qint32 number = numberOf(list);
    if (number < 0 || !m_turns.isAtWork(number) || m_part[number].awaitsPlan)
        return;
    m_turns.end(number);
    if (list->results().run.state == RunState::Cancelled)
        m_turns.leaveTheRest();
    beginNext();
}

void RegisterAll::leave(ClassList *list)
{
    const qint32 number = numberOf(list);
    if (number < 0) {
        Q_EMIT changed();
        return;
    }
    m_part[number].list = nullptr;
    m_part[number].awaitsPlan = false;
    if (m_turns.isAtWork(number))
        m_turns.end(number);
    else if (m_turns.isWaiting(number))
        m_turns.leaveOut(number);
    beginNext();
}

void RegisterAll::stop()
{
    if (!isRunning())
        return;
    m_turns.leaveTheRest();
    QList<ClassList *> busy;
    const QList<qint32> numbers = m_turns.atWork();
    for (const qint32 number : numbers) {
        if (m_part[number].list->isBusy())
            busy += m_part[number].list;
        else
            m_turns.end(number);
    }
    for (ClassList *list : std::as_const(busy))
        list->stop();
    if (busy.isEmpty())
        beginNext();
}

} // namespace Rollbook
