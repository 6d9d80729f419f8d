// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/schoolfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

class TestSchoolFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCourses_data();
    void readsCourses();
    void readsStudents();
    void coursesComeBackAsWritten();
    void studentsComeBackAsWritten();
    void writesNoFormulas();
    void complains_data();
    void complains();
    void complainsAboutStudents_data();
    void complainsAboutStudents();
    void fileThatCannotBeReadIsNamed_data();
    void fileThatCannotBeReadIsNamed();
    void failedWritingLeavesTheFile();

private:
    QString file(const QByteArray &content);

    QTemporaryDir m_folder;
};

namespace
{

Course everything()
{
    Course course;
    course.code = QStringLiteral("GO1");
    course.title = QStringLiteral("Intro to Go, \"the\" language");
    course.term = QStringLiteral("2026 Fall");
    course.capacity = 30;
    course.waitlistCapacity = 0;
    course.opensOn = QDate(2026, 8, 1);
    course.closesOn = QDate(2026, 11, 30);
    course.meets =
        QList<MeetingTime>{{1, QTime(9, 0), QTime(10, 30)}, {3, QTime(9, 0), QTime(10, 30)}};
    course.prerequisites = QStringList{QStringLiteral("GO0"), QStringLiteral("MATH")};
    return course;
}

} // namespace

QString TestSchoolFiles::file(const QByteArray &content)
{
    const QString path = m_folder.filePath(QStringLiteral("school.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestSchoolFiles::readsCourses_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray heading = "code,title,term,capacity,waitlist_capacity,opens_on,closes_on,"
                               "meets,prerequisites";
    const QByteArray line = "GO1,\"Intro to Go, \"\"the\"\" language\",2026 Fall,30,0,2026-08-01,"
                            "2026-11-30,Mon 09:00-10:30; Wed 09:00-10:30,GO0; MATH";
    QTest::newRow("as documented") << heading + '\n' + line + '\n';
    QTest::newRow("as Windows writes it") << "\xEF\xBB\xBF" + heading + "\r\n" + line + "\r\n";
    QTest::newRow("no end of line at the end") << heading + '\n' + line;
    QTest::newRow("blank lines") << '\n' + heading + "\n\n,,,,,,,,\n" + line + "\n\n";
    QTest::newRow("another order and case")
        << QByteArray("Term;CODE;Title;prerequisites;meets;closes_on;opens_on;Waitlist_Capacity; "
                      "capacity \n2026 Fall;GO1;\"Intro to Go, \"\"the\"\" language\";"
                      "\"GO0;MATH\";\"Mon 09:00-10:30;Wed 09:00-10:30\";2026-11-30;2026-08-01;0;"
                      "30\n");
    QTest::newRow("tabs") << QByteArray(heading).replace(',', '\t') + '\n'
            + QByteArray(line).replace(',', '\t').replace("Go\t", "Go,");
}

void TestSchoolFiles::readsCourses()
{
    QFETCH(const QByteArray, content);
    const auto courses = readCourses(file(content));
    QVERIFY2(courses, courses ? "" : qPrintable(courses.error().sentence));
    QCOMPARE(*courses, QList<Course>{everything()});
}

void TestSchoolFiles::readsStudents()
{
    const auto students = readStudents(file("student_id,given_name,family_name,email,birth_date,"
                                            "grade_level,notes,hold,completed\n"
                                            "0070031,Sophie,Muñoz,s@x.example,2011-04-05,9,"
                                            "\"two\nlines\",fee,GO0;ALG\n"
                                            ",,,only@x.example\n"));
    QVERIFY2(students, students ? "" : qPrintable(students.error().sentence));
    QCOMPARE(students->size(), 2);
    const StudentRecord &sophie = students->first();
    QCOMPARE(sophie.student.studentId, QStringLiteral("0070031"));
    QCOMPARE(sophie.student.familyName, QStringLiteral("Muñoz"));
    QCOMPARE(sophie.student.notes, QStringLiteral("two\nlines"));
    QCOMPARE(sophie.hold, QStringLiteral("fee"));
    QCOMPARE(sophie.completedCourses, (QStringList{QStringLiteral("GO0"), QStringLiteral("ALG")}));
    QCOMPARE(students->last().student.email, QStringLiteral("only@x.example"));
}

void TestSchoolFiles::coursesComeBackAsWritten()
{
    Course bare;
    bare.code = QStringLiteral("=1+1");
    bare.title = QStringLiteral("@home");
    const QString path = m_folder.filePath(QStringLiteral("courses.csv"));
    QVERIFY(writeCourses(path, {everything(), bare}));
    QCOMPARE(*readCourses(path), (QList<Course>{everything(), bare}));
}

void TestSchoolFiles::studentsComeBackAsWritten()
{
    StudentRecord record;
    record.student = {QStringLiteral("0070031"), QStringLiteral("D'Arcy"),
        QStringLiteral("'t Hooft"), QStringLiteral("-d@x.example"), QStringLiteral("2011-04-05"),
        QStringLiteral("9"), QStringLiteral("two\r\nlines, \"quoted\"")};
    record.hold = QStringLiteral("+1 fee");
    record.completedCourses = QStringList{QStringLiteral("ALG"), QStringLiteral("GO0")};
    const QString path = m_folder.filePath(QStringLiteral("students.csv"));
    QVERIFY(writeStudents(path, {record}));
    QCOMPARE(*readStudents(path), QList<StudentRecord>{record});
}

void TestSchoolFiles::writesNoFormulas()
{
    StudentRecord record;
    record.student.studentId = QStringLiteral("=HYPERLINK(\"http://x.example\")");
    const QString path = m_folder.filePath(QStringLiteral("students.csv"));
    QVERIFY(writeStudents(path, {record}));
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QVERIFY(content.startsWith("\xEF\xBB\xBFstudent_id,given_name"));
    QVERIFY2(content.contains("\r\n\"'=HYPERLINK"), content);
}

void TestSchoolFiles::complains_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("mentions");
    const auto row = [](const char *name, const QByteArray &content, const QStringList &mentions) {
        QTest::newRow(name) << content << mentions;
    };
    const QString line3 = QStringLiteral("line 3");
    row("empty", "", {QStringLiteral("empty"), QStringLiteral("code,title")});
    row("a number that is none", "code,capacity\nA,3\nB,many\n",
        {line3, QStringLiteral("“capacity”"), QStringLiteral("“many”")});
    row("a negative number", "code,waitlist_capacity\nA,3\nB,-3\n",
        {line3, QStringLiteral("“waitlist_capacity”"), QStringLiteral("“-3”")});
    row("a date that is none", "code,opens_on\nA,\nB,31.12.2026\n",
        {line3, QStringLiteral("“opens_on”"), QStringLiteral("“31.12.2026”")});
    row("closes before it opens", "code,opens_on,closes_on\nA,,\nB,2026-12-31,2026-01-01\n",
        {line3, QStringLiteral("“closes_on”")});
    row("a meeting that is none", "code,meets\nA,\nB,Monday at nine\n",
        {line3, QStringLiteral("“meets”"), QStringLiteral("“Monday at nine”")});
    row("no code", "code,title\nA,\n,Golang\n", {line3, QStringLiteral("“code”")});
    row("twice", "code,term\nA,1\nA,1\n", {line3, QStringLiteral("line 2")});
    row("a column of another file", "code,teacher\n",
        {QStringLiteral("line 1"), QStringLiteral("“teacher”"), QStringLiteral("prerequisites")});
    row("a column twice", "code,Code\n", {QStringLiteral("line 1"), QStringLiteral("“Code”")});
    row("too many cells", "code,title\nA,Art\nB,Biology,extra\n", {line3});
    row("a quotation mark that does not end", "code,title\nA,Art\n\"B,Biology\n",
        {QStringLiteral("quotation mark")});
    row("not UTF-8", "code,title\nA,Art\nB,\xD6kologie\n", {line3, QStringLiteral("CSV UTF-8")});
    row("after a cell of two lines", "code,title\nA,\"two\nlines\"\n,Golang\n",
        {QStringLiteral("line 4")});
}

void TestSchoolFiles::complains()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QStringList, mentions);
    const auto courses = readCourses(file(content));
    QVERIFY(!courses);
    QCOMPARE(courses.error().code, ErrorCode::InvalidData);
    for (const QString &mention : mentions)
        QVERIFY2(courses.error().sentence.contains(mention), qPrintable(courses.error().sentence));
}

