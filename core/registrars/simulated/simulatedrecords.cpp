// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedrecords.h"

#include "audit/outcomeseal.h"
#include "rules/promotion.h"
#include "rules/removal.h"
#include "rules/undodecision.h"

#include <QCoreApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

Error noRun(const QString &id)
{
    return {ErrorCode::NotFound,
        QCoreApplication::translate("Rollbook::SimulatedSchool", "There is no run “%1”.").arg(id)};
}

void sealResult(const RunRoster &roster, const StudentRegistrationResult &result, SealedRow &row)
{
    SealedResult sealed{result};
    sealed.course = roster.courses.indexOf(result.row);
    const std::array texts{roster.students.text(result.row, StudentField::StudentId).toStdString(),
        roster.students.text(result.row, StudentField::GivenName).toStdString(),
        roster.students.text(result.row, StudentField::FamilyName).toStdString(),
        roster.students.text(result.row, StudentField::Email).toStdString()};
    std::copy(texts.cbegin(), texts.cend(), sealed.texts.begin());
    const std::string status = statusWord(result.status()).toStdString();
    sealed.status = status;
    const RegistrationError *error = result.error();
    const std::string reason = error ? reasonWord(error->code).toStdString() : std::string();
    const std::string argument = error ? QString(error->argument).toStdString() : std::string();
    sealed.reason = reason;
    sealed.argument = argument;
    encode(sealed, row);
}

void sealUndo(const UndoResult &result, SealedRow &row)
{
    row.begin(SealedTable::UndoResults);
    row.add(result.row + 1);
    row.add(undoStatusWord(result.status).toStdString());
    row.add(undoReasonWord(result.reason).toStdString());
    row.add(result.argument.toStdString());
    row.add(result.waiting ? 1 : 0);
    row.add(result.number);
}

QString identifierOf(const Student &student)
{
    return student.studentId.isEmpty() ? student.email.toCaseFolded() : student.studentId;
}

} // namespace

SimulatedCourses::SimulatedCourses(
    SimulatedTrail &trail, std::optional<int> capacity, std::optional<int> waitlistCapacity)
    : m_trail(trail)
{
    m_pattern.title = QCoreApplication::translate("Rollbook::SimulatedSchool", "Practice course");
    m_pattern.capacity = capacity;
    m_pattern.waitlistCapacity = waitlistCapacity;
    Course first = m_pattern;
    first.code = QStringLiteral("PRACTICE");
    m_courses.insert(first.ref(), {first, 0, 0});
}

Expected<QList<CourseSeats>> SimulatedCourses::courses() const
{
    const QMutexLocker lock(&m_mutex);
    QList<CourseSeats> all = m_courses.values();
    std::sort(all.begin(), all.end(), [](const CourseSeats &a, const CourseSeats &b) {
        return std::tie(b.course.term, a.course.code) < std::tie(a.course.term, b.course.code);
    });
    return all;
}

Expected<CourseSeats> SimulatedCourses::find(const QString &code, const QString &term) const
{
    if (code.isEmpty()) {
        return fail(ErrorCode::UnknownCourse,
            QCoreApplication::translate("Rollbook::SimulatedSchool", "No course was named."));
    }
    const CourseRef ref{code, term};
    const QMutexLocker lock(&m_mutex);
    const auto known = m_courses.constFind(ref);
    if (known != m_courses.cend())
        return *known;
    Course any = m_pattern;
    any.code = code;
    any.term = term;
    return CourseSeats{any, 0, 0};
}

Expected<void> SimulatedCourses::save(const QList<Course> &courses)
{
    const QMutexLocker lock(&m_mutex);
    CourseChanges changes;
    for (const Course &course : courses) {
        const auto known = m_courses.constFind(course.ref());
        changes.add(
            known == m_courses.cend() ? std::nullopt : std::optional(known->course), course);
        m_courses[course.ref()].course = course;
    }
    if (const auto note = changes.note())
        m_trail.append(*note);
    return {};
}

