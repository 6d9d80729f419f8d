// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowstoretry.h"

#include "registration/runroster.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr QLatin1StringView RowOption("row");
constexpr QLatin1StringView StatusOption("status");

Error wrong(const QString &sentence)
{
    return {ErrorCode::Usage, sentence};
}

// Why the row is not tried again, where it is not.
std::optional<Error> whyNot(const StudentRegistrationResult &result)
{
    const int number = result.row + 1;
    if (result.registration()) {
        return wrong(CommandLine::tr("Row %1 is %2 (%3). Only rows that have neither a seat nor a "
                                     "place on the waiting list can be tried again.")
                         .arg(number)
                         .arg(statusWord(result.status()), explain(result)));
    }
    if (canBeTriedAgain(result))
        return std::nullopt;
    return wrong(CommandLine::tr("Row %1 was not sent (%2), and would not be sent again as it is. "
                                 "Correct the class list, then register it.")
                     .arg(number)
                     .arg(explain(result)));
}

Expected<QList<qint32>> rowsWithNumbers(
    const QStringList &numbers, const RegisterStudentsResults &soFar)
{
    QList<qint32> rows;
    for (const QString &text : numbers) {
        bool understood = false;
        const int number = text.toInt(&understood);
        if (!understood || number < 1 || number > soFar.results.size()) {
            return tl::unexpected(wrong(
                CommandLine::tr("“%1” is no row of this run, whose rows are 1 to %2; --row takes "
                                "the number that a report gives as roster_row.")
                    .arg(text)
                    .arg(soFar.results.size())));
        }
        if (auto error = whyNot(soFar.results.at(number - 1)))
            return tl::unexpected(std::move(*error));
        rows += number - 1;
    }
    return rows;
}

Expected<QList<qint32>> rowsWithStatus(
    const QStringList &words, const RegisterStudentsResults &soFar)
{
    QList<RegistrationStatus> wanted;
    for (const QString &word : words) {
        const auto status = statusFromWord(word);
        if (!status || *status < RegistrationStatus::Rejected) {
            return tl::unexpected(
                wrong(CommandLine::tr("--status takes rejected, failed or not_attempted, not “%1”.")
                          .arg(word)));
        }
        wanted += *status;
    }
    QList<qint32> rows;
    for (const StudentRegistrationResult &result : soFar.results) {
        if (wanted.contains(result.status()) && canBeTriedAgain(result))
            rows += result.row;
    }
    return rows;
}

} // namespace

void addRowsToRetryOptions(CommandLine &line)
{
    line.addOption({RowOption,
        CommandLine::tr("Which row retry sends again, as a report numbers it (roster_row, 1 is "
                        "the first student); can be given again."),
        QStringLiteral("N")});
    line.addOption({StatusOption,
        CommandLine::tr("Which rows retry sends again: rejected, failed or not_attempted; can be "
                        "given again. Without it, and without --row: failed and not_attempted. "
                        "For list: runs with a row of this status."),
        QStringLiteral("STATUS")});
}

bool choosesRows(const CommandLine &line)
{
    return line.isSet(RowOption) || line.isSet(StatusOption);
}

Expected<std::optional<QList<qint32>>> readRowsToRetry(
    const CommandLine &line, const RegisterStudentsResults &soFar)
{
    const QStringList numbers = line.values(RowOption);
    const QStringList words = line.values(StatusOption);
    if (!numbers.isEmpty() && !words.isEmpty()) {
        return tl::unexpected(
            wrong(CommandLine::tr("Say which rows with --row or with --status, not with both.")));
    }
    if (numbers.isEmpty() && words.isEmpty())
        return std::nullopt;
    auto rows = numbers.isEmpty() ? rowsWithStatus(words, soFar) : rowsWithNumbers(numbers, soFar);
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    return std::make_optional(std::move(*rows));
}

} // namespace Rollbook
