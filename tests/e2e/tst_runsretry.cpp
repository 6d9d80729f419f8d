// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook runs retry ID --row N` and `--status STATUS`: some rows of a run once more.
class TestRunsRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void oneRowIsTriedAgain();
    void rowsOfAStatusAreTriedAgain();
    void withoutAChoiceRejectedRowsAreLeftAlone();
    void noRowOfThatStatusChangesNothing();
    void whatMakesNoSenseIsSaid_data();
    void whatMakesNoSenseIsSaid();

private:
    void setHold(const QByteArray &reason);
    Answer retry(const QString &options) const
    {
        return m_folder->runOnSchool(u"runs retry %1 %2 --report out.json"_s.arg(m_run, options));
    }
    QStringList column(const QString &key) const
    {
        return m_folder->reportColumn(u"out.json"_s, key);
    }

    std::unique_ptr<SchoolFolder> m_folder;
    QString m_run;
};

// Rows 2 and 4 are on hold, row 5 is the student of row 1 once more.
void TestRunsRetry::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    setHold("library book");
    m_folder->write(u"list.csv"_s, "student_id\nS1\nS2\nS3\nS4\nS1\n");
    const Answer answer = m_folder->runOnSchool(u"register --course GO1 --roster list.csv"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 2, rejected 3"_s);
    m_run = answer.outLines().last();
}

void TestRunsRetry::setHold(const QByteArray &reason)
{
    m_folder->write(u"students.csv"_s,
        "student_id,given_name,hold\nS2,Ben," + reason + "\nS4,Ann," + reason + '\n');
    VERIFY_EXIT(m_folder->runOnSchool(u"students import students.csv"_s), 0);
}

void TestRunsRetry::oneRowIsTriedAgain()
{
    setHold({});
    const Answer answer = retry(u"--row 4"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 3, rejected 2"_s);
    QCOMPARE(answer.outLines().last(), m_run);
    // What was said of the other rows is not said again.
    QVERIFY2(!answer.err.contains(u"library book"_s), qPrintable(answer.err));
    QCOMPARE(column(u"status"_s),
        QStringList(
            {u"registered"_s, u"rejected"_s, u"registered"_s, u"registered"_s, u"rejected"_s}));
    QCOMPARE(column(u"attempts"_s), QStringList({u"1"_s, u"1"_s, u"1"_s, u"2"_s, u"0"_s}));
    QCOMPARE(column(u"detail"_s).at(3), u"seat 3"_s);
    const Answer shown = m_folder->runOnSchool(u"runs show "_s + m_run);
    QVERIFY2(shown.out.contains(u"4\tS4\t"_s), qPrintable(shown.out));
    QCOMPARE(shown.out.count(u"\tregistered\t"_s), 3);
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).outLines().size(), 1);
    VERIFY_EXIT(retry(u"--row 4"_s), 2);
}

void TestRunsRetry::rowsOfAStatusAreTriedAgain()
{
    setHold({});
    const Answer answer = retry(u"--status rejected"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 4, rejected 1"_s);
    QCOMPARE(column(u"attempts"_s), QStringList({u"1"_s, u"2"_s, u"1"_s, u"2"_s, u"0"_s}));
    QCOMPARE(column(u"detail"_s).mid(0, 4),
        QStringList({u"seat 1"_s, u"seat 3"_s, u"seat 2"_s, u"seat 4"_s}));
}

void TestRunsRetry::withoutAChoiceRejectedRowsAreLeftAlone()
{
    setHold({});
    const QString before = m_folder->runOnSchool(u"runs list"_s).out;
    const Answer answer = retry({});
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains(u"nothing to try again"_s), qPrintable(answer.err));
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, before);
}

void TestRunsRetry::noRowOfThatStatusChangesNothing()
{
    const QString before = m_folder->runOnSchool(u"runs list"_s).out;
    const Answer answer = retry(u"--status failed --status not_attempted"_s);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains(u"nothing to try again"_s), qPrintable(answer.err));
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, before);
}

void TestRunsRetry::whatMakesNoSenseIsSaid_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("has a seat") << u"--row 2 --row 1"_s << u"Row 1 is registered (seat 1)"_s;
    QTest::newRow("wrong in the list") << u"--row 5"_s << u"Row 5 was not sent"_s;
    QTest::newRow("no row") << u"--row 6"_s << u"1 to 5"_s;
    QTest::newRow("row 0") << u"--row 0"_s << u"1 to 5"_s;
    QTest::newRow("no number") << u"--row first"_s << u"“first”"_s;
    QTest::newRow("status of a seat") << u"--status registered"_s << u"“registered”"_s;
    QTest::newRow("no status") << u"--status nonsense"_s << u"“nonsense”"_s;
    QTest::newRow("both") << u"--row 2 --status rejected"_s << u"not with both"_s;
}

void TestRunsRetry::whatMakesNoSenseIsSaid()
{
    QFETCH(const QString, options);
    QFETCH(const QString, sentence);
    setHold({});
    const QString before = m_folder->runOnSchool(u"runs list"_s).out;
    const Answer answer = retry(options);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(sentence), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, before);
    for (const QString &action : {u"resume"_s, u"undo"_s})
        VERIFY_EXIT(m_folder->runOnSchool(u"runs %1 %2 --row 2"_s.arg(action, m_run)), 2);
}

QTEST_GUILESS_MAIN(TestRunsRetry)
#include "tst_runsretry.moc"
