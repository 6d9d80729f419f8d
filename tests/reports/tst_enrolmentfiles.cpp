// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"
#include "roster/roster.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Patience = 60'000; // ms

Student student(const QString &id, const QString &given, const QString &family)
{
    Student described;
    described.studentId = id;
    described.givenName = given;
    described.familyName = family;
    described.email = id.toLower() + u"@example.org"_s;
    return described;
}

/// Three of five hold a seat; the fourth waits, the fifth is refused.
RegisterStudentsResults someRegistered()
{
    RegisterStudentsResults run = finishedRun({student(u"S1"_s, u"Ana"_s, u"Muñoz, Jr."_s),
        student(u"S2"_s, u"小明"_s, u"周"_s), student(u"S3"_s, {}, u"say \"hi\""_s),
        student(u"S4"_s, u"Wanda"_s, u"Waits"_s), student(u"S5"_s, u"Rea"_s, u"Refused"_s)});
    run.run.registrarName = u"Springfield High"_s;
    run.results[1].outcome =
        StudentRegistration{RegistrationStatus::AlreadyRegistered, false, 9, 1};
    run.results[3].outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, 1, 1};
    run.results[4] = rejectedRow(4, ReasonCode::CourseFull);
    return run;
}

RegisterStudentsResults inAnotherCourse()
{
    RegisterStudentsResults run = finishedRun({student(u"S2"_s, u"小明"_s, u"周"_s)});
    run.courses = CourseAssignment(CourseRef{u"ART1"_s, u"2026 Fall"_s});
    return run;
}

QStringList column(const Roster &roster, StudentField field)
{
    QStringList cells;
    for (int row = 0; row < roster.size(); ++row)
        cells += roster.students.text(row, field);
    return cells;
}

} // namespace

/// What other systems take: the students who hold a seat, and nobody else.
class TestEnrolmentFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moodleGetsAUserALine();
    void moodleGetsAllCoursesOfAStudentInOneLine();
    void moodleNeedsAName();
    void canvasGetsASeatALine();
    void ourOwnReaderTakesThem_data();
    void ourOwnReaderTakesThem();
    void bundleHasTheFilesAndHeadersOfTheStandard();
    void bundleRefersToNothingThatIsNotThere();
    void bundleIsTheSameAgain();
    void nobodyRegisteredIsAHeaderAlone_data();
    void nobodyRegisteredIsAHeaderAlone();
    void formulasAreNeutralised_data();
    void formulasAreNeutralised();

private:
    QString write(const QList<RegisterStudentsResults> &runs, ReportFormat format);
    QByteArray text(const QList<RegisterStudentsResults> &runs, ReportFormat format);
    QString python(const QString &program, const QString &path);

    QTemporaryDir m_folder;
};

QString TestEnrolmentFiles::write(const QList<RegisterStudentsResults> &runs, ReportFormat format)
{
    const QString path = m_folder.filePath(u"enrolment"_s + reportEnding(format));
    if (const auto written = writeReport(runs, path, {.format = format}); !written)
        qFatal("%s", qPrintable(written.error().sentence));
    return path;
}

