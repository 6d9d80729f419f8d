// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undomodel.h"
#include "undoschool.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Students = 12;
constexpr int StepsOfAHistory = 20;

/// A school and its model, to which the same happens.
class History
{
public:
    History(const QString &kind, quint32 seed)
        : m_school(kind)
        , m_random(seed)
    {
        m_model.capacity = m_random.bounded(0, 5);
        m_model.waitlistCapacity = m_random.bounded(0, 5);
        saveCourse();
    }

    /// What differs after each step, empty if nothing does.
    QString run()
    {
        for (int i = 0; i < StepsOfAHistory; ++i) {
            const QString step = takeStep();
            const QString wrong = m_wrong.isEmpty() ? compare() : m_wrong;
            if (!wrong.isEmpty())
                return QStringLiteral("step %1, %2: %3").arg(i).arg(step, wrong);
        }
        return {};
    }

private:
    QString takeStep()
    {
        switch (m_random.bounded(8)) {
        case 0:
        case 1:
        case 2:
            registerSome();
            return u"register"_s;
        case 3:
        case 4:
            undoSome();
            return u"undo"_s;
        case 5:
            if (m_school.hasTables())
                withdrawOne();
            return u"withdraw"_s;
        case 6:
            m_model.capacity += m_random.bounded(0, 2);
            saveCourse();
            [[fallthrough]];
        default:
            promoteSome();
            return u"promote"_s;
        }
    }

    void expect(const QString &actual, const QString &expected)
    {
        if (actual != expected)
            m_wrong = QStringLiteral("got “%1”, expected “%2”").arg(actual, expected);
    }

    void saveCourse()
    {
        const auto saved = m_school->courses().save(
            {course(u"GO1"_s, m_model.capacity, m_model.waitlistCapacity)});
        if (!saved)
            m_wrong = saved.error().sentence;
    }

    void registerSome()
    {
        QStringList ids;
        const int count = m_random.bounded(1, 7);
        for (int i = 0; i < count; ++i)
            ids += idOf(m_random.bounded(Students));
        RunOptions options;
        options.whenFull = m_random.bounded(4) == 0 ? WhenFull::Reject : WhenFull::Waitlist;
        QList<Student> students;
        for (const QString &id : std::as_const(ids))
            students += student(id);
        const QString run =
            m_school.registerRun(StudentList::fromStudents(students), m_courses, options);
        const QStringList expected = m_model.registerAll(run, ids, options.whenFull);
        expect(
            outcomes(m_school->journal().run(run)->results).join(u", "_s), expected.join(u", "_s));
    }

    void undoSome()
    {
        const QStringList runs = m_model.runs();
        if (runs.isEmpty())
            return;
        const QString run = runs.at(m_random.bounded(static_cast<int>(runs.size())));
        const bool possible = m_model.canUndo(run);
        const auto preview = m_school->undo().preview(run);
        const auto undone = m_school->undo().undo(run);
        if (preview.has_value() != possible || undone.has_value() != possible) {
            m_wrong = u"undo is possible, or not, otherwise than in the model"_s;
            return;
        }
        if (!possible)
            return;
        const QString expected = m_model.undo(run);
        expect(undoOutcomes(*preview), expected);
        expect(undoOutcomes(*undone), expected);
        expect(undoOutcomes(*m_school->undo().recorded(undone->undo.id)), expected);
    }

    void promoteSome()
    {
        std::optional<int> count;
        if (m_random.bounded(2) == 0)
            count = m_random.bounded(1, 4);
        const auto promoted = m_school->waitingList().promote(m_courses.courses().first(), count);
        QStringList moved;
        for (const StudentRegistrationResult &result : promoted->results) {
            moved += QStringLiteral("%1 seat %2")
                         .arg(promoted->students.text(result.row, StudentField::StudentId))
                         .arg(result.registration()->number);
        }
        expect(moved.join(u", "_s), m_model.promote(count));
    }

    // As an older program would: it knows nothing of seats that are free again.
    void withdrawOne()
    {
        const QString id = idOf(m_random.bounded(Students));
        if (!m_model.withdraw(id))
            return;
        QString statements =
            u"DELETE FROM registrations WHERE student ="
            " (SELECT id FROM students WHERE student_id = '%1');"
            "UPDATE courses SET seats_taken = (SELECT count(*) FROM registrations WHERE"
            " waiting = 0), waiting = (SELECT count(*) FROM registrations WHERE waiting = 1);"_s
                .arg(id);
        for (int place = 1; place <= Students; ++place) {
            statements +=
                u"UPDATE registrations SET number = number - 1 WHERE waiting = 1 AND number ="
                " (SELECT min(number) FROM registrations WHERE waiting = 1 AND number > %1)"
                " AND NOT EXISTS (SELECT 1 FROM registrations WHERE waiting = 1 AND number = %1);"_s
                    .arg(place);
        }
        m_school.store().changeByHand(statements);
    }

    QString compare()
    {
        const CourseRef course = m_courses.courses().first();
        expect(m_school.held(numberedStudents(Students), course), m_model.held());
        const CourseSeats seats = *m_school->courses().find(course.code, course.term);
        expect(QStringLiteral("%1 taken, %2 waiting").arg(seats.seatsTaken).arg(seats.waiting),
            m_model.counts());
        if (seats.seatsTaken > m_model.capacity)
            m_wrong = u"more seats than there are"_s;
        return m_wrong;
    }

    static QString idOf(int number)
    {
        return QStringLiteral("S%1").arg(number + 1, 3, 10, QLatin1Char('0'));
    }

    UndoSchool m_school;
    UndoModel m_model;
    QRandomGenerator m_random;
    const CourseAssignment m_courses{course(u"GO1"_s).ref()};
    QString m_wrong;
};

} // namespace

/// Random small histories of a school against a plain model of what should become of them.
class TestUndoHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { UndoSchool::addKinds(); }
    void isAsTheModelSays();
};

void TestUndoHistories::isAsTheModelSays()
{
    QFETCH_GLOBAL(const QString, store);
    // ROLLBOOK_SEED repeats one history; ROLLBOOK_CASES asks for more of them.
    bool given = false;
    const quint32 one = qEnvironmentVariable("ROLLBOOK_SEED").toUInt(&given);
    const int most = qEnvironmentVariableIntValue("ROLLBOOK_CASES");
    const int cases = given ? 1 : most > 0 ? most : RANDOM_SCHOOLS;
    const quint32 first = given ? one : QRandomGenerator::global()->generate();
    qInfo("%d histories from seed %u", cases, first);
    for (int i = 0; i < cases; ++i) {
        const quint32 seed = first + static_cast<quint32>(i);
        const QString wrong = History(store, seed).run();
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QStringLiteral("ROLLBOOK_SEED=%1: %2").arg(seed).arg(wrong)));
    }
}

QTEST_GUILESS_MAIN(TestUndoHistories)
#include "tst_undohistories.moc"
