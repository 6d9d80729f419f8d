// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include "delimitedreader.h"
#include "filekind.h"
#include "fullname.h"
#include "headermatcher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Rollbook
{

namespace
{

constexpr QByteArrayView Utf8Mark("\xEF\xBB\xBF");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

bool isMapped(const StudentList::FieldColumns &columns, StudentField field)
{
    return columns[static_cast<std::size_t>(field)] >= 0;
}

// Given and family name at the right, when the list has the whole name only.
DerivedColumns namesFrom(int fullNameColumn)
{
    return {2, [fullNameColumn](const QList<QByteArrayView> &cells, TextTable::Builder &builder) {
                const NameParts parts = splitFullName(cells.value(fullNameColumn));
                builder.appendCell({parts.given.data(), parts.given.size()});
                builder.appendCell({parts.family.data(), parts.family.size()});
            }};
}

Error noIdentifier(const QString &name, const QStringList &headers)
{
    return {ErrorCode::NotARoster,
        Text::tr(
            "“%1” has no column that tells who a student is. Rollbook needs a column “student_id” "
            "or "
            "“email”; the columns found are: %2.")
            .arg(name, headers.join(QStringLiteral(", ")))};
}

std::optional<Error> whyNoRoster(const DelimitedText &read, const QString &name)
{
    if (read.headers.isEmpty())
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” is empty. Look whether it is the right file.").arg(name)};
    if (read.table.isEmpty()) {
        return Error{ErrorCode::NotARoster,
            Text::tr(
                "“%1” has a header (%2) but no students below it. Look whether it is the right "
                "file, and saved.")
                .arg(name, read.headers.join(QStringLiteral(", ")))};
    }
    return std::nullopt;
}

Expected<Roster> assemble(QByteArrayView bytes, const QString &name, const RosterOptions &options)
{
    if (bytes.startsWith(Utf8Mark))
        bytes = bytes.sliced(Utf8Mark.size());
    if (const auto reason = whyNotText(bytes, name))
        return tl::unexpected(*reason);

    Expected<StudentList::FieldColumns> columns = StudentList::noColumns();
    const auto derive = [&](const QStringList &headers) -> DerivedColumns {
        columns = matchHeader(headers, options.mapping);
        if (!columns || !isMapped(*columns, StudentField::FullName)
            || isMapped(*columns, StudentField::GivenName)
            || isMapped(*columns, StudentField::FamilyName))
            return {};
        const auto right = static_cast<int>(headers.size());
        (*columns)[static_cast<std::size_t>(StudentField::GivenName)] = right;
        (*columns)[static_cast<std::size_t>(StudentField::FamilyName)] = right + 1;
        return namesFrom((*columns)[static_cast<std::size_t>(StudentField::FullName)]);
    };
    Expected<DelimitedText> read = readDelimited(bytes, name, derive);
    if (!read)
        return tl::unexpected(read.error());
    if (!columns)
        return tl::unexpected(columns.error());
    if (const auto reason = whyNoRoster(*read, name))
        return tl::unexpected(*reason);
    if (!isMapped(*columns, StudentField::StudentId) && !isMapped(*columns, StudentField::Email))
        return tl::unexpected(noIdentifier(name, read->headers));

    Roster roster;
    roster.name = name;
    roster.headers = read->headers;
    roster.students = StudentList(read->table, *columns);
    roster.source.delimiter = read->delimiter;
    roster.source.encoding = QStringLiteral("UTF-8");
    for (const OverlongRow &overlong : std::as_const(read->overlongRows)) {
        roster.problems += RosterProblem{RosterProblem::Severity::Warning,
            RosterProblem::Code::TooManyCells, overlong.row, -1, -1,
            Text::tr("%1 cells, the header has only %2; what is beyond was left out")
                .arg(overlong.cells)
                .arg(roster.headers.size())};
    }
    roster.problems = checkRoster(roster);
    return roster;
}

Error unreadable(const QString &path, const QString &why)
{
    return {ErrorCode::FileUnreadable, why.arg(QDir::toNativeSeparators(path))};
}

Error notOpened(const QString &path, const QFile &file)
{
    return unreadable(path,
        Text::tr("“%1” cannot be read (%2). Close it in other programs, or ask for the right to "
                 "read it.")
            .arg(QStringLiteral("%1"), file.errorString()));
}

std::optional<Error> whyNotReadable(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return unreadable(
            path, Text::tr("There is no file “%1”. Check the name, or choose it again."));
    }
    if (info.isDir())
        return unreadable(path, Text::tr("“%1” is a folder. Choose the class list inside it."));
    if (info.size() > TextTable::maximumBytes())
        return unreadable(path, Text::tr("“%1” is larger than 2 GB. Split it into several lists."));
    return std::nullopt;
}

} // namespace

Expected<Roster> readRoster(const QString &path, const RosterOptions &options)
{
    if (const auto reason = whyNotReadable(path))
        return tl::unexpected(*reason);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(notOpened(path, file));
    // Not mapped: a file that another program cuts short meanwhile would end this one.
    const QByteArray content = file.read(TextTable::maximumBytes());
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(notOpened(path, file));
    Expected<Roster> roster = assemble(content, QFileInfo(path).fileName(), options);
    if (roster)
        roster->path = QFileInfo(path).absoluteFilePath();
    return roster;
}

Expected<Roster> readRosterText(
    const QByteArray &text, const QString &name, const RosterOptions &options)
{
    return assemble(text, name, options);
}

QHash<qint32, RegistrationError> Roster::rejectedRows() const
{
    QHash<qint32, RegistrationError> rejected;
    for (const RosterProblem &problem : problems) {
        if (problem.severity != RosterProblem::Severity::Error || rejected.contains(problem.row))
            continue;
        RegistrationError error{
            RegistrationStatus::Rejected, ReasonCode::InvalidData, problem.what};
        if (problem.code == RosterProblem::Code::DuplicateRow)
            error = {RegistrationStatus::Rejected, ReasonCode::DuplicateRow,
                QString::number(problem.otherRow + 1)};
        else if (problem.code == RosterProblem::Code::NoCourse)
            error = {RegistrationStatus::Rejected, ReasonCode::UnknownCourse, {}};
        rejected.insert(problem.row, error);
    }
    return rejected;
}

} // namespace Rollbook
