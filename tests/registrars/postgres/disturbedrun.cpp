// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disturbedrun.h"

#include "registrars/openschool.h"
#include "teststore.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// Where a commit of each row waits for no disk.
QString quickestFolder()
{
    const QString memory = u"/dev/shm"_s;
    return QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
}

// Some come twice.
int numberIn(int row)
{
    return row % 50 == 49 ? row - 20 : row;
}

QStringList outcomesOneByOne(DisturbedRun::Roster roster)
{
    const TestStore place(u"sqlite"_s, quickestFolder());
    const auto school = place.open();
    if (!school->courses().save(DisturbedRun::courses()))
        qFatal("no courses");
    const CourseAssignment assignment = DisturbedRun::assignment(roster);
    return outcomes(registerAll(*school, Run::begin(u"list.csv"_s, assignment, {}),
        DisturbedRun::students(roster), assignment, 1));
}

} // namespace

QList<Course> DisturbedRun::courses()
{
    return {course(u"BIG"_s, 1200, 300), course(u"WIDE"_s), course(u"SMALL"_s, 20)};
}

StudentList DisturbedRun::students(Roster roster)
{
    QList<Student> all;
    for (int row = 0; row < Rows; ++row) {
        const int number = numberIn(row);
        all += roster == Roster::Mixed && number % 10 == 7
            ? student({}, u"s%1@example.org"_s.arg(number))
            : student(u"S%1"_s.arg(number));
    }
    return StudentList::fromStudents(all);
}

CourseAssignment DisturbedRun::assignment(Roster roster)
{
    QList<CourseRef> refs;
    const QList<Course> all = courses();
    for (const Course &one : all)
        refs += one.ref();
    QList<qint32> indexes;
    for (int row = 0; row < Rows; ++row) {
        const int wish = roster == Roster::Mixed ? row : numberIn(row);
        indexes += wish % 20 == 3 ? 2 : wish % 3 == 0 ? 1 : 0;
    }
    return CourseAssignment(refs, indexes);
}

BulkRegistration::Request DisturbedRun::request(Roster roster)
{
    BulkRegistration::Request wanted;
    wanted.students = students(roster);
    wanted.courses = assignment(roster);
    wanted.rosterName = u"list.csv"_s;
    wanted.batchSize = 20;
    wanted.batchesInFlight = 4;
    wanted.retry.attempts = 2;
    wanted.retry.base = 2ms;
    wanted.retry.cap = 8ms;
    wanted.retry.firstProbe = 20ms;
    wanted.retry.lastProbe = 200ms;
    return wanted;
}

QStringList DisturbedRun::undisturbed(Roster roster)
{
    static const QStringList mixed = outcomesOneByOne(Roster::Mixed);
    static const QStringList parted = outcomesOneByOne(Roster::Parted);
    return roster == Roster::Mixed ? mixed : parted;
}

DisturbedRun::DisturbedRun(
    School &school, Roster roster, int after, const std::function<void()> &disturb)
    : m_roster(roster)
    , m_run(school.registrar(), &school.journal(), request(roster))
    , m_after(after)
{
    QObject::connect(&m_run, &BulkRegistration::resultsReady, &m_run,
        [this, disturb](const RegistrationResults &results) {
            m_shown += static_cast<int>(results.size());
            if (m_shown < m_after || m_isDisturbed)
                return;
            m_isDisturbed = true;
            m_before = m_shown;
            disturb();
        });
    QObject::connect(
        &m_run, &BulkRegistration::stateChanged, &m_run, [this](BulkRegistration::State state) {
            m_hasWaited = m_hasWaited || state == BulkRegistration::State::Waiting;
        });
    QObject::connect(&m_run, &BulkRegistration::finished, &m_run,
        [this](const RegisterStudentsResults &results) { m_answer = results; });
}

void DisturbedRun::goOn()
{
    QSignalSpy finished(&m_run, &BulkRegistration::finished);
    m_run.start();
    QVERIFY(finished.wait(120'000));
    QVERIFY(m_isDisturbed);
    QVERIFY(m_before < Rows || m_after == Rows);
    QCOMPARE(m_shown, Rows);
    QCOMPARE(m_answer->problem ? m_answer->problem->sentence : QString(), QString());
    QCOMPARE(m_answer->run.state, RunState::Finished);
    QCOMPARE(outcomes(m_answer->results), undisturbed(m_roster));
}

void DisturbedRun::compareWithHistory(School &school) const
{
    const auto runs = school.journal().runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().state, RunState::Finished);
    QCOMPARE(runs->first().counts, m_answer->run.counts);
    const auto recorded = school.journal().run(runs->first().id);
    QVERIFY(recorded);
    QCOMPARE(outcomes(recorded->results), undisturbed(m_roster));
    for (const Course &one : courses()) {
        const auto seats = school.courses().find(one.code);
        QVERIFY(seats);
        QCOMPARE(seats->seatsTaken, given(RegistrationStatus::Registered, one));
        QCOMPARE(seats->waiting, given(RegistrationStatus::Waitlisted, one));
    }
    QVERIFY(school.audit().verify()->isIntact());
}

int DisturbedRun::given(RegistrationStatus status, const Course &one) const
{
    return static_cast<int>(std::count_if(m_answer->results.cbegin(), m_answer->results.cend(),
        [&](const StudentRegistrationResult &result) {
            return result.status() == status && m_answer->courses.courseOf(result.row) == one.ref();
        }));
}

QString auditOf(const PostgresCluster &server, const QString &database)
{
    return server.execute(
        u"SELECT string_agg(action, ', ' ORDER BY number) FROM audit_entries WHERE run <> ''"_s,
        database);
}

void compareTables(const PostgresCluster &server, const QString &database)
{
    QCOMPARE(auditOf(server, database), u"run_begun, run_ended"_s);
    QCOMPARE(server.execute(
                 u"SELECT count(*) FROM registrations g FULL JOIN (SELECT * FROM run_results WHERE"
                 " status IN ('registered', 'waitlisted')) r ON r.run = g.run AND r.roster_row ="
                 " g.roster_row AND r.number = g.number AND r.waiting = g.waiting"
                 " WHERE g.run IS NULL OR r.run IS NULL"_s,
                 database),
        u"0"_s);
    QCOMPARE(server.execute(u"SELECT email_key FROM students WHERE email_key IS NOT NULL"
                            " GROUP BY email_key HAVING count(*) > 1"_s,
                 database),
        QString());
}

std::unique_ptr<School> opened(const QString &url)
{
    auto school = openSchool(url);
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    return std::move(*school);
}

} // namespace Rollbook
