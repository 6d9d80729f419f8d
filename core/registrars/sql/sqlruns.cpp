// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlruns.h"

#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

std::string select(const char *which)
{
    return std::string(
               "SELECT id, started_at, ended_at, started_by, roster_name, course_name, when_full,"
               " unknown_students, state, registered, waitlisted, already_registered, rejected, "
               "failed,"
               " not_attempted, roster_path, roster_hash, registrar,"
               " kind, undone_run, (SELECT u.id FROM runs u WHERE u.undone_run = runs.id),"
               " withdrawn, left_as_it_is, nothing_to_undo FROM runs ")
        + which;
}

Run runAt(const SqlStatement &statement)
{
    enum Column {
        Id,
        StartedAt,
        EndedAt,
        By,
        Roster,
        Courses,
        Full,
        Unknown,
        State,
        Counts,
        Path = Counts + RegistrationStatusCount,
        Hash,
        Registrar,
        Kind,
        Undone,
        UndoneBy,
        UndoCount
    };
    Run run;
    run.id = textAt(statement, Id);
    run.startedAt = QDateTime::fromMSecsSinceEpoch(int64At(statement, StartedAt), Qt::UTC);
    if (!isNullAt(statement, EndedAt))
        run.endedAt = QDateTime::fromMSecsSinceEpoch(int64At(statement, EndedAt), Qt::UTC);
    run.startedBy = textAt(statement, By);
    run.rosterName = textAt(statement, Roster);
    run.rosterPath = textAt(statement, Path);
    run.rosterHash = textAt(statement, Hash);
    run.registrarName = textAt(statement, Registrar);
    run.courseName = textAt(statement, Courses);
    run.options.whenFull =
        textAt(statement, Full) == u"reject" ? WhenFull::Reject : WhenFull::Waitlist;
    run.options.unknownStudents =
        textAt(statement, Unknown) == u"reject" ? UnknownStudents::Reject : UnknownStudents::Create;
    run.state = runStateFromWord(textAt(statement, State)).value_or(RunState::Stopped);
    for (int status = 0; status < RegistrationStatusCount; ++status)
        run.counts.add(static_cast<RegistrationStatus>(status), intAt(statement, Counts + status));
    run.kind = runKindFromWord(textAt(statement, Kind)).value_or(RunKind::Registration);
    run.undoneRun = textAt(statement, Undone);
    run.undoneBy = textAt(statement, UndoneBy);
    run.undoCounts = {intAt(statement, UndoCount), intAt(statement, UndoCount + 1),
        intAt(statement, UndoCount + 2)};
    return run;
}

std::optional<QByteArray> valueOf(const SqlDatabase &database, const char *query, qint64 number)
{
    SqlStatement statement(database, query);
    bindValue(statement, 1, number);
    if (!statement.executeStep())
        return std::nullopt;
    return bytesAt(statement, 0);
}

} // namespace

qint64 SqlRuns::numberOf(const QString &id) const
{
    SqlStatement statement(m_database, "SELECT number FROM runs WHERE id = ?1");
    bindValue(statement, 1, id);
    return statement.executeStep() ? int64At(statement, 0) : 0;
}

std::optional<Run> SqlRuns::withId(const QString &id) const
{
    SqlStatement statement(m_database, select("WHERE id = ?1"));
    bindValue(statement, 1, id);
    return statement.executeStep() ? std::optional(runAt(statement)) : std::nullopt;
}

// Not by when they started: the clock may have been set back since.
QList<Run> SqlRuns::newestFirst() const
{
    SqlStatement statement(m_database, select("ORDER BY number DESC"));
    QList<Run> runs;
    while (statement.executeStep())
        runs += runAt(statement);
    return runs;
}

QList<CourseRef> SqlRuns::coursesOf(qint64 number) const
{
    SqlStatement statement(
        m_database, "SELECT code, term FROM run_courses WHERE run = ?1 ORDER BY position");
    bindValue(statement, 1, number);
    QList<CourseRef> courses;
    while (statement.executeStep())
        courses.append({textAt(statement, 0), textAt(statement, 1)});
    return courses;
}

std::optional<QByteArray> SqlRuns::rosterOf(qint64 number) const
{
    return valueOf(m_database, "SELECT roster FROM run_rosters WHERE run = ?1", number);
}

std::optional<QByteArray> SqlRuns::columnsOf(qint64 number) const
{
    return valueOf(m_database, "SELECT columns FROM run_columns WHERE run = ?1", number);
}

