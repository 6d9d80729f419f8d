// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/registration.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

// One context for all sentences about outcomes, so that translators see them side by side.
QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Rollbook::Outcome", text, comment, n);
}

QString dayForPeople(const QString &isoDate)
{
    const QDate date = QDate::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : isoDate;
}

QString withArgument(const char *with, const char *without, const QString &argument)
{
    return argument.isEmpty() ? tr(without) : tr(with).arg(argument);
}

QString explainRejection(const RegistrationError &error)
{
    const QString &argument = error.argument;
    switch (error.code) {
    case ReasonCode::CourseFull:
        return tr("the course is full and no waiting-list place is left");
    case ReasonCode::NotOpenYet:
        return tr("registration opens on %1").arg(dayForPeople(argument));
    case ReasonCode::RegistrationClosed:
        return tr("registration closed on %1").arg(dayForPeople(argument));
    case ReasonCode::MissingPrerequisite:
        return tr("needs %1 first").arg(argument);
    case ReasonCode::TimeConflict:
        return tr("meets at the same time as %1").arg(argument);
    case ReasonCode::Hold:
        return withArgument("has a hold: %1", "has a hold", argument);
    case ReasonCode::UnknownStudent:
        return tr("is not in the school's student register");
    case ReasonCode::DuplicateRow:
        return tr("same student as row %1").arg(argument);
    case ReasonCode::UnknownCourse:
        return withArgument("there is no course “%1”", "the row names no course", argument);
    default:
        return argument.isEmpty() ? tr("the row cannot be used as it is") : argument;
    }
}

QString explainFault(const RegistrationError &error)
{
    switch (error.code) {
    case ReasonCode::StoreBusy:
        return tr("the school database was in use elsewhere; try again");
    case ReasonCode::StoreUnavailable:
        return tr("the school database could not be reached; try again");
    case ReasonCode::StoreFull:
        return tr("no space is left where the school database lies; make room, then try again");
    case ReasonCode::TimedOut:
        return tr("no answer in time; try again");
    case ReasonCode::Cancelled:
        return tr("not sent, because the run was stopped");
    case ReasonCode::Stopped:
        return withArgument("not sent, because the run could not go on: %1",
            "not sent, because the run could not go on", error.argument);
    default:
        return withArgument("a fault: %1; try again", "a fault; try again", error.argument);
    }
}

QString explainError(const RegistrationError &error)
{
    return error.status == RegistrationStatus::Rejected ? explainRejection(error)
                                                        : explainFault(error);
}

} // namespace

QString statusTitle(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Registered:
        return tr("Registered");
    case RegistrationStatus::Waitlisted:
        return tr("Waiting list");
    case RegistrationStatus::AlreadyRegistered:
        return tr("Already registered");
    case RegistrationStatus::Rejected:
        return tr("Not registered");
    case RegistrationStatus::Failed:
        return tr("Failed");
    case RegistrationStatus::NotAttempted:
        return tr("Not attempted");
    }
    return {};
}

QString explain(const StudentRegistrationResult &result)
{
    const StudentRegistration *held = result.registration();
    if (!held)
        return explainError(*result.error());
    const bool numbered = held->number > 0;
    if (held->status == RegistrationStatus::AlreadyRegistered) {
        if (held->waiting) {
            return numbered ? tr("was on the waiting list already, place %1").arg(held->number)
                            : tr("was on the waiting list already");
        }
        return numbered ? tr("had seat %1 already").arg(held->number) : tr("had a seat already");
    }
    if (held->waiting) {
        return numbered ? tr("place %1 on the waiting list").arg(held->number)
                        : tr("on the waiting list");
    }
    return numbered ? tr("seat %1").arg(held->number) : tr("has a seat");
}

QString explainPlanned(const StudentRegistrationResult &result)
{
    const StudentRegistration *held = result.registration();
    if (!held || held->status == RegistrationStatus::AlreadyRegistered)
        return explain(result);
    const bool numbered = held->number > 0;
    if (held->waiting) {
        return numbered ? tr("will get place %1 on the waiting list").arg(held->number)
                        : tr("will be on the waiting list");
    }
    return numbered ? tr("will get seat %1").arg(held->number) : tr("will get a seat");
}

QString CourseAssignment::displayName() const
{
    if (m_courses.size() > 1)
        return tr("%n course(s)", nullptr, static_cast<int>(m_courses.size()));
    if (m_courses.isEmpty())
        return {};
    const CourseRef &course = m_courses.first();
    return course.term.isEmpty() ? course.code
                                 : QStringLiteral("%1 (%2)").arg(course.code, course.term);
}

} // namespace Rollbook
