// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace Rollbook
{

/// One thing in a roster that a person should look at.
struct RosterProblem {
    enum class Severity : quint8 {
        Warning, ///< is registered all the same
        Error,   ///< the row cannot be registered
    };
    enum class Code : quint8 {
        NoIdentifier, ///< neither student_id nor email
        DuplicateRow, ///< same student in the same course as an earlier row
        InvalidEmail,
        InvalidDate,
        SharedEmail, ///< two students with one e-mail address
        MissingName,
        TooManyCells,         ///< text beyond the last column of the header
        NoCourse,             ///< the roster has a course column and this cell is empty
        SuspiciousEmail,      ///< the domain is nearly a well-known one
        SameNameAndBirthDate, ///< as in another row with another identifier
        AmbiguousDate,        ///< day first or month first; told once, of the first such row
        BrokenLetters,        ///< U+FFFD, where a program before lost letters
        LongText,             ///< longer than any identifier or name
        OtherNameInSchool,    ///< the school knows the identifier by another name
    };

    Severity severity = Severity::Error;
    Code code = Code::NoIdentifier;
    qint32 row = 0;     ///< from 0; line() is what people count
    qint32 column = -1; ///< of the file, from 0; -1: the row as a whole
    qint32 otherRow = -1;
    QString what; ///< the part of a sentence that says what is wrong, for where the place is seen
    std::optional<QString> fix = {}; ///< what the cell should rather say

    /// A whole sentence that names row and column as people count them.
    QString sentence(const QStringList &headers) const;

    friend bool operator==(const RosterProblem &, const RosterProblem &) = default;
};

/// A sheet of a workbook, or a class of a bundle.
struct RosterSheet {
    QString name;        ///< what `--sheet` takes
    QString title;       ///< for people; the name where there is nothing better
    bool hidden = false; ///< hidden by who made the workbook

    friend bool operator==(const RosterSheet &, const RosterSheet &) = default;
};

/// How a roster was read; what the window shows of it, and lets people change.
struct RosterSource {
    enum class Kind : quint8 {
        Text,     ///< separated by commas, semicolons, tabs or bars
        Workbook, ///< XLSX, ODS or XLS
        Json,     ///< an array of objects
        WebTable, ///< an HTML table, such as from the clipboard
        Bundle,   ///< files of a student information system that belong together
    };

    Kind kind = Kind::Text;
    QString format;            ///< for people: "Excel workbook", "OneRoster 1.1"
    char delimiter = ',';      ///< of text
    QString encoding;          ///< of text: "UTF-8", "Windows-1252"
    QList<RosterSheet> sheets; ///< of a workbook or bundle
    QString sheet;             ///< the one that was read
    int rowsAbove = 0;         ///< titles, dates and blank rows above the header

    QString sheetTitle() const; ///< of the one that was read, for people; empty: none
};

/// A list of students as a file or the clipboard gave it, with what was understood of it. A value;
/// copies are cheap.
struct Roster {
    QString name;        ///< the file's name without its folder, or what the list is called
    QString path;        ///< empty for a pasted list
    QStringList headers; ///< the words of the file, in its order
    StudentList students;
    RosterSource source;
    /// Fields that several columns ask for with equal right, and those columns; the first was
    /// taken.
    QMap<StudentField, QList<int>> disputed;
    QList<RosterProblem> problems; ///< in row order

    int size() const { return students.size(); }
    /// True when a column says in which course each row belongs.
    bool hasCourseColumn() const { return students.hasField(StudentField::Course); }
    /// The rows that must not be sent, with why, as BulkRegistration takes them.
    QHash<qint32, RegistrationError> rejectedRows() const;
};

/// The encodings that a text can be read in, by the names that people know: "UTF-8",
/// "Windows-1252", …
QStringList textEncodings();

struct RosterOptions {
    /// Canonical field to header word, overriding what is guessed.
    QMap<StudentField, QString> mapping;
    QString encoding; ///< one of textEncodings(); empty: as the bytes look
    QString sheet;    ///< empty: the first that is not hidden and has rows
    /// Take a list although no column tells who a student is, as long as another field was
    /// recognised: a person can still say which column it is.
    bool acceptsUnidentified = false;
};

/// Reads a roster: delimited text, a workbook (XLSX, ODS, XLS), JSON, an HTML table, or the files
/// of a student information system in a folder or ZIP (OneRoster, School Data Sync, Canvas). What
/// is in the file decides, never its ending. An error's sentence names the row and column where
/// there is one. Blocking; may be called from any thread.
Expected<Roster> readRoster(const QString &path, const RosterOptions &options = {});

/// The same for text that was pasted or read elsewhere.
Expected<Roster> readRosterText(
    const QByteArray &text, const QString &name, const RosterOptions &options = {});

/// Checks every row and returns what is wrong, in row order; readRoster() has done it already, it
/// is for lists that were corrected since.
QList<RosterProblem> checkRoster(const Roster &roster);

/// Warns of suspected mix-ups, in row order: a student ID that belongs in the school to somebody
/// with whose name the row's has no word in common. `lookup` gives the school's student of an ID;
/// it is called once for each row that has an ID and a name, in the calling thread.
QList<RosterProblem> checkAgainstSchool(const Roster &roster,
    const std::function<std::optional<Student>(const QString &studentId)> &lookup);

} // namespace Rollbook
