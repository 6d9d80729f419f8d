// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undoschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Rollbook::RunFilter)

/// What the history of a school answers, whatever kind of school it is.
class TestRunHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { UndoSchool::addKinds(); }
    void init();
    void cleanup() { m_school.reset(); }

    void findsRuns_data();
    void findsRuns();
    void saysWhatThereIsToChooseFrom();
    void showsTheRowsOfTheStudent();
    void handsOutSomeRowsAndCountsAll();
    void showsWhatAnUndoDidToTheStudent();
    void tellsEverythingAboutOneStudent();
    void knowsAStudentByIdentity_data();
    void knowsAStudentByIdentity();
    void tellsOfRowsThatWereNeverSent();
    void knowsWhoWorksOnARun();
    void tellsWhatWasChangedByHand();
    void tellsOfNobody();

private:
    Run begin(const QString &id, const QString &by, const QString &file, const CourseRef &course,
        const QList<Student> &students) const;
    void registerRun(const QString &id, const QString &by, const QString &file,
        const CourseRef &course, const QList<Student> &students) const;
    FoundRuns find(const RunFilter &filter) const { return *(*m_school)->history().find(filter); }
    QList<StudentInRun> about(const Student &student) const
    {
        return *(*m_school)->history().ofStudent(student);
    }

    /// The school as that person has it open.
    School &of(const QString &person) const;

    std::unique_ptr<UndoSchool> m_school;
    mutable std::map<QString, std::unique_ptr<School>> m_people;
};

namespace
{

const CourseRef Golang{u"GO1"_s, u"2026 Fall"_s};
const CourseRef Chess{u"CHESS"_s, u"2026 Fall"_s};

Student person(
    const QString &id, const QString &given, const QString &family, const QString &email = {})
{
    Student person = student(id, email);
    person.givenName = given;
    person.familyName = family;
    return person;
}

const Student Ana = person(u"S001"_s, u"Ana"_s, u"Muñoz"_s, u"ana@example.org"_s);
const Student Ben = person(u"S002"_s, u"Ben"_s, u"Roy"_s);
const Student Cem = person(u"S003"_s, u"Cem"_s, u"Şahin"_s);
const Student Dora = person(u"S004"_s, u"Dora"_s, u"Roy"_s);
const Student Eve = person({}, u"Eve"_s, u"Lund"_s, u"eve@example.org"_s);

QDateTime startOf(const QString &id)
{
    return QDateTime(QDate::fromString(id.left(8), u"yyyyMMdd"_s), QTime(10, 30));
}

// "grade9.xlsx, undo of chess.ods"
QString names(const FoundRuns &found)
{
    QStringList names;
    for (const FoundRun &one : found.runs) {
        names += (one.run.kind == RunKind::Undo ? u"undo of "_s : QString()) + one.run.rosterName;
    }
    return names.join(u", "_s);
}

// "Ana Muñoz: seat 1"
QStringList rows(const FoundRun &found)
{
    QStringList texts;
    for (const RunRow &row : found.rows) {
        texts += u"%1 %2: %3"_s.arg(row.student.givenName, row.student.familyName,
            row.undone ? explain(*row.undone) : explain(row.result));
    }
    return texts;
}

QStringList told(const QList<StudentInRun> &all)
{
    QStringList texts;
    for (const StudentInRun &one : all) {
        QString text = u"%1 %2 %3 %4 row %5: %6"_s.arg(
            one.run.startedAt.toLocalTime().date().toString(Qt::ISODate), one.run.startedBy,
            one.run.rosterName, one.row.course.code, QString::number(one.row.result.row + 1),
            explain(one.row.result));
        if (one.undone)
            text += u"; "_s + explain(one.undone->result);
        texts += text;
    }
    return texts;
}

} // namespace

