// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace Rollbook
{

class ClassList;

/// What is told of one row of a list beside the table: sentences for people, empty where there is
/// nothing to say.
struct RowDetails {
    QString name;
    QString place; ///< "Row 12 of 97"
    RowState state = RowState::Ready;
    QString reason;
    QString rule;   ///< that decided
    QString advice; ///< what to do about it
    QStringList attempts;
    QList<std::pair<QString, QString>> fields; ///< name and text, those of the file's own, too

    friend bool operator==(const RowDetails &, const RowDetails &) = default;
};

RowDetails detailsOf(const ClassList &list, qint32 row);

/// How long something took, for people: "less than a second", "3.2 seconds".
QString durationForPeople(qint32 milliseconds);

} // namespace Rollbook
