// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Rollbook;

namespace
{

/// The program registerclass, as a colleague's Rollbook on another computer.
class Colleague
{
public:
    Colleague(const QString &url, int first, int count, int batchSize)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(REGISTERCLASS),
            {url, QString::number(first), QString::number(count), QString::number(batchSize)});
    }
    bool isReady()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead())
                return false;
        }
        return m_process.readLine() == "ready\n";
    }
    // Now, not when somebody waits for the process.
    bool go() { return m_process.write("go\n") > 0 && m_process.waitForBytesWritten(); }
    bool isContent()
    {
        return m_process.waitForFinished(120'000) && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

QList<RegisterStudentsResults> allRuns(School &school)
{
    QList<RegisterStudentsResults> all;
    const auto runs = school.journal().runs();
    for (const Run &run : *runs)
        all += *school.journal().run(run.id);
    return all;
}

} // namespace

/// Several programs register in one school at once.
class TestSharedSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }

    void nobodyIsLostAndNoSeatGivenTwice_data();
    void nobodyIsLostAndNoSeatGivenTwice();
    void longRunLetsOthersIn();
    void severalMakeTheSameNewSchool();
    void killedColleagueLosesNothingThatWasWritten();
};

void TestSharedSchool::nobodyIsLostAndNoSeatGivenTwice_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("single rows") << 1;
    QTest::newRow("batches") << 23;
}

void TestSharedSchool::nobodyIsLostAndNoSeatGivenTwice()
{
    QFETCH_GLOBAL(const QString, store);
    QFETCH(const int, batchSize);
    const TestStore place(store);
    const auto school = place.open();
    QVERIFY(school->courses().save({course(QStringLiteral("GO1"), 200, 60)}));

    // 300 students, of whom the middle 100 are on both lists.
    Colleague one(place.url(), 1, 200, batchSize);
    Colleague two(place.url(), 101, 200, batchSize);
    QVERIFY(one.isReady());
    QVERIFY(two.isReady());
    QVERIFY(one.go());
    QVERIFY(two.go());
    QVERIFY(one.isContent());
    QVERIFY(two.isContent());

    QSet<QString> seated;
    QSet<QString> waiting;
    QSet<int> seats;
    QSet<int> places;
    const auto runs = allRuns(*school);
    QCOMPARE(runs.size(), 2);
    for (const RegisterStudentsResults &run : runs) {
        QCOMPARE(run.results.size(), 200);
        for (const StudentRegistrationResult &result : run.results) {
            const QString id = run.students.text(result.row, StudentField::StudentId);
            if (result.status() == RegistrationStatus::Registered) {
                QVERIFY(!seated.contains(id) && !waiting.contains(id));
                QVERIFY(!seats.contains(result.registration()->number));
                seated += id;
                seats += result.registration()->number;
            } else if (result.status() == RegistrationStatus::Waitlisted) {
                QVERIFY(!seated.contains(id) && !waiting.contains(id));
                QVERIFY(!places.contains(result.registration()->number));
                waiting += id;
                places += result.registration()->number;
            }
        }
    }
    QCOMPARE(seats.size(), 200);
    QCOMPARE(*std::max_element(seats.cbegin(), seats.cend()), 200);
    QCOMPARE(places.size(), 60);
    QCOMPARE(*std::max_element(places.cbegin(), places.cend()), 60);
    const auto filled = school->courses().find(QStringLiteral("GO1"));
    QCOMPARE(filled->seatsTaken, 200);
    QCOMPARE(filled->waiting, 60);
    QVERIFY(school->audit().verify()->isIntact());
}

void TestSharedSchool::longRunLetsOthersIn()
{
    QFETCH_GLOBAL(const QString, store);
    const TestStore place(store);
    const auto school = place.open();
    QVERIFY(school->courses().save({course(QStringLiteral("GO1"))}));
    Colleague one(place.url(), 1, 20'000, 500);
    Colleague two(place.url(), 20'001, 20'000, 500);
    QVERIFY(one.isReady());
    QVERIFY(two.isReady());
    QVERIFY(one.go());
    QVERIFY(two.go());
    QVERIFY(one.isContent());
    QVERIFY(two.isContent());

    const auto runs = allRuns(*school);
    QCOMPARE(runs.size(), 2);
    const auto moment = [](const StudentRegistrationResult &result) {
        return result.registration()->registeredAtMs;
    };
    for (const auto &[here, there] : {std::pair(0, 1), std::pair(1, 0)})
        QVERIFY(moment(runs[here].results.first()) < moment(runs[there].results.last()));
    QVERIFY(school->audit().verify()->isIntact());
}

void TestSharedSchool::severalMakeTheSameNewSchool()
{
    QFETCH_GLOBAL(const QString, store);
    for (int time = 0; time < 5; ++time) {
        const TestStore place(store);
        Colleague one(place.url(), 1, 1, 1);
        Colleague two(place.url(), 2, 1, 1);
        Colleague three(place.url(), 3, 1, 1);
        for (Colleague *colleague : {&one, &two, &three})
            QVERIFY(colleague->isReady());
        QVERIFY(place.open()->courses().save({course(QStringLiteral("GO1"))}));
        for (Colleague *colleague : {&one, &two, &three})
            QVERIFY(colleague->go());
        for (Colleague *colleague : {&one, &two, &three})
            QVERIFY(colleague->isContent());
        QCOMPARE(place.open()->courses().find(QStringLiteral("GO1"))->seatsTaken, 3);
        QVERIFY(place.open()->audit().verify()->isIntact());
    }
}

void TestSharedSchool::killedColleagueLosesNothingThatWasWritten()
{
    QFETCH_GLOBAL(const QString, store);
    const TestStore place(store);
    const auto school = place.open();
    QVERIFY(school->courses().save({course(QStringLiteral("GO1"), 50'000)}));
    Colleague colleague(place.url(), 1, 50'000, 100);
    QVERIFY(colleague.isReady());
    QVERIFY(colleague.go());
    QTRY_VERIFY_WITH_TIMEOUT(school->courses().find(QStringLiteral("GO1"))->seatsTaken > 0, 60'000);
    colleague.kill();

    const int taken = school->courses().find(QStringLiteral("GO1"))->seatsTaken;
    const auto runs = allRuns(*school);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].results.size(), taken);
    QCOMPARE(runs[0].run.state, RunState::Running);
    QCOMPARE(school->students().students()->size(), taken);
    // Taken up again, the run ends as if nothing had happened.
    const CourseAssignment courses(course(QStringLiteral("GO1")).ref());
    const auto results =
        registerAll(*school, runs[0].run, numberedStudents(taken + 10), courses, 100);
    for (const StudentRegistrationResult &result : results)
        QCOMPARE(outcome(result), QStringLiteral("registered %1").arg(result.row + 1));
    QVERIFY(school->audit().verify()->isIntact());
}

QTEST_GUILESS_MAIN(TestSharedSchool)
#include "tst_sharedschool.moc"