void TestRunHistory::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_people.clear();
    m_school = std::make_unique<UndoSchool>(store);
    Course chess = course(Chess.code);
    chess.title = u"Échecs"_s;
    QVERIFY((*m_school)->courses().save({course(Golang.code, 2, 1), chess}));
    registerRun(u"20260303-a"_s, u"ines"_s, u"grade9.xlsx"_s, Golang, {Ana, Ben, Cem, Dora});
    registerRun(u"20260320-b"_s, u"omar"_s, u"chess.ods"_s, Chess, {Eve, Ana});
    registerRun(u"20260402-c"_s, u"ines"_s, u"grade9 late.xlsx"_s, Golang, {Dora, Ana});
    QVERIFY((*m_school)->undo().undo(u"20260320-b"_s));
}

School &TestRunHistory::of(const QString &person) const
{
    if (!m_school->hasTables())
        return **m_school;
    std::unique_ptr<School> &school = m_people[person];
    if (!school)
        school = m_school->store().openAs(person);
    return *school;
}

Run TestRunHistory::begin(const QString &id, const QString &by, const QString &file,
    const CourseRef &course, const QList<Student> &students) const
{
    const CourseAssignment courses(course);
    Run run = Run::begin(file, courses, {});
    run.id = id;
    run.startedBy = by;
    run.startedAt = startOf(id).toUTC();
    if (!of(by).journal().begin(run, {StudentList::fromStudents(students), courses, {}}))
        qFatal("The journal cannot be written.");
    return run;
}

void TestRunHistory::registerRun(const QString &id, const QString &by, const QString &file,
    const CourseRef &course, const QList<Student> &students) const
{
    Run run = begin(id, by, file, course, students);
    const StudentList list = StudentList::fromStudents(students);
    const CourseAssignment courses(course);
    const RegistrationResults results = registerAll(of(by), run, list, courses);
    run.state = RunState::Finished;
    for (const StudentRegistrationResult &result : results)
        run.counts.add(result.status());
    if (!of(by).journal().record(run, list, courses, results) || !of(by).journal().end(run))
        qFatal("The journal cannot be written.");
}

void TestRunHistory::findsRuns_data()
{
    const auto add = [](const char *name, const QString &expected, auto set) {
        RunFilter filter;
        set(filter);
        QTest::newRow(name) << filter << expected;
    };
    QTest::addColumn<RunFilter>("filter");
    QTest::addColumn<QString>("expected");
    const QDate march(2026, 3, 1);
    add("all, newest first", u"undo of chess.ods, grade9 late.xlsx, chess.ods, grade9.xlsx"_s,
        [](RunFilter &) {});
    add("list", u"grade9 late.xlsx, grade9.xlsx"_s, [](auto &f) { f.words = u"GRADE9"_s; });
    add("words of the run", u"grade9 late.xlsx"_s, [](auto &f) { f.words = u"late go1 ines"_s; });
    add("id", u"chess.ods"_s, [](auto &f) { f.words = u"20260320-b"_s; });
    add("nothing has these words", QString(), [](auto &f) { f.words = u"late omar"_s; });
    add("person", u"chess.ods"_s, [](auto &f) { f.startedBy = u"omar"_s; });
    add("course", u"undo of chess.ods, chess.ods"_s, [](auto &f) { f.course = u"chess"_s; });
    add("course and kind", u"undo of chess.ods"_s, [](auto &f) {
        f.course = u"chess 2026 fall"_s;
        f.kind = RunKind::Undo;
    });
    add("from a day", u"undo of chess.ods, grade9 late.xlsx"_s,
        [](auto &f) { f.from = QDate(2026, 4, 2); });
    add("to a day", u"chess.ods, grade9.xlsx"_s, [](auto &f) { f.to = QDate(2026, 3, 20); });
    add("in March", u"chess.ods, grade9.xlsx"_s, [march](auto &f) {
        f.from = march;
        f.to = march.addDays(30);
    });
    add("student", u"undo of chess.ods, grade9 late.xlsx, chess.ods, grade9.xlsx"_s,
        [](auto &f) { f.student = u"munoz"_s; });
    add("student by letters of others", u"grade9.xlsx"_s, [](auto &f) { f.student = u"sahin"_s; });
    add("student, each word", u"grade9 late.xlsx, grade9.xlsx"_s,
        [](auto &f) { f.student = u"roy DORA"_s; });
    add("student, no word across two rows", QString(), [](auto &f) { f.student = u"ana roy"_s; });
    add("student's number", u"grade9.xlsx"_s, [](auto &f) { f.student = u"s002"_s; });
    add("student's address", u"undo of chess.ods, chess.ods"_s,
        [](auto &f) { f.student = u"EVE@example"_s; });
    add("who registered Ana in March", u"chess.ods, grade9.xlsx"_s, [march](auto &f) {
        f.student = u"ana"_s;
        f.from = march;
        f.to = march.addDays(30);
        f.kind = RunKind::Registration;
    });
    add("status", u"grade9 late.xlsx, grade9.xlsx"_s,
        [](auto &f) { f.statuses = {RegistrationStatus::Rejected}; });
    add("one of two statuses", u"grade9 late.xlsx, grade9.xlsx"_s, [](auto &f) {
        f.statuses = {RegistrationStatus::Waitlisted, RegistrationStatus::AlreadyRegistered};
    });
    add("no row has the status", QString(),
        [](auto &f) { f.statuses = {RegistrationStatus::Failed}; });
    add("status of the student", u"chess.ods, grade9.xlsx"_s, [](auto &f) {
        f.student = u"ana"_s;
        f.statuses = {RegistrationStatus::Registered};
    });
}