SqlRunWriter::SqlRunWriter(const SqlDatabase &database)
    : m_number(database, "SELECT number, state <> 'running' FROM runs WHERE id = ?1")
    , m_insert(database,
          "INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
          " unknown_students, state, roster_path, roster_hash, registrar)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING number")
    , m_countCourses(database, "SELECT count(*) FROM run_courses WHERE run = ?1")
    , m_insertCourse(
          database, "INSERT INTO run_courses (run, position, code, term) VALUES (?1, ?2, ?3, ?4)")
    , m_end(database,
          "UPDATE runs SET state = ?2, ended_at = ?3, registered = ?4, waitlisted = ?5,"
          " already_registered = ?6, rejected = ?7, failed = ?8, not_attempted = ?9"
          " WHERE number = ?1")
    , m_insertRoster(database,
          "INSERT INTO run_rosters (run, roster) VALUES (?1, ?2)"
          " ON CONFLICT (run) DO NOTHING")
    , m_replaceRoster(database,
          "INSERT INTO run_rosters (run, roster) VALUES (?1, ?2)"
          " ON CONFLICT (run) DO UPDATE SET roster = excluded.roster")
    , m_insertColumns(database,
          "INSERT INTO run_columns (run, columns) VALUES (?1, ?2)"
          " ON CONFLICT (run) DO NOTHING")
{
}

SqlRunWriter::Entered SqlRunWriter::enter(const Run &run)
{
    bindValue(fresh(m_number), 1, run.id);
    if (m_number.executeStep()) {
        const Entered known{int64At(m_number, 0), false, boolAt(m_number, 1)};
        fresh(m_number);
        return known;
    }
    return {enterNew(run), true, false};
}

qint64 SqlRunWriter::enterNew(const Run &run)
{
    bindValue(fresh(m_insert), 1, run.id);
    bindValue(m_insert, 2, run.startedAt.toMSecsSinceEpoch());
    bindValue(m_insert, 3, run.startedBy);
    bindValue(m_insert, 4, run.rosterName);
    bindValue(m_insert, 5, run.courseName);
    m_insert.bind(6, run.options.whenFull == WhenFull::Reject ? "reject" : "waitlist");
    m_insert.bind(7, run.options.unknownStudents == UnknownStudents::Reject ? "reject" : "create");
    bindValue(m_insert, 8, runStateWord(run.state));
    bindValue(m_insert, 9, run.rosterPath);
    bindValue(m_insert, 10, run.rosterHash);
    bindValue(m_insert, 11, run.registrarName);
    m_insert.executeStep();
    const qint64 number = int64At(m_insert, 0);
    fresh(m_insert);
    return number;
}

void SqlRunWriter::enterCourses(qint64 number, const CourseAssignment &courses)
{
    bindValue(fresh(m_countCourses), 1, number);
    m_countCourses.executeStep();
    const int known = intAt(m_countCourses, 0);
    fresh(m_countCourses);
    enterCourses(number, courses, known);
}

void SqlRunWriter::enterCourses(qint64 number, const CourseAssignment &courses, qsizetype known)
{
    for (qsizetype i = known; i < courses.courses().size(); ++i) {
        const CourseRef &course = courses.courses().at(i);
        bindValue(fresh(m_insertCourse), 1, number);
        m_insertCourse.bind(2, static_cast<int>(i));
        bindValue(m_insertCourse, 3, course.code);
        bindValue(m_insertCourse, 4, course.term);
        m_insertCourse.exec();
    }
}

void SqlRunWriter::enterEnd(qint64 number, const Run &run)
{
    bindValue(fresh(m_end), 1, number);
    bindValue(m_end, 2, runStateWord(run.state));
    if (run.endedAt.isValid())
        bindValue(m_end, 3, run.endedAt.toMSecsSinceEpoch());
    else
        m_end.bind(3);
    for (int status = 0; status < RegistrationStatusCount; ++status)
        m_end.bind(4 + status, run.counts[static_cast<RegistrationStatus>(status)]);
    m_end.exec();
}

void SqlRunWriter::enterCorrectedRoster(qint64 number, const QByteArray &roster)
{
    bindValue(fresh(m_replaceRoster), 1, number);
    m_replaceRoster.bindBytesNoCopy(2, QByteArrayView(roster));
    m_replaceRoster.exec();
}

void SqlRunWriter::enterRoster(qint64 number, const QByteArray &roster)
{
    bindValue(fresh(m_insertRoster), 1, number);
    m_insertRoster.bindBytesNoCopy(2, QByteArrayView(roster));
    m_insertRoster.exec();
}

void SqlRunWriter::enterColumns(qint64 number, const QByteArray &columns)
{
    bindValue(fresh(m_insertColumns), 1, number);
    m_insertColumns.bindBytesNoCopy(2, QByteArrayView(columns));
    m_insertColumns.exec();
}

} // namespace Rollbook
