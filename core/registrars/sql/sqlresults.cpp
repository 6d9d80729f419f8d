// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlresults.h"

#include "sql/sqlvalues.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

enum Parameter {
    Run = 1,
    RosterRow,
    Course,
    FirstText,
    Status = FirstText + 7,
    Reason,
    Argument,
    Waiting,
    Number,
    RegisteredAt,
    AllAttempts,
    Duration,
};

constexpr std::array TextFields{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Notes};

std::string insertion(SqlResultWriter::Attempts attempts)
{
    return std::string(
               "INSERT INTO run_results (run, roster_row, course, student_id, given_name,"
               " family_name, email, birth_date, grade_level, notes, status, reason, argument,"
               " waiting, number, registered_at, attempts, duration_ms)"
               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
               " ?17, ?18) ON CONFLICT (run, roster_row) DO UPDATE SET course = excluded.course,"
               " student_id = excluded.student_id, given_name = excluded.given_name,"
               " family_name = excluded.family_name, email = excluded.email,"
               " birth_date = excluded.birth_date, grade_level = excluded.grade_level,"
               " notes = excluded.notes, status = excluded.status,"
               " reason = excluded.reason, argument = excluded.argument,"
               " waiting = excluded.waiting, number = excluded.number,"
               " registered_at = excluded.registered_at, duration_ms = excluded.duration_ms,"
               " attempts = ")
        + (attempts == SqlResultWriter::Attempts::InAll
                ? "CASE WHEN run_results.attempts > excluded.attempts THEN run_results.attempts"
                  " ELSE excluded.attempts END"
                : "run_results.attempts + excluded.attempts")
        + " WHERE run_results.status IN ('failed', 'not_attempted')";
}

} // namespace

const char *const ResultColumns = "roster_row, status, reason, argument, waiting, number,"
                                  " registered_at, attempts, duration_ms";

SqlResultWriter::SqlResultWriter(
    const SqlDatabase &database, Attempts attempts, RunningSeals &seals)
    : m_insert(database, insertion(attempts))
    , m_seal(seals)
{
    for (std::size_t i = 0; i < m_statusWords.size(); ++i)
        m_statusWords[i] = statusWord(static_cast<RegistrationStatus>(i)).toStdString();
    for (std::size_t i = 0; i < m_reasonWords.size(); ++i)
        m_reasonWords[i] = reasonWord(static_cast<ReasonCode>(i)).toStdString();
}

void SqlResultWriter::bindText(int parameter, std::string &buffer, QUtf8StringView text)
{
    buffer.assign(text.data(), static_cast<std::size_t>(text.size()));
    m_insert.bindNoCopy(parameter, buffer);
}

void SqlResultWriter::write(qint64 run, const StudentList &students,
    const CourseAssignment &courses, const StudentRegistrationResult &result)
{
    bindValue(fresh(m_insert), Parameter::Run, run);
    m_insert.bind(RosterRow, result.row + 1);
    const int course = courses.indexOf(result.row);
    if (course >= 0)
        m_insert.bind(Parameter::Course, course);
    else
        m_insert.bind(Parameter::Course);
    for (std::size_t i = 0; i < TextFields.size(); ++i) {
        bindText(
            FirstText + static_cast<int>(i), m_texts[i], students.field(result.row, TextFields[i]));
    }
    bindOutcome(result);
    m_insert.exec();
    if (m_seal.has(run))
        m_seal.add(run, students, course, result);
}

void SqlResultWriter::bindOutcome(const StudentRegistrationResult &result)
{
    m_insert.bindNoCopy(Status, m_statusWords[static_cast<std::size_t>(result.status())]);
    if (const RegistrationError *error = result.error()) {
        m_insert.bindNoCopy(Reason, m_reasonWords[static_cast<std::size_t>(error->code)]);
        bindText(Argument, m_texts.back(), QString(error->argument).toUtf8());
    } else {
        m_insert.bindNoCopy(Reason, std::string_view());
        m_insert.bindNoCopy(Argument, std::string_view());
    }
    const StudentRegistration *held = result.registration();
    m_insert.bind(Waiting, held && held->waiting ? 1 : 0);
    m_insert.bind(Number, held ? held->number : 0);
    bindValue(m_insert, RegisteredAt, held ? held->registeredAtMs : 0);
    m_insert.bind(AllAttempts, result.attempts);
    m_insert.bind(Duration, result.durationMs);
}

void takeBackOutcomes(const SqlDatabase &database, qint64 run, const QList<qint32> &rows)
{
    SqlStatement takeBack(database,
        "UPDATE run_results SET status = ?3, reason = ?4, argument = ''"
        " WHERE run = ?1 AND roster_row = ?2 AND status IN ('rejected', 'failed', "
        "'not_attempted')");
    for (const qint32 row : rows) {
        bindValue(fresh(takeBack), Parameter::Run, run);
        takeBack.bind(RosterRow, row + 1);
        bindValue(takeBack, 3, statusWord(RegistrationStatus::NotAttempted));
        bindValue(takeBack, 4, reasonWord(ReasonCode::Cancelled));
        takeBack.exec();
    }
}

StudentRegistrationResult resultAt(const SqlStatement &statement)
{
    enum Column {
        AtRow,
        AtStatus,
        AtReason,
        AtArgument,
        AtWaiting,
        AtNumber,
        AtMoment,
        AtAttempts,
        AtDuration
    };
    StudentRegistrationResult result;
    result.row = intAt(statement, AtRow) - 1;
    result.attempts = static_cast<qint16>(intAt(statement, AtAttempts));
    result.durationMs = intAt(statement, AtDuration);
    const auto status =
        statusFromWord(textAt(statement, AtStatus)).value_or(RegistrationStatus::Failed);
    if (status <= RegistrationStatus::AlreadyRegistered) {
        result.outcome = StudentRegistration{status, boolAt(statement, AtWaiting),
            intAt(statement, AtNumber), int64At(statement, AtMoment)};
    } else {
        const auto reason = reasonFromWord(textAt(statement, AtReason));
        result.outcome = RegistrationError{
            status, reason.value_or(ReasonCode::ServerError), textAt(statement, AtArgument)};
    }
    return result;
}

} // namespace Rollbook
