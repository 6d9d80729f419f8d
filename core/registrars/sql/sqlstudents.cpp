// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlstudents.h"

#include "rules/batchidentities.h"
#include "rules/removal.h"
#include "rules/studentorder.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlheldplaces.h"
#include "sql/sqlvalues.h"

#include <QCoreApplication>
#include <QHash>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Register)
};

constexpr const char *SelectStudents =
    "SELECT id, coalesce(student_id, ''), given_name, family_name, email, birth_date,"
    " grade_level, notes, hold FROM students ";

// Without the courses that the student completed.
StudentRecord studentAt(const SqlStatement &line)
{
    return {{textAt(line, 1), textAt(line, 2), textAt(line, 3), textAt(line, 4), textAt(line, 5),
                textAt(line, 6), textAt(line, 7)},
        textAt(line, 8), {}};
}

QList<StudentRecord> readStudents(SqlDatabase &database)
{
    SqlStatement lines(database, statementText({SelectStudents, "ORDER BY id"}));
    QList<StudentRecord> students;
    QHash<qint64, qsizetype> positions;
    while (lines.executeStep()) {
        positions.insert(int64At(lines, 0), students.size());
        students.append(studentAt(lines));
    }
    SqlStatement completed(
        database, "SELECT student, code FROM completed_courses ORDER BY student, code");
    while (completed.executeStep())
        students[positions.value(int64At(completed, 0))].completedCourses += textAt(completed, 1);
    return students;
}

class StudentWriter
{
public:
    explicit StudentWriter(const SqlDatabase &database)
        : m_withId(database, statementText({SelectStudents, "WHERE student_id = ?1"}))
        , m_withEmail(database, statementText({SelectStudents, "WHERE email_key = ?1 LIMIT 2"}))
        , m_completed(database, "SELECT code FROM completed_courses WHERE student = ?1")
        , m_insert(database,
              "INSERT INTO students (student_id, given_name, family_name, email, birth_date,"
              " grade_level, notes, hold, email_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
              " RETURNING id")
        , m_update(database,
              "UPDATE students SET student_id = coalesce(?1, student_id), given_name = ?2,"
              " family_name = ?3, email = ?4, birth_date = ?5, grade_level = ?6, notes = ?7,"
              " hold = ?8, email_key = ?9 WHERE id = ?10 RETURNING id")
        , m_forgetCompleted(database, "DELETE FROM completed_courses WHERE student = ?1")
        , m_insertCompleted(database,
              "INSERT INTO completed_courses (student, code) VALUES (?1, ?2)"
              " ON CONFLICT DO NOTHING")
    {
    }

    /// Notes what that changes.
    Expected<void> write(const StudentRecord &record, StudentChanges &changes)
    {
        const Student &student = record.student;
        if (!student.isIdentified()) {
            return fail(ErrorCode::InvalidData,
                Text::tr(
                    "“%1” has neither a student number nor an e-mail address. Give each student "
                    "one.")
                    .arg((student.givenName + u' ' + student.familyName).trimmed()));
        }
        const auto known = find(student);
        if (!known)
            return tl::unexpected(known.error());
        SqlStatement &statement = *known ? m_update : m_insert;
        bindRecord(fresh(statement), record);
        if (*known)
            bindValue(statement, 10, (*known)->key);
        statement.executeStep();
        const qint64 key = int64At(statement, 0);
        fresh(statement);
        writeCompleted(key, record.completedCourses);
        changes.add(*known ? std::optional((*known)->record) : std::nullopt, record);
        return {};
    }

private:
    struct Known {
        qint64 key;
        StudentRecord record;
    };

    Expected<std::optional<Known>> find(const Student &student)
    {
        SqlStatement &statement = student.studentId.isEmpty() ? m_withEmail : m_withId;
        if (student.studentId.isEmpty())
            fresh(statement).bind(1, emailKey(student.email.toUtf8()));
        else
            bindValue(fresh(statement), 1, student.studentId);
        std::optional<Known> known;
        while (statement.executeStep()) {
            if (known) {
                return fail(ErrorCode::InvalidData,
                    Text::tr(
                        "Several students have the e-mail address “%1”. Add the student number to "
                        "say which of them is meant.")
                        .arg(student.email));
            }
            known = Known{int64At(statement, 0), studentAt(statement)};
        }
        if (known)
            known->record.completedCourses = completedBy(known->key);
        return known;
    }

    QStringList completedBy(qint64 student)
    {
        QStringList codes;
        bindValue(fresh(m_completed), 1, student);
        while (m_completed.executeStep())
            codes += textAt(m_completed, 0);
        return codes;
    }

    static void bindRecord(SqlStatement &statement, const StudentRecord &record)
    {
        const Student &student = record.student;
        if (student.studentId.isEmpty())
            statement.bind(1);
        else
            bindValue(statement, 1, student.studentId);
        bindValue(statement, 2, student.givenName);
        bindValue(statement, 3, student.familyName);
        bindValue(statement, 4, student.email);
        bindValue(statement, 5, student.birthDate);
        bindValue(statement, 6, student.gradeLevel);
        bindValue(statement, 7, student.notes);
        bindValue(statement, 8, record.hold);
        if (student.email.isEmpty())
            statement.bind(9);
        else
            statement.bind(9, emailKey(student.email.toUtf8()));
    }

    void writeCompleted(qint64 student, const QStringList &codes)
    {
        bindValue(fresh(m_forgetCompleted), 1, student);
        m_forgetCompleted.exec();
        for (const QString &code : codes) {
            bindValue(fresh(m_insertCompleted), 1, student);
            bindValue(m_insertCompleted, 2, code);
            m_insertCompleted.exec();
        }
    }

    SqlStatement m_withId;
    SqlStatement m_withEmail;
    SqlStatement m_completed;
    SqlStatement m_insert;
    SqlStatement m_update;
    SqlStatement m_forgetCompleted;
    SqlStatement m_insertCompleted;
};

void removeWithKey(SqlDatabase &database, qint64 key)
{
    for (const char *part : {"DELETE FROM completed_courses WHERE student = ?1",
             "DELETE FROM students WHERE id = ?1"}) {
        SqlStatement statement(database, part);
        bindValue(statement, 1, key);
        statement.exec();
    }
}

} // namespace

SqlStudents::SqlStudents(SqlStore &store)
    : m_store(store)
{
}

Expected<QList<StudentRecord>> SqlStudents::students() const
{
    auto students = m_store.read(readStudents);
    if (students)
        sortForPeople(*students);
    return students;
}

Expected<void> SqlStudents::save(const QList<StudentRecord> &students)
{
    return m_store.change([&students](SqlDatabase &database) -> Expected<void> {
        StudentWriter writer(database);
        StudentChanges changes;
        for (const StudentRecord &record : students) {
            auto written = writer.write(record, changes);
            if (!written)
                return written;
        }
        SqlAuditWriter audit(database);
        for (const AuditNote &note : changes.notes())
            audit.append(note);
        return {};
    });
}

Expected<void> SqlStudents::remove(const Student &student)
{
    return m_store.change([&student](SqlDatabase &database) -> Expected<void> {
        const qint64 key = SqlStudentKeys(database).of(student);
        if (key == 0)
            return tl::unexpected(noSuchStudent(student));
        const QList<HeldPlace> held = placesOfStudent(database, key);
        if (!held.isEmpty())
            return tl::unexpected(studentHolds(student, held));
        removeWithKey(database, key);
        SqlAuditWriter(database).append(noteOfRemoval(student));
        return {};
    });
}

} // namespace Rollbook