void TestRunHistory::findsRuns()
{
    QFETCH(const RunFilter, filter);
    QFETCH(const QString, expected);
    const FoundRuns found = find(filter);
    QCOMPARE(names(found), expected);
    QCOMPARE(found.all, 4);
}

void TestRunHistory::saysWhatThereIsToChooseFrom()
{
    RunFilter none;
    none.words = u"nothing of the kind"_s;
    const FoundRuns found = find(none);
    QVERIFY(found.runs.isEmpty());
    QCOMPARE(found.courses, (QStringList{u"CHESS (2026 Fall)"_s, u"GO1 (2026 Fall)"_s}));
    QVERIFY(found.people.contains(u"ines"_s));
    QVERIFY(found.people.contains(u"omar"_s));
}

void TestRunHistory::showsTheRowsOfTheStudent()
{
    RunFilter filter;
    filter.student = u"roy"_s;
    const FoundRuns found = find(filter);
    QCOMPARE(found.runs.size(), 2);
    QCOMPARE(rows(found.runs.first()),
        QStringList{u"Dora Roy: the course is full and no waiting-list place is left"_s});
    QCOMPARE(rows(found.runs.last()),
        (QStringList{u"Ben Roy: seat 2"_s,
            u"Dora Roy: the course is full and no waiting-list place is left"_s}));
    QCOMPARE(found.runs.last().rowsFound, 2);
    QCOMPARE(found.runs.last().rows.last().result.row, 3);
    QCOMPARE(found.runs.last().rows.last().course, Golang);
}

void TestRunHistory::handsOutSomeRowsAndCountsAll()
{
    RunFilter filter;
    filter.student = u"s00"_s;
    filter.mostRows = 2;
    const FoundRun oldest = find(filter).runs.last();
    QCOMPARE(oldest.rows.size(), 2);
    QCOMPARE(oldest.rowsFound, 4);
}

void TestRunHistory::showsWhatAnUndoDidToTheStudent()
{
    RunFilter filter;
    filter.student = u"eve"_s;
    filter.kind = RunKind::Undo;
    const FoundRuns found = find(filter);
    QCOMPARE(found.runs.size(), 1);
    QCOMPARE(rows(found.runs.first()), QStringList{u"Eve Lund: gave back seat 1"_s});
}

void TestRunHistory::tellsEverythingAboutOneStudent()
{
    QCOMPARE(told(about(Ana)),
        (QStringList{u"2026-04-02 ines grade9 late.xlsx GO1 row 2: had seat 1 already"_s,
            u"2026-03-20 omar chess.ods CHESS row 2: seat 2; gave back seat 2"_s,
            u"2026-03-03 ines grade9.xlsx GO1 row 1: seat 1"_s}));
    QVERIFY(!about(Ana).at(1).undone->undo.id.isEmpty());
}