QByteArray TestEnrolmentFiles::text(const QList<RegisterStudentsResults> &runs, ReportFormat format)
{
    QFile file(write(runs, format));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestEnrolmentFiles::python(const QString &program, const QString &path)
{
    QProcess process;
    process.start(u"/usr/bin/python3"_s, {u"-c"_s, program, path});
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

void TestEnrolmentFiles::moodleGetsAUserALine()
{
    QCOMPARE(text({someRegistered()}, ReportFormat::MoodleCsv),
        QByteArray("username,firstname,lastname,email,idnumber,course1,role1,enrolstatus1\r\n"
                   "s1,Ana,\"Muñoz, Jr.\",s1@example.org,S1,GO1,student,0\r\n"
                   "s2,小明,周,s2@example.org,S2,GO1,student,0\r\n"
                   "s3,.,\"say \"\"hi\"\"\",s3@example.org,S3,GO1,student,0\r\n"));
}

void TestEnrolmentFiles::moodleGetsAllCoursesOfAStudentInOneLine()
{
    const QList<QByteArray> lines =
        text({someRegistered(), inAnotherCourse()}, ReportFormat::MoodleCsv).split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(0).endsWith(",course1,role1,enrolstatus1,course2,role2,enrolstatus2\r"));
    QVERIFY(lines.at(1).endsWith(",GO1,student,0,,,\r"));
    QVERIFY(lines.at(2).endsWith(",GO1,student,0,ART1,student,0\r"));
}

void TestEnrolmentFiles::moodleNeedsAName()
{
    Student nameless;
    nameless.email = u"Only@Example.org"_s;
    QVERIFY(text({finishedRun(QList<Student>{nameless})}, ReportFormat::MoodleCsv)
                .contains("\r\nonly@example.org,.,.,Only@Example.org,,GO1,student,0\r\n"));
}

void TestEnrolmentFiles::canvasGetsASeatALine()
{
    QCOMPARE(text({someRegistered(), inAnotherCourse()}, ReportFormat::CanvasCsv),
        QByteArray("course_id,user_id,role,section_id,status\r\n"
                   "GO1,S1,student,,active\r\nGO1,S2,student,,active\r\n"
                   "ART1,S2,student,,active\r\nGO1,S3,student,,active\r\n"));
}

void TestEnrolmentFiles::ourOwnReaderTakesThem_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("hasNames");
    QTest::newRow("Moodle") << static_cast<int>(ReportFormat::MoodleCsv) << true;
    QTest::newRow("Canvas") << static_cast<int>(ReportFormat::CanvasCsv) << false;
    QTest::newRow("OneRoster") << static_cast<int>(ReportFormat::OneRoster) << true;
}

void TestEnrolmentFiles::ourOwnReaderTakesThem()
{
    QFETCH(const int, format);
    QFETCH(const bool, hasNames);
    const auto roster =
        readRoster(write({someRegistered(), inAnotherCourse()}, static_cast<ReportFormat>(format)));
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().sentence));
    QStringList seats;
    for (int row = 0; row < roster->size(); ++row)
        seats += roster->students.text(row, StudentField::StudentId) + u' '
            + roster->students.text(row, StudentField::Course);
    std::sort(seats.begin(), seats.end());
    QCOMPARE(seats, (QStringList{u"S1 GO1"_s, u"S2 ART1"_s, u"S2 GO1"_s, u"S3 GO1"_s}));
    if (!hasNames)
        return;
    const QStringList families = column(*roster, StudentField::FamilyName);
    for (const QString &family : {u"Muñoz, Jr."_s, u"周"_s, u"say \"hi\""_s})
        QVERIFY2(families.contains(family), qPrintable(family));
    QVERIFY(column(*roster, StudentField::Email).contains(u"s1@example.org"_s));
}

// The columns are those of https://www.imsglobal.org/oneroster-v11-final-csv-tables.
void TestEnrolmentFiles::bundleHasTheFilesAndHeadersOfTheStandard()
{
    const QString found =
        python(u"import sys, zipfile\n"
               "bundle = zipfile.ZipFile(sys.argv[1])\n"
               "assert bundle.testzip() is None\n"
               "for name in bundle.namelist():\n"
               "    print(name, bundle.read(name).decode('utf-8').splitlines()[0])\n"_s,
            write({someRegistered()}, ReportFormat::OneRoster));
    QCOMPARE(found,
        u"manifest.csv propertyName,value\n"
        "academicSessions.csv sourcedId,status,dateLastModified,title,type,startDate,endDate,"
        "parentSourcedId,schoolYear\n"
        "classes.csv sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,"
        "classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n"
        "courses.csv sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,"
        "grades,orgSourcedId,subjects,subjectCodes\n"
        "enrollments.csv sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,"
        "userSourcedId,role,primary,beginDate,endDate\n"
        "orgs.csv sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
        "users.csv sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,"
        "userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,"
        "grades,password\n"_s);
}

