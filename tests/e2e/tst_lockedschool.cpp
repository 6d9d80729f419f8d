// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <QTest>

#include <memory>
#include <optional>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Another program holds the school: it is waited for, but not for ever.
class TestLockedSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whoWritesIsWaitedFor();
    void whoNeverEndsIsGivenUp();

private:
    std::unique_ptr<SchoolFolder> m_folder;
    std::unique_ptr<SQLite::Database> m_colleague;
    std::optional<SQLite::Transaction> m_writing;
};

void TestLockedSchool::init()
{
    m_writing.reset();
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(3));
    m_folder->write(u"courses.csv"_s, "code\nART\n");
    m_colleague = std::make_unique<SQLite::Database>(
        m_folder->path(u"school.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE);
    m_writing.emplace(*m_colleague, SQLite::TransactionBehavior::IMMEDIATE);
}

void TestLockedSchool::whoWritesIsWaitedFor()
{
    RollbookProcess process(m_folder->path());
    process.start(onSchool(u"register --course GO1 --roster list.csv"_s));
    m_colleague->exec("UPDATE courses SET capacity = 2");
    m_writing->commit();
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 2, rejected 1"_s);
}

void TestLockedSchool::whoNeverEndsIsGivenUp()
{
    RollbookProcess registering(m_folder->path());
    registering.start(onSchool(u"register --course GO1 --roster list.csv --report out.json"_s));
    RollbookProcess importing(m_folder->path());
    importing.start(onSchool(u"courses import courses.csv"_s));

    const Answer answer = registering.finish();
    VERIFY_EXIT(answer, 3);
    QCOMPARE(answer.summary(), u"not_attempted 3"_s);
    QVERIFY2(answer.err.contains(u"is in use by another program. Try again in a moment."_s),
        qPrintable(answer.told()));
    QCOMPARE(
        m_folder->reportColumn(u"out.json"_s, u"status"_s), QStringList(3, u"not_attempted"_s));
    const Answer imported = importing.finish();
    VERIFY_EXIT(imported, 3);
    QVERIFY2(imported.err.contains(u"is in use by another program"_s), qPrintable(imported.told()));

    // Who only looks is not kept waiting, and sees nothing that was not done.
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, QString());
    QCOMPARE(m_folder->runOnSchool(u"courses list"_s).outLines().size(), 1);
}

QTEST_GUILESS_MAIN(TestLockedSchool)
#include "tst_lockedschool.moc"
