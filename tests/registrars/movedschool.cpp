// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "movedschool.h"

#include "domain/advice.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace Rollbook
{

namespace
{

const CourseRef Golang{u"GO1"_s, u"2026 Fall"_s};
const CourseRef Chess{u"CHESS"_s, u"2026 Fall"_s};

void must(bool done)
{
    if (!done)
        qFatal("The school could not be filled.");
}

void fillBasics(School &school)
{
    Course golang = course(Golang.code, 4, 9);
    golang.title = u"Пролог & Golang 初級"_s;
    golang.meets = {{1, QTime(9, 0), QTime(10, 30)}, {3, QTime(9, 0), QTime(10, 30)}};
    golang.prerequisites = {u"GO0"_s};
    golang.opensOn = QDate(2020, 1, 1);
    golang.closesOn = QDate(2199, 12, 31);
    must(school.courses().save({golang, course(Chess.code), course(u"ART"_s, 0)}).has_value());
    QList<StudentRecord> records;
    for (int number = 1; number <= 12; ++number) {
        StudentRecord record;
        record.student = student(u"S%1"_s.arg(number, 3, 10, QLatin1Char('0')),
            number % 2 == 0 ? u"%1@Example.org"_s.arg(number) : QString());
        record.student.givenName = u"Zoë"_s;
        record.student.familyName = u"O'Brien\\n🙂 %1"_s.arg(number);
        record.student.birthDate = u"2011-02-28"_s;
        record.hold = number == 5 ? u"library book"_s : QString();
        if (number != 6)
            record.completedCourses = {u"GO0"_s, u"ART"_s};
        records += record;
    }
    records += StudentRecord{student({}, u"eve@example.org"_s), {}, {}};
    must(school.students().save(records).has_value());
    Letterhead head;
    head.schoolName = u"Öl-Berg School"_s;
    head.address = u"1 Main Street\nTown"_s;
    head.logo = QByteArray("\x89PNG\r\n\0\xFF\x01", 9);
    head.language = u"de"_s;
    must(school.settings().save(head).has_value());
}

ListColumns columnsOfList(const StudentList &students)
{
    TextTable::Builder kept(1);
    for (int row = 0; row < students.size(); ++row) {
        kept.appendCell("locker");
        kept.endRow();
    }
    return {{{u"No."_s, StudentField::StudentId}, {u"Locker"_s, std::nullopt}},
        std::move(kept).finish()};
}

/// A run that ended in this way; with the rows from `sent` on never sent.
QString addRun(School &school, RunState state, const StudentList &students, const CourseRef &course,
    qsizetype sent = -1)
{
    const CourseAssignment courses(course);
    Run run = Run::begin(u"class 9b.csv"_s, courses, {});
    RunJournal &journal = school.journal();
    must(journal.begin(run, {students, courses, {}, columnsOfList(students)}).has_value());
    const StudentList those = sent < 0 ? students : numberedStudents(static_cast<int>(sent), 1);
    const RegistrationResults results = registerAll(school, run, those, courses);
    must(journal.record(run, students, courses, results).has_value());
    if (state == RunState::Running) {
        journal.leave(run);
        return run.id;
    }
    run.state = state;
    run.endedAt = QDateTime::currentDateTimeUtc();
    for (const StudentRegistrationResult &result : results)
        run.counts.add(result.status());
    must(journal.end(run).has_value());
    return run.id;
}

/// One whose rows failed, and were asked for again with a correction.
void addCorrectedRun(School &school)
{
    const CourseAssignment courses(Chess);
    StudentList students = numberedStudents(3, 7);
    Run run = Run::begin(u"corrected.csv"_s, courses, {});
    RunJournal &journal = school.journal();
    must(journal.begin(run, {students, courses, {}}).has_value());
    must(journal
             .record(run, students, courses,
                 {failedRow(0, ReasonCode::TimedOut), failedRow(1, ReasonCode::TimedOut)})
             .has_value());
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();
    must(journal.end(run).has_value());
    run.state = RunState::Running;
    students.correct(0, StudentField::Notes, u"sits in front"_s);
    must(journal.tryAgain(run, {{0, 1}, RunRoster{students, courses, {}}}).has_value());
    must(journal.record(run, students, courses, registerAll(school, run, students, courses))
             .has_value());
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();
    must(journal.end(run).has_value());
}

QString cells(const QStringList &cells)
{
    return cells.join(u" | "_s);
}

QString told(const Student &student)
{
    return cells({student.studentId, student.givenName, student.familyName, student.email,
        student.birthDate, student.gradeLevel, student.notes});
}

QString told(const Run &run)
{
    return cells({run.id, run.startedAt.toString(Qt::ISODateWithMs),
        run.endedAt.toString(Qt::ISODateWithMs), run.startedBy, run.rosterName, run.rosterPath,
        run.rosterHash, run.registrarName, run.courseName, runStateWord(run.state),
        runKindWord(run.kind), run.undoneRun, run.undoneBy, QString::number(run.counts.total()),
        QString::number(run.undoCounts.withdrawn), QString::number(run.undoCounts.leftAsItIs),
        QString::number(run.undoCounts.nothingToUndo)});
}

QString told(const HeldPlace &held)
{
    return cells({told(held.student), held.course.code, held.waiting ? u"place"_s : u"seat"_s,
        QString::number(held.number), QString::number(held.registeredAtMs), held.runId,
        QString::number(held.rosterRow)});
}

QStringList rowsOf(School &school, const Run &run)
{
    QStringList lines;
    if (run.kind == RunKind::Undo) {
        const auto undone = school.undo().recorded(run.id);
        must(undone.has_value());
        for (const UndoResult &result : undone->results)
            lines += u"  "_s + explain(result);
        return lines;
    }
    const auto recorded = school.journal().run(run.id);
    const auto columns = school.journal().columns(run.id);
    must(recorded && columns);
    lines += recorded->problem ? recorded->problem->sentence : u"goes on"_s;
    for (const StudentRegistrationResult &result : recorded->results) {
        QString line = cells({told(recorded->students.student(result.row)), outcome(result),
            QString::number(result.attempts)});
        for (int column = 0; column < columns->columns().size(); ++column)
            line +=
                u" | "_s + QString::fromUtf8(columns->cell(recorded->students, result.row, column));
        lines += u"  "_s + line;
    }
    return lines;
}

QStringList answersAboutCourses(School &school)
{
    QStringList lines;
    const auto courses = school.courses().courses();
    must(courses.has_value());
    for (const CourseSeats &seats : *courses) {
        const Course &one = seats.course;
        lines += cells({one.code, one.title, one.term, QString::number(one.capacity.value_or(-1)),
            QString::number(one.waitlistCapacity.value_or(-1)), one.opensOn.toString(Qt::ISODate),
            one.closesOn.toString(Qt::ISODate), formatMeetings(one.meets),
            one.prerequisites.join(u','), QString::number(seats.seatsTaken),
            QString::number(seats.waiting)});
        const auto places = school.places().ofCourse(one.ref());
        must(places.has_value());
        for (const HeldPlace &held : *places)
            lines += u"  "_s + told(held);
    }
    return lines;
}

QStringList answersAboutStudents(School &school)
{
    QStringList lines;
    const auto students = school.students().students();
    must(students.has_value());
    for (const StudentRecord &record : *students) {
        lines += cells({told(record.student), record.hold, record.completedCourses.join(u',')});
        const auto history = school.history().ofStudent(record.student);
        const auto changes = school.history().placeChanges(record.student);
        must(history && changes);
        for (const StudentInRun &one : *history)
            lines += u"  "_s + cells({one.run.id, told(one.row.student), outcome(one.row.result)});
        for (const PlaceChange &change : *changes)
            lines += u"  "_s
                + cells({change.at.toString(Qt::ISODateWithMs), change.who, change.course.code,
                    QString::number(change.place), QString::number(change.seat)});
    }
    return lines;
}

} // namespace

void fillSchool(School &school)
{
    fillBasics(school);
    addRun(school, RunState::Finished, numberedStudents(8), Golang);
    const QString undone = addRun(school, RunState::Finished, numberedStudents(5), Chess);
    must(school.undo().undo(undone).has_value());
    addRun(school, RunState::Cancelled, numberedStudents(4), Chess, 2);
    addRun(school, RunState::Stopped, numberedStudents(6), Chess, 3);
    addRun(school, RunState::Running, numberedStudents(6), Chess, 1);
    addCorrectedRun(school);
    // A seat becomes free and is given to who waits, one more stays free.
    for (const int seat : {0, 1}) {
        const auto held = school.places().ofCourse(Golang);
        must(held.has_value());
        must(school.places().withdraw({held->at(seat)})->changed.isEmpty());
        must(seat == 1 || school.waitingList().promote(Golang).has_value());
    }
}

QStringList answersOf(School &school)
{
    QStringList lines = answersAboutCourses(school) + answersAboutStudents(school);
    const auto runs = school.journal().runs();
    must(runs.has_value());
    for (const Run &run : *runs)
        lines += QStringList(told(run)) + rowsOf(school, run);
    RunFilter filter;
    filter.words = u"golang"_s;
    const auto found = school.history().find(filter);
    must(found.has_value());
    lines += u"%1 of %2 runs, by %3"_s.arg(found->runs.size())
                 .arg(found->all)
                 .arg(found->people.join(u','));
    const auto head = school.settings().letterhead();
    must(head.has_value());
    lines += cells({head->schoolName, head->address, QString::fromLatin1(head->logo.toHex()),
        head->language, head->paper == Paper::A4 ? u"A4"_s : u"letter"_s});
    const auto entries = school.audit().entries();
    must(entries.has_value());
    for (const AuditEntry &entry : *entries)
        lines += cells({QString::number(entry.number), entry.at.toString(Qt::ISODateWithMs),
            entry.who, auditActionWord(entry.action), entry.run, entry.subject, entry.content,
            entry.hash});
    const auto trail = school.audit().verify();
    must(trail.has_value());
    lines += u"%1 entries, %2 runs sealed, %3, last %4"_s.arg(trail->entries)
                 .arg(trail->sealedRuns)
                 .arg(trail->isIntact() ? u"intact"_s : u"changed"_s, trail->lastHash);
    return lines;
}

} // namespace Rollbook
