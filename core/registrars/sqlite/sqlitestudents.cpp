// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitestudents.h"

#include "rules/batchidentities.h"
#include "rules/removal.h"
#include "rules/studentorder.h"
#include "sqlite/sqliteauditwriter.h"
#include "sqlite/sqliteheldplaces.h"
#include "sqlite/sqlitevalues.h"

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
StudentRecord studentAt(const SQLite::Statement &line)
{
    return {{textAt(line, 1), textAt(line, 2), textAt(line, 3), textAt(line, 4), textAt(line, 5),
                textAt(line, 6), textAt(line, 7)},
        textAt(line, 8), {}};
}

QList<StudentRecord> readStudents(SQLite::Database &database)
{
    SQLite::Statement lines(database, statementText({SelectStudents, "ORDER BY id"}));
    QList<StudentRecord> students;
    QHash<qint64, qsizetype> positions;
    while (lines.executeStep()) {
        positions.insert(int64At(lines, 0), students.size());
        students.append(studentAt(lines));
    }
    SQLite::Statement completed(
        database, "SELECT student, code FROM completed_courses ORDER BY student, code");
    while (completed.executeStep())
        students[positions.value(int64At(completed, 0))].completedCourses += textAt(completed, 1);
    return students;
}

class StudentWriter
{
public:
    explicit StudentWriter(const SQLite::Database &database)
        : m_database(database)
        , m_withId(database, statementText({SelectStudents, "WHERE student_id = ?1"}))
        , m_withEmail(database, statementText({SelectStudents, "WHERE email_key = ?1 LIMIT 2"}))
        , m_completed(database, "SELECT code FROM completed_courses WHERE student = ?1")
        , m_insert(database,
              "INSERT INTO students (student_id, given_name, family_name, email, birth_date,"
              " grade_level, notes, hold, email_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        , m_update(database,
              "UPDATE students SET student_id = coalesce(?1, student_id), given_name = ?2,"
              " family_name = ?3, email = ?4, birth_date = ?5, grade_level = ?6, notes = ?7,"
              " hold = ?8, email_key = ?9 WHERE id = ?10")
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
        SQLite::Statement &statement = *known ? m_update : m_insert;
        bindRecord(fresh(statement), record);
        if (*known)
            bindValue(statement, 10, (*known)->key);
        statement.exec();
        writeCompleted(
            *known ? (*known)->key : m_database.getLastInsertRowid(), record.completedCourses);
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
        SQLite::Statement &statement = student.studentId.isEmpty() ? m_withEmail : m_withId;
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

    static void bindRecord(SQLite::Statement &statement, const StudentRecord &record)
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

    const SQLite::Database &m_database;
    SQLite::Statement m_withId;
    SQLite::Statement m_withEmail;
    SQLite::Statement m_completed;
    SQLite::Statement m_insert;
    SQLite::Statement m_update;
    SQLite::Statement m_forgetCompleted;
    SQLite::Statement m_insertCompleted;
};

void removeWithKey(SQLite::Database &database, qint64 key)
{
    for (const char *part : {"DELETE FROM completed_courses WHERE student = ?1",
             "DELETE FROM students WHERE id = ?1"}) {
        SQLite::Statement statement(database, part);
        bindValue(statement, 1, key);
        statement.exec();
    }
}

} // namespace

SqliteStudents::SqliteStudents(SqliteFile file, SqliteWriter &writer)
    : m_file(std::move(file))
    , m_writer(writer)
{
}

Expected<QList<StudentRecord>> SqliteStudents::students() const
{
    auto students = m_file.read(readStudents);
    if (students)
        sortForPeople(*students);
    return students;
}

Expected<void> SqliteStudents::save(const QList<StudentRecord> &students)
{
    return m_writer.change([&students](SQLite::Database &database) -> Expected<void> {
        StudentWriter writer(database);
        StudentChanges changes;
        for (const StudentRecord &record : students) {
            auto written = writer.write(record, changes);
            if (!written)
                return written;
        }
        SqliteAuditWriter audit(database);
        for (const AuditNote &note : changes.notes())
            audit.append(note);
        return {};
    });
}

Expected<void> SqliteStudents::remove(const Student &student)
{
    return m_writer.change([&student](SQLite::Database &database) -> Expected<void> {
        const qint64 key = SqliteStudentKeys(database).of(student);
        if (key == 0)
            return tl::unexpected(noSuchStudent(student));
        const QList<HeldPlace> held = placesOfStudent(database, key);
        if (!held.isEmpty())
            return tl::unexpected(studentHolds(student, held));
        removeWithKey(database, key);
        SqliteAuditWriter(database).append(noteOfRemoval(student));
        return {};
    });
}

} // namespace Rollbook
