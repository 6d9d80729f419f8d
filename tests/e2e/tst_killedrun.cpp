// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The real program is killed in the middle of a run, which then goes on: the outcome is that of an
/// undisturbed run, row by row, and the audit trail holds. tests/chaos.sh has it do so many times
/// at random instants: ROLLBOOK_CHAOS_ROUNDS says how often, ROLLBOOK_CHAOS_SEED repeats what was
/// printed.
class TestKilledRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void goesOnAsIfNothingHadHappened_data();
    void goesOnAsIfNothingHadHappened();
    void goesOnBesideAColleague();
    void randomInstants();

private:
    void makeFolder();
    QString killedRun(int killAfterMs);
    QString resumed(const QString &id);
    void compareWithUndisturbed(const QString &id);
    void compareWithColleague(const QString &id, const QString &colleagues);
    void roundAlone(QRandomGenerator &random);
    void roundWithColleague(QRandomGenerator &random);

    std::unique_ptr<SchoolFolder> m_folder;
    QByteArray m_school;     // with its courses, nobody registered
    QStringList m_rows;      // what `runs show` says of the undisturbed run
    QString m_courses;       // what `courses list` says after it
    int m_undisturbedMs = 0; // how long it took
};

namespace
{

constexpr int Rows = 2000;
constexpr int Seats = 1200;
constexpr int Places = 500;
const QString Register = u"register --course GO1 --roster list.csv --batch 25"_s;

// Some students come twice, one row says nothing.
QByteArray roster()
{
    QByteArray text = classList(Rows - 60);
    const QByteArray again = classList(59, 301);
    text += again.mid(again.indexOf('\n') + 1);
    return text + ",Nobody,Nameless,\n";
}

/// Numbers of seats or places in the order of rows, from "seat 7".
QList<int> numbersIn(const QStringList &rows, const QString &before)
{
    QList<int> numbers;
    for (const QString &row : rows) {
        const QString what = row.section(u'\t', 5);
        if (what.startsWith(before))
            numbers += what.mid(before.size()).section(u' ', 0, 0).toInt();
    }
    return numbers;
}

} // namespace

void TestKilledRun::initTestCase()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(
        m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,%1,%2"_s.arg(Seats).arg(Places)}), 0);
    m_school = m_folder->read(u"school.sqlite"_s);
    makeFolder();
    QElapsedTimer clock;
    clock.start();
    const Answer answer = m_folder->runOnSchool(Register);
    m_undisturbedMs = static_cast<int>(clock.elapsed());
    VERIFY_EXIT(answer, 1);
    m_rows = m_folder->runOnSchool(u"runs show "_s + answer.outLines().last()).outLines();
    QCOMPARE(m_rows.size(), Rows);
    m_courses = m_folder->runOnSchool(u"courses list"_s).out;
    QCOMPARE(m_courses.section(u'\t', 3), u"%1\t%1\t%2\t%2\n"_s.arg(Seats).arg(Places));
}

// A new school with its courses, and the list.
void TestKilledRun::makeFolder()
{
    m_folder = std::make_unique<SchoolFolder>();
    m_folder->write(u"school.sqlite"_s, m_school);
    m_folder->write(u"list.csv"_s, roster());
}

// The id of the run, empty when the program was killed before the run was entered.
QString TestKilledRun::killedRun(int killAfterMs)
{
    RollbookProcess process(m_folder->path());
    process.start(onSchool(Register));
    process.killAfter(killAfterMs);
    const QStringList runs = m_folder->runOnSchool(u"runs list"_s).outLines();
    // A colleague may have one too, of another list.
    const QString id = runs.filter(u"\tlist.csv\t"_s).value(0).section(u'\t', 0, 0);
    if (!id.isEmpty() && qEnvironmentVariableIsSet("ROLLBOOK_CHAOS_ROUNDS")) {
        const QStringList rows = m_folder->runOnSchool(u"runs show "_s + id).outLines();
        qInfo("%lld rows left", qint64{rows.filter(u"\tnot_attempted\t"_s).size()});
    }
    return id;
}

// Goes on with the run until it is whole; begins it when it is not there.
QString TestKilledRun::resumed(const QString &id)
{
    // The list is not needed for it.
    const QByteArray list = m_folder->read(u"list.csv"_s);
    if (!id.isEmpty())
        m_folder->write(u"list.csv"_s, "gone");
    const Answer answer = m_folder->runOnSchool(id.isEmpty() ? Register : u"runs resume "_s + id);
    m_folder->write(u"list.csv"_s, list);
    // It may have ended before it was killed.
    const bool hasEnded = answer.exitStatus == 2 && answer.err.contains(u"came to its end"_s);
    if (hasEnded)
        return id;
    if (answer.exitStatus != 1)
        qWarning("%s", qPrintable(answer.told()));
    return answer.outLines().value(6);
}

