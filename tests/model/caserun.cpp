// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "caserun.h"

#include "casenames.h"
#include "modelrun.h"
#include "plainschool.h"
#include "rundifference.h"
#include "schooldifference.h"

namespace Rollbook
{

namespace
{

// The trail tells of all that happened, and of nothing else.
QString differenceOfTrail(School &school)
{
    const auto found = school.audit().verify();
    if (!found)
        return found.error().sentence;
    if (found->firstBreak)
        return explain(*found->firstBreak);
    return found->changedRuns.isEmpty() ? QString() : explain(found->changedRuns.first());
}

/// A list that was registered.
struct PastRun {
    int number = 0; // in the plain school
    ListOfRun list;
    RegisterStudentsResults soFar; // as the window remembers it
};

class CaseRun
{
public:
    CaseRun(ModelSchool &school, const ModelCase &modelCase, const QString &mark)
        : m_school(school)
        , m_case(modelCase)
        , m_names(mark)
    {
    }

    QString difference();

private:
    QString prepare();
    QString take(const ModelStep &step);
    QString registerList(const ModelStep &step, const ListOfRun &list);
    QString goOn(const ModelStep &step, PastRun &past);
    QString undo(const ModelStep &step, const PastRun &past);
    QString promote(const Course &course, int number);
    QString withdraw(const Course &course, int number);
    QString addSeats(const Course &course, int number);

    ListOfRun listOf(const QList<CaseRow> &rows) const;
    RegistrationResults planned(const ListOfRun &list, const RunOptions &options);
    static BulkRegistration::Request asWished(
        BulkRegistration::Request request, const ModelStep &step);

