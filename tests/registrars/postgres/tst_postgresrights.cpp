// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rightsschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What people do in a school with statements of their own, and what the server says to that.
class TestPostgresRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void byHand_data();
    void byHand();

private:
    std::unique_ptr<RightsSchool> m_school;
};

namespace
{

const QString Done;
const QString NotAllowed = RightsSchool::NotAllowed;
const QString AgainstRule = u"23514"_s;
const QString Twice = u"23505"_s;

QString seat(int student, int number, int run, const QString &moment = RightsSchool::Now)
{
    return u"INSERT INTO registrations VALUES (%1, 1, 0, %2, %3, %4, 1)"_s.arg(student)
        .arg(number)
        .arg(moment)
        .arg(run);
}

QString place(int student, int course, int number)
{
    return u"INSERT INTO registrations VALUES (%1, %2, 1, %3, %4, 1, 1)"_s.arg(student)
        .arg(course)
        .arg(number)
        .arg(RightsSchool::Now);
}

struct Deed {
    const char *name;
    QString user;
    QString sql;
    QString state;
};

QList<Deed> deedsOfViewers()
{
    const QString vera = RightsSchool::Vera;
    return {
        {"a viewer sees who has a seat", vera, u"SELECT * FROM registrations"_s, Done},
        {"a viewer registers nobody", vera, seat(2, 2, 1), NotAllowed},
        {"a viewer takes nobody out", vera, u"DELETE FROM registrations"_s, NotAllowed},
        {"a viewer takes on no role", vera, u"SET ROLE rollbook_registrar"_s, NotAllowed},
        {"a viewer writes no entry", vera, RightsSchool::entry(2, vera), NotAllowed},
        {"a viewer keeps nobody waiting", vera, u"SELECT FROM courses FOR SHARE"_s, NotAllowed},
        {"whoever has no role sees nobody", RightsSchool::Nora, u"SELECT * FROM students"_s,
            NotAllowed},
        {"whoever has no role learns what this is", RightsSchool::Nora,
            u"SELECT version FROM schema_version"_s, Done},
    };
}

QList<Deed> deedsAboutPlaces()
{
    const QString rita = RightsSchool::Rita;
    return {
        {"a registrar gives a seat", rita, seat(2, 2, 1), Done},
        {"a colleague goes on with the run", RightsSchool::Rudi, seat(2, 2, 1), Done},
        {"an admin gives a seat", RightsSchool::Ada, seat(2, 2, 1), Done},
        {"rows under way when their run was cancelled", rita, seat(2, 2, 3), Done},
        {"a place to wait", rita, place(2, 1, 1), Done},
        {"no seat by a run that finished", rita, seat(2, 2, 2), NotAllowed},
        {"a seat by a run that finished and goes on", rita,
            u"UPDATE runs SET state = 'running', ended_at = NULL WHERE id = 'finished'; "_s
                + seat(2, 2, 2),
            Done},
        {"no seat by a run that was undone", rita, seat(2, 2, 4), NotAllowed},
        {"no seat by an undo", rita, seat(2, 2, 5), NotAllowed},
        {"no seat by no run", rita, seat(2, 2, 77), NotAllowed},
        {"no seat beyond the last", rita, seat(2, 3, 1), NotAllowed},
        {"no seat twice", rita, seat(2, 1, 1), Twice},
        {"no student twice", rita, seat(1, 2, 1), Twice},
        {"no place beyond the waiting list", rita, place(2, 1, 2), NotAllowed},
        {"no place without a waiting list", rita, place(2, 2, 1), NotAllowed},
        {"no seat beyond the last by moving", rita, u"UPDATE registrations SET number = 3"_s,
            NotAllowed},
        {"no seat last year", rita, seat(2, 2, 1, RightsSchool::Now + u" - 31536000000"_s),
            NotAllowed},
        {"no seat next week", rita, seat(2, 2, 1, RightsSchool::Now + u" + 604800000"_s),
            NotAllowed},
        {"no seat for another", rita, u"UPDATE registrations SET student = 2"_s, NotAllowed},
        {"no more seats taken than there are", rita, u"UPDATE courses SET seats_taken = 3"_s,
            AgainstRule},
        {"no seat free that is taken", rita, u"INSERT INTO free_seats VALUES (1, 1)"_s, NotAllowed},
        {"no run in the place of those of the school", rita,
            u"CREATE TEMP TABLE runs AS SELECT * FROM rollbook.runs; UPDATE pg_temp.runs SET state "
            u"="
            " 'running'; SET search_path = pg_temp, rollbook; "_s
                + seat(2, 2, 2),
            NotAllowed},
    };
}

QList<Deed> deedsAboutRecords()
{
    const QString rita = RightsSchool::Rita;
    const QString ada = RightsSchool::Ada;
    return {
        {"a registrar raises no capacity", rita, u"UPDATE courses SET capacity = 9"_s, NotAllowed},
        {"an admin raises a capacity", ada, u"UPDATE courses SET capacity = 9"_s, Done},
        {"a registrar lifts no hold", rita, u"UPDATE students SET hold = ''"_s, NotAllowed},
        {"an admin lifts a hold", ada, u"UPDATE students SET hold = ''"_s, Done},
        {"a registrar adds a student", rita, u"INSERT INTO students (student_id) VALUES ('9')"_s,
            Done},
        {"a registrar completes a student", rita, u"UPDATE students SET family_name = 'A'"_s, Done},
        {"a registrar renames no student", rita, u"UPDATE students SET given_name = 'X'"_s,
            NotAllowed},
        {"an admin renames a student", ada, u"UPDATE students SET given_name = 'X'"_s, Done},
        {"a registrar tries a row again", RightsSchool::Rudi,
            u"UPDATE run_results SET status = 'registered' WHERE roster_row = 2"_s, Done},
        {"what a row has got stays", rita,
            u"UPDATE run_results SET status = 'failed' WHERE roster_row = 1"_s, NotAllowed},
        {"what a row has got stays, also for the owner", RightsSchool::Olga,
            u"UPDATE run_results SET number = 7 WHERE roster_row = 1"_s, NotAllowed},
        {"nobody removes an outcome", ada, u"DELETE FROM run_results"_s, NotAllowed},
        {"nobody removes a run", ada, u"DELETE FROM runs WHERE id = 'cancelled'"_s, NotAllowed},
        {"nobody removes a run, not even the owner", RightsSchool::Olga,
            u"DELETE FROM runs WHERE id = 'cancelled'"_s, NotAllowed},
        {"nobody gives a run another number, not even the owner", RightsSchool::Olga,
            u"UPDATE runs SET number = 77 WHERE id = 'cancelled'"_s, NotAllowed},
        {"no outcome of no run", rita,
            u"INSERT INTO run_results VALUES (77, 1, 0, '1', '', '', '', '', '', '', 'rejected',"
            " 'hold', '', 0, 0, 0, 1, 1)"_s,
            NotAllowed},
        {"an outcome of a run", rita,
            u"INSERT INTO run_results VALUES (1, 77, 0, '1', '', '', '', '', '', '', 'rejected',"
            " 'hold', '', 0, 0, 0, 1, 1)"_s,
            Done},
        {"nobody says that another started a run", ada, u"UPDATE runs SET started_by = 'ada'"_s,
            NotAllowed},
        {"a colleague ends the run", RightsSchool::Rudi,
            u"UPDATE runs SET state = 'stopped', ended_at = 1 WHERE id = 'running'"_s, Done},
        {"a run with outcomes becomes no undo", rita,
            u"UPDATE runs SET kind = 'undo', undone_run = 'finished' WHERE id = 'running'"_s,
            NotAllowed},
        {"an undo stays one", rita,
            u"UPDATE runs SET kind = 'registration', undone_run = NULL WHERE id = 'undo'"_s,
            NotAllowed},
        {"only an undo undoes", rita,
            u"UPDATE runs SET undone_run = 'finished' WHERE id = 'running'"_s, AgainstRule},
        {"only an undo has what was undone", rita,
            u"INSERT INTO undo_results VALUES (1, 1, 'withdrawn', '', '', 0, 1)"_s, NotAllowed},
    };
}

QList<Deed> deedsAboutEntries()
{
    const QString rita = RightsSchool::Rita;
    const QString change = u"UPDATE audit_entries SET who = 'rudi'"_s;
    const QString remove = u"DELETE FROM audit_entries"_s;
    const QString empty = u"TRUNCATE audit_entries"_s;
    return {
        {"an entry in one's own name", rita, RightsSchool::entry(2, rita), Done},
        {"no entry in another's name", rita, RightsSchool::entry(2, RightsSchool::Rudi),
            NotAllowed},
        {"no entry in another's name by an admin", RightsSchool::Ada, RightsSchool::entry(2, rita),
            NotAllowed},
        {"no entry in another's name by the owner", RightsSchool::Olga,
            RightsSchool::entry(2, rita), NotAllowed},
        {"no entry in another's name by a superuser", RightsSchool::Superuser,
            RightsSchool::entry(2, rita), NotAllowed},
        {"no entry in the place of another", rita, RightsSchool::entry(1, rita), AgainstRule},
        {"no gap before an entry", rita, RightsSchool::entry(3, rita), AgainstRule},
        {"nobody says that entries were cut off", rita, u"UPDATE audit_last SET number = 0"_s,
            NotAllowed},
        {"a registrar changes no entry", rita, change, NotAllowed},
        {"an admin changes no entry", RightsSchool::Ada, change, NotAllowed},
        {"the owner changes no entry", RightsSchool::Olga, change, NotAllowed},
        {"a superuser changes no entry", RightsSchool::Superuser, change, NotAllowed},
        {"a superuser changes no entry as a replica", RightsSchool::Superuser,
            u"SET session_replication_role = replica; "_s + change, NotAllowed},
        {"no entry is replaced", RightsSchool::Superuser,
            RightsSchool::entry(1, RightsSchool::Superuser)
                + u" ON CONFLICT (number) DO UPDATE SET who = excluded.who"_s,
            NotAllowed},
        {"the owner removes no entry", RightsSchool::Olga, remove, NotAllowed},
        {"a superuser removes no entry", RightsSchool::Superuser, remove, NotAllowed},
        {"the owner does not empty the trail", RightsSchool::Olga, empty, NotAllowed},
        {"a superuser does not empty the trail", RightsSchool::Superuser, empty, NotAllowed},
    };
}

} // namespace

void TestPostgresRights::initTestCase()
{
    m_school = std::make_unique<RightsSchool>(u"rights"_s);
    m_school->fill();
}

void TestPostgresRights::byHand_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("state");
    const QList<Deed> deeds =
        deedsOfViewers() + deedsAboutPlaces() + deedsAboutRecords() + deedsAboutEntries();
    for (const Deed &deed : deeds)
        QTest::newRow(deed.name) << deed.user << deed.sql << deed.state;
}

void TestPostgresRights::byHand()
{
    QFETCH(const QString, user);
    QFETCH(const QString, sql);
    QFETCH(const QString, state);
    const PlainClient::Answer answer = m_school->as(user).tryOut(sql);
    QVERIFY2(answer.state == state, qPrintable(answer.state + u' ' + answer.text));
}

QTEST_GUILESS_MAIN(TestPostgresRights)
#include "tst_postgresrights.moc"