void TestKilledRun::compareWithUndisturbed(const QString &id)
{
    const QStringList rows = m_folder->runOnSchool(u"runs show "_s + id).outLines();
    QCOMPARE(rows, m_rows);
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out, m_courses);
    const QStringList runs = m_folder->runOnSchool(u"runs list"_s).outLines();
    QCOMPARE(runs.size(), 1);
    VERIFY_EXIT(m_folder->runOnSchool(u"runs verify"_s), 0);
    QCOMPARE(runs.first().section(u'\t', 4),
        u"finished\tregistered=%1 waitlisted=%2 rejected=%3"_s.arg(Seats).arg(Places).arg(
            Rows - Seats - Places));
}

void TestKilledRun::goesOnAsIfNothingHadHappened_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {5, 20, 40, 60, 80, 100})
        QTest::addRow("killed after %d %%", percent) << percent;
}

void TestKilledRun::goesOnAsIfNothingHadHappened()
{
    QFETCH(const int, percent);
    makeFolder();
    const QString id = killedRun(m_undisturbedMs * percent / 100);
    VERIFY_EXIT(m_folder->runOnSchool(u"runs verify"_s), 0);
    compareWithUndisturbed(resumed(id));
}

// Both put students into the same course; together they fill it once.
void TestKilledRun::compareWithColleague(const QString &id, const QString &colleagues)
{
    const QStringList own = m_folder->runOnSchool(u"runs show "_s + id).outLines();
    const QStringList others = m_folder->runOnSchool(u"runs show "_s + colleagues).outLines();
    QCOMPARE(own.size(), Rows);
    for (int row = 0; row < Rows; ++row)
        QCOMPARE(own.at(row).section(u'\t', 0, 0), QString::number(row + 1));
    for (const auto &[before, most] :
        {std::pair(u"seat "_s, Seats), std::pair(u"place "_s, Places)}) {
        const QList<int> ownNumbers = numbersIn(own, before);
        QVERIFY(std::is_sorted(ownNumbers.cbegin(), ownNumbers.cend()));
        QList<int> numbers = ownNumbers + numbersIn(others, before);
        std::sort(numbers.begin(), numbers.end());
        QCOMPARE(numbers.size(), most);
        for (int number = 1; number <= most; ++number)
            QCOMPARE(numbers.at(number - 1), number);
    }
    for (const QStringList &rows : {own, others}) {
        QVERIFY(rows.filter(u"\talready_registered\t"_s).isEmpty());
        QVERIFY(rows.filter(u"\tfailed\t"_s).isEmpty());
        QVERIFY(rows.filter(u"\tnot_attempted\t"_s).isEmpty());
    }
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).out, m_courses);
    VERIFY_EXIT(m_folder->runOnSchool(u"runs verify"_s), 0);
}

void TestKilledRun::roundWithColleague(QRandomGenerator &random)
{
    makeFolder();
    m_folder->write(u"other.csv"_s, classList(1000, 500'001));
    RollbookProcess colleague(m_folder->path());
    colleague.start(onSchool(u"register --course GO1 --roster other.csv --batch 10"_s));
    const int killAfterMs = random.bounded(m_undisturbedMs * 3 / 2);
    const QString id = killedRun(killAfterMs);
    const QString whole = resumed(id);
    const Answer ended = colleague.finish();
    QVERIFY2(ended.exitStatus == 0 || ended.exitStatus == 1, qPrintable(ended.told()));
    compareWithColleague(whole, ended.outLines().last());
}

void TestKilledRun::goesOnBesideAColleague()
{
    QRandomGenerator random(1);
    roundWithColleague(random);
}

// One in three is killed again while it goes on.
void TestKilledRun::roundAlone(QRandomGenerator &random)
{
    makeFolder();
    const QString id = killedRun(random.bounded(m_undisturbedMs * 11 / 10));
    VERIFY_EXIT(m_folder->runOnSchool(u"runs verify"_s), 0);
    if (!id.isEmpty() && random.bounded(3) == 0) {
        RollbookProcess again(m_folder->path());
        again.start(onSchool(u"runs resume "_s + id));
        again.killAfter(random.bounded(m_undisturbedMs));
    }
    compareWithUndisturbed(resumed(id));
}

void TestKilledRun::randomInstants()
{
    const int rounds = qEnvironmentVariableIntValue("ROLLBOOK_CHAOS_ROUNDS");
    const QByteArray given = qgetenv("ROLLBOOK_CHAOS_SEED");
    const quint32 first = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
    for (int round = 0; round < qMax(1, rounds); ++round) {
        const quint32 seed = first + static_cast<quint32>(round);
        if (rounds > 0)
            qInfo("round %d, seed %u", round + 1, seed);
        QRandomGenerator random(seed);
        if (seed % 3 == 0)
            roundWithColleague(random);
        else
            roundAlone(random);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"ROLLBOOK_CHAOS_SEED=%1 repeats this"_s.arg(seed)));
    }
}

QTEST_GUILESS_MAIN(TestKilledRun)
#include "tst_killedrun.moc"
