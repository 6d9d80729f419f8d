// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowstates.h"

#include "domain/backgroundthreads.h"
#include "interruptedbar.h"
#include "meanwhilebar.h"
#include "sidebar.h"
#include "teststore.h"

#include <QApplication>
#include <QSettings>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace Rollbook
{

using State = ClassList::State;

namespace
{

struct NamedState {
    const char *name;
    void (WindowInState::*show)();
};

constexpr NamedState States[] = {
    {"nothing yet", &WindowInState::showNothing},
    {"recent files", &WindowInState::showRecentFiles},
    {"wrong file", &WindowInState::showWrongFile},
    {"no course", &WindowInState::showNoCourse},
    {"problems", &WindowInState::showProblems},
    {"fixes", &WindowInState::showFixes},
    {"find and replace", &WindowInState::showReplacing},
    {"a cell is edited", &WindowInState::showEditing},
    {"how it was read", &WindowInState::showReading},
    {"plan", &WindowInState::showPlan},
    {"paused", &WindowInState::showPaused},
    {"waiting for the school", &WindowInState::showWaiting},
    {"finished", &WindowInState::showFinished},
    {"report saved", &WindowInState::showReportSaved},
    {"finished with some left", &WindowInState::showSomeLeft},
    {"a colleague was quicker", &WindowInState::showQuickerColleague},
    {"earlier run", &WindowInState::showEarlier},
    {"undo preview", &WindowInState::showUndoPreview},
    {"undone", &WindowInState::showUndone},
    {"interrupted run", &WindowInState::showInterrupted},
    {"all lists", &WindowInState::showAllLists},
    {"one of several lists", &WindowInState::showOneOfSeveral},
};

const QString LongRoster = QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv");

constexpr auto Messy = "Student ID;First name;Last name;E-mail;Birth date\n"
                       "0070005;Ana;García López;ana@gmial.com;2011-05-21\n"
                       ";Ben;O'Hara;;2011-13-01\n"
                       "0070006;Sophie;Larsen;sophie@example;2012-06-26\n"
                       "0070005;Ana;García López;ana@gmial.com;2011-05-21\n"
                       "0070019;Petra;Nakamura;;\n"
                       "0070020;Noor;Haddad;noor@gmial.com;2012-02-11\n";

} // namespace

void WindowInState::addStates()
{
    QTest::addColumn<QString>("state");
    for (const NamedState &state : States)
        QTest::newRow(state.name) << QString::fromLatin1(state.name);
}

WindowInState::WindowInState(const QString &state)
{
    const auto *found = std::find_if(std::begin(States), std::end(States),
        [&state](const NamedState &one) { return state == QLatin1StringView(one.name); });
    QVERIFY2(found != std::end(States), qPrintable(state));
    (this->*found->show)();
}

WindowInState::~WindowInState()
{
    m_window.reset();
    backgroundThreads().waitForDone();
}

void WindowInState::show(School &school)
{
    m_window = std::make_unique<ShownWindow>(school);
    QVERIFY(m_window->isActive());
}

// A list whose plan stands in the window.
ClassList *WindowInState::planned(const QString &path, const QString &course)
{
    (*m_window)->openRosters({path});
    ClassList *list = m_window->lists().constLast();
    const auto isPlanned = [list] { return list->state() == State::Planned; };
    if (!course.isEmpty()) {
        if (!QTest::qWaitFor([list] { return list->state() == State::NoCourse; }))
            qFatal("The list is not read.");
        list->chooseCourse({course, {}});
    }
    if (!QTest::qWaitFor(isPlanned))
        qFatal("The list has no plan, but is in state %d.", static_cast<int>(list->state()));
    return list;
}

void WindowInState::showNothing()
{
    show(m_sample.school());
}

void WindowInState::showRecentFiles()
{
    QStringList paths;
    for (const QString &name : {QStringLiteral("choir of the ninth grade, autumn term.csv"),
             QStringLiteral("chess.csv"), QStringLiteral("robotics.csv")})
        paths += m_sample.write(name, "student_id\n0070001\n");
    QSettings().setValue(QStringLiteral("recentFiles"), paths);
    show(m_sample.school());
}

void WindowInState::showWrongFile()
{
    show(m_sample.school());
    (*m_window)->openRosters(
        {m_sample.write(QStringLiteral("robotics.xlsx"), QByteArray("PK\x03\x04 workbook", 13))});
    QTRY_VERIFY(!m_window->message().isEmpty());
    QTRY_VERIFY(m_window->lists().isEmpty());
}

void WindowInState::showNoCourse()
{
    show(m_sample.school());
    (*m_window)->openRosters(
        {m_sample.write(QStringLiteral("monday.csv"), "student_id,name\n0070001,Ana López\n")});
    QTRY_COMPARE(m_window->lists().constFirst()->state(), State::NoCourse);
    QTRY_VERIFY(m_window->page());
    // The courses have come.
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->inherits("QComboBox"));
}