void TestSchoolFiles::complainsAboutStudents_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no identifier") << QByteArray("student_id,given_name\n1,Ann\n,Bob\n");
    QTest::newRow("the same number") << QByteArray("student_id,given_name\n1,Ann\n1,Bob\n");
    QTest::newRow("the same address") << QByteArray("email\na@x.example\nA@x.example\n");
}

void TestSchoolFiles::complainsAboutStudents()
{
    QFETCH(const QByteArray, content);
    const auto students = readStudents(file(content));
    QVERIFY(!students);
    QCOMPARE(students.error().code, ErrorCode::InvalidData);
    QVERIFY2(students.error().sentence.contains(QStringLiteral("line 3")),
        qPrintable(students.error().sentence));
}

void TestSchoolFiles::fileThatCannotBeReadIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << QStringLiteral("missing.csv");
    QTest::newRow("a folder") << QStringLiteral(".");
}

void TestSchoolFiles::fileThatCannotBeReadIsNamed()
{
    QFETCH(const QString, name);
    const QString path = m_folder.filePath(name);
    const auto courses = readCourses(path);
    QVERIFY(!courses);
    QCOMPARE(courses.error().code, ErrorCode::FileUnreadable);
    QVERIFY(courses.error().sentence.contains(path));
}

void TestSchoolFiles::failedWritingLeavesTheFile()
{
    const QString path = m_folder.filePath(QStringLiteral("no folder/courses.csv"));
    const auto written = writeCourses(path, {everything()});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY(written.error().sentence.contains(path));
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestSchoolFiles)
#include "tst_schoolfiles.moc"