void TestRunHistory::knowsAStudentByIdentity_data()
{
    QTest::addColumn<Student>("asked");
    QTest::addColumn<int>("times");
    QTest::newRow("number") << student(u"S004"_s) << 2;
    QTest::newRow("number, whatever the name")
        << person(u"S004"_s, u"Theodora"_s, u"Roy-Lund"_s) << 2;
    QTest::newRow("address, case ignored") << student({}, u"EVE@Example.org"_s) << 1;
    QTest::newRow("address of rows that have a number") << student({}, u"ana@example.org"_s) << 3;
    QTest::newRow("another number with the same address")
        << student(u"S099"_s, u"ana@example.org"_s) << 0;
    QTest::newRow("number, and rows that only have the address")
        << student(u"S077"_s, u"eve@example.org"_s) << 1;
    QTest::newRow("part of a number") << student(u"S00"_s) << 0;
    QTest::newRow("neither") << person({}, u"Ana"_s, u"Muñoz"_s) << 0;
}

void TestRunHistory::knowsAStudentByIdentity()
{
    QFETCH(const Student, asked);
    QFETCH(const int, times);
    QCOMPARE(about(asked).size(), times);
}

// A program that was killed leaves rows behind of which nothing is recorded.
void TestRunHistory::tellsOfRowsThatWereNeverSent()
{
    const Run run = begin(u"20260501-d"_s, u"omar"_s, u"killed.csv"_s, Golang, {Ben, Eve});
    of(u"omar"_s).journal().leave(run);
    QCOMPARE(told(about(Eve)).first(),
        u"2026-05-01 omar killed.csv GO1 row 2: not sent, because the run was stopped"_s);
    RunFilter filter;
    filter.student = u"eve"_s;
    filter.statuses = {RegistrationStatus::NotAttempted};
    QCOMPARE(names(find(filter)), u"killed.csv"_s);
    filter.student.clear();
    QCOMPARE(names(find(filter)), u"killed.csv"_s);
}

void TestRunHistory::knowsWhoWorksOnARun()
{
    const Run run = begin(u"20260501-d"_s, u"omar"_s, u"now.csv"_s, Golang, {Ben});
    RunFilter filter;
    filter.words = run.id;
    QVERIFY(find(filter).runs.first().isInWork);
    of(u"omar"_s).journal().leave(run);
    QVERIFY(!find(filter).runs.first().isInWork);
    QVERIFY(!find({}).runs.last().isInWork);
}

void TestRunHistory::tellsWhatWasChangedByHand()
{
    School &school = **m_school;
    const RunHistory &history = school.history();
    QVERIFY(history.placeChanges(Ana)->isEmpty());
    // Ana gives back her seat, Cem moves up to it and gives it back later.
    QCOMPARE(school.places().withdraw(*school.places().ofStudent(Ana))->withdrawn.size(), 1);
    QCOMPARE(school.waitingList().promote(Golang)->results.size(), 1);
    QCOMPARE(school.places().withdraw(*school.places().ofStudent(Cem))->withdrawn.size(), 1);
    const auto ofAna = history.placeChanges(Ana);
    QCOMPARE(ofAna->size(), 1);
    QCOMPARE(ofAna->first().kind, PlaceChange::Kind::Withdrawn);
    QCOMPARE(ofAna->first().course, Golang);
    QCOMPARE(ofAna->first().seat, 1);
    QVERIFY(!ofAna->first().who.isEmpty() && ofAna->first().at.isValid());
    const auto ofCem = history.placeChanges(Cem);
    QCOMPARE(ofCem->size(), 2);
    QCOMPARE(ofCem->first().kind, PlaceChange::Kind::Withdrawn);
    QCOMPARE(ofCem->last().kind, PlaceChange::Kind::MovedUp);
    QCOMPARE(ofCem->last().place, 1);
    QCOMPARE(ofCem->last().seat, ofCem->first().seat);
    QVERIFY(history.placeChanges(Dora)->isEmpty());
    QVERIFY(history.placeChanges({})->isEmpty());
}

void TestRunHistory::tellsOfNobody()
{
    QVERIFY(about(student(u"S999"_s)).isEmpty());
    QVERIFY(about({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
