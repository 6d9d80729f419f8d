// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undoschool.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What every school writes down when something is changed in it.
class TestAuditTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { UndoSchool::addKinds(); }
    void init();
    void cleanup();

    void newSchoolBeginsItsTrail();
    void runIsWrittenDown();
    void runThatGoesOnIsSealedAnew();
    void rowsTriedAgainAreWrittenDown();
    void outcomesThatCameLateAreSealed();
    void outcomesOfTwoProgramsAreSealed();
    void textsThatAStoreDoesNotKeepAreSealedAsTheyAre();
    void undoIsWrittenDown();
    void promotionIsWrittenDown();
    void coursesAreWrittenDownWithWhatChanged();
    void studentsAreWrittenDownWithWhichFieldsChanged();
    void manyStudentsAreSeveralEntries();
    void savingTheSameIsNoChange();
    void whatFailsIsNotWrittenDown();

private:
    School &school() const { return **m_school; }
    QStringList actions() const;
    AuditEntry newest() const { return school().audit().entries()->first(); }
    QJsonObject content() const;
    Run newRun() const { return Run::begin(u"list.csv"_s, m_go1, {}); }

    std::unique_ptr<UndoSchool> m_school;
    const CourseAssignment m_go1{course(u"GO1"_s).ref()};
};

void TestAuditTrail::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_school = std::make_unique<UndoSchool>(store);
    QVERIFY(school().courses().save({course(u"GO1"_s, 2, 4)}));
}

// Whatever a test does, the trail holds.
void TestAuditTrail::cleanup()
{
    const auto found = school().audit().verify();
    QVERIFY(found);
    QVERIFY2(!found->firstBreak, found->firstBreak ? qPrintable(explain(*found->firstBreak)) : "");
    QVERIFY2(found->changedRuns.isEmpty(),
        found->changedRuns.isEmpty() ? "" : qPrintable(explain(found->changedRuns.first())));
    QCOMPARE(found->entries, school().audit().entries()->size());
    m_school.reset();
}

// Newest first, without what init() did.
QStringList TestAuditTrail::actions() const
{
    QStringList words;
    const QList<AuditEntry> entries = *school().audit().entries();
    for (const AuditEntry &entry : entries)
        words += auditActionWord(entry.action);
    return words.mid(0, words.size() - 2);
}

QJsonObject TestAuditTrail::content() const
{
    return QJsonDocument::fromJson(newest().content.toUtf8()).object();
}

void TestAuditTrail::newSchoolBeginsItsTrail()
{
    const QList<AuditEntry> entries = *school().audit().entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.last().action, AuditAction::TrailBegun);
    QCOMPARE(entries.last().number, 1);
    QCOMPARE(entries.last().content, u"{\"older_version\":0}"_s);
    QCOMPARE(entries.first().number, 2);
}

void TestAuditTrail::runIsWrittenDown()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QString other = m_school->registerRun(numberedStudents(1, 9), m_go1);
    const QString run = m_school->registerRun(numberedStudents(3), m_go1);
    const QList<AuditEntry> entries = *school().audit().entriesOf(run);
    QCOMPARE(entries.size(), 2);
    const AuditEntry &begun = entries.last();
    QCOMPARE(begun.action, AuditAction::RunBegun);
    QCOMPARE(begun.who, m_school->store().user());
    QCOMPARE(begun.run, run);
    QCOMPARE(begun.subject, u"GO1 (2026 Fall)"_s);
    QCOMPARE(begun.content,
        u"{\"course\":\"GO1 (2026 Fall)\",\"list\":\"list.csv\",\"list_hash\":\"\",\"rows\":3,"
        "\"unknown_students\":\"create\",\"when_full\":\"waitlist\"}"_s);
    QVERIFY(begun.at.addSecs(1) > before && begun.at <= QDateTime::currentDateTimeUtc());
    QCOMPARE(entries.first().action, AuditAction::RunEnded);
    QCOMPARE(entries.first(), newest());
    QCOMPARE(content().value(u"state"_s).toString(), u"finished"_s);
    const QJsonObject counts = content().value(u"counts"_s).toObject();
    QCOMPARE(counts.value(u"registered"_s).toInt(), 1);
    QCOMPARE(counts.value(u"waitlisted"_s).toInt(), 2);
    QCOMPARE(content().value(u"seal"_s).toString().size(), 64);
    QCOMPARE(school().audit().entriesOf(other)->size(), 2);
    QVERIFY(school().audit().entriesOf({})->isEmpty());
    QCOMPARE(school().audit().verify()->sealedRuns, 2);
}

