// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/placechanges.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The trail names students by their number, or by their address where they have none.
bool isNamed(const Student &student, const QString &name)
{
    Student withNumber;
    withNumber.studentId = name;
    Student withAddress;
    withAddress.email = name;
    return isSameStudent(student, withNumber) || isSameStudent(student, withAddress);
}

} // namespace

QList<PlaceChange> placeChangesIn(const AuditEntry &entry, const Student &student)
{
    const bool movedUp = entry.action == AuditAction::Promoted;
    if (!movedUp && entry.action != AuditAction::Withdrawn)
        return {};
    const QJsonObject content = QJsonDocument::fromJson(entry.content.toUtf8()).object();
    const QJsonArray changed = content.value(movedUp ? u"students"_s : u"places"_s).toArray();
    QList<PlaceChange> changes;
    for (const QJsonValueConstRef value : changed) {
        const QJsonObject one = value.toObject();
        if (!isNamed(student, one.value(u"student"_s).toString()))
            continue;
        const QJsonObject &course = movedUp ? content : one;
        changes += PlaceChange{movedUp ? PlaceChange::Kind::MovedUp : PlaceChange::Kind::Withdrawn,
            entry.at, entry.who,
            {course.value(u"code"_s).toString(), course.value(u"term"_s).toString()},
            one.value(u"place"_s).toInt(), one.value(u"seat"_s).toInt()};
    }
    return changes;
}

} // namespace Rollbook
