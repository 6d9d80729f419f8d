// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <chrono>
#include <optional>

namespace Rollbook
{

class ClassList;
class DesktopNotice;
class LauncherProgress;
class ListsInWork;
class RegisterAll;

/// Tells a person who looks elsewhere how far the lists of a window are: in its title and at its
/// icon while they are registered, and in a notice of the desktop when a long run has ended.
class RunAnnouncer : public QObject
{
    Q_OBJECT

public:
    /// The title is what the window has while nothing is registered.
    RunAnnouncer(ListsInWork &lists, RegisterAll &all, QWidget &window);

    /// Runs that were shorter end without a notice; a person still looks at them. 10 s.
    void setLongRun(std::chrono::milliseconds least) { m_longRun = least; }

Q_SIGNALS:
    /// A notice was clicked; null where it was about several lists.
    void listWanted(Rollbook::ClassList *list);

private:
    struct RunOfList {
        QElapsedTimer since;
        bool isOneOfAll = false; ///< its turn came in RegisterAll
    };

    void follow(ClassList *list);
    void takeEnd(ClassList *list);
    void followAll();
    void endAll();
    void showProgress();
    std::optional<int> percent() const;
    void announce(const QString &name, const StatusCounts &counts, const QElapsedTimer &since,
        ClassList *list);

    ListsInWork &m_lists;
    RegisterAll &m_all;
    QWidget &m_window;
    QString m_title;
    LauncherProgress *m_launcher;
    DesktopNotice *m_notice;
    std::chrono::milliseconds m_longRun{10'000};
    QHash<ClassList *, RunOfList> m_running;
    std::optional<int> m_shown;
    QElapsedTimer m_sinceAll; // valid while all lists are registered
    QList<ClassList *> m_ofAll;
    ClassList *m_announced = nullptr;
};

/// "92 registered, 3 waiting, 2 not registered", translated.
QString briefly(const StatusCounts &counts);

} // namespace Rollbook
