// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/canvasenrollments.h"
#include "bundle/moodleupload.h"
#include "keptrows.h"

#include <QTest>

using namespace Rollbook;

namespace
{

void push(RowSink &sink, const QStringList &row)
{
    QList<QByteArray> bytes;
    for (const QString &cell : row)
        bytes += cell.toUtf8();
    const std::vector<QByteArrayView> cells(bytes.cbegin(), bytes.cend());
    sink.addRow(cells);
}

} // namespace

/// Files that a learning platform takes, as a school office keeps them: a row becomes one a course.
class TestMoodleUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRecognised_data();
    void isRecognised();
    void givesARowForEachCourse_data();
    void givesARowForEachCourse();
    void keepsOtherColumnsButNoPasswords();
    void withoutCoursesHasNoCourseColumn();
    void stopsWhenNothingMoreIsWanted();
    void canvasEnrollmentsGiveStudents();
};

void TestMoodleUpload::isRecognised_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("isMoodle");
    QTest::newRow("whole") << "username,firstname,lastname,email,idnumber,course1,role1" << true;
    QTest::newRow("least") << "username,firstname,lastname" << true;
    QTest::newRow("another order") << "email,course1,idnumber,username" << true;
    QTest::newRow("not Moodle") << "student_id,given_name,family_name,email" << false;
    QTest::newRow("written otherwise") << "Username,First name,Last name,Email" << false;
    QTest::newRow("user name only") << "username,email" << false;
    QTest::newRow("nothing") << "" << false;
}

void TestMoodleUpload::isRecognised()
{
    QFETCH(const QString, header);
    QFETCH(const bool, isMoodle);
    QCOMPARE(isMoodleUpload(header.split(u',')), isMoodle);
}

void TestMoodleUpload::givesARowForEachCourse_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("given");
    // username,firstname,lastname,email,idnumber,course1,role1,course2,role2,type2,enrolstatus2,deleted
    QTest::newRow("two courses") << "ana,Ana,Ruiz,ana@example.org,0042,MATH,student,ART,,,,"
                                 << "0042|Ana|Ruiz|ana@example.org|MATH\n"
                                    "0042|Ana|Ruiz|ana@example.org|ART";
    QTest::newRow("user name where the number is missing") << "ana,Ana,Ruiz,,,MATH,,,,,,"
                                                           << "ana|Ana|Ruiz||MATH";
    QTest::newRow("short row") << "ana,Ana,Ruiz,,7,MATH"
                               << "7|Ana|Ruiz||MATH";
    QTest::newRow("no course") << "ana,Ana,Ruiz,,7,,,,,,,"
                               << "7|Ana|Ruiz||";
    QTest::newRow("teaches one") << "ana,Ana,Ruiz,,7,MATH,editingteacher,ART,student,,,"
                                 << "7|Ana|Ruiz||ART";
    QTest::newRow("teaches only") << "ana,Ana,Ruiz,,7,MATH,teacher,,,,,"
                                  << "";
    QTest::newRow("role by number") << "ana,Ana,Ruiz,,7,MATH,5,ART,3,,,"
                                    << "7|Ana|Ruiz||MATH";
    QTest::newRow("type") << "ana,Ana,Ruiz,,7,MATH,,ART,,2,,"
                          << "7|Ana|Ruiz||MATH";
    QTest::newRow("suspended there") << "ana,Ana,Ruiz,,7,MATH,,ART,,,1,"
                                     << "7|Ana|Ruiz||MATH";
    QTest::newRow("to be deleted") << "ana,Ana,Ruiz,,7,MATH,,,,,,1"
                                   << "";
}

void TestMoodleUpload::givesARowForEachCourse()
{
    QFETCH(const QString, row);
    QFETCH(const QString, given);
    KeptRows kept;
    MoodleRows rows(
        QStringLiteral("username,firstname,lastname,email,idnumber,course1,role1,course2,role2,"
                       "type2,enrolstatus2,deleted")
            .split(u','),
        kept);
    QCOMPARE(rows.headers(),
        (QStringList{"student_id", "given_name", "family_name", "email", "course"}));
    push(rows, row.split(u','));
    QCOMPARE(kept.text(), given);
}

void TestMoodleUpload::keepsOtherColumnsButNoPasswords()
{
    KeptRows kept;
    MoodleRows rows({"username", "password", "firstname", "lastname", "city", "course1", "group1",
                        "cohort1", "profile_field_year", "course10"},
        kept);
    QCOMPARE(rows.headers(),
        (QStringList{
            "student_id", "given_name", "family_name", "city", "profile_field_year", "course"}));
    push(rows, {"ana", "secret", "Ana", "Ruiz", "Vigo", "MATH", "G1", "C1", "9", "ART"});
    QCOMPARE(kept.text(), QStringLiteral("ana|Ana|Ruiz|Vigo|9|MATH\nana|Ana|Ruiz|Vigo|9|ART"));
}

void TestMoodleUpload::withoutCoursesHasNoCourseColumn()
{
    KeptRows kept;
    MoodleRows rows({"username", "firstname", "lastname"}, kept);
    QCOMPARE(rows.headers(), (QStringList{"student_id", "given_name", "family_name"}));
    push(rows, {"ana", "Ana", "Ruiz"});
    QCOMPARE(kept.text(), QStringLiteral("ana|Ana|Ruiz"));
}

void TestMoodleUpload::stopsWhenNothingMoreIsWanted()
{
    KeptRows kept(1);
    MoodleRows rows({"username", "firstname", "lastname", "course1", "course2"}, kept);
    push(rows, {"ana", "Ana", "Ruiz", "MATH", "ART"});
    QCOMPARE(kept.rows.size(), 1);
}

void TestMoodleUpload::canvasEnrollmentsGiveStudents()
{
    const QStringList headers{"course_id", "user_id", "role", "section_id", "status"};
    QVERIFY(isCanvasEnrollments(headers));
    QVERIFY(!isCanvasEnrollments({"user_id", "login_id", "status"}));
    KeptRows kept;
    CanvasEnrollmentRows rows(headers, kept);
    QCOMPARE(CanvasEnrollmentRows::headers(), (QStringList{"student_id", "course"}));
    push(rows, {"C1", "007", "student", "S1", "active"});
    push(rows, {"", "008", "Student", "S1", ""});
    push(rows, {"C1", "009", "teacher", "S1", "active"});
    push(rows, {"C1", "010", "student", "S1", "deleted"});
    push(rows, {"C1", "011", "student"});
    QCOMPARE(kept.text(), QStringLiteral("007|C1\n008|S1\n011|C1"));
}

QTEST_APPLESS_MAIN(TestMoodleUpload)
#include "tst_moodleupload.moc"
