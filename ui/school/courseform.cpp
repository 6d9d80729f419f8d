// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/courseform.h"

#include "school/typedday.h"

#include "registrars/coursecheck.h"
#include "registration/school.h"

#include <QLineEdit>

namespace Rollbook
{

namespace
{

// A year of two digits is one of a course that is still planned, or of one that was.
constexpr int YearsAhead = 50;

QStringList separatedCodes(const QString &text)
{
    QStringList codes;
    const QStringList parts = QString(text).replace(u',', u';').split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            codes += part.trimmed();
    }
    return codes;
}

} // namespace

CourseForm::CourseForm(QWidget *parent)
    : SchoolForm(parent)
    , m_code(addField(tr("C&ode"), tr("GO1")))
    , m_title(addField(tr("Titl&e")))
    , m_term(addField(tr("&Term"), tr("2026 Fall")))
    , m_capacity(addField(tr("&Seats"), tr("no limit")))
    , m_waitlist(addField(tr("Places on the waiting &list"), tr("no waiting list")))
    , m_meets(addField(tr("&When it meets"), tr("Mon 09:00-10:30; Wed 09:00-10:30")))
    , m_opens(addField(tr("Open &from"), tr("always; or a day like %1").arg(dayText({2026, 8, 1}))))
    , m_closes(
          addField(tr("Open &until"), tr("always; or a day like %1").arg(dayText({2026, 11, 30}))))
    , m_prerequisites(addField(tr("&Needs first"), tr("codes of courses: GO0; ALG")))
{
    addButtons(tr("Sa&ve the course"));
}

void CourseForm::beginNew()
{
    m_seats.reset();
    setHeading(tr("A new course"), {});
    lock(m_code, false);
    lock(m_term, false);
    fill({});
}

void CourseForm::begin(const CourseSeats &seats)
{
    m_seats = seats;
    setHeading(tr("Change %1").arg((seats.course.code + u' ' + seats.course.title).trimmed()),
        tr("Code and term stay as they are: lists and reports name the course by them."));
    lock(m_code, true);
    lock(m_term, true);
    fill(seats.course);
}

void CourseForm::fill(const Course &course)
{
    const auto number = [](const std::optional<int> &count) {
        return count ? QString::number(*count) : QString();
    };
    m_code->setText(course.code);
    m_title->setText(course.title);
    m_term->setText(course.term);
    m_capacity->setText(number(course.capacity));
    m_waitlist->setText(number(course.waitlistCapacity));
    m_meets->setText(formatMeetings(course.meets));
    m_opens->setText(dayText(course.opensOn));
    m_closes->setText(dayText(course.closesOn));
    m_prerequisites->setText(course.prerequisites.join(QStringLiteral("; ")));
    clearProblems();
}

std::optional<int> CourseForm::count(QLineEdit *field, bool &isGood)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0) {
        isGood = false;
        showProblemAt(field, tr("“%1” is not a number of places.").arg(text));
    }
    return number;
}

QDate CourseForm::day(QLineEdit *field, bool &isGood)
{
    const QString text = field->text().trimmed();
    const QDate day = typedDay(text, QDate::currentDate().year() + YearsAhead);
    if (!text.isEmpty() && !day.isValid()) {
        isGood = false;
        showProblemAt(field,
            tr("“%1” is not a date. Write it like “%2”.").arg(text, dayText({2026, 11, 30})));
    }
    return day;
}

QLineEdit *CourseForm::fieldOf(int problemField) const
{
    switch (static_cast<CourseProblem::Field>(problemField)) {
    case CourseProblem::Field::Capacity:
        return m_capacity;
    case CourseProblem::Field::WaitlistCapacity:
        return m_waitlist;
    case CourseProblem::Field::ClosesOn:
        return m_closes;
    case CourseProblem::Field::Meets:
        return m_meets;
    case CourseProblem::Field::Code:
        break;
    }
    return m_code;
}

std::optional<Course> CourseForm::course(const std::function<bool(const CourseRef &)> &isKnown)
{
    clearProblems();
    bool isGood = true;
    Course course;
    course.code = m_code->text().trimmed();
    course.title = m_title->text().trimmed();
    course.term = m_term->text().trimmed();
    course.prerequisites = separatedCodes(m_prerequisites->text());
    // The last that is wrong has the focus: from the end to the beginning.
    course.closesOn = day(m_closes, isGood);
    course.opensOn = day(m_opens, isGood);
    if (const auto meets = parseMeetings(m_meets->text())) {
        course.meets = *meets;
    } else {
        isGood = false;
        showProblemAt(m_meets, meets.error().sentence);
    }
    course.waitlistCapacity = count(m_waitlist, isGood);
    course.capacity = count(m_capacity, isGood);
    if (const auto problem =
            checkCourse(course, m_seats ? m_seats->seatsTaken : 0, m_seats ? m_seats->waiting : 0);
        isGood && problem) {
        isGood = false;
        showProblemAt(fieldOf(static_cast<int>(problem->field)), problem->sentence);
    }
    if (isGood && isNew() && isKnown(course.ref())) {
        isGood = false;
        showProblemAt(m_code,
            tr("The school has the course %1 already.")
                .arg(CourseAssignment(course.ref()).displayName()));
    }
    return isGood ? std::make_optional(course) : std::nullopt;
}

} // namespace Rollbook
