// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldcourses.h"
#include "schoolfolder.h"
#include "teststore.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook register` with several class lists and a school on a server, which takes some of them
/// at the same time.
class TestRostersAtOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsThatGoOnBesideEachOtherAreToldInTheirOrder();
    void progressIsThatOfAllLists();
    void interruptionStopsAllThatAreAtWork();

private:
    QString onServer(const QString &arguments) const;
    /// Keeps who registers in these courses from going on, until they are let go.

    std::unique_ptr<SchoolFolder> m_folder;
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
    std::unique_ptr<HeldCourses> m_colleague;
};

namespace
{

const QString Lists = u"--roster a.csv --roster b.csv --roster c.csv"_s;

// What is the same in each school: all but the ids of the runs.
QStringList told(const Answer &answer)
{
    QStringList lines = answer.outLines();
    lines.removeIf([](const QString &line) {
        return !line.contains(u'\t') && !line.contains(u".csv"_s) && !line.startsWith(u"All"_s);
    });
    return lines;
}

} // namespace

void TestRostersAtOnce::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    m_school = m_store->open();
    QVERIFY(m_school->courses().save({course(u"SLOW"_s, 3, 1), course(u"FAST"_s)}));
    m_colleague = std::make_unique<HeldCourses>(m_store->url());
    m_folder->write(u"a.csv"_s, "student_id,course\nS1,SLOW\nS2,SLOW\nS1,SLOW\n");
    m_folder->write(u"b.csv"_s, "student_id,course\nS11,FAST\nS12,FAST\n");
    m_folder->write(u"c.csv"_s, "student_id,course\nS21,SLOW\nS22,SLOW\nS23,SLOW\n");
}

void TestRostersAtOnce::cleanup()
{
    m_colleague.reset();
    m_school.reset();
}

QString TestRostersAtOnce::onServer(const QString &arguments) const
{
    return u"%1 --store \"%2\""_s.arg(arguments, m_store->url());
}

void TestRostersAtOnce::listsThatGoOnBesideEachOtherAreToldInTheirOrder()
{
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    RollbookProcess process(m_folder->path());
    process.start(onServer(u"register --report server.csv "_s + Lists));
    // The second list has ended before the first gets anywhere.
    QTRY_COMPARE_WITH_TIMEOUT(m_school->courses().find(u"FAST"_s)->seatsTaken, 2, 30'000);
    QCOMPARE(m_school->courses().find(u"SLOW"_s)->seatsTaken, 0);
    QVERIFY(m_colleague->letGo());
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 1);
    // The same as one after the other in a file.
    VERIFY_EXIT(
        m_folder->addCourses({u"SLOW,Slow,2026 Fall,3,1"_s, u"FAST,Fast,2026 Fall,,"_s}), 0);
    const Answer plain = m_folder->runOnSchool(u"register --report file.csv "_s + Lists);
    VERIFY_EXIT(plain, 1);
    QCOMPARE(told(answer), told(plain));
    QCOMPARE(answer.err, plain.err);
    const QList<QByteArray> atOnce = m_folder->read(u"server.csv"_s).split('\n');
    const QList<QByteArray> inTurn = m_folder->read(u"file.csv"_s).split('\n');
    QCOMPARE(atOnce.size(), 10);
    QCOMPARE(atOnce.size(), inTurn.size());
    for (qsizetype i = 0; i < atOnce.size(); ++i) {
        // roster, roster_row … detail, without the run
        const QList<QByteArray> cells = atOnce[i].split(',');
        const QList<QByteArray> expected = inTurn[i].split(',');
        QCOMPARE(cells.first(), expected.first());
        QCOMPARE(cells.mid(2, 8), expected.mid(2, 8));
    }
}

void TestRostersAtOnce::progressIsThatOfAllLists()
{
    const Answer answer = m_folder->run(onServer(u"register --progress plain "_s + Lists));
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains(u"All 3 lists: 8 of 8"_s), qPrintable(answer.err));
    QVERIFY2(!answer.err.contains(u"a.csv: 3 of 3"_s), qPrintable(answer.err));
}

void TestRostersAtOnce::interruptionStopsAllThatAreAtWork()
{
    QVERIFY(m_colleague->hold(u"%"_s));
    RollbookProcess process(m_folder->path());
    process.start(onServer(u"register --report out.csv "_s + Lists));
    QTRY_COMPARE_WITH_TIMEOUT(m_colleague->waiting(), 2, 30'000);
    process.interrupt();
    const Answer answer = process.finish();
    QVERIFY(m_colleague->letGo());
    VERIFY_EXIT(answer, 130);
    QVERIFY2(answer.err.contains(u"a.csv: Stopping."_s), qPrintable(answer.err));
    QVERIFY2(answer.err.contains(u"b.csv: Stopping."_s), qPrintable(answer.err));
    QVERIFY2(!answer.err.contains(u"c.csv: Stopping."_s), qPrintable(answer.err));
    const QStringList lines = answer.outLines();
    const auto third = lines.indexOf(u"c.csv"_s);
    QVERIFY2(third > lines.indexOf(u"b.csv"_s), qPrintable(answer.out));
    QVERIFY2(lines.mid(third).contains(u"not_attempted\t3"_s), qPrintable(answer.out));
    QVERIFY2(lines.mid(third).contains(u"-"_s), qPrintable(answer.out));
    QCOMPARE(m_folder->read(u"out.csv"_s).count("\r\n"), 9);
    QCOMPARE(m_school->courses().find(u"SLOW"_s)->seatsTaken, 0);
}

QTEST_GUILESS_MAIN(TestRostersAtOnce)
#include "tst_rostersatonce.moc"
