// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcells.h"

#include <charconv>
#include <chrono>

namespace Rollbook
{

namespace
{

// Ten digits and no other number of a sentence.
constexpr qint32 SentinelNumber = 1'987'654'321;
// So many different reasons at most are remembered, so that memory does not grow with the rows.
constexpr qsizetype MostReasons = 4096;

constexpr std::size_t placeOf(RegistrationStatus status)
{
    return static_cast<std::size_t>(status);
}

void putDigits(char *to, int digits, unsigned number)
{
    for (char *at = to + digits; at != to; number /= 10)
        *--at = static_cast<char>('0' + number % 10);
}

} // namespace

QByteArrayView RowCells::Digits::of(qint64 number)
{
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end - text.data()};
}

RowCells::RowCells(const RegisterStudentsResults &run, const QLocale &locale)
    : m_run(run)
    , m_locale(locale)
{
    for (const CourseRef &course : run.courses.courses())
        m_courses += course.code.toUtf8();
    for (std::size_t i = 0; i < m_statusWords.size(); ++i)
        m_statusWords[i] = statusWord(static_cast<RegistrationStatus>(i)).toLatin1();
}

QByteArrayView RowCells::courseOf(qint32 row) const
{
    const int course = m_run.courses.indexOf(row);
    return course < 0 ? QByteArrayView() : QByteArrayView(m_courses.at(course));
}

QByteArrayView RowCells::sentenceOf(
    const StudentRegistrationResult &result, const StudentRegistration &held)
{
    NumberedSentence &sentence =
        m_sentences[placeOf(held.status) * 2 + static_cast<std::size_t>(held.waiting)];
    if (!sentence.isKnown) {
        StudentRegistrationResult example = result;
        std::get<StudentRegistration>(example.outcome).number = SentinelNumber;
        const QByteArray text = explain(example).toUtf8();
        const QByteArray number = QByteArray::number(SentinelNumber);
        const qsizetype at = text.indexOf(number);
        sentence.isKnown = true;
        sentence.hasNumber = at >= 0;
        sentence.before = text.left(at).toStdString();
        sentence.after = text.mid(at + number.size()).toStdString();
    }
    if (held.number <= 0 || !sentence.hasNumber) {
        m_detail = explain(result).toStdString();
        return m_detail;
    }
    const QByteArrayView number = m_number.of(held.number);
    m_detail = sentence.before;
    m_detail.append(number.data(), static_cast<std::size_t>(number.size()));
    m_detail += sentence.after;
    return m_detail;
}

QByteArrayView RowCells::reasonOf(
    const StudentRegistrationResult &result, const RegistrationError &error)
{
    const int kind =
        static_cast<int>(error.status) * ReasonCodeCount + static_cast<int>(error.code);
    const std::pair<int, QString> key(kind, error.argument);
    if (const auto reason = m_reasons.constFind(key); reason != m_reasons.cend())
        return *reason;
    if (m_reasons.size() >= MostReasons)
        m_reasons.clear();
    return *m_reasons.insert(key, explain(result, m_locale).toUtf8());
}

QByteArrayView RowCells::detailOf(const StudentRegistrationResult &result)
{
    if (const StudentRegistration *held = result.registration())
        return sentenceOf(result, *held);
    return reasonOf(result, *result.error());
}

// QDateTime takes longer for it than all else of a row together.
QByteArrayView RowCells::timeOf(const StudentRegistrationResult &result)
{
    const StudentRegistration *held = result.registration();
    if (!held || held->registeredAtMs == 0)
        return {};
    using namespace std::chrono;
    const sys_time<milliseconds> time(milliseconds(held->registeredAtMs));
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const int year = static_cast<int>(date.year());
    if (year < 1000 || year > 9999) {
        m_unusualTime = isoTime(held->registeredAtMs);
        return m_unusualTime;
    }
    const hh_mm_ss clock(floor<seconds>(time - day));
    m_time = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0', ':',
        '0', '0', 'Z'};
    putDigits(m_time.data(), 4, static_cast<unsigned>(year));
    putDigits(m_time.data() + 5, 2, static_cast<unsigned>(date.month()));
    putDigits(m_time.data() + 8, 2, static_cast<unsigned>(date.day()));
    putDigits(m_time.data() + 11, 2, static_cast<unsigned>(clock.hours().count()));
    putDigits(m_time.data() + 14, 2, static_cast<unsigned>(clock.minutes().count()));
    putDigits(m_time.data() + 17, 2, static_cast<unsigned>(clock.seconds().count()));
    return {m_time.data(), static_cast<qsizetype>(m_time.size())};
}

const ReportCells &RowCells::of(const StudentRegistrationResult &result)
{
    const auto field = [&](StudentField name) {
        const QUtf8StringView text = m_run.students.field(result.row, name);
        return QByteArrayView(text.data(), text.size());
    };
    m_cells = {m_row.of(qint64{result.row} + 1), field(StudentField::StudentId),
        field(StudentField::GivenName), field(StudentField::FamilyName), field(StudentField::Email),
        courseOf(result.row), m_statusWords[placeOf(result.status())], detailOf(result),
        timeOf(result), m_attempts.of(result.attempts), m_duration.of(result.durationMs)};
    return m_cells;
}

QByteArray isoTime(qint64 msSinceEpoch)
{
    if (msSinceEpoch == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

bool isFormula(QByteArrayView cell)
{
    switch (cell.isEmpty() ? '\0' : cell.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
        return true;
    default:
        return false;
    }
}

QByteArray neutralised(QByteArrayView cell)
{
    QByteArray text = cell.toByteArray();
    if (isFormula(cell))
        text.prepend('\'');
    return text;
}

} // namespace Rollbook
