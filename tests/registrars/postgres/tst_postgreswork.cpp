// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "rightsschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What the tables let people do whose work it is, and how they keep together.
class TestPostgresWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void registrarDoesAllThatRegisteringTakes();
    void adminDoesAllThatTheCatalogueTakes();
    void runIsStartedInOnesOwnName();
    void roleTakenOnDoesNotHideWhoWrites();
    void twoDoNotWriteTheSameEntry();
    void seatsThatAreGivenBackAreFree();
    void waitingListMovesUpAtOnce();
    void textsAreSortedByTheirBytes();
    void poolerKeepsWhoWrites();
    void rolesAreMadeOnce();
    void schoolIsCarriedOver();
    void schoolInUseIsNotFilled();

private:
    QString asked(const QString &user, const QString &sql);

    std::unique_ptr<RightsSchool> m_school;
    int m_schools = 0;
};

namespace
{

const QString Rita = RightsSchool::Rita;
const QString Ada = RightsSchool::Ada;
const QString Olga = RightsSchool::Olga;
const QString NotAllowed = RightsSchool::NotAllowed;
const QString StillLocked = u"55P03"_s;

// In their order the kinds of statements of which core/registrars is made.
const QStringList Registering{
    u"INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
    " unknown_students, state, roster_path, roster_hash, registrar) VALUES ('new', 1, '', 'list',"
    " 'GO1', 'waitlist', 'create', 'running', '', '', '') RETURNING number"_s,
    u"INSERT INTO run_courses (run, position, code, term) VALUES (6, 0, 'GO1', '2026')"_s,
    u"INSERT INTO run_rosters (run, roster) VALUES (6, '\\x00') ON CONFLICT DO NOTHING"_s,
    u"INSERT INTO run_rosters (run, roster) VALUES (6, '\\x01') ON CONFLICT (run) DO UPDATE SET"
    " roster = excluded.roster"_s,
    u"INSERT INTO run_columns (run, columns) VALUES (6, '\\x00') ON CONFLICT DO NOTHING"_s,
    u"SELECT id, seats_taken FROM courses WHERE code = 'GO1' FOR NO KEY UPDATE"_s,
    u"SELECT s.id, r.course FROM students s LEFT JOIN registrations r ON r.student = s.id"
    " WHERE s.student_id = '2' FOR KEY SHARE OF s"_s,
    u"INSERT INTO students (student_id, given_name, family_name, email, birth_date, grade_level,"
    " notes, email_key) VALUES ('6', 'Finn', '', '', '', '', '', NULL) RETURNING id"_s,
    u"UPDATE students SET given_name = coalesce(NULL, given_name), notes = coalesce('n', notes)"
    " WHERE id = 2"_s,
    u"INSERT INTO registrations (student, course, waiting, number, registered_at, run, roster_row)"
    " SELECT student, 1, waiting, number, %1, 6, row FROM (VALUES (2, 0, 2, 1), (6, 1, 1, 2))"
    " AS wanted (student, waiting, number, row)"_s.arg(RightsSchool::Now),
    u"UPDATE courses SET seats_taken = 2, waiting = 1 WHERE id = 1"_s,
    u"DELETE FROM free_seats WHERE course = 1 AND number <= 2"_s,
    // A row that has a place already keeps it, one that failed does not keep that.
    u"INSERT INTO run_results (run, roster_row, course, student_id, given_name, family_name,"
    " email, birth_date, grade_level, notes, status, reason, argument, waiting, number,"
    " registered_at, attempts, duration_ms) SELECT run, row, 0, '', '', '', '', '', '', '',"
    " 'waitlisted', '', '', 0, 2, 0, 1, 1 FROM (VALUES (1, 1), (1, 2), (6, 1)) AS wanted (run, row)"
    " ON CONFLICT (run, roster_row) DO UPDATE SET status = excluded.status, attempts ="
    " run_results.attempts + excluded.attempts"
    " WHERE run_results.status IN ('failed', 'not_attempted')"_s,
    u"UPDATE run_results SET status = 'not_attempted', reason = 'cancelled', argument = ''"
    " WHERE run = 6 AND roster_row = 9 AND status IN ('rejected', 'failed', 'not_attempted')"_s,
    u"UPDATE runs SET state = 'finished', ended_at = 2, registered = 1 WHERE number = 6"_s,
    u"SELECT number FROM audit_last FOR UPDATE"_s,
    RightsSchool::entry(2, Rita),
};

// Of one student, then promoting who waits, then undoing the run.
const QStringList TakingBack{
    u"DELETE FROM registrations WHERE student = 1 AND course = 1"_s,
    u"UPDATE courses SET seats_taken = seats_taken - 1, waiting = waiting - 0 WHERE id = 1"_s,
    u"UPDATE registrations SET waiting = 0, number = 1, registered_at = 5 WHERE student = 6"_s,
    u"UPDATE courses SET seats_taken = 2, waiting = 0 WHERE id = 1"_s,
    u"DELETE FROM free_seats WHERE course = 1 AND number <= 1"_s,
    u"DELETE FROM registrations WHERE run = 6"_s,
    u"UPDATE courses SET seats_taken = 0 WHERE id = 1"_s,
    u"INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
    " unknown_students, state) VALUES ('back', 1, '', '', '', 'waitlist', 'create', 'finished')"_s,
    u"UPDATE runs SET kind = 'undo', undone_run = 'new', withdrawn = 1 WHERE id = 'back'"_s,
    u"INSERT INTO undo_results (run, roster_row, status, reason, argument, waiting, number)"
    " SELECT number, 1, 'withdrawn', '', '', 0, 2 FROM runs WHERE id = 'back'"_s,
    RightsSchool::entry(3, Rita),
};

const QStringList Cataloguing{
    u"INSERT INTO courses (code, term, title, capacity, waitlist_capacity, opens_on, closes_on)"
    " VALUES ('GO1', '2026', 'Go!', 3, 1, NULL, '2026-09-01') ON CONFLICT (code, term) DO UPDATE"
    " SET title = excluded.title, capacity = excluded.capacity,"
    " waitlist_capacity = excluded.waitlist_capacity, opens_on = excluded.opens_on,"
    " closes_on = excluded.closes_on RETURNING id"_s,
    u"DELETE FROM meetings WHERE course = 2"_s,
    u"INSERT INTO meetings (course, position, day, starts, ends) VALUES (2, 0, 1, '08:00:00',"
    " '09:00:00')"_s,
    u"INSERT INTO prerequisites (course, position, code) VALUES (2, 0, 'GO1')"_s,
    u"DELETE FROM meetings WHERE course = 2"_s,
    u"DELETE FROM prerequisites WHERE course = 2"_s,
    u"DELETE FROM courses WHERE id = 2"_s,
    u"INSERT INTO students (student_id, given_name, family_name, email, birth_date, grade_level,"
    " notes, hold, email_key) VALUES (NULL, 'Gil', '', 'g@x', '', '', '', 'fee', 'g@x')"_s,
    u"UPDATE students SET student_id = coalesce('7', student_id), given_name = 'Gila',"
    " family_name = '', email = '', birth_date = '', grade_level = '', notes = '', hold = '',"
    " email_key = NULL WHERE id = 6"_s,
    u"INSERT INTO completed_courses (student, code) VALUES (6, 'GO1') ON CONFLICT DO NOTHING"_s,
    u"DELETE FROM completed_courses WHERE student = 6"_s,
    u"DELETE FROM students WHERE id = 6"_s,
    u"INSERT INTO letterhead (\"only\", school_name, address, logo, paper, language) VALUES"
    " (1, 'A', '', '', 'a4', '') ON CONFLICT (\"only\") DO UPDATE SET school_name = 'B'"_s,
    u"INSERT INTO letterhead (\"only\", school_name, address, logo, paper, language) VALUES"
    " (1, 'A', '', '', 'a4', '') ON CONFLICT (\"only\") DO UPDATE SET school_name = 'B'"_s,
    u"SELECT number FROM audit_last FOR UPDATE"_s,
    RightsSchool::entry(2, Ada),
};

} // namespace

