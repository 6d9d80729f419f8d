// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook runs undo` and `rollbook courses promote`.
class TestUndoCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void takesTheStudentsOut();
    void dryRunChangesNothing();
    void whoMovedUpStays();
    void undoIsInTheHistory();
    void whatCannotBeUndoneIsSaid();
    void promoteTellsWhoGotASeat();
    void promoteOfOthersIsRefused_data();
    void promoteOfOthersIsRefused();
    void killedUndoIsWholeOrNothing();

private:
    QString registerList(const QString &list) const;
    QString seats() const;

    std::unique_ptr<SchoolFolder> m_folder;
};

void TestUndoCommand::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,2,3"_s}), 0);
    m_folder->write(u"first.csv"_s, classList(2));
    m_folder->write(u"second.csv"_s, classList(4, 2));
}

QString TestUndoCommand::registerList(const QString &list) const
{
    const Answer run = m_folder->runOnSchool(u"register --course GO1 --roster "_s + list);
    return run.outLines().value(run.outLines().size() - 1);
}

// Seats taken and waiting, of the one course.
QString TestUndoCommand::seats() const
{
    const QStringList cells = m_folder->runOnSchool(u"courses list"_s).out.split(u'\t');
    return cells.value(3) + u' ' + cells.value(5);
}

void TestUndoCommand::takesTheStudentsOut()
{
    registerList(u"first.csv"_s);
    const QString run = registerList(u"second.csv"_s);
    QCOMPARE(seats(), u"2 3"_s);
    const Answer answer = m_folder->runOnSchool(u"runs undo "_s + run);
    VERIFY_EXIT(answer, 0);
    const QStringList lines = answer.outLines();
    QCOMPARE(lines.mid(0, 7),
        QStringList({u"1\tS000002\tGiven000002 Family000002\tGO1\tnothing_to_undo\tthe run gave no "
                     "seat and no place here"_s,
            u"2\tS000003\tGiven000003 Family000003\tGO1\twithdrawn\tgave back place 1 on the "
            "waiting list"_s,
            u"3\tS000004\tGiven000004 Family000004\tGO1\twithdrawn\tgave back place 2 on the "
            "waiting list"_s,
            u"4\tS000005\tGiven000005 Family000005\tGO1\twithdrawn\tgave back place 3 on the "
            "waiting list"_s,
            u"withdrawn\t3"_s, u"left_as_it_is\t0"_s, u"nothing_to_undo\t1"_s}));
    QCOMPARE(lines.size(), 8);
    QCOMPARE(seats(), u"2 0"_s);
}

void TestUndoCommand::dryRunChangesNothing()
{
    const QString run = registerList(u"first.csv"_s);
    const QString history = m_folder->runOnSchool(u"runs list"_s).out;
    const Answer answer = m_folder->runOnSchool(u"runs undo --dry-run "_s + run);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().first(),
        u"1\tS000001\tGiven000001 Family000001\tGO1\twithdrawn\twill give back seat 1"_s);
    QCOMPARE(answer.outLines().last(), u"nothing_to_undo\t0"_s);
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, history);
    QCOMPARE(seats(), u"2 0"_s);
}

void TestUndoCommand::whoMovedUpStays()
{
    const QString first = registerList(u"first.csv"_s);
    m_folder->write(u"third.csv"_s, classList(2, 3));
    const QString third = registerList(u"third.csv"_s);
    VERIFY_EXIT(m_folder->runOnSchool(u"runs undo "_s + first), 0);
    VERIFY_EXIT(m_folder->runOnSchool(u"courses promote GO1 --count 1"_s), 0);
    const Answer answer = m_folder->runOnSchool(u"runs undo "_s + third);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(
        answer.out.contains(u"left_as_it_is\tmoved up to seat 1 since"_s), qPrintable(answer.out));
    QCOMPARE(seats(), u"1 0"_s);
}

