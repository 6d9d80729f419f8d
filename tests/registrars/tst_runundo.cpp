// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undoschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What taking a run back promises, and moving up from the waiting list.
class TestRunUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { UndoSchool::addKinds(); }
    void init();
    void cleanup() { m_school.reset(); }

    void takesBackWhatTheRunGave();
    void previewIsWhatUndoDoes();
    void leavesWhatOthersGave();
    void leavesWhoMovedUp();
    void leavesWhoWithdrewOrCameAnew();
    void leavesRowsOfACourseThatIsGone();
    void waitingListClosesUp();
    void freedSeatsAreGivenAgainLowestFirst();
    void undoIsARunOfItsOwn();
    void saysWhyItCannotUndo();
    void isUndoneWhollyOrNotAtAll();
    void promotesInOrder();
    void promotesAfterMoreSeats();
    void passesOverWhoMayNot();
    void saysWhyItCannotPromote();

private:
    CourseSeats seats() const { return *(*m_school)->courses().find(u"GO1"_s, u"2026 Fall"_s); }
    void saveCourse(int capacity, int places) const;
    void byOtherProgram(const char *statements) const;
    RunUndo &undo() const { return (*m_school)->undo(); }
    PromotedStudents promoted(std::optional<int> count = {}) const
    {
        return *(*m_school)->waitingList().promote(go1().ref(), count);
    }
    static Course go1() { return course(u"GO1"_s); }

    std::unique_ptr<UndoSchool> m_school;
    const CourseAssignment m_go1{go1().ref()};
    const StudentList m_all = numberedStudents(9);
};

void TestRunUndo::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_school = std::make_unique<UndoSchool>(store);
    saveCourse(3, 4);
}

void TestRunUndo::saveCourse(int capacity, int places) const
{
    QVERIFY((*m_school)->courses().save({course(u"GO1"_s, capacity, places)}));
}

void TestRunUndo::byOtherProgram(const char *statements) const
{
    m_school->store().changeByHand(QString::fromUtf8(statements));
}

void TestRunUndo::takesBackWhatTheRunGave()
{
    const QString run = m_school->registerRun(numberedStudents(8), m_go1);
    const auto undone = undo().undo(run);
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().sentence));
    QCOMPARE(undoOutcomes(*undone),
        u"S001 withdrawn, S002 withdrawn, S003 withdrawn, S004 withdrawn, S005 withdrawn, "
        "S006 withdrawn, S007 withdrawn, S008 nothing_to_undo"_s);
    QCOMPARE(undone->undo.undoCounts, (UndoCounts{7, 0, 1}));
    QCOMPARE(undone->results.at(1).number, 2);
    QVERIFY(undone->results.at(4).waiting);
    QCOMPARE(undone->results.at(4).number, 2);
    QCOMPARE(m_school->held(m_all, go1().ref()), QString());
    QCOMPARE(seats().seatsTaken, 0);
    QCOMPARE(seats().waiting, 0);
}

void TestRunUndo::previewIsWhatUndoDoes()
{
    const QString run = m_school->registerRun(numberedStudents(8), m_go1);
    const auto preview = undo().preview(run);
    QVERIFY(preview);
    QCOMPARE(seats().seatsTaken, 3);
    QCOMPARE(seats().waiting, 4);
    QVERIFY(preview->undo.id.isEmpty());
    QCOMPARE((*m_school)->journal().runs()->size(), 1);
    const auto undone = undo().undo(run);
    QCOMPARE(preview->results, undone->results);
    QCOMPARE(preview->undo.undoCounts, undone->undo.undoCounts);
}

void TestRunUndo::leavesWhatOthersGave()
{
    m_school->registerRun(numberedStudents(2), m_go1);
    const QString run = m_school->registerRun(numberedStudents(3), m_go1);
    const auto undone = undo().undo(run);
    QCOMPARE(
        undoOutcomes(*undone), u"S001 nothing_to_undo, S002 nothing_to_undo, S003 withdrawn"_s);
    QCOMPARE(m_school->held(m_all, go1().ref()), u"S001 seat 1, S002 seat 2"_s);
    QCOMPARE(seats().seatsTaken, 2);
}

void TestRunUndo::leavesWhoMovedUp()
{
    const QString first = m_school->registerRun(numberedStudents(2), m_go1);
    const QString second = m_school->registerRun(numberedStudents(3, 3), m_go1);
    QVERIFY(undo().undo(first));
    QCOMPARE(promoted(1).results.size(), 1);
    const auto undone = undo().undo(second);
    QCOMPARE(undoOutcomes(*undone),
        u"S003 withdrawn, S004 left_as_it_is moved_up_since, S005 withdrawn"_s);
    QCOMPARE(undone->results.at(1).number, 1);
    QCOMPARE(m_school->held(m_all, go1().ref()), u"S004 seat 1"_s);
    QCOMPARE(seats().seatsTaken, 1);
    QCOMPARE(seats().waiting, 0);
}