void TestPostgresWork::init()
{
    m_school = std::make_unique<RightsSchool>(u"work%1"_s.arg(++m_schools));
    m_school->fill();
}

// What the server says, be it that something is wrong.
QString TestPostgresWork::asked(const QString &user, const QString &sql)
{
    return m_school->as(user).send(sql).text;
}

void TestPostgresWork::registrarDoesAllThatRegisteringTakes()
{
    for (const QStringList &part : {Registering, TakingBack}) {
        for (const QString &sql : part) {
            const PlainClient::Answer answer = m_school->as(Rita).send(sql);
            QVERIFY2(answer.state.isEmpty(), qPrintable(sql + answer.text));
        }
    }
    QCOMPARE(
        asked(Rita, u"SELECT run, roster_row, status, attempts FROM run_results ORDER BY 1, 2"_s),
        u"1|1|registered|1\n1|2|waitlisted|2\n6|1|waitlisted|1"_s);
    QCOMPARE(asked(Rita, u"SELECT count(*) FROM registrations"_s), u"0"_s);
}

void TestPostgresWork::adminDoesAllThatTheCatalogueTakes()
{
    for (const QString &sql : Cataloguing) {
        const PlainClient::Answer answer = m_school->as(Ada).send(sql);
        QVERIFY2(answer.state.isEmpty(), qPrintable(sql + answer.text));
    }
    QCOMPARE(asked(Ada, u"SELECT id, title, capacity FROM courses"_s), u"1|Go!|3"_s);
    QCOMPARE(asked(Ada, u"SELECT school_name FROM letterhead"_s), u"B"_s);
}

