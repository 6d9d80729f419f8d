// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultyschool.h"
#include "sampleschool.h"
#include "shownwindow.h"

#include <memory>

namespace Rollbook
{

/// A window in one of the states that people see. The states are the data rows of tests of what
/// holds in all of them, so that a further page or bar runs through the same tests.
class WindowInState
{
public:
    /// Adds the column "state" with a row for each.
    static void addStates();

    /// Gets there; the test has failed where it cannot.
    explicit WindowInState(const QString &state);
    ~WindowInState();
    Q_DISABLE_COPY_MOVE(WindowInState)

    ShownWindow &operator*() { return *m_window; }
    ShownWindow *operator->() { return m_window.get(); }
    School &school() { return m_sample.school(); }

    void showNothing();
    void showRecentFiles();
    void showWrongFile();
    void showNoCourse();
    void showProblems();
    void showFixes();
    void showReplacing();
    void showEditing();
    void showReading();
    void showPlan();
    void showPaused();
    void showWaiting();
    void showFinished();
    void showReportSaved();
    void showSomeLeft();
    void showQuickerColleague();
    void showEarlier();
    void showUndoPreview();
    void showUndone();
    void showInterrupted();
    void showAllLists();
    void showOneOfSeveral();

private:
    void show(School &school);
    ClassList *planned(const QString &path, const QString &course = {});
    ClassList *practised(School &school);
    void interruptRun();

    SampleSchool m_sample;
    std::unique_ptr<PracticeSchool> m_practice;
    std::unique_ptr<FaultySchool> m_faulty;
    std::unique_ptr<ShownWindow> m_window;
};

} // namespace Rollbook