Expected<void> SimulatedCourses::remove(const CourseRef &course)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_courses.constFind(course);
    if (known == m_courses.cend())
        return tl::unexpected(noSuchCourse(course));
    if (known->seatsTaken + known->waiting > 0)
        return tl::unexpected(courseIsInUse(course, known->seatsTaken, known->waiting));
    m_courses.erase(known);
    m_trail.append(noteOfRemoval(course));
    return {};
}

Course SimulatedCourses::course(const CourseRef &ref) const
{
    const auto found = find(ref.code, ref.term);
    return found ? found->course : Course{};
}

void SimulatedCourses::setSeats(const CourseRef &ref, int seatsTaken, int waiting)
{
    const Course named = course(ref);
    const QMutexLocker lock(&m_mutex);
    m_courses.insert(ref, {named, seatsTaken, waiting});
}

SimulatedStudents::SimulatedStudents(SimulatedTrail &trail, const HeldPlaces &places)
    : m_trail(trail)
    , m_places(places)
{
}

Expected<QList<StudentRecord>> SimulatedStudents::students() const
{
    const QMutexLocker lock(&m_mutex);
    return m_students.values();
}

Expected<void> SimulatedStudents::save(const QList<StudentRecord> &students)
{
    const QMutexLocker lock(&m_mutex);
    StudentChanges changes;
    for (const StudentRecord &record : students) {
        const QString key = identifierOf(record.student);
        const auto known = m_students.constFind(key);
        changes.add(known == m_students.cend() ? std::nullopt : std::optional(*known), record);
        m_students.insert(key, record);
    }
    const QList<AuditNote> notes = changes.notes();
    for (const AuditNote &note : notes)
        m_trail.append(note);
    return {};
}

Expected<void> SimulatedStudents::remove(const Student &student)
{
    const auto held = m_places.ofStudent(student);
    if (!held)
        return tl::unexpected(held.error());
    if (!held->isEmpty())
        return tl::unexpected(studentHolds(student, *held));
    const QMutexLocker lock(&m_mutex);
    if (m_students.remove(identifierOf(student)) == 0)
        return tl::unexpected(noSuchStudent(student));
    m_trail.append(noteOfRemoval(student));
    return {};
}

SimulatedJournal::SimulatedJournal(SimulatedTrail &trail)
    : m_trail(trail)
{
}

Expected<void> SimulatedJournal::begin(const Run &run, const RunRoster &roster)
{
    const QMutexLocker lock(&m_mutex);
    m_runs.insert(run.id, {run, roster, {}, true, roster.columns});
    m_trail.append(noteOfBegin(run, roster.students.size()));
    return {};
}

Expected<void> SimulatedJournal::goOn(const Run &run)
{
    const QMutexLocker lock(&m_mutex);
    return enterGoingOn(run).map([&](Entry *entry) {
        m_trail.append(noteOfContinuing(run, static_cast<int>(entry->results.size())));
    });
}

Expected<SimulatedJournal::Entry *> SimulatedJournal::enterGoingOn(const Run &run)
{
    const auto entry = m_runs.find(run.id);
    if (entry == m_runs.end())
        return tl::unexpected(noRun(run.id));
    if (entry->isInWork) {
        return fail(ErrorCode::StoreBusy,
            QCoreApplication::translate("Rollbook::SimulatedSchool",
                "The run “%1” is still going on. Wait until it has ended.")
                .arg(run.id));
    }
    if (!entry->run.undoneBy.isEmpty()) {
        return fail(ErrorCode::Usage,
            QCoreApplication::translate("Rollbook::SimulatedSchool",
                "The run “%1” was undone. Register its list again in a new run.")
                .arg(run.id));
    }
    entry->run = run;
    entry->isInWork = true;
    return &*entry;
}

Expected<void> SimulatedJournal::tryAgain(const Run &run, const RowsAgain &again)
{
    const QMutexLocker lock(&m_mutex);
    return enterGoingOn(run).map([&](Entry *entry) {
        if (again.corrected)
            entry->roster = *again.corrected;
        for (const qint32 row : again.rows) {
            StudentRegistrationResult notYet = notAttemptedRow(row, ReasonCode::Cancelled);
            notYet.attempts = entry->results.value(row).attempts;
            entry->results.insert(row, notYet);
        }
        m_trail.append(noteOfRetry(run, again));
    });
}

