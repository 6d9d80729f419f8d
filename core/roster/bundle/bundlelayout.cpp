// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlelayout.h"

#include "csvtable.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// Enough for the header of any of these files.
constexpr qint64 BytesOfAHeader = 1 << 16;
// A folder of lists that have nothing to do with each other may have many.
constexpr int MostFilesToLookInto = 200;

constexpr BundleLayout oneRoster(const char *format)
{
    return {
        .format = format,
        .family = "OneRoster",
        .people = {"users.csv", "sourcedId,givenName,familyName", "sourcedId",
            "identifier|sourcedId", "givenName", "familyName", "email", "username", "", "grades",
            "status"},
        .classes = {"classes.csv", "sourcedId,title,courseSourcedId,schoolSourcedId", "sourcedId",
            "classCode", "title", "termSourcedIds", "status"},
        .enrollments = {"enrollments.csv", "userSourcedId,classSourcedId,role", "userSourcedId",
            "classSourcedId", "", "role", "status"},
        .terms = {"academicSessions.csv", "sourcedId", "title"},
        .birthDates = {"demographics.csv", "sourcedId", "birthDate"},
    };
}

constexpr BundleLayout OneRoster11 = oneRoster("OneRoster 1.1");
constexpr BundleLayout OneRoster12 = oneRoster("OneRoster 1.2");

constexpr BundleLayout SchoolDataSync1 = {
    .format = "School Data Sync",
    .family = "School Data Sync",
    .people = {"Student.csv", "SIS ID,First Name,Last Name,Grade", "SIS ID",
        "Student Number|SIS ID", "First Name", "Last Name", "Secondary Email", "Username",
        "Birthdate", "Grade", "Status"},
    .classes = {"Section.csv", "SIS ID,School SIS ID,Section Name", "SIS ID", "Section Number",
        "Section Name", "Term Name", "Status"},
    .enrollments = {"StudentEnrollment.csv", "", "SIS ID", "Section SIS ID", "", "", "Status"},
};

constexpr BundleLayout SchoolDataSync21 = {
    .format = "School Data Sync 2.1",
    .family = "School Data Sync",
    .people = {"users.csv", "sourcedId,givenName,familyName", "sourcedId", "sourcedId", "givenName",
        "familyName", "email", "username", "", "", ""},
    .classes = {"classes.csv", "sourcedId,orgSourcedId,title,sessionSourcedIds", "sourcedId",
        "code", "title", "sessionSourcedIds", ""},
    .enrollments = {"enrollments.csv", "userSourcedId,classSourcedId,role", "userSourcedId",
        "classSourcedId", "", "role", ""},
    .terms = {"academicSessions.csv", "sourcedId", "title"},
    .birthDates = {"demographics.csv", "userSourcedId", "birthDate"},
    .gradeLevels = {"roles.csv", "userSourcedId", "grade"},
};

constexpr BundleLayout CanvasSis = {
    .format = "Canvas SIS CSV",
    .family = "Canvas SIS",
    .people = {"users.csv", "user_id,login_id", "user_id", "user_id", "first_name", "last_name",
        "email", "login_id", "", "", "status"},
    .classes = {"courses.csv", "course_id,short_name,long_name", "course_id", "short_name",
        "long_name", "term_id", "status"},
    .enrollments = {"enrollments.csv", "user_id,role,status", "user_id", "course_id", "section_id",
        "role", "status"},
    .terms = {"terms.csv", "term_id", "name"},
    .sections = {"sections.csv", "section_id", "course_id"},
};

/// Columns that only one kind of bundle has together in one file.
struct Signature {
    BundleKind kind;
    const char *has;
    const char *hasNot; // any of them
};

// The first that a file of the bundle meets decides: what two kinds could have comes last.
constexpr Signature Signatures[] = {
    {BundleKind::OneRoster12, "sourcedId,userSourcedId,roleType,role", ""},
    {BundleKind::OneRoster12, "sourcedId,givenName,userMasterIdentifier", ""},
    {BundleKind::OneRoster12, "sourcedId,givenName,primaryOrgSourcedId", ""},
    {BundleKind::OneRoster11, "sourcedId,givenName,role", ""},
    {BundleKind::OneRoster11, "sourcedId,classSourcedId,userSourcedId,role", ""},
    {BundleKind::OneRoster11, "sourcedId,courseSourcedId,schoolSourcedId", ""},
    {BundleKind::SchoolDataSync21, "classSourcedId,userSourcedId,role", "sourcedId"},
    {BundleKind::SchoolDataSync21, "userSourcedId,orgSourcedId,role", "sourcedId"},
    {BundleKind::SchoolDataSync21, "sourcedId,givenName,familyName", "role,status,enabledUser"},
    {BundleKind::SchoolDataSync1, "Section SIS ID,SIS ID", ""},
    {BundleKind::SchoolDataSync1, "SIS ID,School SIS ID", ""},
    {BundleKind::CanvasSis, "user_id,login_id", ""},
    {BundleKind::CanvasSis, "user_id,course_id,role", ""},
    {BundleKind::CanvasSis, "user_id,section_id,role", ""},
    {BundleKind::CanvasSis, "course_id,short_name,long_name", ""},
};

bool meets(const QList<QByteArray> &headers, const Signature &signature)
{
    const auto excluded =
        QByteArray::fromRawData(signature.hasNot, static_cast<qsizetype>(qstrlen(signature.hasNot)))
            .split(',');
    return hasColumns(headers, signature.has)
        && std::none_of(excluded.cbegin(), excluded.cend(), [&](const QByteArray &column) {
               return !column.isEmpty() && columnOf(headers, column) >= 0;
           });
}

} // namespace

const BundleLayout &bundleLayout(BundleKind kind)
{
    switch (kind) {
    case BundleKind::OneRoster11:
        return OneRoster11;
    case BundleKind::OneRoster12:
        return OneRoster12;
    case BundleKind::SchoolDataSync1:
        return SchoolDataSync1;
    case BundleKind::SchoolDataSync21:
        return SchoolDataSync21;
    case BundleKind::CanvasSis:
        break;
    }
    return CanvasSis;
}

bool hasColumns(const QList<QByteArray> &headers, const char *columns)
{
    const auto wanted = QByteArray(columns).split(',');
    return columns[0] != '\0'
        && std::all_of(wanted.cbegin(), wanted.cend(),
            [&](const QByteArray &column) { return columnOf(headers, column) >= 0; });
}

QList<BundleFile> bundleFiles(const RosterFiles &files)
{
    QList<BundleFile> found;
    for (const RosterFile &file : files.files()) {
        if (!file.name.endsWith(u".csv", Qt::CaseInsensitive))
            continue;
        const auto beginning = files.read(file.name, BytesOfAHeader);
        // One that cannot be read is told of when it is needed.
        found += BundleFile{file.name, beginning ? csvHeaders(*beginning) : QList<QByteArray>()};
        if (found.size() >= MostFilesToLookInto)
            break;
    }
    return found;
}

std::optional<BundleKind> bundleKind(const QList<BundleFile> &files)
{
    for (const Signature &signature : Signatures) {
        const bool met = std::any_of(files.cbegin(), files.cend(),
            [&](const BundleFile &file) { return meets(file.headers, signature); });
        if (met)
            return signature.kind;
    }
    return std::nullopt;
}

} // namespace Rollbook
