// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rosterfiles.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Rollbook
{

/// What student information systems export as several files that belong together.
enum class BundleKind : quint8 {
    OneRoster11,      ///< 1EdTech OneRoster 1.1, CSV Tables (bulk)
    OneRoster12,      ///< 1EdTech OneRoster 1.2, CSV Binding
    SchoolDataSync1,  ///< Microsoft School Data Sync V1 CSV
    SchoolDataSync21, ///< Microsoft School Data Sync V2.1 CSV
    CanvasSis,        ///< Instructure Canvas, SIS Import CSV
};

/// A file of a bundle with the names of its columns.
struct BundleFile {
    QString name;
    QList<QByteArray> headers;
};

/// Where a kind of bundle keeps what a roster needs: file names and column names, whose case does
/// not count. Columns that stand in for one another are separated by “|”, the better one first; an
/// empty name: the kind has none. `marks` are the columns, separated by “,”, by which a file is
/// known that is called otherwise; empty: another has the same.
struct BundleLayout {
    /// A file that gives a value to a key of another.
    struct Lookup {
        const char *file = "";
        const char *key = "";
        const char *value = "";
    };

    const char *format; ///< for people, with the version
    const char *family; ///< the same without it, for sentences

    struct {
        const char *file;
        const char *marks;
        const char *key;
        const char *studentId;
        const char *givenName;
        const char *familyName;
        const char *email;
        const char *login; ///< where it is an address, it stands in for an empty email
        const char *birthDate;
        const char *gradeLevel;
        const char *status;
    } people;

    struct {
        const char *file;
        const char *marks;
        const char *key;
        const char *code;
        const char *title;
        const char *term; ///< what people read, or the key of `terms`
        const char *status;
    } classes;

    struct {
        const char *file;
        const char *marks;
        const char *person;
        const char *inClass;
        const char *inSection; ///< the key of `sections`, where the class is empty
        const char *role;      ///< none: all are students
        const char *status;
    } enrollments;

    Lookup terms = {};
    Lookup sections = {};    ///< the class that a section belongs to
    Lookup birthDates = {};  ///< by the person's key
    Lookup gradeLevels = {}; ///< by the person's key
};

const BundleLayout &bundleLayout(BundleKind kind);

/// The CSV files with their headers.
QList<BundleFile> bundleFiles(const RosterFiles &files);

/// Which kind the headers speak of, whatever the files are called.
std::optional<BundleKind> bundleKind(const QList<BundleFile> &files);

/// True when each of these columns, separated by “,”, is among the headers; false without any.
bool hasColumns(const QList<QByteArray> &headers, const char *columns);

} // namespace Rollbook
