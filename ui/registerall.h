// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/assigncourses.h"
#include "registration/runturns.h"

#include <QList>
#include <QObject>

namespace Rollbook
{

class ClassList;
class ListsInWork;

/// Registers all lists that are ready, in their order, so that an earlier list gets the seats that
/// a later one wants, too. Where the school can, those go on beside each other to which that makes
/// no difference (RunOrder); everywhere else one after the other. What becomes of one list does not
/// matter to the next; but when a person stops a list, those that have not begun stay as they are.
class RegisterAll : public QObject
{
    Q_OBJECT

public:
    /// The school of the lists.
    RegisterAll(ListsInWork &lists, School &school, QObject *parent = nullptr);

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
    /// How many lists go on beside each other at most.
    int atOnce() const;

    bool isRunning() const { return !m_part.isEmpty(); }
    QList<ClassList *> atWork() const; ///< whose turn it is
    ClassList *current() const;        ///< the first of them
    int place() const;                 ///< of current(), from 1
    int endedLists() const { return m_turns.ended(); }
    /// The lists that were ready at the start.
    int total() const { return static_cast<int>(m_part.size()); }

    void start();
    /// Stops the lists whose turn it is. Those that have not begun stay as they are.
    void stop();

Q_SIGNALS:
    /// Something of the above is different.
    void changed();
    /// The last list has ended, or was stopped.
    void ended();

private:
    /// A list that takes part.
    struct Part {
        ClassList *list; ///< null: it was closed
        // As they were at the start.
        CourseRef course;
        CourseAssignment courses;
        bool awaitsPlan = false; ///< its turn has come, but somebody has corrected it meanwhile
    };

    void findOrder();
    void beginNext();
    void begin(qint32 number);
    void watch(ClassList *list);
    void follow(ClassList *list);
    void noteCorrection(const ClassList *list);
    void noteOtherCourse(qint32 number);
    void takeEnd(ClassList *list);
    void leave(ClassList *list);
    qint32 numberOf(const ClassList *list) const;
    QString howFar() const;

    ListsInWork &m_lists;
    School &m_school;
    QList<Part> m_part; // in their order; none while nothing is registered
    RunTurns m_turns;
    int m_starts = 0; // counts, so that an order that comes late is known as such
};

} // namespace Rollbook
