// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QTest>

using namespace Rollbook;

class TestStudentDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup();

    void keepsAllOfAStudent();
    void updatesWhoIsKnown();
    void updatesByEmailWithoutStudentId();
    void listsByName();
    void refusesWhoHasNoIdentifier();
    void refusesAnEmailOfSeveral();

private:
    StudentDirectory &students() { return m_school->students(); }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
};

namespace
{

StudentRecord sophie()
{
    StudentRecord record;
    record.student = {QStringLiteral("0070031"), QStringLiteral("Sophie"),
        QStringLiteral("Muñoz Peña"), QStringLiteral("Sophie@School.example"),
        QStringLiteral("2011-04-05"), QStringLiteral("9b"), QStringLiteral("=1+1 \"quoted\"")};
    record.hold = QStringLiteral("library book, since May");
    record.completedCourses = QStringList{QStringLiteral("ALG"), QStringLiteral("GO0")};
    return record;
}

StudentRecord named(const QString &id, const QString &given, const QString &family)
{
    StudentRecord record;
    record.student.studentId = id;
    record.student.givenName = given;
    record.student.familyName = family;
    return record;
}

} // namespace

void TestStudentDirectory::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
}

void TestStudentDirectory::cleanup()
{
    m_school.reset();
    m_store.reset();
}

void TestStudentDirectory::keepsAllOfAStudent()
{
    QVERIFY(students().save({sophie()}));
    m_school = m_store->open();
    QCOMPARE(*students().students(), QList<StudentRecord>{sophie()});
}

void TestStudentDirectory::updatesWhoIsKnown()
{
    QVERIFY(students().save({sophie()}));
    StudentRecord changed = named(QStringLiteral("0070031"), QStringLiteral("Sofía"), {});
    changed.completedCourses = QStringList{QStringLiteral("GO0")};
    QVERIFY(students().save({changed}));
    QCOMPARE(*students().students(), QList<StudentRecord>{changed});
}

void TestStudentDirectory::updatesByEmailWithoutStudentId()
{
    QVERIFY(students().save({sophie()}));
    StudentRecord changed = sophie();
    changed.student.studentId.clear();
    changed.student.email = QStringLiteral("SOPHIE@school.example");
    changed.hold.clear();
    QVERIFY(students().save({changed}));
    changed.student.studentId = QStringLiteral("0070031");
    QCOMPARE(*students().students(), QList<StudentRecord>{changed});
}

void TestStudentDirectory::listsByName()
{
    const auto smithBob =
        named(QStringLiteral("3"), QStringLiteral("Bob"), QStringLiteral("Smith"));
    const auto smithAnn2 =
        named(QStringLiteral("2"), QStringLiteral("Ann"), QStringLiteral("Smith"));
    const auto smithAnn1 =
        named(QStringLiteral("1"), QStringLiteral("Ann"), QStringLiteral("Smith"));
    const auto adams = named(QStringLiteral("9"), QStringLiteral("Zoe"), QStringLiteral("Adams"));
    QVERIFY(students().save({smithBob, smithAnn2, smithAnn1, adams}));
    QCOMPARE(*students().students(), (QList<StudentRecord>{adams, smithAnn1, smithAnn2, smithBob}));
}

void TestStudentDirectory::refusesWhoHasNoIdentifier()
{
    const auto saved =
        students().save({sophie(), named({}, QStringLiteral("Ann"), QStringLiteral("Smith"))});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidData);
    QVERIFY2(saved.error().sentence.contains(QStringLiteral("Ann Smith")),
        qPrintable(saved.error().sentence));
    QVERIFY(students().students()->isEmpty());
}

void TestStudentDirectory::refusesAnEmailOfSeveral()
{
    StudentRecord sister = sophie();
    sister.student.studentId = QStringLiteral("0070032");
    QVERIFY(students().save({sophie(), sister}));
    StudentRecord which = sophie();
    which.student.studentId.clear();
    const auto saved = students().save({which});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidData);
    QVERIFY2(
        saved.error().sentence.contains(which.student.email), qPrintable(saved.error().sentence));
}

QTEST_GUILESS_MAIN(TestStudentDirectory)
#include "tst_studentdirectory.moc"