void SimulatedJournal::leave(const Run &run)
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_runs.find(run.id);
    if (entry != m_runs.end())
        entry->isInWork = false;
}

bool SimulatedJournal::isInWork(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_runs.constFind(id);
    return entry != m_runs.cend() && entry->isInWork;
}

SimulatedJournal::Entry &SimulatedJournal::enter(const Run &run, int rows)
{
    const bool isNew = !m_runs.contains(run.id);
    Entry &entry = m_runs[run.id];
    if (isNew) {
        entry.run = run;
        m_trail.append(noteOfBegin(run, rows));
    }
    return entry;
}

Expected<void> SimulatedJournal::record(const Run &run, const StudentList &students,
    const CourseAssignment &courses, const QList<StudentRegistrationResult> &results)
{
    const QMutexLocker lock(&m_mutex);
    Entry &entry = enter(run, students.size());
    entry.roster.students = students;
    entry.roster.courses = courses;
    for (const StudentRegistrationResult &result : results) {
        const auto known = entry.results.constFind(result.row);
        if (known == entry.results.cend() || !isSettled(*known))
            entry.results.insert(result.row, result);
    }
    if (entry.run.state != RunState::Running)
        m_trail.append(noteOfSeal(run.id, sealOf(run.id)));
    return {};
}

Expected<void> SimulatedJournal::end(const Run &run)
{
    const QMutexLocker lock(&m_mutex);
    Entry &entry = enter(run, run.counts.total());
    entry.run = run;
    entry.isInWork = false;
    m_trail.append(noteOfEnd(run, sealOf(run.id)));
    return {};
}

Expected<QList<Run>> SimulatedJournal::runs() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Run> newestFirst;
    for (const Entry &entry : m_runs)
        newestFirst.prepend(entry.run);
    return newestFirst;
}

Expected<RegisterStudentsResults> SimulatedJournal::run(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_runs.constFind(id);
    if (entry == m_runs.cend())
        return tl::unexpected(noRun(id));
    return withAllRows(entry->run, entry->roster, entry->results.values());
}

void SimulatedJournal::recordUndo(const UndoneRun &undone)
{
    const QMutexLocker lock(&m_mutex);
    m_undone.insert(undone.undo.id, undone);
    m_runs[undone.undo.id].run = undone.undo;
    m_runs[undone.undone.id].run.undoneBy = undone.undo.id;
    m_trail.append(noteOfUndo(undone.undo, sealOf(undone.undo.id)));
}

AuditVerification SimulatedJournal::atOneMoment(const std::function<AuditVerification(
        const QStringList &runs, const AuditChainCheck::SealNow &sealNow)> &look) const
{
    const QMutexLocker lock(&m_mutex);
    return look(m_runs.keys(), [this](const QString &run) { return sealOf(run); });
}

QString SimulatedJournal::sealOf(const QString &id) const
{
    Sha256 hash;
    SealedRow row;
    const QMap<QString, Entry>::const_iterator entry = m_runs.constFind(id);
    QList<qint32> rows = entry->results.keys();
    std::sort(rows.begin(), rows.end());
    for (const qint32 index : std::as_const(rows)) {
        sealResult(entry->roster, entry->results.value(index), row);
        hash.add(row.bytes());
    }
    const QList<UndoResult> results = m_undone.value(id).results;
    for (const UndoResult &result : results) {
        sealUndo(result, row);
        hash.add(row.bytes());
    }
    return hash.hex();
}

Expected<UndoneRun> SimulatedJournal::undo(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_undone.constFind(id);
    if (known == m_undone.cend())
        return tl::unexpected(noSuchRun(id));
    return *known;
}

Expected<ListColumns> SimulatedJournal::columns(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_runs.value(id).columns;
}

} // namespace Rollbook
