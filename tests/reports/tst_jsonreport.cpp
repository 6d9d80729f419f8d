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

/// What a script finds in a JSON report.
class TestJsonReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfTheRun();
    void rowsHaveTheColumnsOfCsvAsKeys();
    void textsComeBackAsTheyWere();
    void holdsEveryRow_data();
    void holdsEveryRow();

private:
    QJsonObject report(const RegisterStudentsResults &results);

    QTemporaryDir m_folder;
};

QJsonObject TestJsonReport::report(const RegisterStudentsResults &results)
{
    QFile file(m_folder.filePath(QStringLiteral("report.json")));
    if (!writeReport(results, file.fileName()) || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void TestJsonReport::tellsOfTheRun()
{
    const RegisterStudentsResults results = runWithEachStatus();
    const QJsonObject run = report(results).value(QStringLiteral("run")).toObject();
    QCOMPARE(run.value(QStringLiteral("id")).toString(), results.run.id);
    QCOMPARE(run.value(QStringLiteral("roster")).toString(), QStringLiteral("list.csv"));
    QCOMPARE(run.value(QStringLiteral("course")).toString(), QStringLiteral("GO1 (2026 Fall)"));
    QCOMPARE(run.value(QStringLiteral("state")).toString(), QStringLiteral("finished"));
    const QJsonObject counts = run.value(QStringLiteral("counts")).toObject();
    QCOMPARE(counts.size(), RegistrationStatusCount);
    for (const QString &status : counts.keys())
        QCOMPARE(counts.value(status).toInt(), 1);
}

void TestJsonReport::rowsHaveTheColumnsOfCsvAsKeys()
{
    const QJsonArray rows = report(runWithEachStatus()).value(QStringLiteral("results")).toArray();
    QCOMPARE(rows.size(), 6);
    QStringList keys{"roster_row", "student_id", "given_name", "family_name", "email", "course",
        "status", "detail", "registered_at", "attempts", "duration_ms"};
    keys.sort();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        QCOMPARE(row.keys(), keys);
        QCOMPARE(row.value(QStringLiteral("roster_row")), QJsonValue(static_cast<int>(i) + 1));
        QCOMPARE(row.value(QStringLiteral("status")).toString(),
            statusWord(static_cast<RegistrationStatus>(i)));
        QCOMPARE(row.value(QStringLiteral("registered_at")).toString().isEmpty(), i > 2);
    }
    QCOMPARE(rows[3].toObject().value(QStringLiteral("detail")).toString(),
        QStringLiteral("needs GO0 first"));
}

void TestJsonReport::textsComeBackAsTheyWere()
{
    QList<Student> students;
    for (const char *name : {"a \"quoted\" name", "back\\slash", "two\nlines", "</script>",
             "王小明", "محمد", "👩‍🎓", "=1+1"}) {
        Student student;
        student.studentId = QString::number(students.size());
        student.familyName = QString::fromUtf8(name);
        students += student;
    }
    const QJsonArray rows =
        report(finishedRun(students)).value(QStringLiteral("results")).toArray();
    QCOMPARE(rows.size(), students.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].toObject().value(QStringLiteral("family_name")).toString(),
            students[i].familyName);
    }
}

void TestJsonReport::holdsEveryRow_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("many") << 5'000;
}

void TestJsonReport::holdsEveryRow()
{
    QFETCH(const int, rows);
    const QJsonArray all = report(finishedRun(rows)).value(QStringLiteral("results")).toArray();
    QCOMPARE(all.size(), rows);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(all[row].toObject().value(QStringLiteral("roster_row")).toInt(), row + 1);
}

QTEST_APPLESS_MAIN(TestJsonReport)
#include "tst_jsonreport.moc"
