// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"
#include "schoolserver.h"
#include "standbycluster.h"
#include "teststore.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int Rows = 3000;

QList<Course> courses()
{
    return {course(u"BIG"_s, 1200, 300), course(u"WIDE"_s), course(u"SMALL"_s, 20)};
}

/// Some by their address alone, some twice.
StudentList students()
{
    QList<Student> all;
    for (int row = 0; row < Rows; ++row) {
        const int number = row % 50 == 49 ? row - 20 : row;
        all += number % 10 == 7 ? student({}, u"s%1@example.org"_s.arg(number))
                                : student(u"S%1"_s.arg(number));
    }
    return StudentList::fromStudents(all);
}

CourseAssignment assignment()
{
    QList<CourseRef> refs;
    const QList<Course> all = courses();
    for (const Course &one : all)
        refs += one.ref();
    QList<qint32> indexes;
    for (int row = 0; row < Rows; ++row)
        indexes += row % 20 == 3 ? 2 : row % 3 == 0 ? 1 : 0;
    return CourseAssignment(refs, indexes);
}

BulkRegistration::Request request()
{
    BulkRegistration::Request wanted;
    wanted.students = students();
    wanted.courses = assignment();
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

/// Each row by itself, in a school that nothing happens to.
QStringList undisturbed()
{
    static const QStringList expected = [] {
        const TestStore place(u"sqlite"_s);
        const auto school = place.open();
        if (!school->courses().save(courses()))
            qFatal("no courses");
        return outcomes(registerAll(
            *school, Run::begin(u"list.csv"_s, assignment(), {}), students(), assignment(), 1));
    }();
    return expected;
}

/// A run in a school on a server to which something happens in the middle.
class Disturbed
{
public:
    /// disturb: called once, when that many rows have their outcome.
    Disturbed(School &school, int after, const std::function<void()> &disturb)
        : m_school(school)
        , m_run(school.registrar(), &school.journal(), request())
    {
        QObject::connect(&m_run, &BulkRegistration::resultsReady, &m_run,
            [this, after, disturb](const RegistrationResults &results) {
                m_shown += static_cast<int>(results.size());
                if (m_shown < after || m_isDisturbed)
                    return;
                m_isDisturbed = true;
                m_before = m_shown;
                disturb();
            });
        QObject::connect(&m_run, &BulkRegistration::finished, &m_run,
            [this](const RegisterStudentsResults &results) { m_answer = results; });
    }

    void goOn()
    {
        m_run.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_answer, 120'000);
        QVERIFY(m_isDisturbed);
        QVERIFY(m_before < Rows);
        QCOMPARE(m_shown, Rows);
        QCOMPARE(m_answer->problem ? m_answer->problem->sentence : QString(), QString());
        QCOMPARE(m_answer->run.state, RunState::Finished);
        QCOMPARE(outcomes(m_answer->results), undisturbed());
    }

    /// What the school says of it afterwards.
    void compareWithHistory(School &school) const
    {
        const auto runs = school.journal().runs();
        QVERIFY(runs);
        QCOMPARE(runs->size(), 1);
        QCOMPARE(runs->first().state, RunState::Finished);
        QCOMPARE(runs->first().counts, m_answer->run.counts);
        const auto recorded = school.journal().run(runs->first().id);
        QVERIFY(recorded);
        QCOMPARE(outcomes(recorded->results), undisturbed());
        for (const Course &one : courses()) {
            const auto seats = school.courses().find(one.code);
            QVERIFY(seats);
            QCOMPARE(seats->seatsTaken, given(RegistrationStatus::Registered, one));
            QCOMPARE(seats->waiting, given(RegistrationStatus::Waitlisted, one));
        }
        QVERIFY(school.audit().verify()->isIntact());
    }

private:
    int given(RegistrationStatus status, const Course &one) const
    {
        return static_cast<int>(std::count_if(m_answer->results.cbegin(), m_answer->results.cend(),
            [&](const StudentRegistrationResult &result) {
                return result.status() == status
                    && m_answer->courses.courseOf(result.row) == one.ref();
            }));
    }

    School &m_school;
    BulkRegistration m_run;
    std::optional<RegisterStudentsResults> m_answer;
    int m_shown = 0;
    int m_before = 0;
    bool m_isDisturbed = false;
};

// What the tables must not hold after a run.
void compareTables(const PostgresCluster &server, const QString &database)
{
    QCOMPARE(
        server.execute(
            u"SELECT string_agg(action, ', ' ORDER BY number) FROM audit_entries WHERE run <> ''"_s,
            database),
        u"run_begun, run_ended"_s);
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

} // namespace

/// The server goes away in the middle of a run.
class TestServerFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standbyTakesOver();
};

void TestServerFailover::standbyTakesOver()
{
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_FAILOVER_ROUNDS");
    const int rounds = wanted > 0 ? wanted : 2;
    QElapsedTimer clock;
    clock.start();
    for (int round = 1; round <= rounds; ++round) {
        PostgresCluster primary;
        QVERIFY(primary.start());
        const QString database = SchoolServer(primary).addSchool();
        StandbyCluster standby(primary);
        QVERIFY(standby.start());
        QVERIFY(standby.replicateSynchronously());
        const auto school = opened(standby.failoverUrl(database, SchoolServer::Office));
        QVERIFY(school->courses().save(courses()));
        // From the first batches to the last, so that each kind of moment is met.
        const int after = 1 + (Rows - 100) * round / (rounds + 1);
        Disturbed run(*school, after, [&] {
            QVERIFY(primary.kill());
            QVERIFY(standby.promote());
        });
        run.goOn();
        if (!QTest::currentTestFailed())
            run.compareWithHistory(*school);
        if (!QTest::currentTestFailed())
            compareTables(standby, database);
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    qInfo("%d rounds of %d rows in %.1f s", rounds, Rows,
        static_cast<double>(clock.elapsed()) / 1000);
}

QTEST_GUILESS_MAIN(TestServerFailover)
#include "tst_serverfailover.moc"