void WindowInState::showProblems()
{
    show(m_sample.school());
    const ClassList *list = planned(m_sample.write(QStringLiteral("choir.csv"), Messy));
    QVERIFY(list->model()->count(RowState::Problem) > 0);
}

void WindowInState::showFixes()
{
    showProblems();
    ClassList *list = m_window->lists().constFirst();
    Roster roster = list->roster();
    const auto mendable = [&roster](qint32 row, StudentField field, const QString &fix) {
        // Of those that only the reader saw, so that they stay while the list is checked.
        roster.problems += {RosterProblem::Severity::Warning, RosterProblem::Code::TooManyCells,
            row, roster.students.column(field), -1, QStringLiteral("looks like a slip"), fix};
    };
    mendable(0, StudentField::Email, QStringLiteral("ana@gmail.com"));
    mendable(1, StudentField::BirthDate, QStringLiteral("2011-01-13"));
    mendable(5, StudentField::Email, QStringLiteral("noor@gmail.com"));
    std::stable_sort(roster.problems.begin(), roster.problems.end(),
        [](const RosterProblem &one, const RosterProblem &other) { return one.row < other.row; });
    list->edits()->setRoster(roster);
    list->edits()->leaveOut({3}, true);
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_VERIFY(m_window->button(QStringLiteral("Fix all")));
}

void WindowInState::showReplacing()
{
    showProblems();
    QTest::keyClick(&**m_window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("gmial"));
    QVERIFY(m_window->button(QStringLiteral("Replace all"))->isEnabled());
}

void WindowInState::showEditing()
{
    showProblems();
    QTest::keyClick(&**m_window, Qt::Key_F8);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QVERIFY(QApplication::focusWidget()->inherits("QLineEdit"));
}

void WindowInState::showReading()
{
    show(m_sample.school());
    planned(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real/spanish-three-mistakes.csv"),
        QStringLiteral("GO1"));
    (*m_window)->findChild<QToolButton *>(QStringLiteral("source"))->click();
}

void WindowInState::showPlan()
{
    show(m_sample.school());
    planned(SampleSchool::sampleRoster());
}

ClassList *WindowInState::practised(School &school)
{
    show(school);
    return planned(LongRoster, QStringLiteral("PRACTICE"));
}

void WindowInState::showPaused()
{
    m_practice = std::make_unique<PracticeSchool>(
        QStringLiteral("simulated:?latency=150ms&jitter=100ms&seed=4"));
    ClassList *list = practised(***m_practice);
    list->registerStudents();
    QTRY_VERIFY(list->progress().done > 0);
    list->pause();
    QTRY_COMPARE(list->state(), State::Paused);
}

void WindowInState::showWaiting()
{
    m_practice = std::make_unique<PracticeSchool>(QStringLiteral("simulated:?latency=1ms"));
    m_faulty = std::make_unique<FaultySchool>(***m_practice, [](const RegistrationBatch &) {
        return std::optional(InjectedFault{
            {RegistrationStatus::Failed, ReasonCode::Throttled, QStringLiteral("3600")}});
    });
    ClassList *list = practised(*m_faulty);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Waiting);
}

