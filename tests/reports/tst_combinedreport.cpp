// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What becomes of several runs in one report.
class TestCombinedReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvRowsSayWhichListAndRunTheyAreOf();
    void csvNamesOfListsAreCellsLikeOthers();
    void jsonHasARunAfterTheOther();
    void oneRunAloneReadsAsEver_data();
    void oneRunAloneReadsAsEver();
    void runWithoutRowsIsStillThere();

private:
    QByteArray report(const QList<RegisterStudentsResults> &runs, const QString &name);

    QTemporaryDir m_folder;
};

namespace
{

RegisterStudentsResults runOf(const QString &list, const QString &id, int students)
{
    RegisterStudentsResults run = finishedRun(students);
    run.run.rosterName = list;
    run.run.id = id;
    return run;
}

} // namespace

QByteArray TestCombinedReport::report(
    const QList<RegisterStudentsResults> &runs, const QString &name)
{
    QFile file(m_folder.filePath(name));
    if (!writeReport(runs, file.fileName()) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void TestCombinedReport::csvRowsSayWhichListAndRunTheyAreOf()
{
    const QByteArray text =
        report({runOf(u"a.csv"_s, u"r1"_s, 2), runOf(u"b.csv"_s, u"r2"_s, 1)}, u"all.csv"_s);
    const QList<QByteArray> lines = text.split('\n');
    QCOMPARE(lines.size(), 5); // nothing after the last line break
    QCOMPARE(lines[0],
        "\xEF\xBB\xBFroster,run,roster_row,student_id,given_name,family_name,email,course,status,"
        "detail,registered_at,attempts,duration_ms\r");
    const QString same = u",,,,GO1,registered,seat %1,2026-11-01T08:30:00Z,1,7\r"_s;
    QCOMPARE(QString::fromUtf8(lines[1]), u"a.csv,r1,1,S1"_s + same.arg(1));
    QCOMPARE(QString::fromUtf8(lines[2]), u"a.csv,r1,2,S2"_s + same.arg(2));
    QCOMPARE(QString::fromUtf8(lines[3]), u"b.csv,r2,1,S1"_s + same.arg(1));
}

void TestCombinedReport::csvNamesOfListsAreCellsLikeOthers()
{
    const QByteArray text =
        report({runOf(u"=cmd|' /C calc'!A0.csv"_s, u"r1"_s, 1), runOf(u"9a, 9b.csv"_s, u"r2"_s, 1)},
            u"all.csv"_s);
    QVERIFY2(text.contains("\r\n'=cmd|' /C calc'!A0.csv,r1,1,"), text.constData());
    QVERIFY2(text.contains("\r\n\"9a, 9b.csv\",r2,1,"), text.constData());
}

void TestCombinedReport::jsonHasARunAfterTheOther()
{
    const QByteArray text =
        report({runOf(u"a.csv"_s, u"r1"_s, 2), runOf(u"b.csv"_s, u"r2"_s, 1)}, u"all.json"_s);
    QJsonParseError error;
    const QJsonArray runs =
        QJsonDocument::fromJson(text, &error).object().value(u"runs"_s).toArray();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(runs.size(), 2);
    const QJsonObject first = runs[0].toObject();
    QCOMPARE(first[u"run"_s].toObject()[u"id"_s].toString(), u"r1"_s);
    QCOMPARE(first[u"run"_s].toObject()[u"roster"_s].toString(), u"a.csv"_s);
    QCOMPARE(first[u"results"_s].toArray().size(), 2);
    const QJsonObject second = runs[1].toObject();
    QCOMPARE(second[u"run"_s].toObject()[u"id"_s].toString(), u"r2"_s);
    QCOMPARE(
        second[u"results"_s].toArray().first().toObject()[u"detail"_s].toString(), u"seat 1"_s);
}

void TestCombinedReport::oneRunAloneReadsAsEver_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << u"one.csv"_s;
    QTest::newRow("JSON") << u"one.json"_s;
}

void TestCombinedReport::oneRunAloneReadsAsEver()
{
    QFETCH(const QString, name);
    const RegisterStudentsResults run = runOf(u"a.csv"_s, u"r1"_s, 3);
    const QByteArray combined = report({run}, name);
    QFile file(m_folder.filePath(u"alone-"_s + name));
    QVERIFY(writeReport(run, file.fileName()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(combined, file.readAll());
    QVERIFY(!combined.contains("\"runs\"") && !combined.contains("roster,run,"));
}

void TestCombinedReport::runWithoutRowsIsStillThere()
{
    const QList<RegisterStudentsResults> runs{
        runOf(u"empty.csv"_s, u"r1"_s, 0), runOf(u"b.csv"_s, u"r2"_s, 1)};
    QCOMPARE(report(runs, u"all.csv"_s).count('\n'), 2);
    const QJsonArray read =
        QJsonDocument::fromJson(report(runs, u"all.json"_s)).object().value(u"runs"_s).toArray();
    QCOMPARE(read.size(), 2);
    QVERIFY(read[0].toObject()[u"results"_s].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestCombinedReport)
#include "tst_combinedreport.moc"