void TestPostgresWork::runIsStartedInOnesOwnName()
{
    const QString begin =
        u"INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
        " unknown_students, state) VALUES ('%1', 1, 'rudi', '', '', 'waitlist', 'create',"
        " 'running') RETURNING started_by"_s;
    QCOMPARE(asked(Rita, begin.arg(u"hers"_s)), Rita);
    QCOMPARE(asked(Olga, begin.arg(u"theirs"_s)), Olga);
}

void TestPostgresWork::roleTakenOnDoesNotHideWhoWrites()
{
    PlainClient &ada = m_school->as(Ada);
    QCOMPARE(ada.send(u"SET ROLE rollbook_registrar"_s).text, QString());
    QCOMPARE(ada.tryOut(RightsSchool::entry(2, u"rollbook_registrar"_s)).state, NotAllowed);
    QCOMPARE(ada.send(RightsSchool::entry(2, Ada)).text, QString());
}

// Whoever comes second waits for the first, and then looks again.
void TestPostgresWork::twoDoNotWriteTheSameEntry()
{
    const QString ofRudi = RightsSchool::entry(2, RightsSchool::Rudi);
    PlainClient &rita = m_school->as(Rita);
    PlainClient &rudi = m_school->as(RightsSchool::Rudi);
    QCOMPARE(rita.send(u"BEGIN"_s).state, QString());
    QCOMPARE(rita.send(RightsSchool::entry(2, Rita)).state, QString());
    QCOMPARE(rudi.tryOut(u"SELECT number FROM audit_last FOR UPDATE NOWAIT"_s).state, StillLocked);
    QCOMPARE(rudi.tryOut(u"SET LOCAL lock_timeout = '20ms'; "_s + ofRudi).state, StillLocked);
    QCOMPARE(rita.send(u"COMMIT"_s).state, QString());
    QCOMPARE(rudi.send(ofRudi).state, u"23514"_s);
    QCOMPARE(rudi.send(u"SELECT number FROM audit_last"_s).text, u"2"_s);
    QCOMPARE(rudi.send(RightsSchool::entry(3, RightsSchool::Rudi)).state, QString());
}

// By whoever takes the student out, the owner with a statement of his own included.
void TestPostgresWork::seatsThatAreGivenBackAreFree()
{
    QCOMPARE(asked(Olga, u"DELETE FROM registrations"_s), QString());
    QCOMPARE(asked(Rita, u"SELECT course, number FROM free_seats"_s), u"1|1"_s);
}

