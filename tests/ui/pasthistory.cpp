// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pasthistory.h"

#include "teststore.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct Past {
    QDate day;
    QString by;
    QString file;
    QString course;
    QList<Student> students;
};

Student person(
    const QString &id, const QString &given, const QString &family, const QString &email = {})
{
    Student person = student(id, email);
    person.givenName = given;
    person.familyName = family;
    return person;
}

void written(const Expected<void> &entered)
{
    if (!entered)
        qFatal("The journal cannot be written: %s", qPrintable(entered.error().sentence));
}

void registerPast(School &school, const QString &id, const Past &past)
{
    const CourseAssignment courses(CourseRef{past.course, QStringLiteral("2026 Fall")});
    const StudentList list = StudentList::fromStudents(past.students);
    Run run = Run::begin(past.file, courses, {});
    run.id = id;
    run.startedBy = past.by;
    run.startedAt = QDateTime(past.day, QTime(10, 30)).toUTC();
    written(school.journal().begin(run, {list, courses, {}}));
    const RegistrationResults results = registerAll(school, run, list, courses);
    run.state = RunState::Finished;
    run.endedAt = run.startedAt.addSecs(2);
    for (const StudentRegistrationResult &result : results)
        run.counts.add(result.status());
    written(school.journal().record(run, list, courses, results));
    written(school.journal().end(run));
}

} // namespace

// Of one's own in each process: a run is claimed by its id wherever its school is, so tests that
// run beside each other would keep each other out.
QString pastId(int number)
{
    return QStringLiteral("past-%1-%2").arg(QCoreApplication::applicationPid()).arg(number);
}

void makePast(School &school)
{
    const Student ana = person(QStringLiteral("S001"), QStringLiteral("Ana"),
        QStringLiteral("Muñoz"), QStringLiteral("ana@example.org"));
    const Student ben =
        person(QStringLiteral("S002"), QStringLiteral("Ben"), QStringLiteral("Roy"));
    const Student cem =
        person(QStringLiteral("S003"), QStringLiteral("Cem"), QStringLiteral("Şahin"));
    const Student dora =
        person(QStringLiteral("S004"), QStringLiteral("Dora"), QStringLiteral("Roy"));
    const Student eve = person(
        {}, QStringLiteral("Eve"), QStringLiteral("Lund"), QStringLiteral("eve@example.org"));
    if (!school.courses().save(
            {course(QStringLiteral("ART9"), 2, 1), course(QStringLiteral("CLUB9"))}))
        qFatal("The courses cannot be saved.");
    const QString ines = QStringLiteral("ines");
    const QString art = QStringLiteral("ART9");
    registerPast(school, pastId(1),
        {QDate(2026, 3, 3), ines, QStringLiteral("grade9.xlsx"), art, {ana, ben, cem, dora}});
    registerPast(school, pastId(2),
        {QDate(2026, 3, 20), QStringLiteral("omar"), QStringLiteral("chess.ods"),
            QStringLiteral("CLUB9"), {eve, ana}});
    registerPast(school, pastId(3),
        {QDate(2026, 4, 2), ines, QStringLiteral("grade9 late.xlsx"), art, {dora, ana}});
    if (!school.undo().undo(pastId(2)))
        qFatal("The run cannot be undone.");
}

} // namespace Rollbook