void TestRunUndo::leavesWhoWithdrewOrCameAnew()
{
    if (!m_school->hasTables())
        return; // nobody withdraws there
    const QString run = m_school->registerRun(numberedStudents(3), m_go1);
    byOtherProgram("DELETE FROM registrations WHERE number <= 2;"
                   "UPDATE courses SET seats_taken = 1;");
    const QString other = m_school->registerRun(numberedStudents(1, 2), m_go1);
    const auto undone = undo().undo(run);
    QCOMPARE(undoOutcomes(*undone),
        u"S001 left_as_it_is withdrew_since, S002 left_as_it_is registered_anew, S003 withdrawn"_s);
    QCOMPARE(undone->results.at(1).argument, other);
    QCOMPARE(m_school->held(m_all, go1().ref()), u"S002 seat 1"_s);
    QCOMPARE(seats().seatsTaken, 1);
}

void TestRunUndo::leavesRowsOfACourseThatIsGone()
{
    if (!m_school->hasTables())
        return; // every course exists there
    QVERIFY((*m_school)->courses().save({course(u"ART"_s)}));
    const CourseAssignment both({go1().ref(), course(u"ART"_s).ref()}, {0, 1});
    const QString run = m_school->registerRun(numberedStudents(2), both);
    byOtherProgram("DELETE FROM registrations WHERE course = (SELECT id FROM courses WHERE code ="
                   " 'ART'); DELETE FROM courses WHERE code = 'ART';");
    const auto undone = undo().undo(run);
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().sentence));
    QCOMPARE(undoOutcomes(*undone), u"S001 withdrawn, S002 left_as_it_is course_gone"_s);
    QVERIFY(explain(undone->results.at(1)).contains(u"ART"_s));
}

void TestRunUndo::waitingListClosesUp()
{
    m_school->registerRun(numberedStudents(4), m_go1);
    const QString run = m_school->registerRun(numberedStudents(2, 5), m_go1);
    m_school->registerRun(numberedStudents(1, 7), m_go1);
    QVERIFY(undo().undo(run));
    QCOMPARE(m_school->held(m_all, go1().ref()),
        u"S001 seat 1, S002 seat 2, S003 seat 3, S004 place 1, S007 place 2"_s);
    QCOMPARE(seats().waiting, 2);
    m_school->registerRun(numberedStudents(1, 8), m_go1);
    QCOMPARE(m_school->held(numberedStudents(1, 8), go1().ref()), u"S008 place 3"_s);
}

void TestRunUndo::freedSeatsAreGivenAgainLowestFirst()
{
    saveCourse(9, 0);
    const QString first = m_school->registerRun(numberedStudents(2), m_go1);
    m_school->registerRun(numberedStudents(1, 3), m_go1);
    QVERIFY(undo().undo(first));
    m_school->registerRun(numberedStudents(3, 4), m_go1);
    QCOMPARE(m_school->held(m_all, go1().ref()),
        u"S003 seat 3, S004 seat 1, S005 seat 2, S006 seat 4"_s);
}

void TestRunUndo::undoIsARunOfItsOwn()
{
    const QString run = m_school->registerRun(numberedStudents(8), m_go1);
    const auto undone = undo().undo(run);
    const auto runs = (*m_school)->journal().runs();
    QCOMPARE(runs->size(), 2);
    // Both may have begun in the same millisecond.
    const bool undoIsFirst = runs->first().id == undone->undo.id;
    const Run &entered = undoIsFirst ? runs->first() : runs->last();
    const Run &undoneRun = undoIsFirst ? runs->last() : runs->first();
    QCOMPARE(entered.id, undone->undo.id);
    QCOMPARE(entered.kind, RunKind::Undo);
    QCOMPARE(entered.undoneRun, run);
    QCOMPARE(entered.state, RunState::Finished);
    QCOMPARE(entered.undoCounts, (UndoCounts{7, 0, 1}));
    QCOMPARE(entered.courseName, u"GO1 (2026 Fall)"_s);
    QVERIFY(entered.endedAt.isValid());
    QCOMPARE(undoneRun.undoneBy, entered.id);
    QCOMPARE(undoneRun.kind, RunKind::Registration);
    const auto recorded = undo().recorded(entered.id);
    QVERIFY(recorded);
    QCOMPARE(recorded->results, undone->results);
    QCOMPARE(undoOutcomes(*recorded), undoOutcomes(*undone));
    QCOMPARE(recorded->undone.id, run);
    QVERIFY(!undo().recorded(run));
}