void TestPostgresWork::waitingListMovesUpAtOnce()
{
    asked(Ada, u"UPDATE courses SET waitlist_capacity = 3 WHERE id = 1"_s);
    QCOMPARE(asked(Rita,
                 u"INSERT INTO registrations SELECT id, 1, 1, id - 1, %1, 1, id FROM students"
                 " WHERE id IN (2, 3, 4)"_s.arg(RightsSchool::Now)),
        QString());
    QCOMPARE(asked(Rita,
                 u"DELETE FROM registrations WHERE student = 2; UPDATE registrations SET number ="
                 " number - 1 WHERE waiting = 1"_s),
        QString());
    QCOMPARE(
        asked(Rita, u"SELECT student, number FROM registrations WHERE waiting = 1 ORDER BY 2"_s),
        u"3|1\n4|2"_s);
    QCOMPARE(asked(Rita, u"SELECT count(*) FROM free_seats"_s), u"0"_s);
}

// As SQLite does.
void TestPostgresWork::textsAreSortedByTheirBytes()
{
    asked(Rita, u"INSERT INTO students (student_id) VALUES ('a'), ('Z'), ('ä'), ('z')"_s);
    QCOMPARE(asked(Rita, u"SELECT student_id FROM students WHERE id > 5 ORDER BY student_id"_s),
        u"Z\na\nz\nä"_s);
}

void TestPostgresWork::poolerKeepsWhoWrites()
{
    PgBouncer pooler(PostgresCluster::shared(), 1);
    QVERIFY(pooler.start());
    PlainClient rita(pooler.url(u"work%1"_s.arg(m_schools), Rita));
    PlainClient rudi(pooler.url(u"work%1"_s.arg(m_schools), RightsSchool::Rudi));
    QCOMPARE(rita.send(RightsSchool::entry(2, Rita)).text, QString());
    QCOMPARE(rudi.send(RightsSchool::entry(3, Rita)).state, NotAllowed);
    QCOMPARE(rudi.send(RightsSchool::entry(3, RightsSchool::Rudi)).text, QString());
    QVERIFY(pooler.stop());
}

// Also by whoever may make no roles: another school of the server has made them.
void TestPostgresWork::rolesAreMadeOnce()
{
    const QString roles = RightsSchool::script(u"roles.sql"_s);
    QCOMPARE(asked(RightsSchool::Nora, roles), QString());
    QCOMPARE(asked(RightsSchool::Superuser, roles), QString());
}

void TestPostgresWork::schoolIsCarriedOver()
{
    const QString name = u"carried%1"_s.arg(m_schools);
    RightsSchool school(name);
    PlainClient &owner = school.as(Olga);
    const QString carried =
        u"CALL carry_over(true); INSERT INTO runs VALUES (7, 'old', 1, 2, 'ines', '', '',"
        " 'waitlist', 'create', 'finished'); INSERT INTO students (id, student_id) VALUES (3, '3');"
        " INSERT INTO audit_entries SELECT number, 1, 'ines', '', '', '', '', '' FROM"
        " (VALUES (1), (2), (5)) AS old (number); UPDATE audit_last SET number = 6;"
        " CALL carry_over(false)"_s;
    QCOMPARE(owner.send(carried).text, QString());
    QCOMPARE(owner.send(u"SELECT number, started_by FROM runs"_s).text, u"7|ines"_s);
    QCOMPARE(school.as(Rita).send(RightsSchool::entry(7, Rita)).text, QString());
    QCOMPARE(school.as(Rita).tryOut(RightsSchool::entry(8, u"ines"_s)).state, NotAllowed);
    QCOMPARE(
        school.as(Rita).send(u"INSERT INTO students (student_id) VALUES ('9') RETURNING id"_s).text,
        u"4"_s);
}

void TestPostgresWork::schoolInUseIsNotFilled()
{
    QCOMPARE(m_school->as(Olga).tryOut(u"CALL carry_over(true)"_s).state, u"55000"_s);
    QCOMPARE(m_school->as(Olga).tryOut(RightsSchool::entry(2, Rita)).state, NotAllowed);
}

QTEST_GUILESS_MAIN(TestPostgresWork)
#include "tst_postgreswork.moc"
