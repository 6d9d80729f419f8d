// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/runrostercodec.h"

#include "sqlite/sqliteschool.h"
#include "teststore.h"

#include <SQLiteCpp/Database.h>

#include <QFile>
#include <QTest>

using namespace Rollbook;

/// The class list that is kept with a run in the school file.
class TestRunRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void damageIsFound();
    void laterVersionIsNotRead();
    void claimingAllMemoryIsRefused();
    void damagedRunIsShownButCannotGoOn();
    void runOfAnOlderRollbookIsShownButCannotGoOn();
};

namespace
{

RunRoster smallRoster()
{
    Student ben{QStringLiteral("007"), QStringLiteral("Ben"), QStringLiteral("Šmíð"),
        QStringLiteral("ben@school.example"), QStringLiteral("2011-02-03"), QStringLiteral("9"),
        QString(1000, u'ñ')};
    RunRoster roster;
    roster.students = StudentList::fromStudents({ben, student({}, QStringLiteral("a@b.c"))});
    roster.courses =
        CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")});
    return roster;
}

} // namespace

void TestRunRoster::comesBackAsItWas_data()
{
    QTest::addColumn<RunRoster>("roster");
    QTest::newRow("nobody") << RunRoster();
    QTest::newRow("one course") << smallRoster();
    RunRoster mixed = smallRoster();
    mixed.students.correct(1, StudentField::FamilyName, QStringLiteral("Correcteð"));
    mixed.courses =
        CourseAssignment({{QStringLiteral("GO1"), {}}, {QStringLiteral("ART"), {}}}, {1, -1});
    mixed.rejectedRows.insert(
        1, {RegistrationStatus::NotAttempted, ReasonCode::LeftOut, QStringLiteral("—")});
    QTest::newRow("several courses, a row left out") << mixed;
    RunRoster blanks = smallRoster();
    blanks.courses = CourseAssignment({{QStringLiteral("GO1"), {}}}, {0, -1});
    QTest::newRow("one course, not for all") << blanks;
    RunRoster many;
    many.students = numberedStudents(5000);
    many.courses = smallRoster().courses;
    QTest::newRow("5000") << many;
}

void TestRunRoster::comesBackAsItWas()
{
    QFETCH(const RunRoster, roster);
    const auto read = decodeRunRoster(encodeRunRoster(roster));
    QVERIFY(read);
    QCOMPARE(read->students.size(), roster.students.size());
    for (int row = 0; row < roster.students.size(); ++row) {
        QCOMPARE(read->students.student(row), roster.students.student(row));
        QCOMPARE(read->courses.courseOf(row), roster.courses.courseOf(row));
    }
    QCOMPARE(read->courses.courses(), roster.courses.courses());
    QCOMPARE(read->rejectedRows.size(), roster.rejectedRows.size());
    for (auto it = roster.rejectedRows.cbegin(); it != roster.rejectedRows.cend(); ++it)
        QVERIFY(read->rejectedRows.value(it.key()) == it.value());
}

void TestRunRoster::damageIsFound()
{
    const QByteArray good = encodeRunRoster(smallRoster());
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY2(!decodeRunRoster(good.first(size)), qPrintable(QString::number(size)));
    // A byte of the size that stands before the stream may be wrong without harm.
    for (qsizetype at = 5; at < good.size(); ++at) {
        QByteArray damaged = good;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        const auto read = decodeRunRoster(damaged);
        // Some bits of zlib's own header mean nothing for what follows.
        if (read)
            QCOMPARE(read->students.student(0), smallRoster().students.student(0));
    }
}

void TestRunRoster::laterVersionIsNotRead()
{
    QByteArray later = encodeRunRoster(smallRoster());
    later[0] = 2;
    QVERIFY(!decodeRunRoster(later));
}

void TestRunRoster::claimingAllMemoryIsRefused()
{
    QByteArray bomb = encodeRunRoster(smallRoster());
    for (int i = 1; i <= 4; ++i)
        bomb[i] = '\xff';
    QVERIFY(!decodeRunRoster(bomb));
    // 4 thousand million rows, and nothing after that.
    QVERIFY(!decodeRunRoster(QByteArray(1, '\1') + qCompress(QByteArray(4, '\xff'))));
}

void TestRunRoster::damagedRunIsShownButCannotGoOn()
{
    const TestStore store(QStringLiteral("sqlite"));
    const auto school = store.open();
    const RunRoster roster = smallRoster();
    const Run run = Run::begin(QStringLiteral("list.csv"), roster.courses, {});
    QVERIFY(school->journal().begin(run, roster));
    const auto second = rejectedRow(1, ReasonCode::Hold);
    QVERIFY(school->journal().record(run, roster.students, roster.courses, {second}));
    SQLite::Database(store.url().mid(7).toStdString(), SQLite::OPEN_READWRITE)
        .exec("UPDATE run_rosters SET roster = x'01ffffffff00'");
    const auto read = school->journal().run(run.id);
    QVERIFY(read);
    QVERIFY(read->problem);
    QCOMPARE(read->problem->code, ErrorCode::StoreDamaged);
    QVERIFY(read->problem->sentence.contains(QStringLiteral("damaged")));
    QCOMPARE(read->results.size(), 1);
    QCOMPARE(read->students.text(read->results.first().row, StudentField::Email),
        QStringLiteral("a@b.c"));
}

void TestRunRoster::runOfAnOlderRollbookIsShownButCannotGoOn()
{
    const TestStore store(QStringLiteral("sqlite"));
    const auto school = store.open();
    const RunRoster roster = smallRoster();
    const Run run = Run::begin(QStringLiteral("list.csv"), roster.courses, {});
    QVERIFY(school->journal().record(
        run, roster.students, roster.courses, {rejectedRow(0, ReasonCode::Hold)}));
    const auto read = school->journal().run(run.id);
    QVERIFY(read);
    QVERIFY(read->problem);
    QVERIFY(read->problem->sentence.contains(QStringLiteral("older")));
    QCOMPARE(read->results.size(), 1);
}

QTEST_GUILESS_MAIN(TestRunRoster)
#include "tst_runroster.moc"
