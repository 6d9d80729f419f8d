// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleschool.h"
#include "shownwindow.h"

#include <QObject>

#include <memory>

namespace Rollbook
{

/// A list of the chess club, registered in a window, with students on hold: what tests of rows that
/// are tried again begin with.
class ClubRunTest : public QObject
{
    Q_OBJECT

protected:
    /// What students on hold have to do first; empty: nothing. Those of rows 1, 3 and 4.
    void setHold(const QString &reason);
    /// The list once it was registered, or null.
    ClassList *registered(ShownWindow &window, const QByteArray &text = Club);
    /// "Try again" in the menu of a row.
    static QAction *menuAction(ShownWindow &window, int row);
    RegisterStudentsResults recorded(const ClassList &list)
    {
        return *m_sample->school().journal().run(list.results().run.id);
    }

    static constexpr auto Club = "student_id,given_name,family_name\n"
                                 "0080001,Ana,Ito\n0080002,Ben,Roy\n0080003,Cleo,Sim\n"
                                 "0080004,Dan,Poe\n0080005,Eve,Lund\n";

    std::unique_ptr<SampleSchool> m_sample;

private Q_SLOTS:
    void init();
    void cleanup();
};

Course club(std::optional<int> capacity = {});
/// Each row with its outcome and how often it was sent.
QStringList told(const RegisterStudentsResults &results);
QString reasonOf(const ClassList &list, int row);
/// It may be planned at once, where the window can guess the course.
bool isRead(const ClassList &list);
void selectRows(ShownWindow &window, const QList<int> &rows);
void pressTryAgain(ShownWindow &window);

} // namespace Rollbook
