// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/assigncourses.h"
#include "teststore.h"

#include <QTest>

using namespace Rollbook;

/// Which course each row of a list asks for.
class TestAssignCourses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup();

    void oneCourseForAll_data();
    void oneCourseForAll();
    void eachRowItsOwn();
    void rowsWithoutACourseAreRejected();
    void termDecidesBetweenCoursesOfOneCode();

private:
    StudentList rows(const QStringList &courses) const;

    std::unique_ptr<TestStore> m_place;
    std::unique_ptr<School> m_school;
};

void TestAssignCourses::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_place = std::make_unique<TestStore>(store);
    m_school = m_place->open();
    Course spring = course(QStringLiteral("ART"));
    spring.term = QStringLiteral("2027 Spring");
    QVERIFY(m_school->courses().save(
        {course(QStringLiteral("GO1")), course(QStringLiteral("ART")), spring}));
}

void TestAssignCourses::cleanup()
{
    m_school.reset();
    m_place.reset();
}

StudentList TestAssignCourses::rows(const QStringList &courses) const
{
    TextTable::Builder builder(2);
    for (qsizetype i = 0; i < courses.size(); ++i) {
        builder.appendCell(QByteArray::number(i));
        builder.appendCell(courses[i].toUtf8());
        builder.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    columns[static_cast<std::size_t>(StudentField::Course)] = 1;
    return StudentList(std::move(builder).finish(), columns);
}

void TestAssignCourses::oneCourseForAll_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("course"); // empty: an error
    QTest::newRow("by code") << "GO1"
                             << ""
                             << "GO1 (2026 Fall)";
    QTest::newRow("in any case") << "go1"
                                 << ""
                                 << "GO1 (2026 Fall)";
    QTest::newRow("by code and term") << "ART"
                                      << "2027 Spring"
                                      << "ART (2027 Spring)";
    QTest::newRow("code of two terms") << "ART"
                                       << ""
                                       << "";
    QTest::newRow("no such code") << "LATIN"
                                  << ""
                                  << "";
    QTest::newRow("no such term") << "GO1"
                                  << "1999 Fall"
                                  << "";
}

void TestAssignCourses::oneCourseForAll()
{
    QFETCH(const QString, code);
    QFETCH(const QString, term);
    QFETCH(const QString, course);
    const auto assigned = assignCourse(m_school->courses(), code, term);
    QCOMPARE(assigned.has_value(), !course.isEmpty());
    if (assigned)
        QCOMPARE(assigned->courses.displayName(), course);
    else
        QCOMPARE(assigned.error().code, ErrorCode::UnknownCourse);
}

void TestAssignCourses::eachRowItsOwn()
{
    const auto assigned = assignCoursesByRow(
        m_school->courses(), rows({"GO1", "ART", "go1"}), QStringLiteral("2026 Fall"));
    QVERIFY(assigned);
    QVERIFY(assigned->rejectedRows.isEmpty());
    QCOMPARE(assigned->courses.courseOf(0).code, QStringLiteral("GO1"));
    QCOMPARE(assigned->courses.courseOf(1),
        (CourseRef{QStringLiteral("ART"), QStringLiteral("2026 Fall")}));
    QCOMPARE(assigned->courses.courseOf(2), assigned->courses.courseOf(0));
}

void TestAssignCourses::rowsWithoutACourseAreRejected()
{
    const auto assigned =
        assignCoursesByRow(m_school->courses(), rows({"GO1", "LATIN", "", "LATIN"}));
    QVERIFY(assigned);
    QCOMPARE(assigned->rejectedRows.size(), 3);
    for (const qint32 row : {1, 2, 3}) {
        QCOMPARE(assigned->rejectedRows.value(row).code, ReasonCode::UnknownCourse);
        QVERIFY(assigned->courses.courseOf(row).isNull());
    }
    QCOMPARE(QString(assigned->rejectedRows.value(1).argument), QStringLiteral("LATIN"));
}

void TestAssignCourses::termDecidesBetweenCoursesOfOneCode()
{
    const auto unclear = assignCoursesByRow(m_school->courses(), rows({"ART"}));
    QVERIFY(unclear);
    QCOMPARE(unclear->rejectedRows.size(), 1);
    QVERIFY(
        QString(unclear->rejectedRows.value(0).argument).contains(QStringLiteral("2027 Spring")));
    const auto clear =
        assignCoursesByRow(m_school->courses(), rows({"ART"}), QStringLiteral("2027 Spring"));
    QVERIFY(clear);
    QVERIFY(clear->rejectedRows.isEmpty());
}

QTEST_GUILESS_MAIN(TestAssignCourses)
#include "tst_assigncourses.moc"
