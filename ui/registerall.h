// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

namespace Rollbook
{

class ClassList;
class ListsInWork;

/// Registers all lists that are ready, one after the other in their order, so that an earlier list
/// gets the seats that a later one wants, too. What becomes of one list does not matter to the
/// next; but when a person stops a list, the lists after it stay as they are.
class RegisterAll : public QObject
{
    Q_OBJECT

public:
    explicit RegisterAll(ListsInWork &lists, QObject *parent = nullptr);

    /// The lists whose plan has somebody to register; none where that is not allowed.
    QList<ClassList *> ready() const;
    /// How many students of those would get a seat or a place, as their plans say.
    int studentsToRegister() const;
    /// The lists that have not been registered: those that are ready, and those that are not yet.
    int listsToRegister() const;
    /// What start() would do, for a button: "Register all 20 lists (312 students)".
    QString words() const;
    /// Why it cannot start, or how far it is; empty when it can start.
    QString whyNot() const;
    /// With two lists that are ready; one alone has its own button.
    bool canStart() const { return !isRunning() && ready().size() >= 2; }

    bool isRunning() const { return m_current != nullptr; }
    ClassList *current() const { return m_current; } ///< whose turn it is
    int place() const { return m_place; }            ///< of current(), from 1
    int total() const { return m_total; }            ///< of the lists that were ready at the start

    void start();
    /// Stops the list whose turn it is. The lists after it stay as they are.
    void stop();

Q_SIGNALS:
    /// Something of the above is different.
    void changed();
    /// The last list has ended, or was stopped.
    void ended();

private:
    void beginNext();
    bool begin(ClassList &list);
    void follow(ClassList *list);
    void takeEnd(ClassList *list);
    void leave(ClassList *list);

    ListsInWork &m_lists;
    QList<ClassList *> m_queue; ///< behind m_current
    ClassList *m_current = nullptr;
    bool m_waitsForPlan = false; ///< of m_current, which somebody has corrected meanwhile
    int m_place = 0;
    int m_total = 0;
};

} // namespace Rollbook
