// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QTest>

using namespace Rollbook;

class TestCourseCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup();

    void keepsAllOfACourse();
    void updatesWhatIsKnown();
    void listsNewestTermFirst();
    void finds_data();
    void finds();
    void saysWhatIsSimilar_data();
    void saysWhatIsSimilar();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void savesAllOrNone();
    void keepsSeatsThatAreTaken();

private:
    CourseCatalogue &courses() { return m_school->courses(); }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
};

namespace
{

Course fullCourse()
{
    Course full = course(QStringLiteral("GO1"), 30, 10);
    full.title = QStringLiteral("Einführung in Go 日本");
    full.opensOn = QDate(2026, 8, 1);
    full.closesOn = QDate(2026, 11, 30);
    full.meets =
        QList<MeetingTime>{{5, QTime(13, 0), QTime(14, 30)}, {1, QTime(9, 0), QTime(10, 0)}};
    full.prerequisites = QStringList{QStringLiteral("MATH"), QStringLiteral("GO0")};
    return full;
}

Course inTerm(const QString &code, const QString &term)
{
    Course made = course(code);
    made.term = term;
    return made;
}

} // namespace

void TestCourseCatalogue::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
}

void TestCourseCatalogue::cleanup()
{
    m_school.reset();
    m_store.reset();
}

void TestCourseCatalogue::keepsAllOfACourse()
{
    QVERIFY(courses().save({fullCourse(), course(QStringLiteral("ART"))}));
    m_school = m_store->open();
    QCOMPARE(courses().find(QStringLiteral("GO1"))->course, fullCourse());
    QCOMPARE(courses().find(QStringLiteral("ART"))->course, course(QStringLiteral("ART")));
}

void TestCourseCatalogue::updatesWhatIsKnown()
{
    QVERIFY(courses().save({fullCourse()}));
    Course changed = course(QStringLiteral("GO1"), 5);
    changed.meets = QList<MeetingTime>{{2, QTime(8, 0), QTime(9, 0)}};
    QVERIFY(courses().save({changed}));
    QCOMPARE(courses().courses()->size(), 1);
    QCOMPARE(courses().find(QStringLiteral("GO1"))->course, changed);
}

void TestCourseCatalogue::listsNewestTermFirst()
{
    const QString fall = QStringLiteral("2026 Fall");
    const QString spring = QStringLiteral("2026 Spring");
    QVERIFY(courses().save({inTerm(QStringLiteral("A"), spring), inTerm(QStringLiteral("B"), fall),
        inTerm(QStringLiteral("A"), QStringLiteral("Fall 2025")), inTerm(QStringLiteral("A"), fall),
        inTerm(QStringLiteral("A"), QStringLiteral("Spring 2027")),
        inTerm(QStringLiteral("A"), QString())}));
    QStringList listed;
    const QList<CourseSeats> all = *courses().courses();
    for (const CourseSeats &seats : all)
        listed += seats.course.code + u' ' + seats.course.term;
    QCOMPARE(listed,
        (QStringList{QStringLiteral("A Spring 2027"), QStringLiteral("A 2026 Fall"),
            QStringLiteral("B 2026 Fall"), QStringLiteral("A 2026 Spring"),
            QStringLiteral("A Fall 2025"), QStringLiteral("A ")}));
}

void TestCourseCatalogue::finds_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *code, const char *term,
                         const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(code) << QString::fromUtf8(term)
                            << QString::fromUtf8(expected);
    };
    row("by code alone", "ART", "", "ART 2026 Fall");
    row("by code and term", "GO1", "2026 Spring", "GO1 2026 Spring");
    row("in another case", "art", "2026 FALL", "ART 2026 Fall");
    row("exactly, where the case decides", "math", "", "math 2026 Fall");
    row("with blanks around", " ART ", "", "ART 2026 Fall");
}

void TestCourseCatalogue::finds()
{
    QFETCH(const QString, code);
    QFETCH(const QString, term);
    QVERIFY(courses().save({course(QStringLiteral("ART")), course(QStringLiteral("GO1")),
        inTerm(QStringLiteral("GO1"), QStringLiteral("2026 Spring")),
        course(QStringLiteral("MATH")), course(QStringLiteral("math"))}));
    const auto found = courses().find(code, term);
    QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
    QTEST(found->course.code + u' ' + found->course.term, "expected");
}