    ModelSchool &m_school;
    const ModelCase &m_case;
    CaseNames m_names;
    std::optional<PlainSchool> m_plain;
    std::vector<PastRun> m_runs;
};

QString CaseRun::prepare()
{
    QList<Course> courses;
    for (const CaseCourse &course : m_case.courses)
        courses += m_names.course(course);
    QList<StudentRecord> students;
    for (const CaseStudent &student : m_case.students)
        students += m_names.record(student);
    m_plain.emplace(courses, students);
    m_school.look().lookOnlyAtNew();
    if (const auto saved = m_school->courses().save(courses); !saved)
        return saved.error().sentence;
    if (const auto saved = m_school->students().save(students); !saved)
        return saved.error().sentence;
    return {};
}

QString CaseRun::difference()
{
    QString wrong = prepare();
    for (qsizetype step = 0; step < m_case.steps.size() && wrong.isEmpty(); ++step) {
        wrong = take(m_case.steps.at(step));
        if (wrong.isEmpty())
            wrong = differenceOf(m_school.look(), *m_plain);
        if (!wrong.isEmpty())
            wrong = QStringLiteral("step %1: %2").arg(QString::number(step + 1), wrong);
    }
    return wrong.isEmpty() ? differenceOfTrail(*m_school) : wrong;
}

QString CaseRun::take(const ModelStep &step)
{
    using Kind = ModelStep::Kind;
    if (step.kind == Kind::Register)
        return registerList(step, listOf(step.rows));
    const bool isAboutRun = step.kind <= Kind::Undo;
    const Course *course = m_plain->find(m_names.code(step.course));
    if (isAboutRun ? m_runs.empty() : course == nullptr)
        return {};
    switch (step.kind) {
    case Kind::Promote:
        return promote(*course, step.number);
    case Kind::Withdraw:
        return withdraw(*course, step.number);
    case Kind::MoreSeats:
        return addSeats(*course, step.number);
    default:
        break;
    }
    PastRun &past = m_runs[static_cast<std::size_t>(step.of) % m_runs.size()];
    if (step.kind == Kind::Again)
        return registerList(step, ListOfRun(past.list));
    return step.kind == Kind::GoOn ? goOn(step, past) : undo(step, past);
}

ListOfRun CaseRun::listOf(const QList<CaseRow> &rows) const
{
    ListOfRun list;
    QList<CourseRef> courses;
    QList<qint32> indexes;
    for (qint32 row = 0; row < rows.size(); ++row) {
        const CaseRow &one = rows.at(row);
        list.students += m_names.student(one);
        list.courses += m_names.code(one.course);
        if (one.refused) {
            list.refused.insert(
                row, {RegistrationStatus::Rejected, ReasonCode::InvalidData, QStringLiteral("no")});
        }
        const Course *course = m_plain->find(list.courses.last());
        const CourseRef ref = course ? course->ref() : CourseRef{list.courses.last(), {}};
        if (!courses.contains(ref))
            courses += ref;
        indexes += static_cast<qint32>(courses.indexOf(ref));
    }
    list.assignment = CourseAssignment(courses, indexes);
    return list;
}

BulkRegistration::Request CaseRun::asWished(
    BulkRegistration::Request request, const ModelStep &step)
{
    using namespace std::chrono_literals;
    request.batchSize = step.batchSize;
    request.batchesInFlight = step.batchesInFlight;
    request.retry.attempts = step.attempts;
    request.retry.total = 1h;
    request.retry.base = 0ms;
    request.retry.cap = 1ms;
    request.retry.firstProbe = 0ms;
    request.retry.lastProbe = 1ms;
    return request;
}

RegistrationResults CaseRun::planned(const ListOfRun &list, const RunOptions &options)
{
    RegistrationBatch batch{Run::begin(QStringLiteral("list"), list.assignment, options),
        StudentList::fromStudents(list.students), list.assignment, {}};
    for (qint32 row = 0; row < list.students.size(); ++row) {
        if (!list.refused.contains(row))
            batch.rows += row;
    }
    return m_school->registrar().plan(batch).result();
}

QString CaseRun::registerList(const ModelStep &step, const ListOfRun &list)
{
    BulkRegistration::Request request;
    request.students = StudentList::fromStudents(list.students);
    request.courses = list.assignment;
    request.options = step.options;
    request.rosterName = QStringLiteral("list");
    request.rejectedRows = list.refused;
    RegistrationResults plan;
    if (step.planned)
        plan = planned(list, step.options);
    GoneRun gone = goThrough(*m_school, m_school.look(), asWished(request, step), step);
    if (!gone.wrong.isEmpty())
        return gone.wrong;
    const int number =
        m_plain->beginRun(gone.answer.run.startedAt.toLocalTime().date(), gone.answer.run.options);
    for (auto row = list.refused.cbegin(); row != list.refused.cend(); ++row)
        m_plain->refuseRow(number, row.key());
    QString wrong = differenceOf(m_school.look(), gone, step, {number, list, {}}, *m_plain);
    if (wrong.isEmpty() && step.planned && step.cancelAfter < 0 && step.faults.isEmpty())
        wrong = differenceFromPlan(plan, gone.answer.results);
    m_runs.push_back({number, list, std::move(gone.answer)});
    return wrong;
}

QString CaseRun::goOn(const ModelStep &step, PastRun &past)
{
    // Nobody offers that.
    if (m_plain->isUndone(past.number))
        return {};
    if (!step.fromMemory) {
        auto recorded = m_school->journal().run(past.soFar.run.id);
        if (!recorded)
            return recorded.error().sentence;
        if (recorded->problem)
            return recorded->problem->sentence;
        past.soFar = std::move(*recorded);
    }
    GoneRun gone = goThrough(*m_school, m_school.look(),
        asWished(BulkRegistration::Request::continuing(past.soFar), step), step);
    if (!gone.wrong.isEmpty())
        return gone.wrong;
    if (gone.answer.run.id != past.soFar.run.id
        || gone.answer.run.startedAt != past.soFar.run.startedAt)
        return QStringLiteral("went on as another run");
    const QString wrong = differenceOf(
        m_school.look(), gone, step, {past.number, past.list, past.soFar.results}, *m_plain);
    past.soFar = std::move(gone.answer);
    return wrong;
}

QString CaseRun::undo(const ModelStep &step, const PastRun &past)
{
    const QString id = past.soFar.run.id;
    RunUndo &undo = m_school->undo();
    std::optional<Expected<UndoneRun>> preview;
    if (step.planned)
        preview = undo.preview(id);
    const auto undone = undo.undo(id);
    if (m_plain->isUndone(past.number)) {
        const bool refused = !undone && undone.error().code == ErrorCode::Usage;
        return refused && !(preview && *preview) ? QString()
                                                 : QStringLiteral("could be undone once more");
    }
    if (!undone)
        return undone.error().sentence;
    const QStringList expected =
        m_plain->undo(past.number, static_cast<qint32>(past.list.students.size()));
    QString wrong = firstDifference(undoTexts(*undone), expected);
    if (preview && wrong.isEmpty()) {
        const auto recorded = undo.recorded(undone->undo.id);
        if (!*preview || !recorded)
            return QStringLiteral("the undo was not foretold, or is not in the history");
        wrong = firstDifference(undoTexts(**preview), expected);
        if (wrong.isEmpty())
            wrong = firstDifference(undoTexts(*recorded), expected);
    }
    return wrong;
}

QString CaseRun::promote(const Course &course, int number)
{
    const auto count = number > 0 ? std::optional(number) : std::nullopt;
    const auto promoted = m_school->waitingList().promote(course.ref(), count);
    if (!promoted)
        return promoted.error().sentence;
    return firstDifference(promotionTexts(*promoted), m_plain->promote(course.code, count));
}

QString CaseRun::withdraw(const Course &course, int number)
{
    const QList<PlainSchool::Holder> holders = m_plain->holders(course.code);
    if (holders.isEmpty())
        return {};
    const PlainSchool::Holder &holder = holders.at(number % holders.size());
    m_school.look().withdraw(course.code, holder.student);
    m_plain->withdraw(course.code, holder);
    return {};
}

QString CaseRun::addSeats(const Course &course, int number)
{
    m_plain->addSeats(course.code, number);
    const auto saved = m_school->courses().save({course});
    return saved ? QString() : saved.error().sentence;
}

} // namespace

QString differenceIn(ModelSchool &school, const ModelCase &modelCase, const QString &mark)
{
    try {
        return CaseRun(school, modelCase, mark).difference();
    } catch (const SQLite::Exception &exception) {
        return QString::fromUtf8(exception.what());
    }
}

} // namespace Rollbook
