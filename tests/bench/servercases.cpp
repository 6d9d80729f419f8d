// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servercases.h"

#include "peers/serverstatements.h"
#include "postgres/pgfault.h"
#include "registrars/openschool.h"
#include "registration/bulkregistration.h"
#include "students.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <thread>

namespace Rollbook::Bench
{

namespace
{

constexpr int BatchSize = 1000;
constexpr int CoursesOfList = 4;
const QString Superuser = QStringLiteral("postgres");
const QString Measured = QStringLiteral("measured");

/// A school that is thrown away with it.
class CopiedSchool
{
public:
    explicit CopiedSchool(const ServerCase &where)
        : m_connection(PgAddress{where.url(Superuser, Superuser).toStdString()})
    {
        const std::string name = '"' + Measured.toStdString() + '"';
        m_connection.execute("DROP DATABASE IF EXISTS " + name);
        m_connection.execute(
            "CREATE DATABASE " + name + " TEMPLATE \"" + ServerOriginal.toStdString() + '"');
        m_connection.execute("ALTER DATABASE " + name + " SET search_path = rollbook, pg_temp");
        // What the copy left to be written should not be the next one's burden.
        m_connection.execute("CHECKPOINT");
    }

private:
    PgConnection m_connection;
};

std::vector<StudentList> listsOf(int clients, int students)
{
    const int each = students / clients;
    std::vector<StudentList> lists;
    for (int client = 0; client < clients; ++client)
        lists.push_back(makeScatteredStudents(each, client * each));
    return lists;
}

QString courseWithNumber(int number)
{
    return QStringLiteral("C%1").arg(number);
}

/// What the rows of a client's list name: one course, or several in turns.
CourseAssignment coursesOf(int client, ServerCourses courses, int rows)
{
    if (courses != ServerCourses::FourEach) {
        const int number = courses == ServerCourses::OneForAll ? 0 : client;
        return CourseAssignment(CourseRef{courseWithNumber(number), {}});
    }
    QList<CourseRef> refs;
    for (int course = 0; course < CoursesOfList; ++course)
        refs.append({courseWithNumber(client * CoursesOfList + course), {}});
    QList<qint32> indexes;
    for (int row = 0; row < rows; ++row)
        indexes += row % CoursesOfList;
    return {refs, indexes};
}

std::unique_ptr<School> openOrDie(const QString &url)
{
    auto school = openSchool(url);
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    return std::move(*school);
}

void makeCourses(School &school, int count)
{
    for (int number = 0; number < count; ++number) {
        Course course;
        course.code = courseWithNumber(number);
        course.title = course.code;
        if (!school.courses().save({course}))
            qFatal("there is no course");
    }
}

/// One who registers a list.
struct Client {
    std::unique_ptr<School> school;
    std::unique_ptr<BulkRegistration> run;
};

Client makeClient(const QString &url, const StudentList &list, const CourseAssignment &courses)
{
    Client client{openOrDie(url), nullptr};
    BulkRegistration::Request request;
    request.students = list;
    request.courses = courses;
    request.rosterName = QStringLiteral("list");
    client.run = std::make_unique<BulkRegistration>(
        client.school->registrar(), &client.school->journal(), std::move(request));
    return client;
}

// All at once; how many students have got a seat.
int runAll(const std::vector<Client> &clients)
{
    int registered = 0;
    auto left = static_cast<int>(clients.size());
    for (const Client &client : clients) {
        QObject::connect(client.run.get(), &BulkRegistration::finished, qApp,
            [&registered, &left](const RegisterStudentsResults &results) {
                registered += results.run.counts[RegistrationStatus::Registered];
                if (--left == 0)
                    QCoreApplication::quit();
            });
        client.run->start();
    }
    QCoreApplication::exec();
    return registered;
}

} // namespace

QString ServerCase::toText() const
{
    return QStringLiteral("%1,%2,%3").arg(clients).arg(port).arg(folder);
}

ServerCase ServerCase::fromText(const QString &text)
{
    return {
        text.section(u',', 0, 0).toInt(), text.section(u',', 2), text.section(u',', 1, 1).toInt()};
}

QString ServerCase::url(const QString &database, const QString &user) const
{
    QUrlQuery query;
    query.addQueryItem(
        QStringLiteral("host"), QString::fromLatin1(QUrl::toPercentEncoding(folder)));
    query.addQueryItem(QStringLiteral("port"), QString::number(port));
    query.addQueryItem(QStringLiteral("user"), user);
    return QStringLiteral("postgresql:///%1?%2").arg(database, query.toString(QUrl::FullyEncoded));
}

Measurement listsIntoServer(const ServerCase &where, ServerCourses courses)
{
    const CopiedSchool copy(where);
    const QString url = where.url(Measured, ServerOffice);
    makeCourses(*openOrDie(url), where.clients * CoursesOfList);
    const std::vector<StudentList> lists = listsOf(where.clients, ServerStudents);
    std::vector<Client> clients;
    for (int number = 0; number < where.clients; ++number) {
        const StudentList &list = lists[static_cast<std::size_t>(number)];
        clients.push_back(makeClient(url, list, coursesOf(number, courses, list.size())));
    }
    QElapsedTimer clock;
    clock.start();
    const int registered = runAll(clients);
    Measurement measurement = since(clock);
    measurement.rows = registered;
    if (registered != ServerStudents)
        qFatal("registrations are missing");
    return measurement;
}

Measurement statementsIntoServer(const ServerCase &where, ServerLimit limit)
{
    const CopiedSchool copy(where);
    const bool oneByOne = limit == ServerLimit::Inserts;
    const int rows = oneByOne ? ServerInserts : ServerStudents;
    const std::vector<StudentList> lists = listsOf(where.clients, rows);
    std::vector<std::unique_ptr<ServerStatements>> clients;
    for (int number = 0; number < where.clients; ++number) {
        clients.push_back(std::make_unique<ServerStatements>(
            where.url(Measured, Superuser).toStdString(), number + 1));
        if (oneByOne)
            clients.back()->addStudents(lists[static_cast<std::size_t>(number)]);
    }
    const auto work = [&](std::size_t number) {
        if (oneByOne)
            clients[number]->insertOneByOne(lists[number].size());
        else if (limit == ServerLimit::Places)
            clients[number]->insertPlaces(lists[number], BatchSize);
        else
            clients[number]->insertOutcomes(lists[number], BatchSize);
    };
    QElapsedTimer clock;
    clock.start();
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < clients.size(); ++number)
        threads.emplace_back(work, number);
    for (std::thread &thread : threads)
        thread.join();
    Measurement measurement = since(clock);
    measurement.rows = rows;
    return measurement;
}

} // namespace Rollbook::Bench
