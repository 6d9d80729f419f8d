// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/reasongroups.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

struct ReasonText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ReasonGroup)
};

QString day(const QString &isoDate)
{
    return QLocale().toString(QDate::fromString(isoDate, Qt::ISODate), QLocale::ShortFormat);
}

// What a rule says no to. An argument is named where it is one and the same for all of them.
QString rejection(const ReasonGroup &group)
{
    const int n = group.count;
    const QString &argument = group.argument;
    const bool isNamed = !argument.isEmpty();
    switch (group.code) {
    case ReasonCode::CourseFull:
        return ReasonText::tr("%n found no seat and no waiting-list place", nullptr, n);
    case ReasonCode::NotOpenYet:
        return isNamed ? ReasonText::tr("%n too early: registration opens on %1", nullptr, n)
                             .arg(day(argument))
                       : ReasonText::tr("%n too early: registration is not open yet", nullptr, n);
    case ReasonCode::RegistrationClosed:
        return isNamed ? ReasonText::tr("%n too late: registration closed on %1", nullptr, n)
                             .arg(day(argument))
                       : ReasonText::tr("%n too late: registration is closed", nullptr, n);
    case ReasonCode::MissingPrerequisite:
        return isNamed ? ReasonText::tr("%n need(s) %1 first", nullptr, n).arg(argument)
                       : ReasonText::tr("%n need(s) another course first", nullptr, n);
    case ReasonCode::TimeConflict:
        return isNamed
            ? ReasonText::tr("%n meet(s) at the same time in %1", nullptr, n).arg(argument)
            : ReasonText::tr("%n meet(s) at the same time elsewhere", nullptr, n);
    case ReasonCode::Hold:
        return isNamed ? ReasonText::tr("%n on hold: %1", nullptr, n).arg(argument)
                       : ReasonText::tr("%n on hold", nullptr, n);
    case ReasonCode::UnknownStudent:
        return ReasonText::tr("%n unknown to the school", nullptr, n);
    case ReasonCode::DuplicateRow:
        return ReasonText::tr("%n stand(s) in the list twice", nullptr, n);
    case ReasonCode::UnknownCourse:
        return isNamed
            ? ReasonText::tr("%n asked for “%1”, which is no course", nullptr, n).arg(argument)
            : ReasonText::tr("%n asked for no known course", nullptr, n);
    default:
        return ReasonText::tr("%n with mistakes in the list", nullptr, n);
    }
}

QString fault(const ReasonGroup &group)
{
    const int n = group.count;
    switch (group.code) {
    case ReasonCode::Cancelled:
        return ReasonText::tr("%n not sent, because the run was stopped", nullptr, n);
    case ReasonCode::Stopped:
        return ReasonText::tr("%n not sent, because the run could not go on", nullptr, n);
    case ReasonCode::LeftOut:
        return ReasonText::tr("%n left out by you", nullptr, n);
    case ReasonCode::InDoubt:
        return ReasonText::tr("%n without an answer before the run was stopped", nullptr, n);
    case ReasonCode::StoreFault:
        return ReasonText::tr("%n because of a fault in the school database", nullptr, n);
    case ReasonCode::StoreFull:
        return ReasonText::tr("%n because no space is left for the school database", nullptr, n);
    case ReasonCode::StoreReadOnly:
        return ReasonText::tr("%n because the school database cannot be changed", nullptr, n);
    default:
        return ReasonText::tr("%n because the school did not answer", nullptr, n);
    }
}

} // namespace

RowState ReasonGroup::state() const
{
    return code == ReasonCode::LeftOut ? RowState::LeftOut : settledState(status);
}

QString ReasonGroup::sentence() const
{
    return status == RegistrationStatus::Rejected ? rejection(*this) : fault(*this);
}

QList<ReasonGroup> groupReasons(const QList<StudentRegistrationResult> &results)
{
    std::array<ReasonGroup, ReasonCodeCount> groups;
    for (const StudentRegistrationResult &result : results) {
        const RegistrationError *error = result.error();
        if (!error)
            continue;
        ReasonGroup &group = groups[static_cast<std::size_t>(error->code)];
        if (group.count == 0)
            group = {error->status, error->code, error->argument, 0};
        else if (!group.argument.isEmpty() && group.argument != QString(error->argument))
            group.argument.clear();
        ++group.count;
    }
    QList<ReasonGroup> present;
    std::copy_if(groups.cbegin(), groups.cend(), std::back_inserter(present),
        [](const ReasonGroup &group) { return group.count > 0; });
    std::stable_sort(present.begin(), present.end(),
        [](const ReasonGroup &one, const ReasonGroup &other) { return one.count > other.count; });
    return present;
}

} // namespace Rollbook