void TestEnrolmentFiles::bundleRefersToNothingThatIsNotThere()
{
    const QString found = python(
        u"import csv, io, sys, zipfile\n"
        "bundle = zipfile.ZipFile(sys.argv[1])\n"
        "def table(name):\n"
        "    text = io.StringIO(bundle.read(name + '.csv').decode('utf-8'), newline='')\n"
        "    return list(csv.DictReader(text, strict=True))\n"
        "def ids(name):\n"
        "    found = [row['sourcedId'] for row in table(name)]\n"
        "    assert len(set(found)) == len(found), name\n"
        "    return set(found)\n"
        "orgs, terms, courses, classes, users = map(ids,\n"
        "    ['orgs', 'academicSessions', 'courses', 'classes', 'users'])\n"
        "for row in table('classes'):\n"
        "    assert row['courseSourcedId'] in courses and row['schoolSourcedId'] in orgs\n"
        "    assert row['termSourcedIds'] in terms and row['classType'] == 'scheduled'\n"
        "for row in table('users'):\n"
        "    assert row['orgSourcedIds'] in orgs and row['role'] == 'student'\n"
        "    assert row['username'] and row['givenName'] and row['familyName']\n"
        "for row in table('courses'):\n"
        "    assert row['orgSourcedId'] in orgs\n"
        "for row in table('academicSessions'):\n"
        "    print(row['title'], row['type'], row['schoolYear'], row['startDate'], "
        "row['endDate'])\n"
        "for row in table('enrollments'):\n"
        "    assert row['classSourcedId'] in classes and row['userSourcedId'] in users\n"
        "    assert row['schoolSourcedId'] in orgs and row['role'] == 'student'\n"
        "    assert not row['status'] and not row['dateLastModified']\n"
        "files = {row['propertyName']: row['value'] for row in table('manifest')}\n"
        "assert files['oneroster.version'] == '1.1' and files['manifest.version'] == '1.0'\n"
        "for name in bundle.namelist():\n"
        "    assert name == 'manifest.csv' or files['file.' + name[:-4]] == 'bulk', name\n"
        "assert sum(value == 'bulk' for value in files.values()) == len(bundle.namelist()) - 1\n"
        "print(len(ids('enrollments')), len(users), len(classes), len(courses))\n"_s,
        [this] {
            RegisterStudentsResults first = someRegistered();
            RegisterStudentsResults second = inAnotherCourse();
            for (RegisterStudentsResults *run : {&first, &second})
                run->run.startedAt = QDateTime(QDate(2026, 9, 3), QTime(9, 0), Qt::UTC);
            return write({first, second}, ReportFormat::OneRoster);
        }());
    QCOMPARE(found, u"2026 Fall term 2027 2026-08-01 2027-07-31\n4 3 2 2\n"_s);
}

void TestEnrolmentFiles::bundleIsTheSameAgain()
{
    const RegisterStudentsResults run = someRegistered();
    QCOMPARE(text({run}, ReportFormat::OneRoster), text({run}, ReportFormat::OneRoster));
}

void TestEnrolmentFiles::nobodyRegisteredIsAHeaderAlone_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("Moodle")
        << static_cast<int>(ReportFormat::MoodleCsv)
        << QByteArray("username,firstname,lastname,email,idnumber,course1,role1,enrolstatus1\r\n");
    QTest::newRow("Canvas") << static_cast<int>(ReportFormat::CanvasCsv)
                            << QByteArray("course_id,user_id,role,section_id,status\r\n");
}

void TestEnrolmentFiles::nobodyRegisteredIsAHeaderAlone()
{
    QFETCH(const int, format);
    QFETCH(const QByteArray, header);
    QCOMPARE(text({finishedRun(0)}, static_cast<ReportFormat>(format)), header);
    RegisterStudentsResults refused = finishedRun(1);
    refused.results[0] = failedRow(0, ReasonCode::TimedOut);
    QCOMPARE(text({refused}, static_cast<ReportFormat>(format)), header);
}

void TestEnrolmentFiles::formulasAreNeutralised_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("Moodle") << static_cast<int>(ReportFormat::MoodleCsv);
    QTest::newRow("Canvas") << static_cast<int>(ReportFormat::CanvasCsv);
}

void TestEnrolmentFiles::formulasAreNeutralised()
{
    QFETCH(const int, format);
    const QByteArray written = text(
        {finishedRun({student(u"=1+1"_s, u"@SUM"_s, u"+1"_s)})}, static_cast<ReportFormat>(format));
    QVERIFY(written.contains("'=1+1"));
    for (const char *formula : {",=1+1", ",@SUM", ",+1", "\n=1+1"})
        QVERIFY2(!written.contains(formula), formula);
}

QTEST_GUILESS_MAIN(TestEnrolmentFiles)
#include "tst_enrolmentfiles.moc"
