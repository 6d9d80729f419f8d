// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Two people register at once in one school.
class TestTwoProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlappingListsFillTheCourseOnce();
    void bothMakeTheSameSchool();
};

namespace
{

/// Who got which number, over the reports of several runs; doubles are kept.
struct Numbers {
    QStringList students;
    QList<int> numbers;
};

Numbers numbersOf(const QList<QJsonObject> &rows, const QString &status)
{
    static const QRegularExpression number(u"\\d+"_s);
    Numbers found;
    for (const QJsonObject &row : rows) {
        if (row[u"status"_s].toString() == status) {
            found.students += row[u"student_id"_s].toString();
            found.numbers += number.match(row[u"detail"_s].toString()).captured().toInt();
        }
    }
    std::sort(found.numbers.begin(), found.numbers.end());
    return found;
}

QList<int> oneTo(int last)
{
    QList<int> numbers(last);
    std::iota(numbers.begin(), numbers.end(), 1);
    return numbers;
}

} // namespace

void TestTwoProcesses::overlappingListsFillTheCourseOnce()
{
    const SchoolFolder folder;
    VERIFY_EXIT(folder.addCourses({u"GO1,Intro to Golang,2026 Fall,800,300"_s}), 0);
    folder.write(u"one.csv"_s, classList(1000, 1));
    folder.write(u"two.csv"_s, classList(1000, 501));
    RollbookProcess one(folder.path());
    RollbookProcess two(folder.path());
    const QString command = u"register --course GO1 --batch 5 --roster %1.csv --report %1.json"_s;
    one.start(onSchool(command.arg(u"one"_s)));
    two.start(onSchool(command.arg(u"two"_s)));
    const Answer first = one.finish();
    const Answer second = two.finish();
    QVERIFY2(first.exitStatus == 0 || first.exitStatus == 1, qPrintable(first.told()));
    QVERIFY2(second.exitStatus == 0 || second.exitStatus == 1, qPrintable(second.told()));
    QVERIFY(first.outLines().value(4) == u"failed\t0"_s
        && second.outLines().value(4) == u"failed\t0"_s);

    const QList<QJsonObject> rows =
        folder.reportRows(u"one.json"_s) + folder.reportRows(u"two.json"_s);
    QCOMPARE(rows.size(), 2000);
    const Numbers seated = numbersOf(rows, u"registered"_s);
    const Numbers waiting = numbersOf(rows, u"waitlisted"_s);
    QCOMPARE(seated.numbers, oneTo(800));
    QCOMPARE(waiting.numbers, oneTo(300));
    const QStringList placed = seated.students + waiting.students;
    QCOMPARE(QSet<QString>(placed.cbegin(), placed.cend()).size(), 1100);
    QCOMPARE(folder.runOnSchool(u"courses list"_s).out,
        u"GO1\tIntro to Golang\t2026 Fall\t800\t800\t300\t300\n"_s);
    QCOMPARE(folder.runOnSchool(u"runs list"_s).outLines().size(), 2);
}

void TestTwoProcesses::bothMakeTheSameSchool()
{
    const SchoolFolder folder;
    folder.write(u"courses.csv"_s, "code\nGO1\nART\n");
    folder.write(u"students.csv"_s, classList(3));
    RollbookProcess one(folder.path());
    RollbookProcess two(folder.path());
    one.start(onSchool(u"courses import courses.csv"_s));
    two.start(onSchool(u"students import students.csv"_s));
    const Answer oneEnded = one.finish();
    VERIFY_EXIT(oneEnded, 0);
    const Answer twoEnded = two.finish();
    VERIFY_EXIT(twoEnded, 0);
    QCOMPARE(folder.runOnSchool(u"courses list"_s).outLines().size(), 2);
    QCOMPARE(folder.runOnSchool(u"students list"_s).outLines().size(), 3);
}

QTEST_GUILESS_MAIN(TestTwoProcesses)
#include "tst_twoprocesses.moc"