void TestUndoCommand::undoIsInTheHistory()
{
    const QString run = registerList(u"first.csv"_s);
    const Answer undone = m_folder->runOnSchool(u"runs undo "_s + run);
    const QString undo = undone.outLines().last();
    const QStringList lines = m_folder->runOnSchool(u"runs list"_s).outLines();
    QCOMPARE(lines.size(), 2);
    const QStringList newest = lines.first().split(u'\t');
    QCOMPARE(newest.first(), undo);
    QCOMPARE(newest.mid(2),
        QStringList(
            {u"GO1 (2026 Fall)"_s, u"first.csv"_s, u"finished"_s, u"withdrawn=2 undoes="_s + run}));
    QVERIFY(lines.last().endsWith(u"registered=2 undone_by="_s + undo));
    const Answer shown = m_folder->runOnSchool(u"runs show "_s + undo);
    VERIFY_EXIT(shown, 0);
    QCOMPARE(shown.outLines(), undone.outLines().mid(0, 2));
}

void TestUndoCommand::whatCannotBeUndoneIsSaid()
{
    const QString run = registerList(u"first.csv"_s);
    const QString undo = m_folder->runOnSchool(u"runs undo "_s + run).outLines().last();
    for (const auto &[id, words] : {std::pair(run, u"was undone before"_s),
             std::pair(undo, u"is an undo itself"_s), std::pair(u"nonsense"_s, u"nonsense"_s)}) {
        const Answer answer = m_folder->runOnSchool(u"runs undo "_s + id);
        VERIFY_EXIT(answer, 2);
        QVERIFY2(answer.err.contains(words), qPrintable(answer.err));
        QCOMPARE(answer.out, QString());
    }
    VERIFY_EXIT(m_folder->runOnSchool(u"runs undo"_s), 2);
}

void TestUndoCommand::promoteTellsWhoGotASeat()
{
    const QString first = registerList(u"first.csv"_s);
    m_folder->write(u"third.csv"_s, classList(3, 3));
    registerList(u"third.csv"_s);
    const Answer full = m_folder->runOnSchool(u"courses promote GO1"_s);
    VERIFY_EXIT(full, 0);
    QVERIFY2(full.err.contains(u"No seat of GO1 is free; 3 students wait"_s), qPrintable(full.err));
    VERIFY_EXIT(m_folder->runOnSchool(u"runs undo "_s + first), 0);
    m_folder->write(u"hold.csv"_s,
        "student_id,given_name,family_name,hold\n"
        "S000003,Given000003,Family000003,library book\n");
    VERIFY_EXIT(m_folder->runOnSchool(u"students import hold.csv"_s), 0);
    const Answer answer = m_folder->runOnSchool(u"courses promote GO1 --term \"2026 Fall\""_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.outLines(),
        QStringList({u"1\tS000003\tGiven000003 Family000003\trejected\thas a hold: library book"_s,
            u"2\tS000004\tGiven000004 Family000004\tregistered\tseat 1"_s,
            u"3\tS000005\tGiven000005 Family000005\tregistered\tseat 2"_s}));
    QCOMPARE(seats(), u"2 1"_s);
}

void TestUndoCommand::promoteOfOthersIsRefused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("unknown course") << u"XYZ"_s;
    QTest::newRow("no course") << QString();
    QTest::newRow("nobody") << u"GO1 --count 0"_s;
    QTest::newRow("no number") << u"GO1 --count many"_s;
}

void TestUndoCommand::promoteOfOthersIsRefused()
{
    QFETCH(const QString, arguments);
    const Answer answer = m_folder->runOnSchool(u"courses promote "_s + arguments);
    VERIFY_EXIT(answer, 2);
    QVERIFY(!answer.err.isEmpty());
}

void TestUndoCommand::killedUndoIsWholeOrNothing()
{
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,3000,3000"_s}), 0);
    m_folder->write(u"many.csv"_s, classList(5000));
    const QString run = registerList(u"many.csv"_s);
    QCOMPARE(seats(), u"3000 2000"_s);
    for (int round = 0; round < 8 && seats() != u"0 0"_s; ++round) {
        RollbookProcess process(m_folder->path());
        process.start(onSchool(u"runs undo "_s + run));
        process.killAfter(QRandomGenerator::global()->bounded(10, 300));
        const bool undone = m_folder->runOnSchool(u"runs list"_s).out.contains(u"undone_by"_s);
        QCOMPARE(seats(), undone ? u"0 0"_s : u"3000 2000"_s);
    }
    if (seats() != u"0 0"_s)
        VERIFY_EXIT(m_folder->runOnSchool(u"runs undo "_s + run), 0);
    QCOMPARE(seats(), u"0 0"_s);
}

QTEST_GUILESS_MAIN(TestUndoCommand)
#include "tst_undocommand.moc"
