// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The course that a list is for, and what matters about it, on the page of the list.

#include "listpage.h"

#include "classlist.h"
#include "coursechooser.h"
#include "glance/seatsbar.h"
#include "messagebar.h"
#include "rostertable.h"
#include "runthencallback.h"
#include "wrappinglabel.h"

#include "registration/courseguess.h"

#include <QLabel>
#include <QLineEdit>

namespace Rollbook
{

void ListPage::refreshCourse()
{
    using State = ClassList::State;
    const bool earlier = m_list.isOfHistory();
    m_courseLabel->setVisible(!earlier);
    m_course->setVisible(!earlier);
    m_course->setEnabled(!m_list.isBusy() && m_list.state() != State::Loading);
    if (m_list.hasChosenCourse())
        m_course->select(m_list.course());
    refreshCourseFacts();
    if (m_list.state() == State::Finished) {
        // Seats have changed hands.
        loadCourses();
        if (!m_table->currentIndex().isValid())
            m_table->goToNextProblem();
    }
}

void ListPage::refreshCourses()
{
    if (!m_list.isOfHistory() && m_list.state() != ClassList::State::Loading)
        loadCourses();
}

void ListPage::loadCourses()
{
    runThenCallback(
        this, [&school = m_school] { return school.courses().courses(); },
        [this](const Expected<QList<CourseSeats>> &courses) {
            if (courses)
                takeCourses(*courses);
            else
                m_message->showProblem(courses.error().sentence);
        });
}

void ListPage::takeCourses(const QList<CourseSeats> &courses)
{
    m_course->setCourses(courses, m_list.roster().hasCourseColumn());
    if (courses.isEmpty() && m_list.rights().mayManage())
        m_message->showProblem(
            tr("The school has no courses yet. Import or add them, then choose one here."),
            tr("Go to &courses"));
    else if (courses.isEmpty())
        m_message->showProblem(tr("The school has no courses yet. Those who manage it add them."));
    if (m_list.hasChosenCourse())
        m_course->select(m_list.course());
    if (!m_guessed && !m_list.hasChosenCourse()) {
        m_guessed = true;
        const Roster &roster = m_list.roster();
        const auto guess = guessCourse(courses,
            {rowsNameCourses(roster.students), roster.source.sheetTitle(), m_list.name()},
            QDate::currentDate());
        if (guess) {
            m_course->select(guess->course);
            m_list.chooseCourse(guess->course);
        } else {
            m_course->setFocus();
        }
    }
    m_seatsAreOld = false;
    refreshCourseFacts();
}

void ListPage::refreshCourseFacts()
{
    m_course->setToolTip(m_course->currentText() + u'\n'
        + (m_list.isBusy() ? tr("The course cannot be changed while students are being registered")
                           : tr("Ctrl+L")));
    const StatusCounts since = m_seatsAreOld ? m_list.progress().counts : StatusCounts();
    m_courseFacts->setText(
        m_list.isOfHistory() ? m_list.results().run.courseName : m_course->describeChosen(since));
    const auto seats = m_list.isOfHistory() ? std::nullopt : m_course->chosenSeats(since);
    const bool isLimited = seats && seats->course.capacity.value_or(0) > 0;
    m_seats->setVisible(isLimited);
    if (isLimited) {
        m_seats->setSeats(seats->seatsTaken, *seats->course.capacity);
        m_seats->setToolTip(m_courseFacts->text());
    }
}

void ListPage::chooseCourse()
{
    m_course->setFocus();
    m_course->lineEdit()->selectAll();
    if (m_course->currentIndex() < 0)
        m_course->showPopup();
}

} // namespace Rollbook
