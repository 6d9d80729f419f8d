// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include "postgrescluster.h"
#include "registrars/openschool.h"
#include "registrars/schoolsetup.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

namespace Rollbook
{

namespace
{

RegistrationBatch batchOf(const Run &run, const StudentList &students,
    const CourseAssignment &courses, qint32 from, qint32 until)
{
    static int rounds = 0; // each batch is sent for itself, whatever became of those before
    RegistrationBatch batch{run, students, courses, {}};
    batch.round = ++rounds;
    for (qint32 row = from; row < until; ++row)
        batch.rows += row;
    return batch;
}

} // namespace

void TestStore::addKinds()
{
    QTest::addColumn<QString>("store");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgresql") << QStringLiteral("postgresql");
}

TestStore::TestStore(const QString &kind, const QString &parentFolder)
    : m_folder(parentFolder + QStringLiteral("/rollbook-school-XXXXXX"))
    , m_isFile(kind == QStringLiteral("sqlite"))
    , m_url(kind + u':' + m_folder.filePath(QStringLiteral("school.sqlite")))
{
    if (kind == QStringLiteral("postgresql"))
        makeOnServer();
}

// Each is a copy of one that is made when first needed: to make the tables takes longer.
void TestStore::makeOnServer()
{
    static int schools = 0;
    PostgresCluster &server = PostgresCluster::shared();
    const QString original = QStringLiteral("original");
    if (schools == 0) {
        server.createDatabase(original);
        const auto made = setUpSchool(server.url(original));
        if (!made)
            qFatal("%s", qPrintable(made.error().sentence));
        server.execute(QStringLiteral("CREATE USER office IN ROLE rollbook_admin"), original);
    }
    m_database = QStringLiteral("school%1").arg(++schools);
    server.createDatabase(m_database, original);
    m_url = urlOf(user());
}

// A copy of a database does not have its settings.
QString TestStore::urlOf(const QString &user) const
{
    return PostgresCluster::shared().url(m_database, user)
        + QStringLiteral("&options=-csearch_path%3Drollbook,pg_temp");
}

QString TestStore::user() const
{
    return m_database.isEmpty() ? currentAccountName() : QStringLiteral("office");
}

std::unique_ptr<School> TestStore::openAs(const QString &user) const
{
    if (m_database.isEmpty())
        return open();
    PostgresCluster &server = PostgresCluster::shared();
    if (server.execute(QStringLiteral("SELECT FROM pg_user WHERE usename = '%1'").arg(user))
            .isNull())
        server.execute(QStringLiteral("CREATE USER %1 IN ROLE rollbook_admin").arg(user));
    auto school = openSchool(urlOf(user));
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    return std::move(*school);
}

void TestStore::changeByHand(const QString &statements) const
{
    if (m_isFile) {
        SQLite::Database file(
            m_url.mid(m_url.indexOf(u':') + 1).toStdString(), SQLite::OPEN_READWRITE, 5000);
        file.exec(statements.toStdString());
        return;
    }
    const QString answer = PostgresCluster::shared().execute(
        QStringLiteral("SET search_path = rollbook, pg_temp; ") + statements, m_database);
    if (answer.contains(QStringLiteral("ERROR")))
        qFatal("%s", qPrintable(answer));
}

std::unique_ptr<School> TestStore::open() const
{
    auto school = openSchool(m_url);
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    return std::move(*school);
}

Course course(const QString &code, std::optional<int> capacity, std::optional<int> waitlistCapacity)
{
    Course course;
    course.code = code;
    course.term = QStringLiteral("2026 Fall");
    course.title = QStringLiteral("About ") + code;
    course.capacity = capacity;
    course.waitlistCapacity = waitlistCapacity;
    return course;
}

Student student(const QString &id, const QString &email)
{
    Student student;
    student.studentId = id;
    student.email = email;
    return student;
}

StudentList numberedStudents(int count, int first)
{
    QList<Student> students;
    for (int number = first; number < first + count; ++number)
        students += student(QStringLiteral("S%1").arg(number, 3, 10, QLatin1Char('0')));
    return StudentList::fromStudents(students);
}

RegistrationResults registerAll(School &school, const Run &run, const StudentList &students,
    const CourseAssignment &courses, int batchSize)
{
    QList<QFuture<RegistrationResults>> answers;
    for (int from = 0; from < students.size(); from += batchSize) {
        answers += school.registrar().registerBatch(
            batchOf(run, students, courses, from, qMin(from + batchSize, students.size())));
    }
    RegistrationResults results;
    for (auto &answer : answers)
        results += answer.result();
    return results;
}

RegistrationResults registerAll(School &school, const StudentList &students,
    const CourseAssignment &courses, const RunOptions &options)
{
    return registerAll(
        school, Run::begin(QStringLiteral("list.csv"), courses, options), students, courses);
}

RegistrationResults planAll(
    School &school, const Run &run, const StudentList &students, const CourseAssignment &courses)
{
    return school.registrar().plan(batchOf(run, students, courses, 0, students.size())).result();
}

QString outcome(const StudentRegistrationResult &result)
{
    QString text = statusWord(result.status());
    if (const StudentRegistration *held = result.registration()) {
        if (held->status == RegistrationStatus::AlreadyRegistered && held->waiting)
            text += QStringLiteral(" waiting");
        return QStringLiteral("%1 %2").arg(text).arg(held->number);
    }
    text += u' ' + reasonWord(result.error()->code);
    if (!result.error()->argument.isEmpty())
        text += QStringLiteral(": ") + QString(result.error()->argument);
    return text;
}

QStringList outcomes(const RegistrationResults &results)
{
    QStringList texts;
    for (const StudentRegistrationResult &result : results)
        texts += outcome(result);
    return texts;
}

} // namespace Rollbook
