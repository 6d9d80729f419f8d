// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runturns.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Whose turn it is among lists that are registered together.
class TestRunTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutOrderOneFollowsTheOther();
    void orderLetsOthersBegin();
    void neverMoreThanSoManyAtOnce();
    void listThatIsLeftOutHidesNobody();
    void listThatWasChangedStandsAlone();
    void listThatWasPutBackWaitsAgain();
    void restIsLeft();
    void nobodyOvertakesWhomTheyWaitFor();
};

namespace
{

// One student a list, with a course each: "A B A".
RunOrder::Waits orderOf(const QString &courses)
{
    RunOrder order;
    int number = 0;
    const QStringList codes = courses.split(u' ');
    for (const QString &code : codes) {
        Student student;
        student.studentId = QString::number(++number);
        order.add(StudentList::fromStudents({student}), CourseAssignment(CourseRef{code, {}}));
    }
    return order.waits();
}

RunTurns turnsOf(const QString &courses, int atOnce)
{
    const RunOrder::Waits order = orderOf(courses);
    RunTurns turns(static_cast<qint32>(order.size()), atOnce);
    turns.setOrder(order);
    return turns;
}

QList<qint32> beginAll(RunTurns &turns)
{
    QList<qint32> begun;
    while (const auto list = turns.next()) {
        turns.begin(*list);
        begun += *list;
    }
    return begun;
}

using Lists = QList<qint32>;

} // namespace

void TestRunTurns::withoutOrderOneFollowsTheOther()
{
    QVERIFY(RunTurns().isOver());
    RunTurns turns(2, 8);
    QCOMPARE(beginAll(turns), Lists{0});
    QVERIFY(turns.isAtWork(0));
    QVERIFY(turns.isWaiting(1));
    turns.end(0);
    QCOMPARE(turns.ended(), 1);
    QVERIFY(!turns.isOver());
    QCOMPARE(beginAll(turns), Lists{1});
    turns.end(1);
    QVERIFY(turns.isOver());
}

void TestRunTurns::orderLetsOthersBegin()
{
    RunTurns turns(4, 8);
    QCOMPARE(beginAll(turns), Lists{0});
    turns.setOrder(orderOf(u"A A B A"_s));
    QCOMPARE(beginAll(turns), Lists{2});
    QCOMPARE(turns.atWork(), (Lists{0, 2}));
    turns.end(2);
    QCOMPARE(beginAll(turns), Lists());
    turns.end(0);
    QCOMPARE(beginAll(turns), Lists{1});
    turns.end(1);
    QCOMPARE(beginAll(turns), Lists{3});
}

void TestRunTurns::neverMoreThanSoManyAtOnce()
{
    RunTurns turns = turnsOf(u"A B C D"_s, 2);
    QCOMPARE(beginAll(turns), (Lists{0, 1}));
    turns.end(1);
    QCOMPARE(beginAll(turns), Lists{2});
    RunTurns alone = turnsOf(u"A B"_s, 1);
    QCOMPARE(beginAll(alone), Lists{0});
}

void TestRunTurns::listThatIsLeftOutHidesNobody()
{
    // The third waits for the first by way of the second only.
    RunTurns turns = turnsOf(u"A A A B"_s, 8);
    QCOMPARE(beginAll(turns), (Lists{0, 3}));
    turns.leaveOut(1);
    QCOMPARE(turns.ended(), 0);
    QCOMPARE(beginAll(turns), Lists());
    turns.end(0);
    QCOMPARE(turns.ended(), 2);
    QCOMPARE(beginAll(turns), Lists{2});
}

void TestRunTurns::listThatWasChangedStandsAlone()
{
    RunTurns turns = turnsOf(u"A B C D E"_s, 2);
    QCOMPARE(beginAll(turns), (Lists{0, 1}));
    turns.standAlone(3);
    turns.end(0);
    QCOMPARE(beginAll(turns), Lists{2});
    turns.end(1);
    QCOMPARE(beginAll(turns), Lists());
    turns.end(2);
    QCOMPARE(beginAll(turns), Lists{3});
    turns.end(3);
    QCOMPARE(beginAll(turns), Lists{4});
}

void TestRunTurns::listThatWasPutBackWaitsAgain()
{
    RunTurns turns = turnsOf(u"A B C"_s, 2);
    QCOMPARE(beginAll(turns), (Lists{0, 1}));
    turns.putBack(1);
    turns.standAlone(1);
    QCOMPARE(beginAll(turns), Lists());
    turns.end(0);
    QCOMPARE(beginAll(turns), Lists{1});
}

void TestRunTurns::restIsLeft()
{
    RunTurns turns = turnsOf(u"A A B B C"_s, 2);
    QCOMPARE(beginAll(turns), (Lists{0, 2}));
    turns.leaveOut(3);
    turns.leaveTheRest();
    turns.end(0);
    QCOMPARE(beginAll(turns), Lists());
    QVERIFY(!turns.isOver());
    turns.end(2);
    QVERIFY(turns.isOver());
    QCOMPARE(turns.ended(), 2);
}

void TestRunTurns::nobodyOvertakesWhomTheyWaitFor()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        QStringList courses;
        for (int list = 0; list < 10; ++list)
            courses += QString(QChar(u'A' + random.bounded(4)));
        const int atOnce = random.bounded(1, 5);
        RunTurns turns = turnsOf(courses.join(u' '), atOnce);
        QSet<qint32> gone; // ended or left out
        while (!turns.isOver()) {
            const Lists begun = beginAll(turns);
            for (const qint32 list : begun) {
                for (qint32 before = 0; before < list; ++before)
                    QVERIFY(courses[before] != courses[list] || gone.contains(before));
            }
            const Lists atWork = turns.atWork();
            QVERIFY(!atWork.isEmpty() && atWork.size() <= atOnce);
            const qint32 any = random.bounded(10);
            if (turns.isWaiting(any) && random.bounded(4) == 0) {
                turns.leaveOut(any);
                gone += any;
            } else {
                const qint32 one = atWork[random.bounded(static_cast<int>(atWork.size()))];
                turns.end(one);
                gone += one;
            }
        }
        QCOMPARE(turns.ended(), 10);
    }
}

QTEST_GUILESS_MAIN(TestRunTurns)
#include "tst_runturns.moc"
