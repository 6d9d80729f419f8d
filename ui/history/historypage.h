// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QStackedWidget>

namespace Rollbook
{

class ComparisonPage;
class RunsPage;
class StudentPage;

/// The history of the school: all runs; from there everything about one student, and two runs side
/// by side. Asks the school nothing until it is shown.
class HistoryPage : public QStackedWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(School &school, QWidget *parent = nullptr);

    void showStudent(const Student &student);
    /// Who is meant by the row that is chosen.
    std::optional<Student> chosenStudent() const;
    /// Reads the history again, if it is shown.
    void refresh();
    /// One step back: from a student or a comparison to the runs, from what is looked for to all.
    void goBack();
    /// What is shown, or chosen of it, to the clipboard.
    void copy();

Q_SIGNALS:
    void openWanted(const Rollbook::Run &run);
    void undoWanted(const Rollbook::Run &run);
    void reportWanted(const Rollbook::Run &run);
    void tryAgainWanted(const Rollbook::Run &run);

protected:
    void showEvent(QShowEvent *event) override;

private:
    // Made when they are shown the first time.
    RunsPage *runs();
    StudentPage *student();
    ComparisonPage *comparison();
    void showPage(QWidget *page);

    School &m_school;
    RunsPage *m_runs = nullptr;
    StudentPage *m_student = nullptr;
    ComparisonPage *m_comparison = nullptr;
};

} // namespace Rollbook