void WindowInState::showFinished()
{
    showPlan();
    ClassList *list = m_window->lists().constFirst();
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_COMPARE((*m_window)->findChild<Sidebar *>()->topLevelItem(1)->childCount(), 1);
}

void WindowInState::showReportSaved()
{
    showFinished();
    const ListPage *page = m_window->page();
    page->reportBar()->make({.subject = {.runs = {page->list().results()}},
        .format = ReportFormat::Csv,
        .path = m_sample.path(QStringLiteral("report.csv"))});
    QTRY_VERIFY(m_window->message().contains(QStringLiteral("is saved")));
    QTRY_VERIFY(!m_window->message().isEmpty());
}

void WindowInState::showSomeLeft()
{
    m_practice = std::make_unique<PracticeSchool>(
        QStringLiteral("simulated:?latency=1ms&failures=0.03&seed=4&capacity=400&waitlist=60"));
    ClassList *list = practised(***m_practice);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QVERIFY(list->rowsToTryAgain() > 0);
}

void WindowInState::showQuickerColleague()
{
    showPlan();
    QList<Student> theirs;
    for (int i = 0; i < 12; ++i)
        theirs += student(QStringLiteral("00801%1").arg(i, 2, 10, QLatin1Char('0')));
    const CourseAssignment course(school().courses().find(QStringLiteral("GO1"))->course.ref());
    QCOMPARE(registerAll(school(), StudentList::fromStudents(theirs), course).size(), 12);
    ClassList *list = m_window->lists().constFirst();
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_VERIFY(m_window->page()->findChild<MeanwhileBar *>()->isVisible());
}

void WindowInState::showEarlier()
{
    showFinished();
    auto *sidebar = (*m_window)->findChild<Sidebar *>();
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_COMPARE(m_window->page()->list().state(), State::Earlier);
}

void WindowInState::showUndoPreview()
{
    showFinished();
    ClassList *list = m_window->lists().constFirst();
    list->previewUndo();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Previewed);
}

void WindowInState::showUndone()
{
    showUndoPreview();
    ClassList *list = m_window->lists().constFirst();
    list->undoRun();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Undone);
}

// As it is after the program was killed.
void WindowInState::interruptRun()
{
    QList<Student> students;
    for (int row = 0; row < 97; ++row) {
        Student student;
        student.studentId = QStringLiteral("0090%1").arg(row, 3, 10, QLatin1Char('0'));
        students += student;
    }
    School &school = m_sample.school();
    const CourseAssignment course(school.courses().find(QStringLiteral("GO1"))->course.ref());
    const RunRoster roster{StudentList::fromStudents(students), course, {}};
    const Run run = Run::begin(QStringLiteral("Grade 9.xlsx"), roster.courses, {});
    QVERIFY(school.journal().begin(run, roster));
    RegistrationBatch batch{run, roster.students, roster.courses, {}};
    for (qint32 row = 0; row < 37; ++row)
        batch.rows += row;
    school.registrar().registerBatch(batch).waitForFinished();
    school.journal().leave(run);
}

void WindowInState::showInterrupted()
{
    interruptRun();
    show(m_sample.school());
    QTRY_VERIFY((*m_window)->findChild<InterruptedBar *>()->isVisible());
}

void WindowInState::showAllLists()
{
    show(m_sample.school());
    QStringList paths;
    for (const char *name : {"School Choir 9a.csv", "School Choir 9b.csv", "chess.csv"}) {
        paths += m_sample.write(QString::fromLatin1(name),
            "student_id,given_name\n99" + QByteArray::number(10'000 + paths.size()) + ",Ana\n");
    }
    (*m_window)->openRosters(paths);
    QTRY_COMPARE(m_window->lists().size(), 3);
    for (const ClassList *list : m_window->lists())
        QTRY_COMPARE(list->state(), State::Planned);
    QTRY_VERIFY(!m_window->page());
}

void WindowInState::showOneOfSeveral()
{
    showAllLists();
    (*m_window)->findChild<Sidebar *>()->select(*m_window->lists().constFirst());
    QTRY_VERIFY(m_window->page());
}

} // namespace Rollbook