void TestAuditTrail::runThatGoesOnIsSealedAnew()
{
    const StudentList students = numberedStudents(3);
    Run run = newRun();
    QVERIFY(school().journal().begin(run, {students, m_go1, {}}));
    auto failed = failedRow(1, ReasonCode::TimedOut);
    QVERIFY(school().journal().record(run, students, m_go1, {failed}));
    run.state = RunState::Stopped;
    QVERIFY(school().journal().end(run));
    const QString firstSeal = content().value(u"seal"_s).toString();
    QVERIFY(school().audit().verify()->isIntact());
    run.state = RunState::Running;
    QVERIFY(school().journal().goOn(run));
    QCOMPARE(newest().action, AuditAction::RunContinued);
    QCOMPARE(content().value(u"rows_recorded"_s).toInt(), 1);
    QVERIFY(school().journal().record(
        run, students, m_go1, registerAll(school(), run, students, m_go1)));
    // Not sealed yet, and nobody takes that for a change.
    QVERIFY(school().audit().verify()->isIntact());
    QCOMPARE(school().audit().verify()->sealedRuns, 0);
    run.state = RunState::Finished;
    QVERIFY(school().journal().end(run));
    QVERIFY(content().value(u"seal"_s).toString() != firstSeal);
    QCOMPARE(actions(),
        QStringList({u"run_ended"_s, u"run_continued"_s, u"run_ended"_s, u"run_begun"_s}));
}

void TestAuditTrail::rowsTriedAgainAreWrittenDown()
{
    const StudentList students = numberedStudents(6);
    Run run = newRun();
    QVERIFY(school().journal().begin(run, {students, m_go1, {}}));
    QList<StudentRegistrationResult> results;
    for (qint32 row = 0; row < 6; ++row)
        results += rejectedRow(row, ReasonCode::Hold, u"fee"_s);
    QVERIFY(school().journal().record(run, students, m_go1, results));
    run.state = RunState::Finished;
    QVERIFY(school().journal().end(run));
    run.state = RunState::Running;
    QVERIFY(school().journal().tryAgain(
        run, {{0, 2, 3, 4}, RunRoster{numberedStudents(6), m_go1, {}}}));
    QCOMPARE(newest().action, AuditAction::RowsRetried);
    QCOMPARE(newest().run, run.id);
    QCOMPARE(newest().content, u"{\"corrected\":true,\"rows\":\"1, 3-5\"}"_s);
    QVERIFY(school().journal().record(run, students, m_go1, {rejectedRow(2, ReasonCode::Hold)}));
    run.state = RunState::Finished;
    QVERIFY(school().journal().end(run));
    QCOMPARE(school().audit().verify()->sealedRuns, 1);
}

void TestAuditTrail::outcomesThatCameLateAreSealed()
{
    const StudentList students = numberedStudents(2);
    Run run = newRun();
    QVERIFY(school().journal().begin(run, {students, m_go1, {}}));
    QVERIFY(school().journal().record(run, students, m_go1,
        {failedRow(0, ReasonCode::InDoubt), failedRow(1, ReasonCode::InDoubt)}));
    run.state = RunState::Cancelled;
    QVERIFY(school().journal().end(run));
    const RegistrationResults late = registerAll(school(), run, students, m_go1);
    QVERIFY(school().audit().verify()->isIntact());
    QVERIFY(school().journal().record(run, students, m_go1, late));
    QCOMPARE(newest().action, AuditAction::RunSealed);
    QCOMPARE(newest().run, run.id);
}

// The first one, cut off for a while, does not know that another has gone on with its run.
void TestAuditTrail::outcomesOfTwoProgramsAreSealed()
{
    if (!m_school->hasTables())
        return;
    const StudentList students = numberedStudents(4);
    Run run = newRun();
    QVERIFY(school().journal().begin(run, {students, m_go1, {}}));
    registerAll(school(), run, numberedStudents(2), m_go1);
    school().journal().leave(run);
    const auto colleague = m_school->store().open();
    QVERIFY(colleague->journal().goOn(run));
    registerAll(*colleague, run, students, m_go1);
    run.state = RunState::Finished;
    QVERIFY(school().journal().end(run));
    QVERIFY(school().audit().verify()->isIntact());
    QCOMPARE(school().audit().verify()->sealedRuns, 1);
}

// PostgreSQL has no U+0000.
void TestAuditTrail::textsThatAStoreDoesNotKeepAreSealedAsTheyAre()
{
    Student odd = student(u"S001"_s);
    odd.familyName = u"Mu\0oz"_s;
    const auto students = StudentList::fromStudents({odd});
    Run run = newRun();
    QVERIFY(school().journal().begin(run, {students, m_go1, {}}));
    QCOMPARE(outcomes(registerAll(school(), run, students, m_go1)), QStringList{u"registered 1"_s});
    run.state = RunState::Finished;
    QVERIFY(school().journal().end(run));
    QVERIFY(school().audit().verify()->isIntact());
}

