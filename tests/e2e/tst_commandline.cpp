// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What all commands have in common: options, help, and what goes to which stream.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<SchoolFolder>(); }

    void wrongUseIsExplainedAndChangesNothing_data();
    void wrongUseIsExplainedAndChangesNothing();
    void helpNamesEveryCommandAndExitStatus();
    void eachCommandExplainsItself_data();
    void eachCommandExplainsItself();
    void withoutDisplayTheWindowSaysSo();
    void progressGoesToStandardError_data();
    void progressGoesToStandardError();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

void TestCommandLine::wrongUseIsExplainedAndChangesNothing_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("sentence");
    const QString good = u"register --course GO1 --roster list.csv "_s;
    QTest::newRow("no roster") << u"register --course GO1"_s << u"Name the class list"_s;
    QTest::newRow("second roster without name")
        << good + u"--roster="_s << u"Name the class list"_s;
    QTest::newRow("no option") << good + u"other.csv"_s << u"“other.csv” belongs to no option"_s;
    QTest::newRow("no course") << u"register --roster list.csv"_s << u"--course CODE"_s;
    QTest::newRow("empty course") << u"register --roster list.csv --course="_s
                                  << u"--course CODE"_s;
    QTest::newRow("unknown option") << good + u"--fast"_s << u"fast"_s;
    QTest::newRow("option without value") << u"register --roster"_s << u"roster"_s;
    QTest::newRow("batch of nothing") << good + u"--batch 0"_s << u"--batch takes"_s;
    QTest::newRow("batch of a word") << good + u"--batch many"_s << u"--batch takes"_s;
    QTest::newRow("nothing in flight") << good + u"--in-flight -1"_s << u"--in-flight takes"_s;
    QTest::newRow("when full") << good + u"--when-full explode"_s
                               << u"--when-full takes waitlist or reject"_s;
    QTest::newRow("unknown students")
        << good + u"--unknown-students hire"_s << u"--unknown-students takes create or reject"_s;
    QTest::newRow("progress") << good + u"--progress fast"_s << u"--progress takes auto, bar"_s;
    QTest::newRow("mapping") << good + u"--map shoe=Size"_s << u"--map shoe=Size"_s;
    QTest::newRow("mapping without column") << good + u"--map student_id=Lost"_s << u"Lost"_s;
    QTest::newRow("sheet of a CSV file") << good + u"--sheet One"_s << u"--sheet"_s;
    QTest::newRow("check without roster") << u"check"_s << u"Name the class list"_s;
    QTest::newRow("courses without action") << u"courses"_s << u"courses list | import FILE"_s;
    QTest::newRow("courses of an unknown action")
        << u"courses burn"_s << u"courses list | import FILE"_s;
    QTest::newRow("students without file")
        << u"students import"_s << u"students list | import FILE"_s;
    QTest::newRow("runs without id") << u"runs show"_s << u"show ID"_s;
    QTest::newRow("report without file") << u"runs report 1"_s << u"--report FILE"_s;
    QTest::newRow("runs of a later version") << u"runs forget 1"_s << u"show ID"_s;
}

void TestCommandLine::wrongUseIsExplainedAndChangesNothing()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, sentence);
    m_folder->write(u"list.csv"_s, classList(2));
    const QStringList before = m_folder->files();
    const Answer answer = m_folder->runOnSchool(arguments);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(sentence), qPrintable(answer.told()));
    QCOMPARE(answer.out, QString());
    QCOMPARE(m_folder->files(), before);
}

void TestCommandLine::helpNamesEveryCommandAndExitStatus()
{
    const Answer answer = m_folder->run(u"--help"_s);
    VERIFY_EXIT(answer, 0);
    for (const QString &word : {u"rollbook register"_s, u"rollbook check"_s, u"rollbook courses"_s,
             u"rollbook students"_s, u"rollbook runs"_s, u"verify | audit"_s, u"  130  "_s})
        QVERIFY2(answer.out.contains(word), qPrintable(word));
    const Answer version = m_folder->run(u"--version"_s);
    VERIFY_EXIT(version, 0);
    QVERIFY(version.out.startsWith(u"rollbook "_s));
}

void TestCommandLine::eachCommandExplainsItself_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("register") << u"register"_s
                              << QStringList{u"--roster"_s, u"--course"_s, u"--store"_s,
                                     u"--term"_s, u"--sheet"_s, u"--map"_s, u"--in-flight"_s,
                                     u"--batch"_s, u"--when-full"_s, u"--unknown-students"_s,
                                     u"--dry-run"_s, u"--report"_s, u"--progress"_s};
    QTest::newRow("check") << u"check"_s << QStringList{u"--roster"_s, u"--course"_s, u"--store"_s};
    QTest::newRow("courses") << u"courses"_s << QStringList{u"list | import FILE"_s, u"--store"_s};
    QTest::newRow("students") << u"students"_s
                              << QStringList{u"list | import FILE"_s, u"--store"_s};
    QTest::newRow("runs") << u"runs"_s << QStringList{u"list | show ID"_s, u"--store"_s};
}

void TestCommandLine::eachCommandExplainsItself()
{
    QFETCH(const QString, command);
    QFETCH(const QStringList, options);
    const QStringList before = m_folder->files();
    const Answer answer = m_folder->run(command + u" --help"_s);
    VERIFY_EXIT(answer, 0);
    QVERIFY(answer.out.startsWith(u"Usage: rollbook %1 [options]"_s.arg(command)));
    for (const QString &option : options)
        QVERIFY2(answer.out.contains(option), qPrintable(option));
    QCOMPARE(m_folder->files(), before);
}

void TestCommandLine::withoutDisplayTheWindowSaysSo()
{
    const Answer answer = m_folder->run(u"list.csv"_s);
    VERIFY_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(u"rollbook register --help"_s), qPrintable(answer.err));
}

void TestCommandLine::progressGoesToStandardError_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isBar");
    QTest::newRow("bar") << u"bar"_s << u"[##############################] 500 of 500"_s << true;
    QTest::newRow("plain") << u"plain"_s << u"\n500 of 500"_s << false;
    QTest::newRow("none") << u"none"_s << QString() << false;
    QTest::newRow("auto, where nobody looks") << u"auto"_s << QString() << false;
}

void TestCommandLine::progressGoesToStandardError()
{
    QFETCH(const QString, style);
    QFETCH(const QString, shown);
    QFETCH(const bool, isBar);
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    const Answer answer =
        m_folder->runOnSchool(u"register --course GO1 --batch 100 --in-flight 1 --progress "_s
            + style + u" --roster "_s + sharedRoster(u"go1-500.csv"_s));
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.outLines().size(), 7);
    if (shown.isEmpty())
        QCOMPARE(answer.err, QString());
    else
        QVERIFY2((u'\n' + answer.err).contains(shown), qPrintable(answer.err));
    QCOMPARE(answer.err.contains(u'\r'), isBar);
    QVERIFY(answer.err.isEmpty() || answer.err.endsWith(u'\n'));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