void TestCourseCatalogue::saysWhatIsSimilar_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QStringList>("mentions");
    const auto row = [](const char *name, const char *code, const char *term,
                         const QStringList &mentions) {
        QTest::newRow(name) << QString::fromUtf8(code) << QString::fromUtf8(term) << mentions;
    };
    row("a slip of the finger", "G01", "", {QStringLiteral("“G01”"), QStringLiteral("“GO1”")});
    row("a part of it", "CHOIR", "", {QStringLiteral("“CHOIR-9”")});
    row("nothing like it", "XYZ", "", {QStringLiteral("“XYZ”"), QStringLiteral("list of courses")});
    row("several terms", "GO1", "",
        {QStringLiteral("“2026 Fall”"), QStringLiteral("“2026 Spring”")});
    row("a term without it", "GO1", "2031",
        {QStringLiteral("“2031”"), QStringLiteral("“2026 Fall”"), QStringLiteral("“2026 Spring”")});
    row("several but for their case", "Math", "", {QStringLiteral("several courses")});
}

void TestCourseCatalogue::saysWhatIsSimilar()
{
    QFETCH(const QString, code);
    QFETCH(const QString, term);
    QFETCH(const QStringList, mentions);
    QVERIFY(courses().save({course(QStringLiteral("CHOIR-9")), course(QStringLiteral("GO1")),
        inTerm(QStringLiteral("GO1"), QStringLiteral("2026 Spring")),
        course(QStringLiteral("MATH")), course(QStringLiteral("math"))}));
    const auto found = courses().find(code, term);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::UnknownCourse);
    for (const QString &mention : mentions)
        QVERIFY2(found.error().sentence.contains(mention), qPrintable(found.error().sentence));
}

void TestCourseCatalogue::refusesWhatCannotBe_data()
{
    QTest::addColumn<Course>("wrong");
    const auto row = [](const char *name, void (*change)(Course &)) {
        Course wrong = fullCourse();
        change(wrong);
        QTest::newRow(name) << wrong;
    };
    row("no code", [](Course &c) { c.code = QStringLiteral("  "); });
    row("negative capacity", [](Course &c) { c.capacity = -1; });
    row("negative waiting list", [](Course &c) { c.waitlistCapacity = -1; });
    row("closes before it opens", [](Course &c) { c.closesOn = c.opensOn.addDays(-1); });
    row("meets on no day", [](Course &c) { c.meets[0].dayOfWeek = 8; });
    row("ends before it starts", [](Course &c) { c.meets[0].ends = QTime(8, 0); });
}

void TestCourseCatalogue::refusesWhatCannotBe()
{
    QFETCH(const Course, wrong);
    const auto saved = courses().save({wrong});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidData);
    QVERIFY2(
        saved.error().sentence.contains(wrong.code.trimmed().isEmpty() ? wrong.title : wrong.code),
        qPrintable(saved.error().sentence));
    QVERIFY(courses().courses()->isEmpty());
}

void TestCourseCatalogue::savesAllOrNone()
{
    Course wrong = course(QStringLiteral("BAD"));
    wrong.capacity = -1;
    QVERIFY(!courses().save({course(QStringLiteral("ART")), wrong}));
    QVERIFY(courses().courses()->isEmpty());
}

void TestCourseCatalogue::keepsSeatsThatAreTaken()
{
    const Course go1 = course(QStringLiteral("GO1"), 2, 2);
    QVERIFY(courses().save({go1}));
    registerAll(*m_school, numberedStudents(3), CourseAssignment(go1.ref()));

    const auto smaller = courses().save({course(QStringLiteral("GO1"), 1, 2)});
    QVERIFY(!smaller);
    QCOMPARE(smaller.error().code, ErrorCode::InvalidData);
    const auto nobodyWaits = courses().save({course(QStringLiteral("GO1"), 2)});
    QVERIFY(!nobodyWaits);
    QCOMPARE(nobodyWaits.error().code, ErrorCode::InvalidData);

    QVERIFY(courses().save({course(QStringLiteral("GO1"), 5, 1)}));
    const auto seats = courses().find(QStringLiteral("GO1"));
    QCOMPARE(seats->seatsTaken, 2);
    QCOMPARE(seats->waiting, 1);
    QCOMPARE(seats->seatsLeft(), std::optional(3));
}

QTEST_GUILESS_MAIN(TestCourseCatalogue)
#include "tst_coursecatalogue.moc"
