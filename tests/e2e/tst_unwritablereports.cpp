// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Reports that cannot be written: the students are registered all the same, the run says which
/// report is missing, and a report that was there before is as it was.
class TestUnwritableReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void unknownEndingIsRefusedBeforeAnythingChanges();
    void studentsAreRegisteredWithoutIt_data();
    void studentsAreRegisteredWithoutIt();
    void otherReportsAreWritten();
    void fullDiskKeepsTheOldReport_data();
    void fullDiskKeepsTheOldReport();
    void oldReportIsReplaced();

private:
    std::unique_ptr<SchoolFolder> m_folder;
};

void TestUnwritableReports::init()
{
    m_folder = std::make_unique<SchoolFolder>();
    VERIFY_EXIT(m_folder->addCourses({u"GO1,Intro to Golang,2026 Fall,,"_s}), 0);
    m_folder->write(u"list.csv"_s, classList(3));
    QDir folder(m_folder->path());
    for (const QString &name : {u"mine"_s, u"theirs"_s, u"folder.csv"_s})
        QVERIFY(folder.mkdir(name));
    m_folder->write(u"theirs/old.csv"_s, "last week\n");
    QVERIFY(QFile::setPermissions(m_folder->path(u"theirs"_s), QFile::ReadOwner | QFile::ExeOwner));
}

void TestUnwritableReports::cleanup()
{
    QFile::setPermissions(
        m_folder->path(u"theirs"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestUnwritableReports::unknownEndingIsRefusedBeforeAnythingChanges()
{
    const QStringList before = m_folder->files();
    for (const QString &name : {u"out.docx"_s, u"out"_s, u""_s}) {
        const Answer answer =
            m_folder->runOnSchool(u"register --course GO1 --roster list.csv --report="_s + name);
        VERIFY_EXIT(answer, 2);
        QVERIFY2(answer.err.contains(u"The name must end in .csv, .xlsx, .pdf, .html, .json"_s),
            qPrintable(answer.told()));
    }
    QCOMPARE(m_folder->runOnSchool(u"runs list"_s).out, QString());
    QCOMPARE(m_folder->files(), before);
}

void TestUnwritableReports::studentsAreRegisteredWithoutIt_data()
{
    QTest::addColumn<QString>("report");
    QTest::newRow("folder that does not exist") << u"lost/out.csv"_s;
    QTest::newRow("folder that may not be written") << u"theirs/new.csv"_s;
    QTest::newRow("report that may not be written") << u"theirs/old.csv"_s;
    QTest::newRow("folder instead of a file") << u"folder.csv"_s;
}

void TestUnwritableReports::studentsAreRegisteredWithoutIt()
{
    QFETCH(const QString, report);
    const QStringList before = m_folder->files();
    RollbookProcess process(m_folder->path());
    process.respectPermissions();
    process.start(onSchool(u"register --course GO1 --roster list.csv --report "_s + report));
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 3"_s);
    QVERIFY2(answer.err.contains(u"The report “%1” could not be written"_s.arg(report)),
        qPrintable(answer.told()));
    QCOMPARE(m_folder->files(), before);
    QCOMPARE(m_folder->read(u"theirs/old.csv"_s), "last week\n");
    QCOMPARE(QDir(m_folder->path(u"theirs"_s)).entryList(QDir::Files), QStringList(u"old.csv"_s));
}

void TestUnwritableReports::otherReportsAreWritten()
{
    const Answer answer = m_folder->runOnSchool(
        u"register --course GO1 --roster list.csv --report lost/out.csv --report out.json"_s);
    VERIFY_EXIT(answer, 1);
    QCOMPARE(m_folder->reportColumn(u"out.json"_s, u"status"_s), QStringList(3, u"registered"_s));
}

void TestUnwritableReports::fullDiskKeepsTheOldReport_data()
{
    QTest::addColumn<QString>("report");
    QTest::newRow("CSV") << u"out.csv"_s;
    QTest::newRow("JSON") << u"out.json"_s;
}

void TestUnwritableReports::fullDiskKeepsTheOldReport()
{
    QFETCH(const QString, report);
    m_folder->write(u"mine/"_s + report, "last week\n");
    m_folder->write(u"large.csv"_s, classList(2000));
    RollbookProcess process(m_folder->path());
    process.setLargestFile(100 << 10);
    process.start(
        u"register --store simulated: --course GO1 --roster large.csv --report mine/"_s + report);
    const Answer answer = process.finish();
    VERIFY_EXIT(answer, 1);
    QCOMPARE(answer.summary(), u"registered 2000"_s);
    QVERIFY2(answer.err.contains(u"could not be written (no space is left there)"_s),
        qPrintable(answer.told()));
    QCOMPARE(m_folder->read(u"mine/"_s + report), "last week\n");
    QCOMPARE(
        QDir(m_folder->path(u"mine"_s)).entryList(QDir::Files | QDir::Hidden), QStringList(report));
}

void TestUnwritableReports::oldReportIsReplaced()
{
    m_folder->write(u"mine/out.csv"_s, QByteArray("last week\n").repeated(1000));
    VERIFY_EXIT(
        m_folder->runOnSchool(u"register --course GO1 --roster list.csv --report mine/out.csv"_s),
        0);
    const QByteArray report = m_folder->read(u"mine/out.csv"_s);
    QCOMPARE(report.count("\r\n"), 4);
    QVERIFY(!report.contains("last week"));
}

QTEST_GUILESS_MAIN(TestUnwritableReports)
#include "tst_unwritablereports.moc"
