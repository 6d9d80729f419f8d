// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

struct AdviceText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Advice)
};

QString longDay(const QString &isoDate)
{
    const QDate date = QDate::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : isoDate;
}

QString whatHelpsAgainstFault(ReasonCode code)
{
    switch (code) {
    case ReasonCode::StoreBusy:
    case ReasonCode::TimedOut:
    case ReasonCode::Throttled:
        return AdviceText::tr("Try again in a moment; this passes by itself.");
    case ReasonCode::StoreUnavailable:
        return AdviceText::tr("Check that this computer is connected, then try again. If it stays "
                              "so, tell whoever looks after the school database.");
    case ReasonCode::StoreFull:
        return AdviceText::tr("Make room where the school database lies, then try again.");
    case ReasonCode::StoreReadOnly:
        return AdviceText::tr(
            "Ask whoever looks after the school database to let you change it, then try again.");
    case ReasonCode::StoreFault:
        return AdviceText::tr("Tell whoever looks after the school database what is said here, and "
                              "try again when it is put right.");
    case ReasonCode::InDoubt:
        return AdviceText::tr("Try again: a student who has the seat already keeps it, and nobody "
                              "is registered twice.");
    case ReasonCode::Cancelled:
        return AdviceText::tr("Try again when the student is to be registered after all.");
    case ReasonCode::Stopped:
        return AdviceText::tr("See to what stopped the run, then try again.");
    case ReasonCode::LeftOut:
        return AdviceText::tr("Take the row back if the student is to be registered after all.");
    default:
        return AdviceText::tr(
            "Try again. If it stays so, tell whoever looks after the school database.");
    }
}

} // namespace

bool isPutRightFirst(ReasonCode code)
{
    return code == ReasonCode::StoreFull || code == ReasonCode::StoreReadOnly
        || code == ReasonCode::StoreFault;
}

bool isMendedInTheList(ReasonCode code)
{
    return code == ReasonCode::InvalidData || code == ReasonCode::DuplicateRow
        || code == ReasonCode::UnknownStudent || code == ReasonCode::UnknownCourse;
}

QString ruleBehind(const RegistrationError &error)
{
    const QString argument = error.argument;
    switch (error.code) {
    case ReasonCode::CourseFull:
        return AdviceText::tr("All seats of the course are taken, and so are the places on its "
                              "waiting list, if it has one.");
    case ReasonCode::NotOpenYet:
        return AdviceText::tr("The course takes students from %1 on.").arg(longDay(argument));
    case ReasonCode::RegistrationClosed:
        return AdviceText::tr("The course took students until %1.").arg(longDay(argument));
    case ReasonCode::MissingPrerequisite:
        return AdviceText::tr("The course asks for %1 first, and the school has no record that the "
                              "student did it.")
            .arg(argument);
    case ReasonCode::TimeConflict:
        return AdviceText::tr("The student has a seat in %1, which meets at the same time.")
            .arg(argument);
    case ReasonCode::Hold:
        return AdviceText::tr("The school registers nobody who has a hold.");
    case ReasonCode::UnknownStudent:
        return AdviceText::tr("Only students who are in the school's register can be registered.");
    case ReasonCode::DuplicateRow:
        return AdviceText::tr("A student is registered in a course once; row %1 asks for the same.")
            .arg(argument);
    case ReasonCode::InvalidData:
        return AdviceText::tr(
            "Only rows that say without doubt who the student is are registered.");
    case ReasonCode::UnknownCourse:
        return AdviceText::tr("Students are registered in courses that the school has.");
    default:
        return {};
    }
}

QString whatToDo(const RegistrationError &error)
{
    switch (error.code) {
    case ReasonCode::CourseFull:
        return AdviceText::tr("Make more seats or a longer waiting list in the course, or choose "
                              "another course; then try again.");
    case ReasonCode::NotOpenYet:
        return AdviceText::tr("Try again on that day, or let the course open earlier.");
    case ReasonCode::RegistrationClosed:
        return AdviceText::tr("Let the course close later if the student may still come in, then "
                              "try again.");
    case ReasonCode::MissingPrerequisite:
        return AdviceText::tr("If the student did it, have the record put right, then try again. "
                              "If not, register the student there first.");
    case ReasonCode::TimeConflict:
        return AdviceText::tr("Ask the student which of the two it shall be; take the student out "
                              "of the other course, then try again.");
    case ReasonCode::Hold:
        return AdviceText::tr("When the reason for the hold is settled, have it lifted, then try "
                              "again.");
    case ReasonCode::UnknownStudent:
        return AdviceText::tr("Check the student ID for a slip. Is the student new, add them to "
                              "the register, then try again.");
    case ReasonCode::DuplicateRow:
        return AdviceText::tr("Leave this row out, or correct the student ID if another student "
                              "is meant.");
    case ReasonCode::InvalidData:
        return AdviceText::tr("Correct the marked cell, or leave the row out.");
    case ReasonCode::UnknownCourse:
        return AdviceText::tr("Correct the course in the list, or add it to the school's courses.");
    default:
        return whatHelpsAgainstFault(error.code);
    }
}

} // namespace Rollbook
