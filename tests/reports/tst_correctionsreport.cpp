// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"
#include "roster/roster.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Columns and words of a teacher: one that no field has, and blanks that are in the file.
const QByteArray TeachersList("Nachname;Vorname;Bus;Matrikelnr.\r\n"
                              "Muñoz;Ana;4;S1\r\n Øverland ;Søren;;S2\r\n\"Li; Jr.\";明;7;S3\r\n"
                              "=1+1;Eve;\"two\nlines\";S4\r\n");

void eachForm()
{
    QTest::addColumn<int>("format");
    QTest::newRow("CSV") << static_cast<int>(ReportFormat::CorrectionsCsv);
    QTest::newRow("XLSX") << static_cast<int>(ReportFormat::CorrectionsXlsx);
}

} // namespace

/// What a teacher gets to mend and sends back.
class TestCorrectionsReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void hasOnlyWhoDidNotGetIn_data() { eachForm(); }
    void hasOnlyWhoDidNotGetIn();
    void isReadAsTheListItWas_data() { eachForm(); }
    void isReadAsTheListItWas();
    void saysWhatWasCorrectedSince_data() { eachForm(); }
    void saysWhatWasCorrectedSince();
    void formulasAreNeutralised();
    void severalListsShareTheirFields();

private:
    Roster readBack(int format);

    QTemporaryDir m_folder;
    Roster m_list;
    RegisterStudentsResults m_run;
};

void TestCorrectionsReport::init()
{
    const auto list = readRosterText(TeachersList, u"9b.csv"_s);
    QVERIFY2(list, list ? "" : qPrintable(list.error().sentence));
    m_list = *list;
    m_run = finishedRun(m_list.size());
    m_run.students = m_list.students;
    m_run.run.id = u"run-7"_s;
    m_run.results[1] = rejectedRow(1, ReasonCode::MissingPrerequisite, u"GO0"_s);
    m_run.results[2].outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, 1, 1};
    m_run.results[3] = failedRow(3, ReasonCode::TimedOut);
}

Roster TestCorrectionsReport::readBack(int format)
{
    ReportWishes wishes;
    wishes.format = static_cast<ReportFormat>(format);
    wishes.rosterHeaders = m_list.headers;
    const QString path = m_folder.filePath(u"mend"_s + reportEnding(wishes.format));
    if (const auto written = writeReport({m_run}, path, wishes); !written)
        qFatal("%s", qPrintable(written.error().sentence));
    const auto roster = readRoster(path);
    if (!roster)
        qFatal("%s", qPrintable(roster.error().sentence));
    return *roster;
}

void TestCorrectionsReport::hasOnlyWhoDidNotGetIn()
{
    QFETCH(const int, format);
    const Roster roster = readBack(format);
    QCOMPARE(roster.size(), 2);
    QCOMPARE(roster.headers,
        (QStringList{u"Nachname"_s, u"Vorname"_s, u"Bus"_s, u"Matrikelnr."_s,
            u"Not registered because"_s, u"Rollbook run"_s}));
    QCOMPARE(roster.students.text(0, StudentField::StudentId), u"S2"_s);
    QCOMPARE(roster.students.text(1, StudentField::StudentId), u"S4"_s);
    const TextTable &table = roster.students.table();
    QCOMPARE(table.text(0, 4).toString(), u"needs GO0 first"_s);
    QCOMPARE(table.text(1, 4).toString(), explain(m_run.results[3]));
    QCOMPARE(table.text(0, 5).toString(), u"run-7"_s);
}

void TestCorrectionsReport::isReadAsTheListItWas()
{
    QFETCH(const int, format);
    const Roster roster = readBack(format);
    for (const StudentField field :
        {StudentField::StudentId, StudentField::GivenName, StudentField::FamilyName})
        QCOMPARE(roster.students.column(field), m_list.students.column(field));
    QCOMPARE(roster.students.text(0, StudentField::FamilyName), u"Øverland"_s);
    QCOMPARE(roster.students.table().text(1, 2).toString(), u"two\nlines"_s);
}

void TestCorrectionsReport::saysWhatWasCorrectedSince()
{
    QFETCH(const int, format);
    m_run.students.correct(1, StudentField::FamilyName, u"Overland"_s);
    m_run.students.correct(3, StudentField::Email, u"eve@example.org"_s);
    const Roster roster = readBack(format);
    QCOMPARE(roster.students.text(0, StudentField::FamilyName), u"Overland"_s);
    QCOMPARE(roster.students.text(1, StudentField::Email), u"eve@example.org"_s);
    QCOMPARE(roster.headers.size(), 7);
}

void TestCorrectionsReport::formulasAreNeutralised()
{
    readBack(static_cast<int>(ReportFormat::CorrectionsCsv));
    QFile file(m_folder.filePath(u"mend.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\r\n'=1+1,Eve,"));
}

void TestCorrectionsReport::severalListsShareTheirFields()
{
    RegisterStudentsResults other = finishedRun(1);
    other.run.id = u"run-8"_s;
    other.results[0] = notAttemptedRow(0, ReasonCode::Cancelled);
    const QString path = m_folder.filePath(u"both.csv"_s);
    QVERIFY(writeReport({m_run, other}, path, {.format = ReportFormat::CorrectionsCsv}));
    const auto roster = readRoster(path);
    QVERIFY(roster);
    QCOMPARE(roster->size(), 3);
    QCOMPARE(roster->students.text(0, StudentField::GivenName), u"Søren"_s);
    QCOMPARE(roster->students.text(2, StudentField::StudentId), u"S1"_s);
    QCOMPARE(roster->headers.last(), u"Rollbook run"_s);
    QCOMPARE(
        roster->students.table().text(2, static_cast<int>(roster->headers.size()) - 1).toString(),
        u"run-8"_s);
}

QTEST_GUILESS_MAIN(TestCorrectionsReport)
#include "tst_correctionsreport.moc"
