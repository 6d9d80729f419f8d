// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sequelmark.h"
#include "finishedrun.h"
#include "reports/report.h"
#include "roster/sequel.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The rows that go back to whoever made the list.
class TestCorrectionsReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheColumnsOfTheList();
    void formulasAreGuarded();
    void isKnownAgain_data();
    void isKnownAgain();
    void listsWithOtherColumnsStandTogether();
    void columnsThatAreNotKnownAreNamed();
    void saysWhatWasCorrectedSince();
    void everybodyGotIn();

private:
    /// Of a list whose second and third row did not get in.
    static RegisterStudentsResults runOf(const QByteArray &list);
    QString write(const QList<RegisterStudentsResults> &runs, ReportFormat format) const;
    static QByteArray content(const QString &path);

    QTemporaryDir m_folder;
};

namespace
{

constexpr auto List = "Room;Number;First name;Last name;Phone\n"
                      "11;0070001;Ana;Ito;\n"
                      "12;0070002;Ben;\"O'Hara; Jr\";+34 600\n"
                      "13;0070003;Íñigo;Muñoz;=1+1\n";

} // namespace

RegisterStudentsResults TestCorrectionsReport::runOf(const QByteArray &list)
{
    const Roster roster = *readRosterText(list, u"list.csv"_s);
    RegisterStudentsResults run = finishedRun(roster.size());
    run.students = roster.students;
    run.columns = ListColumns::of(roster.headers, roster.students);
    run.results[1] = rejectedRow(1, ReasonCode::MissingPrerequisite, u"GO0"_s);
    run.results[2] = failedRow(2, ReasonCode::TimedOut);
    return run;
}

QString TestCorrectionsReport::write(
    const QList<RegisterStudentsResults> &runs, ReportFormat format) const
{
    const QString path = m_folder.filePath(u"back"_s + reportEnding(format));
    const auto written = writeReport(runs, path, {.format = format});
    return written ? path : QString();
}

QByteArray TestCorrectionsReport::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCorrectionsReport::hasTheColumnsOfTheList()
{
    const RegisterStudentsResults run = runOf(List);
    const QList<QByteArray> lines = content(write({run}, ReportFormat::CorrectionsCsv)).split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.first(),
        QByteArray("\xEF\xBB\xBFRoom,Number,First name,Last name,Phone,Why not registered,"
                   "Rollbook\r"));
    QCOMPARE(lines.at(1),
        QByteArray("12,0070002,Ben,O'Hara; Jr,'+34 600,needs GO0 first,") + run.run.id.toLatin1()
            + " / 2\r");
}

void TestCorrectionsReport::formulasAreGuarded()
{
    const QByteArray text = content(write({runOf(List)}, ReportFormat::CorrectionsCsv));
    QVERIFY(text.contains(",'=1+1,"));
}

void TestCorrectionsReport::isKnownAgain_data()
{
    QTest::addColumn<ReportFormat>("format");
    QTest::newRow("CSV") << ReportFormat::CorrectionsCsv;
    QTest::newRow("XLSX") << ReportFormat::CorrectionsXlsx;
}

void TestCorrectionsReport::isKnownAgain()
{
    QFETCH(const ReportFormat, format);
    const RegisterStudentsResults run = runOf(List);
    const auto roster = readRoster(write({run}, format));
    QVERIFY(roster);
    const auto sequel = sequelIn(*roster);
    QVERIFY(sequel);
    QCOMPARE(sequel->runId, run.run.id);
    QCOMPARE(sequel->rows, QList<qint32>({1, 2}));
    // The reasons are taken for nothing else.
    for (int row = 0; row < roster->size(); ++row) {
        QCOMPARE(roster->students.student(row), run.students.student(sequel->rows.at(row)));
    }
    QVERIFY(!roster->hasCourseColumn());
    const int phone = static_cast<int>(roster->headers.indexOf(u"Phone"_s));
    QCOMPARE(withoutFormulaGuard(roster->students.table().text(1, phone).toString()), u"=1+1"_s);
}

void TestCorrectionsReport::listsWithOtherColumnsStandTogether()
{
    const RegisterStudentsResults one = runOf(List);
    const RegisterStudentsResults other = runOf("Number;Bus\n0080001;A\n0080002;B\n0080003;C\n");
    const auto roster = readRoster(write({one, other}, ReportFormat::CorrectionsCsv));
    QVERIFY(roster);
    QCOMPARE(roster->headers,
        QStringList({u"Room"_s, u"Number"_s, u"First name"_s, u"Last name"_s, u"Phone"_s, u"Bus"_s,
            u"Why not registered"_s, SequelMark::header()}));
    QCOMPARE(roster->size(), 4);
    QCOMPARE(roster->students.text(2, StudentField::StudentId), u"0080002"_s);
    QCOMPARE(roster->students.table().text(2, 5).toString(), u"B"_s);
}

void TestCorrectionsReport::columnsThatAreNotKnownAreNamed()
{
    const QByteArray text = content(write({runWithEachStatus()}, ReportFormat::CorrectionsCsv));
    QVERIFY(text.startsWith("\xEF\xBB\xBFstudent_id,Why not registered,Rollbook\r\nS4,"));
    QCOMPARE(text.count('\n'), 4);
}

void TestCorrectionsReport::saysWhatWasCorrectedSince()
{
    RegisterStudentsResults run = runOf(List);
    run.students.correct(1, StudentField::FamilyName, u"Ohara"_s);
    run.students.correct(2, StudentField::Email, u"inigo@example.org"_s);
    const auto roster = readRoster(write({run}, ReportFormat::CorrectionsCsv));
    QVERIFY(roster);
    QCOMPARE(roster->headers.size(), 8);
    QCOMPARE(roster->students.text(0, StudentField::FamilyName), u"Ohara"_s);
    QCOMPARE(roster->students.text(1, StudentField::Email), u"inigo@example.org"_s);
}

void TestCorrectionsReport::everybodyGotIn()
{
    const QByteArray text = content(write({finishedRun(3)}, ReportFormat::CorrectionsCsv));
    QCOMPARE(text.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestCorrectionsReport)
#include "tst_correctionsreport.moc"
