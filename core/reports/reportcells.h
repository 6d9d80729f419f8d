// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QByteArray>
#include <QHash>
#include <QLocale>

#include <array>
#include <string>

namespace Rollbook
{

/// The columns of every report, in order.
inline constexpr std::array<const char *, 11> ReportColumns{"roster_row", "student_id",
    "given_name", "family_name", "email", "course", "status", "detail", "registered_at", "attempts",
    "duration_ms"};

// Places among them.
inline constexpr std::size_t StateColumn = 6;
inline constexpr std::size_t TimeColumn = 8;

/// Which of the columns are numbers; the others are text.
inline constexpr bool isNumberColumn(std::size_t column)
{
    return column == 0 || column >= 9;
}

/// One row of a report as UTF-8, in the order of ReportColumns.
using ReportCells = std::array<QByteArrayView, ReportColumns.size()>;

/// Makes the cells of a run's rows, one row after the other. Texts that many rows share are made
/// once.
class RowCells
{
public:
    /// The run must outlive it. Days in sentences are written as the locale has them.
    explicit RowCells(const RegisterStudentsResults &run, const QLocale &locale = QLocale());

    /// Valid until the next call.
    const ReportCells &of(const StudentRegistrationResult &result);

private:
    /// A sentence about a registration, around its number.
    struct NumberedSentence {
        bool isKnown = false;
        bool hasNumber = false; ///< else each is to be made alone
        std::string before;
        std::string after;
    };
    /// Digits of a number, without the need for a string.
    struct Digits {
        std::array<char, 24> text{};
        QByteArrayView of(qint64 number);
    };

    QByteArrayView detailOf(const StudentRegistrationResult &result);
    QByteArrayView sentenceOf(
        const StudentRegistrationResult &result, const StudentRegistration &held);
    QByteArrayView reasonOf(
        const StudentRegistrationResult &result, const RegistrationError &error);
    QByteArrayView timeOf(const StudentRegistrationResult &result);
    QByteArrayView courseOf(qint32 row) const;

    const RegisterStudentsResults &m_run;
    QLocale m_locale;
    ReportCells m_cells;
    QList<QByteArray> m_courses;
    std::array<QByteArray, RegistrationStatusCount> m_statusWords;
    std::array<NumberedSentence, std::size_t{2} * RegistrationStatusCount> m_sentences;
    QHash<std::pair<int, QString>, QByteArray> m_reasons;
    std::string m_detail;
    std::array<char, 20> m_time{};
    QByteArray m_unusualTime;
    Digits m_row;
    Digits m_number;
    Digits m_attempts;
    Digits m_duration;
};

/// ISO 8601 in UTC, empty for 0.
QByteArray isoTime(qint64 msSinceEpoch);

/// Whether a spreadsheet would run the text as a formula.
bool isFormula(QByteArrayView cell);

/// A text that a spreadsheet would run as a formula with an apostrophe before it, which makes it a
/// text there; any other as it is.
QByteArray neutralised(QByteArrayView cell);

} // namespace Rollbook