void TestRunUndo::saysWhyItCannotUndo()
{
    const QString run = m_school->registerRun(numberedStudents(1), m_go1);
    const QString undoId = undo().undo(run)->undo.id;
    const Run running = Run::begin(u"list.csv"_s, m_go1, {});
    QVERIFY((*m_school)->journal().begin(running, {numberedStudents(1), m_go1, {}}));
    struct Case {
        QString id;
        ErrorCode code;
        QString words;
    };
    for (const Case &one : {Case{run, ErrorCode::Usage, u"undone before"_s},
             Case{undoId, ErrorCode::Usage, u"an undo itself"_s},
             Case{running.id, ErrorCode::Usage, u"has not ended"_s},
             Case{u"nonsense"_s, ErrorCode::NotFound, u"nonsense"_s}}) {
        for (const auto &answer : {undo().preview(one.id), undo().undo(one.id)}) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, one.code);
            QVERIFY2(answer.error().sentence.contains(one.words), qPrintable(one.words));
        }
    }
}

void TestRunUndo::isUndoneWhollyOrNotAtAll()
{
    if (!m_school->hasTables())
        return; // memory does not fail in the middle
    const QString run = m_school->registerRun(numberedStudents(7), m_go1);
    const QString before = m_school->held(m_all, go1().ref());
    if (m_school->store().isFile()) {
        byOtherProgram("CREATE TRIGGER fault BEFORE INSERT ON undo_results WHEN new.roster_row = 5"
                       " BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END;");
    } else {
        byOtherProgram("CREATE TRIGGER fault BEFORE INSERT ON undo_results FOR EACH ROW"
                       " WHEN (new.roster_row = 5) EXECUTE FUNCTION refuse('the disk is gone');");
    }
    QVERIFY(!undo().undo(run));
    QCOMPARE(m_school->held(m_all, go1().ref()), before);
    QCOMPARE(seats().seatsTaken, 3);
    QCOMPARE(seats().waiting, 4);
    QCOMPARE((*m_school)->journal().runs()->size(), 1);
    byOtherProgram(
        m_school->store().isFile() ? "DROP TRIGGER fault" : "DROP TRIGGER fault ON undo_results");
    QVERIFY(undo().undo(run));
    QCOMPARE(m_school->held(m_all, go1().ref()), QString());
}

void TestRunUndo::promotesInOrder()
{
    const QString first = m_school->registerRun(numberedStudents(2), m_go1);
    m_school->registerRun(numberedStudents(4, 3), m_go1);
    QVERIFY(undo().undo(first));
    const PromotedStudents one = promoted(1);
    QCOMPARE(outcomes(one.results), QStringList{u"registered 1"_s});
    QCOMPARE(one.students.text(0, StudentField::StudentId), u"S004"_s);
    QCOMPARE(one.places, QList<qint32>{1});
    QCOMPARE(one.course.seatsTaken, 2);
    QCOMPARE(one.course.waiting, 2);
    QCOMPARE(m_school->held(m_all, go1().ref()),
        u"S003 seat 3, S004 seat 1, S005 place 1, S006 place 2"_s);
    QCOMPARE(outcomes(promoted().results), QStringList{u"registered 2"_s});
    QCOMPARE(outcomes(promoted().results), QStringList());
    QCOMPARE(seats().seatsTaken, 3);
    QCOMPARE(seats().waiting, 1);
}

void TestRunUndo::promotesAfterMoreSeats()
{
    m_school->registerRun(numberedStudents(7), m_go1);
    saveCourse(5, 4);
    QCOMPARE(outcomes(promoted().results), (QStringList{u"registered 4"_s, u"registered 5"_s}));
    QCOMPARE(m_school->held(numberedStudents(4, 4), go1().ref()),
        u"S004 seat 4, S005 seat 5, S006 place 1, S007 place 2"_s);
}

void TestRunUndo::passesOverWhoMayNot()
{
    if (!m_school->hasTables())
        return; // no rules there
    m_school->registerRun(numberedStudents(6), m_go1);
    StudentRecord held{student(u"S004"_s), u"library book"_s, {}};
    QVERIFY((*m_school)->students().save({held}));
    Course late = course(u"GO1"_s, 4, 4);
    late.closesOn = QDate(2020, 1, 1);
    QVERIFY((*m_school)->courses().save({late}));
    const PromotedStudents moved = promoted();
    QCOMPARE(outcomes(moved.results),
        (QStringList{u"rejected hold: library book"_s, u"registered 4"_s}));
    QCOMPARE(moved.places, (QList<qint32>{1, 2}));
    QCOMPARE(m_school->held(numberedStudents(3, 4), go1().ref()),
        u"S004 place 1, S005 seat 4, S006 place 2"_s);
}

void TestRunUndo::saysWhyItCannotPromote()
{
    const auto none = (*m_school)->waitingList().promote(go1().ref(), 0);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Usage);
    if (!m_school->hasTables())
        return;
    const auto unknown = (*m_school)->waitingList().promote({u"XYZ"_s, {}});
    QCOMPARE(unknown.error().code, ErrorCode::UnknownCourse);
    QVERIFY(unknown.error().sentence.contains(u"XYZ"_s));
}

QTEST_GUILESS_MAIN(TestRunUndo)
#include "tst_runundo.moc"
