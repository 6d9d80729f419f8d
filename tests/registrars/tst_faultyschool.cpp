// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultyschool.h"
#include "teststore.h"

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace std::chrono_literals;

namespace
{

constexpr int Rows = 300;
constexpr std::array Reasons{ReasonCode::StoreBusy, ReasonCode::StoreUnavailable,
    ReasonCode::StoreFull, ReasonCode::ServerError, ReasonCode::TimedOut, ReasonCode::Throttled};

/// A school with seats for 100 and places to wait for 50 of them.
class ShortSchool
{
public:
    explicit ShortSchool(const QString &kind)
        : m_store(QStringLiteral("sqlite"))
    {
        if (kind == QStringLiteral("sqlite")) {
            m_school = m_store.open();
            const auto saved = m_school->courses().save({course(QStringLiteral("GO1"), 100, 50)});
            if (!saved)
                qFatal("%s", qPrintable(saved.error().sentence));
        } else {
            auto opened = openSchool(
                QStringLiteral("simulated:?latency=1ms&jitter=1ms&capacity=100&waitlist=50"));
            if (opened)
                m_school = std::move(*opened);
        }
    }
    School &operator*() const { return *m_school; }

private:
    TestStore m_store;
    std::unique_ptr<School> m_school;
};

BulkRegistration::Request shuffledRequest(quint32 seed)
{
    QRandomGenerator random(seed);
    QList<Student> students;
    for (int row = 0; row < Rows; ++row)
        students += student(QStringLiteral("S%1").arg(random.bounded(Rows * 5)));
    BulkRegistration::Request wanted;
    wanted.students = StudentList::fromStudents(students); // some of them twice
    wanted.courses = CourseAssignment(course(QStringLiteral("GO1")).ref());
    wanted.batchSize = std::array{1, 7, 50}[seed % 3];
    wanted.batchesInFlight = seed % 2 == 0 ? 4 : 64;
    wanted.retry.base = wanted.retry.cap = 1ms;
    wanted.retry.firstProbe = wanted.retry.lastProbe = 1ms;
    wanted.retry.attempts = 50;
    wanted.retry.total = 1h;
    wanted.retry.seed = seed;
    return wanted;
}

RegisterStudentsResults registered(School &school, const BulkRegistration::Request &wanted)
{
    BulkRegistration run(school.registrar(), &school.journal(), wanted);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    if (!finished.wait(60'000))
        return {};
    return finished.first().first().value<RegisterStudentsResults>();
}

} // namespace

/// Rule 4 where the way to the school is bad: the outcome is that of a good one.
class TestFaultySchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOutcomeIsThatWithoutFaults_data();
    void theOutcomeIsThatWithoutFaults();
    void theJournalKnowsHowOftenARowWasSent();
};

void TestFaultySchool::theOutcomeIsThatWithoutFaults_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<quint32>("seed");
    for (const char *kind : {"sqlite", "simulated"}) {
        for (quint32 seed = 0; seed < 6; ++seed)
            QTest::addRow("%s, seed %u", kind, seed) << QString::fromLatin1(kind) << seed;
    }
}

void TestFaultySchool::theOutcomeIsThatWithoutFaults()
{
    QFETCH(const QString, kind);
    QFETCH(const quint32, seed);
    const BulkRegistration::Request wanted = shuffledRequest(seed);
    BulkRegistration::Request plainly = wanted;
    plainly.batchSize = plainly.batchesInFlight = 1;
    const ShortSchool good(kind);
    const RegisterStudentsResults expected = registered(*good, plainly);
    QCOMPARE(expected.results.size(), Rows);

    const ShortSchool behind(kind);
    int faults = 0;
    QRandomGenerator random(seed);
    FaultySchool faulty(*behind, [&](const RegistrationBatch &) -> std::optional<InjectedFault> {
        if (random.bounded(4) != 0)
            return std::nullopt;
        ++faults;
        const ReasonCode reason = Reasons[random.bounded(quint32(Reasons.size()))];
        return InjectedFault{{RegistrationStatus::Failed, reason, {}}, random.bounded(2) == 0};
    });
    const RegisterStudentsResults answer = registered(faulty, wanted);
    QCOMPARE(outcomes(answer.results), outcomes(expected.results));
    QVERIFY(faults > 0);
    QCOMPARE(answer.run.counts, expected.run.counts);

    const auto journaled = faulty.journal().run(answer.run.id);
    QVERIFY(journaled);
    QCOMPARE(outcomes(journaled->results), outcomes(expected.results));
}

void TestFaultySchool::theJournalKnowsHowOftenARowWasSent()
{
    const ShortSchool behind(QStringLiteral("sqlite"));
    FaultySchool faulty(
        *behind, [](const RegistrationBatch &batch) -> std::optional<InjectedFault> {
            if (batch.attempt > 2)
                return std::nullopt;
            return InjectedFault{{RegistrationStatus::Failed, ReasonCode::StoreBusy, {}}};
        });
    BulkRegistration::Request wanted = shuffledRequest(1);
    wanted.batchSize = Rows;
    const RegisterStudentsResults answer = registered(faulty, wanted);
    QCOMPARE(int(answer.results.at(0).attempts), 3);
    const auto journaled = faulty.journal().run(answer.run.id);
    QVERIFY(journaled);
    QCOMPARE(int(journaled->results.at(0).attempts), 3);
}

QTEST_GUILESS_MAIN(TestFaultySchool)
#include "tst_faultyschool.moc"
