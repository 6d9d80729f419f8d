// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// `rollbook runs verify` and `runs audit`: whether the history is as it was written, and what
/// stands in its trail.
class TestRunsVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void saysThatNothingWasChanged();
    void saysWhichOutcomesWereChanged();
    void saysWhichEntryWasChanged();
    void saysWhatIsMissing();
    void schoolThatIsNotThereIsNotMade();
    void holdsAfterAllThatCanBeDone();
    void auditTellsWhoDidWhat();

private:
    QString registerList() const;
    void byOtherProgram(const char *statements) const;

    std::unique_ptr<SchoolFolder> m_folder;
};

void TestRunsVerify::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,2,1"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(4));
}

// The id of the run.
QString TestRunsVerify::registerList() const
{
    return m_folder->runOnSchool(u"register --roster list.csv --course GO1"_s).outLines().last();
}

void TestRunsVerify::byOtherProgram(const char *statements) const
{
    SQLite::Database other(
        m_folder->path(u"school.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE);
    other.exec(statements);
}

void TestRunsVerify::saysThatNothingWasChanged()
{
    registerList();
    const Answer answer = m_folder->runOnSchool(u"runs verify"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().mid(0, 2),
        QStringList({u"4 entries were checked."_s,
            u"1 run was compared with what was recorded when it ended."_s}));
    QVERIFY2(answer.outLines().at(2).startsWith(u"The history is as it was written."_s),
        qPrintable(answer.out));
    QCOMPARE(answer.err, QString());
}

void TestRunsVerify::saysWhichOutcomesWereChanged()
{
    registerList();
    const QString run = registerList();
    byOtherProgram("UPDATE run_results SET status = 'registered', reason = '' WHERE run = 2 AND"
                   " roster_row = 4");
    const Answer answer = m_folder->runOnSchool(u"runs verify"_s);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.out.contains(run), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(u"(entry 6)"_s), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(run.left(4)), qPrintable(answer.out));
    QVERIFY2(answer.err.contains(u"backup"_s), qPrintable(answer.err));
}

void TestRunsVerify::saysWhichEntryWasChanged()
{
    const QString run = registerList();
    byOtherProgram("DROP TRIGGER audit_entries_stay_as_they_are;"
                   "UPDATE audit_entries SET who = 'somebody' WHERE number = 3");
    const Answer answer = m_folder->runOnSchool(u"runs verify"_s);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.out.contains(u"Entry 3 of "_s + run.left(4)), qPrintable(answer.out));
    QVERIFY2(answer.out.contains(run), qPrintable(answer.out));
}

void TestRunsVerify::saysWhatIsMissing()
{
    registerList();
    byOtherProgram("DROP TRIGGER audit_entries_stay; DELETE FROM audit_entries WHERE number = 4");
    const Answer answer = m_folder->runOnSchool(u"runs verify"_s);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.out.contains(u"The last entry is missing: entry 4"_s), qPrintable(answer.out));
}

void TestRunsVerify::schoolThatIsNotThereIsNotMade()
{
    const Answer answer = m_folder->run(u"runs verify --store sqlite:other.sqlite"_s);
    VERIFY_EXIT(answer, 3);
    QVERIFY2(answer.err.contains(u"other.sqlite"_s), qPrintable(answer.err));
    QVERIFY(!m_folder->files().contains(u"other.sqlite"_s));
}

void TestRunsVerify::holdsAfterAllThatCanBeDone()
{
    const QString run = registerList();
    VERIFY_EXIT(m_folder->runOnSchool(u"runs retry %1 --status rejected"_s.arg(run)), 1);
    VERIFY_EXIT(m_folder->runOnSchool(u"runs undo "_s + run), 0);
    registerList();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,3,1"_s}), 0);
    VERIFY_EXIT(m_folder->runOnSchool(u"courses promote GO1"_s), 0);
    m_folder->write(u"students.csv"_s, "student_id,given_name,family_name,hold\nS000009,A,B,fee\n");
    VERIFY_EXIT(m_folder->runOnSchool(u"students import students.csv"_s), 0);
    const Answer answer = m_folder->runOnSchool(u"runs verify"_s);
    VERIFY_EXIT(answer, 0);
    QVERIFY2(answer.out.contains(u"3 runs were compared"_s), qPrintable(answer.out));
}

void TestRunsVerify::auditTellsWhoDidWhat()
{
    const QString first = registerList();
    const QString run = registerList();
    const Answer all = m_folder->runOnSchool(u"runs audit"_s);
    VERIFY_EXIT(all, 0);
    QStringList actions;
    for (const QString &line : all.outLines())
        actions += line.section(u'\t', 3, 3);
    QCOMPARE(actions,
        QStringList({u"run_ended"_s, u"run_begun"_s, u"run_ended"_s, u"run_begun"_s,
            u"courses_saved"_s, u"trail_begun"_s}));
    // What verify says can be kept and found again.
    const QString hash = all.outLines().first().section(u'\t', 7);
    QCOMPARE(hash.size(), 64);
    QVERIFY(m_folder->runOnSchool(u"runs verify"_s).out.contains(hash));
    const Answer one = m_folder->runOnSchool(u"runs audit "_s + run);
    VERIFY_EXIT(one, 0);
    QCOMPARE(one.outLines(), all.outLines().mid(0, 2));
    QVERIFY(!one.out.contains(first));
}

QTEST_GUILESS_MAIN(TestRunsVerify)
#include "tst_runsverify.moc"
