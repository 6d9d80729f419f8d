// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/registration.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

// One context for all sentences about outcomes, so that translators see them side by side.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Outcome)
};

QString dayForPeople(const QString &isoDate, const QLocale &locale)
{
    const QDate date = QDate::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? locale.toString(date, QLocale::ShortFormat) : isoDate;
}

QString withArgument(const char *with, const char *without, const QString &argument)
{
    return argument.isEmpty() ? Text::tr(without) : Text::tr(with).arg(argument);
}

QString explainRejection(const RegistrationError &error, const QLocale &locale)
{
    const QString &argument = error.argument;
    switch (error.code) {
    case ReasonCode::CourseFull:
        return Text::tr("the course is full and no waiting-list place is left");
    case ReasonCode::NotOpenYet:
        return Text::tr("registration opens on %1").arg(dayForPeople(argument, locale));
    case ReasonCode::RegistrationClosed:
        return Text::tr("registration closed on %1").arg(dayForPeople(argument, locale));
    case ReasonCode::MissingPrerequisite:
        return Text::tr("needs %1 first").arg(argument);
    case ReasonCode::TimeConflict:
        return Text::tr("meets at the same time as %1").arg(argument);
    case ReasonCode::Hold:
        return withArgument(QT_TRANSLATE_NOOP("Rollbook::Outcome", "has a hold: %1"),
            QT_TRANSLATE_NOOP("Rollbook::Outcome", "has a hold"), argument);
    case ReasonCode::UnknownStudent:
        return Text::tr("is not in the school's student register");
    case ReasonCode::DuplicateRow:
        return Text::tr("same student as row %1").arg(argument);
    case ReasonCode::UnknownCourse:
        return withArgument(QT_TRANSLATE_NOOP("Rollbook::Outcome", "there is no course “%1”"),
            QT_TRANSLATE_NOOP("Rollbook::Outcome", "the row names no course"), argument);
    default:
        return argument.isEmpty() ? Text::tr("the row cannot be used as it is") : argument;
    }
}

QString explainFault(const RegistrationError &error)
{
    switch (error.code) {
    case ReasonCode::StoreBusy:
        return Text::tr("the school database was in use elsewhere; try again");
    case ReasonCode::StoreUnavailable:
        return Text::tr("the school database could not be reached; try again");
    case ReasonCode::StoreFull:
        return Text::tr(
            "no space is left where the school database lies; make room, then try again");
    case ReasonCode::StoreReadOnly:
        return Text::tr(
            "the school database can be read but not changed; ask for permission, then try again");
    case ReasonCode::Throttled:
        return withArgument(QT_TRANSLATE_NOOP("Rollbook::Outcome",
                                "the school asked to wait %1 seconds; try again"),
            QT_TRANSLATE_NOOP(
                "Rollbook::Outcome", "the school asked to be asked less often; try again"),
            error.argument);
    case ReasonCode::StoreFault:
        return withArgument(QT_TRANSLATE_NOOP("Rollbook::Outcome",
                                "a fault in the school database; tell whoever looks after it (%1)"),
            QT_TRANSLATE_NOOP(
                "Rollbook::Outcome", "a fault in the school database; tell whoever looks after it"),
            error.argument);
    case ReasonCode::TimedOut:
        return Text::tr("no answer in time; try again");
    case ReasonCode::InDoubt:
        return Text::tr("the run was stopped before the school had answered; try again to find "
                        "out");
    case ReasonCode::Cancelled:
        return Text::tr("not sent, because the run was stopped");
    case ReasonCode::Stopped:
        return withArgument(
            QT_TRANSLATE_NOOP("Rollbook::Outcome", "not sent, because the run could not go on: %1"),
            QT_TRANSLATE_NOOP("Rollbook::Outcome", "not sent, because the run could not go on"),
            error.argument);
    case ReasonCode::LeftOut:
        return Text::tr("left out by you");
    default:
        return withArgument(QT_TRANSLATE_NOOP("Rollbook::Outcome", "a fault: %1; try again"),
            QT_TRANSLATE_NOOP("Rollbook::Outcome", "a fault; try again"), error.argument);
    }
}

QString explainError(const RegistrationError &error, const QLocale &locale)
{
    return error.status == RegistrationStatus::Rejected ? explainRejection(error, locale)
                                                        : explainFault(error);
}

} // namespace

QString statusTitle(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Registered:
        return Text::tr("Registered");
    case RegistrationStatus::Waitlisted:
        return Text::tr("Waiting list");
    case RegistrationStatus::AlreadyRegistered:
        return Text::tr("Already registered");
    case RegistrationStatus::Rejected:
        return Text::tr("Not registered");
    case RegistrationStatus::Failed:
        return Text::tr("Failed");
    case RegistrationStatus::NotAttempted:
        return Text::tr("Not attempted");
    }
    return {};
}

QString explain(const StudentRegistrationResult &result, const QLocale &locale)
{
    const StudentRegistration *held = result.registration();
    if (!held)
        return explainError(*result.error(), locale);
    const bool numbered = held->number > 0;
    if (held->status == RegistrationStatus::AlreadyRegistered) {
        if (held->waiting) {
            return numbered
                ? Text::tr("was on the waiting list already, place %1").arg(held->number)
                : Text::tr("was on the waiting list already");
        }
        return numbered ? Text::tr("had seat %1 already").arg(held->number)
                        : Text::tr("had a seat already");
    }
    if (held->waiting) {
        return numbered ? Text::tr("place %1 on the waiting list").arg(held->number)
                        : Text::tr("on the waiting list");
    }
    return numbered ? Text::tr("seat %1").arg(held->number) : Text::tr("has a seat");
}

QString explainPlanned(const StudentRegistrationResult &result)
{
    const StudentRegistration *held = result.registration();
    if (!held || held->status == RegistrationStatus::AlreadyRegistered)
        return explain(result);
    const bool numbered = held->number > 0;
    if (held->waiting) {
        return numbered ? Text::tr("will get place %1 on the waiting list").arg(held->number)
                        : Text::tr("will be on the waiting list");
    }
    return numbered ? Text::tr("will get seat %1").arg(held->number) : Text::tr("will get a seat");
}

QString CourseAssignment::displayName() const
{
    if (m_courses.size() > 1)
        return Text::tr("%n course(s)", nullptr, static_cast<int>(m_courses.size()));
    if (m_courses.isEmpty())
        return {};
    const CourseRef &course = m_courses.first();
    return course.term.isEmpty() ? course.code
                                 : QStringLiteral("%1 (%2)").arg(course.code, course.term);
}

} // namespace Rollbook