void TestAuditTrail::undoIsWrittenDown()
{
    const QString run = m_school->registerRun(numberedStudents(3), m_go1);
    const auto undone = school().undo().undo(run);
    QVERIFY(undone);
    QCOMPARE(newest().action, AuditAction::RunUndone);
    QCOMPARE(newest().run, undone->undo.id);
    QCOMPARE(content().value(u"undone_run"_s).toString(), run);
    QCOMPARE(content().value(u"counts"_s).toObject().value(u"withdrawn"_s).toInt(), 3);
    QCOMPARE(actions(), QStringList({u"run_undone"_s, u"run_ended"_s, u"run_begun"_s}));
    QCOMPARE(school().audit().verify()->sealedRuns, 2);
}

void TestAuditTrail::promotionIsWrittenDown()
{
    const QString first = m_school->registerRun(numberedStudents(1), m_go1);
    m_school->registerRun(numberedStudents(3, 2), m_go1);
    QVERIFY(school().undo().undo(first));
    QVERIFY(school().waitingList().promote(course(u"GO1"_s).ref()));
    QCOMPARE(newest().action, AuditAction::Promoted);
    QCOMPARE(newest().subject, u"GO1 (2026 Fall)"_s);
    QCOMPARE(newest().content,
        u"{\"code\":\"GO1\",\"students\":[{\"place\":1,\"seat\":1,\"student\":\"S003\"}],"
        "\"term\":\"2026 Fall\"}"_s);
    const qsizetype entries = school().audit().entries()->size();
    // There is no seat any more, so nothing happens.
    QVERIFY(school().waitingList().promote(course(u"GO1"_s).ref()));
    QCOMPARE(school().audit().entries()->size(), entries);
}

void TestAuditTrail::coursesAreWrittenDownWithWhatChanged()
{
    Course changed = course(u"GO1"_s, 30, 4);
    QVERIFY(school().courses().save({changed, course(u"ART"_s)}));
    QCOMPARE(newest().action, AuditAction::CoursesSaved);
    QCOMPARE(newest().subject, u"2"_s);
    const QJsonArray courses = content().value(u"courses"_s).toArray();
    QCOMPARE(courses.at(0).toObject(),
        (QJsonObject{{u"code"_s, u"GO1"_s}, {u"term"_s, u"2026 Fall"_s},
            {u"changed"_s, QJsonObject{{u"capacity"_s, QJsonArray{2, 30}}}}}));
    QCOMPARE(courses.at(1).toObject().value(u"code"_s).toString(), u"ART"_s);
    QVERIFY(courses.at(1).toObject().contains(u"added"_s));
}

void TestAuditTrail::studentsAreWrittenDownWithWhichFieldsChanged()
{
    StudentRecord record{student(u"S001"_s, u"ana@school.example"_s), {}, {u"GO0"_s}};
    QVERIFY(school().students().save({record}));
    QCOMPARE(newest().action, AuditAction::StudentsSaved);
    QCOMPARE(newest().subject, u"S001"_s);
    QCOMPARE(newest().content, u"{\"students\":[{\"added\":true,\"student\":\"S001\"}]}"_s);
    record.hold = u"library book"_s;
    record.student.birthDate = u"2011-02-03"_s;
    record.completedCourses += u"ART"_s;
    QVERIFY(school().students().save({record}));
    QCOMPARE(newest().content,
        u"{\"students\":[{\"changed\":[\"birth_date\",\"hold\",\"completed_courses\"],"
        "\"student\":\"S001\"}]}"_s);
}

void TestAuditTrail::manyStudentsAreSeveralEntries()
{
    QList<StudentRecord> records;
    const StudentList students = numberedStudents(1001);
    for (int row = 0; row < students.size(); ++row)
        records += {students.student(row), {}, {}};
    QVERIFY(school().students().save(records));
    QCOMPARE(actions(), QStringList({u"students_saved"_s, u"students_saved"_s}));
    QCOMPARE(school().audit().entries()->at(1).subject, u"1000"_s);
}

void TestAuditTrail::savingTheSameIsNoChange()
{
    const StudentRecord record{student(u"S001"_s), u"fee"_s, {u"B"_s, u"A"_s}};
    QVERIFY(school().students().save({record}));
    const qsizetype entries = school().audit().entries()->size();
    QVERIFY(school().students().save({record}));
    QVERIFY(school().courses().save({course(u"GO1"_s, 2, 4)}));
    QCOMPARE(school().audit().entries()->size(), entries);
}

void TestAuditTrail::whatFailsIsNotWrittenDown()
{
    QVERIFY(!school().undo().undo(u"nonsense"_s));
    QVERIFY(!school().journal().goOn(newRun()));
    QVERIFY(!school().waitingList().promote(course(u"GO1"_s).ref(), 0));
    QCOMPARE(actions(), QStringList());
}

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audittrail.moc"
