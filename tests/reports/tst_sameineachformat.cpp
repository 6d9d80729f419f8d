// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Patience = 240'000; // ms, for an office on a busy machine

QList<Student> manyStudents(int count)
{
    const QStringList names = difficultNames();
    QList<Student> students;
    for (int i = 0; i < count; ++i) {
        Student student;
        student.studentId = u"S%1"_s.arg(i + 1);
        student.givenName = names.at((i * 7 + i / static_cast<int>(names.size())) % names.size());
        student.familyName = names.at(i % names.size());
        student.email = i % 3 == 0 ? QString() : u"s%1@example.org"_s.arg(i);
        students += student;
    }
    return students;
}

// Of each twelve rows each status has one at least.
RegisterStudentsResults mixedRun(int rows)
{
    RegisterStudentsResults run = finishedRun(manyStudents(rows));
    run.run.counts = {};
    for (qint32 row = 0; row < rows; ++row) {
        StudentRegistrationResult &result = run.results[row];
        switch (row % 12) {
        case 2:
            result.outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, row, 1};
            break;
        case 4:
            result.outcome =
                StudentRegistration{RegistrationStatus::AlreadyRegistered, false, row, 1};
            break;
        case 5:
            result = rejectedRow(row, ReasonCode::Hold, difficultNames().at(row % 7));
            break;
        case 7:
            result = failedRow(row, ReasonCode::TimedOut);
            break;
        case 11:
            result = notAttemptedRow(row, ReasonCode::Cancelled);
            break;
        default:
            break;
        }
        run.run.counts.add(result.status());
    }
    return run;
}

QJsonObject expectedOf(const RegisterStudentsResults &run)
{
    QJsonObject counts;
    QJsonObject titles;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        counts.insert(statusWord(status), run.run.counts[status]);
        titles.insert(statusWord(status), statusTitle(status));
    }
    QJsonArray rows;
    for (const StudentRegistrationResult &result : run.results) {
        const Student student = run.students.student(result.row);
        rows += QJsonArray{QString::number(result.row + 1), student.studentId, student.givenName,
            student.familyName, student.email, u"GO1"_s, statusWord(result.status()),
            explain(result)};
    }
    return {{u"counts"_s, counts}, {u"titles"_s, titles}, {u"rows"_s, rows}};
}

} // namespace

/// One run says the same in each format, to readers that are not ours.
class TestSameInEachFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheSameRowsAndCounts_data();
    void hasTheSameRowsAndCounts();
};

void TestSameInEachFormat::hasTheSameRowsAndCounts_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("readers");
    const QString all = u"csv json html xlsx pdf office-xlsx office-csv"_s;
    QTest::newRow("none") << 0 << all;
    QTest::newRow("one") << 1 << all;
    QTest::newRow("a school's year") << 500 << all;
    QTest::newRow("a country's") << 100'000 << u"csv json html xlsx"_s;
}

void TestSameInEachFormat::hasTheSameRowsAndCounts()
{
    QFETCH(const int, rows);
    QFETCH(const QString, readers);
    const QTemporaryDir folder;
    const RegisterStudentsResults run = mixedRun(rows);
    for (const QString &ending : {u"csv"_s, u"json"_s, u"html"_s, u"xlsx"_s, u"pdf"_s}) {
        if (readers.contains(ending))
            QVERIFY(writeReport(run, folder.filePath(u"report."_s + ending)));
    }
    QFile expected(folder.filePath(u"expected.json"_s));
    QVERIFY(expected.open(QIODevice::WriteOnly));
    QVERIFY(expected.write(QJsonDocument(expectedOf(run)).toJson(QJsonDocument::Compact)) > 0);
    expected.close();
    QProcess python;
    python.start(u"/usr/bin/python3"_s,
        QStringList{QStringLiteral(ROLLBOOK_SAME_ROWS), folder.path()} + readers.split(u' '));
    QVERIFY(python.waitForFinished(Patience));
    QCOMPARE(QString::fromUtf8(python.readAllStandardError()), QString());
    QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()), QString());
    QCOMPARE(python.exitCode(), 0);
}

QTEST_MAIN(TestSameInEachFormat)
#include "tst_sameineachformat.moc"
