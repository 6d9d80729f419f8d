// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"
#include "roster/roster.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

namespace
{

// Where no field has a column, cells stay as the file has them.
Expected<Roster> readAsItIs(const QByteArray &report)
{
    RosterOptions options;
    for (const StudentField field : {StudentField::StudentId, StudentField::GivenName,
             StudentField::FamilyName, StudentField::Email})
        options.mapping.insert(field, QString());
    options.acceptsUnidentified = true;
    return readRosterText(report, QStringLiteral("report"), options);
}

QString cell(const Roster &roster, StudentField field)
{
    const auto column = static_cast<int>(roster.headers.indexOf(canonicalName(field)));
    return roster.students.table().text(0, column).toString();
}

} // namespace

/// What a spreadsheet and a script find in a CSV report.
class TestCsvReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCsvAsTheContractSays();
    void eachStatusHasItsWordAndReason();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void formulasAreNeutralised_data();
    void formulasAreNeutralised();
    void holdsEveryRow_data();
    void holdsEveryRow();

private:
    QByteArray report(const RegisterStudentsResults &results);

    QTemporaryDir m_folder;
};

QByteArray TestCsvReport::report(const RegisterStudentsResults &results)
{
    QFile file(m_folder.filePath(QStringLiteral("report.csv")));
    if (!writeReport(results, file.fileName()) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void TestCsvReport::isCsvAsTheContractSays()
{
    Student student;
    student.studentId = QStringLiteral("0070001");
    student.givenName = QStringLiteral("Íñigo");
    student.familyName = QStringLiteral("Muñoz, Jr.");
    student.email = QStringLiteral("i@example.org");
    QCOMPARE(report(finishedRun(QList<Student>{student})),
        QByteArray("\xEF\xBB\xBF"
                   "roster_row,student_id,given_name,family_name,email,course,status,detail,"
                   "registered_at,attempts,duration_ms\r\n"
                   "1,0070001,Íñigo,\"Muñoz, Jr.\",i@example.org,GO1,registered,seat 1,"
                   "2026-11-01T08:30:00Z,1,7\r\n"));
}

void TestCsvReport::eachStatusHasItsWordAndReason()
{
    const QList<QByteArray> lines = report(runWithEachStatus()).split('\n');
    QCOMPARE(lines.size(), 8); // the header, six rows, nothing after the last line break
    const QStringList expected{"registered,seat 1,2026",
        "waitlisted,place 2 on the waiting list,2026", "already_registered,",
        "rejected,needs GO0 first,,", "failed,no answer in time", "not_attempted,"};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QString line = QString::fromUtf8(lines[i + 1]);
        QVERIFY2(line.startsWith(QString::number(i + 1) + QStringLiteral(",S")), qPrintable(line));
        QVERIFY2(line.contains(u',' + expected[i]), qPrintable(line));
    }
}

void TestCsvReport::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Larsen, Jr.", "Dwayne \"The Rock\"", "two\nlines", "two\r\nlines",
             "Muñoz Peña", "Şahin", "Łukasz", "Øverland", "Ελένη", "Юлия", "王小明", "山田",
             "김민준", "नेहा", "محمد", "דוד", "👩‍🎓 Ada", "O'Hara"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestCsvReport::textsComeBackAsTheyWere()
{
    QFETCH(const QString, name);
    Student student;
    student.studentId = QStringLiteral("1");
    student.familyName = name;
    const auto read = readAsItIs(report(finishedRun(QList<Student>{student})));
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    QCOMPARE(cell(*read, StudentField::FamilyName), name);
}

void TestCsvReport::formulasAreNeutralised_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("=") << "=HYPERLINK(\"http://x\")";
    QTest::newRow("+") << "+1+1";
    QTest::newRow("-") << "-2+3";
    QTest::newRow("@") << "@SUM(A1)";
}

void TestCsvReport::formulasAreNeutralised()
{
    QFETCH(const QString, name);
    Student student;
    student.studentId = name;
    student.givenName = name;
    student.familyName = name;
    student.email = name;
    const auto read = readAsItIs(report(finishedRun(QList<Student>{student})));
    QVERIFY(read);
    for (const StudentField field : {StudentField::StudentId, StudentField::GivenName,
             StudentField::FamilyName, StudentField::Email})
        QCOMPARE(cell(*read, field), u'\'' + name);
}

void TestCsvReport::holdsEveryRow_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("some") << 500;
    QTest::newRow("many") << 20'000;
}

void TestCsvReport::holdsEveryRow()
{
    QFETCH(const int, rows);
    const QList<QByteArray> lines = report(finishedRun(rows)).split('\n');
    QCOMPARE(lines.size(), rows + 2);
    for (int row = 1; row <= rows; ++row) {
        const QByteArray number = QByteArray::number(row);
        QVERIFY(lines[row].startsWith(number + ",S" + number + ','));
    }
}

QTEST_APPLESS_MAIN(TestCsvReport)
#include "tst_csvreport.moc"
