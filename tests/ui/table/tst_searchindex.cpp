// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/searchtext.h"
#include "foundrows.h"

#include <QTest>

using namespace Rollbook;
using namespace Rollbook::Test;

namespace
{

// Long enough for several threads, and no multiple of what a word of a set holds.
constexpr int Many = 20'011;

Roster studentsOfDomains(int count)
{
    static const QStringList families{QStringLiteral("Muñoz"), QStringLiteral("Cole"),
        QStringLiteral("OE@school"), QString(), QStringLiteral("Row\u001eEnd"),
        QStringLiteral("Åker\u001eMan"), QStringLiteral("van der Berg"),
        QStringLiteral("IVANOV Ив")};
    static const QStringList domains{QStringLiteral("@school.example"),
        QStringLiteral("@School.Example"), QString(), QStringLiteral("@schule.example"),
        QStringLiteral("@home@school.example"), QStringLiteral("@"), QStringLiteral("@éa.example")};
    QList<QStringList> rows;
    for (int row = 0; row < count; ++row) {
        // One that hardly anybody has.
        const QString domain = row % 97 == 5 ? QStringLiteral("@rare%1.example").arg(row)
                                             : domains.at(row % domains.size());
        rows += {QString::number(row), families.at(row % families.size()),
            row % 3 == 0 ? QStringLiteral("Bo") : QString(),
            QStringLiteral("S%1").arg(row % 1000) + domain};
    }
    return classList(rows);
}

} // namespace

/// What is found in a long list is what a look at each of its students would find.
class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatALookAtEachRowFinds_data();
    void findsWhatALookAtEachRowFinds();
    void looksWhereStudentsAreNamed();
    void findsWhatWasCorrected();
    void knowsTheNextLetterOfWhatWasCorrected();
    void nextLettersAreOfThisWordAlone_data();
    void nextLettersAreOfThisWordAlone();
    void findsWhatTheFileHasNoColumnFor();

private:
    QList<StudentList> m_lists;
};

void TestSearchIndex::initTestCase()
{
    for (const int count : {0, 1, 129, Many})
        m_lists += studentsOfDomains(count).students;
}

void TestSearchIndex::findsWhatALookAtEachRowFinds_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
        {"e", "@", "7", "s7", "school", "SCHOOL.example", "@school", "s12@school.example", "12@s",
            "s12@school.examples", "7@", "2@sch", "me@school", "e@sch", "home", "@home@s", "rare5",
            "5@rare", "éa", "4@ea", "end", "row", "rman", "man", "cole bo", "bo @schule 12",
            "munoz s7@ 1", "akerman example e", "nowhere", "9@nowhere", "schoolbo", "ивАн", "ив",
            "ivanov ив", "berg", "derb", "20010", "[", "{", "`", "z", "Z"})
        QTest::addRow("“%s”", typed) << QString::fromUtf8(typed);
}

void TestSearchIndex::findsWhatALookAtEachRowFinds()
{
    QFETCH(const QString, typed);
    for (const StudentList &students : m_lists) {
        const int count = students.size();
        const RowSet found = rowsWithAll(SearchIndex(students, {}), foldedWords(typed), count);
        const SearchWords words(typed);
        QByteArray buffer;
        RowSet expected(static_cast<std::size_t>(count));
        for (int row = 0; row < count; ++row) {
            if (words.areIn({students.field(row, StudentField::StudentId),
                                students.field(row, StudentField::FamilyName),
                                students.field(row, StudentField::GivenName),
                                students.field(row, StudentField::Email)},
                    buffer))
                expected.insert(static_cast<std::size_t>(row));
        }
        QVERIFY2(found == expected, qPrintable(QString::number(count)));
    }
}

// Not in a birth date, a grade or a note, which stand beside it in the list.
void TestSearchIndex::looksWhereStudentsAreNamed()
{
    Student ana;
    ana.studentId = QStringLiteral("1001");
    ana.familyName = QStringLiteral("Cole");
    ana.birthDate = QStringLiteral("2010-02-03");
    ana.gradeLevel = QStringLiteral("7b");
    ana.notes = QStringLiteral("Smith's friend");
    Student bo = ana;
    bo.familyName = QStringLiteral("Smith 7b");
    const StudentList students = StudentList::fromStudents({ana, bo, ana});
    const SearchIndex index(students, {});
    RowSet second(3);
    second.insert(1);
    QVERIFY(index.rowsWith("smith", {}) == second);
    QVERIFY(index.rowsWith("7b", {}) == second);
    QVERIFY(index.rowsWith("2010", {}).isEmpty());
    QCOMPARE(index.rowsWith("1001", {}).count(), 3);
}

void TestSearchIndex::findsWhatWasCorrected()
{
    StudentList students = studentsOfDomains(200).students;
    const std::size_t before = SearchIndex(students, {}).rowsWith("s150@", {}).count();
    QCOMPARE(before, 1);
    students.correct(150, StudentField::Email, QStringLiteral("new@schule.example"));
    const SearchIndex index(students, {});
    RowSet expected(200);
    expected.insert(150);
    QVERIFY(index.rowsWith("new@schu", {}) == expected);
    QVERIFY(index.rowsWith("s150@", {}).isEmpty());
}

void TestSearchIndex::knowsTheNextLetterOfWhatWasCorrected()
{
    StudentList students = studentsOfDomains(200).students;
    students.correct(150, StudentField::Email, QStringLiteral("new@schule.example"));
    const SearchIndex index(students, {});
    RowSet corrected(200);
    corrected.insert(150);
    const NextLetters next = index.nextLetters(corrected, "s", {});
    QCOMPARE(next.size(), 1);
    QVERIFY(next.contains('c'));
    QVERIFY(*next.at('c') == corrected);
}

void TestSearchIndex::nextLettersAreOfThisWordAlone_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("letters");
    QTest::newRow("at several places") << QByteArray("an") << QByteArray("ad");
    QTest::newRow("overlapping itself") << QByteArray("ana") << QByteArray("cn");
    QTest::newRow("at the end of its field") << QByteArray("and") << QByteArray();
    QTest::newRow("nowhere") << QByteArray("x") << QByteArray();
    QTest::newRow("nothing yet") << QByteArray() << QByteArray("abcdno");
}

// Neither in the list's text nor in what is kept folded do they come from the next field.
void TestSearchIndex::nextLettersAreOfThisWordAlone()
{
    QFETCH(const QByteArray, word);
    QFETCH(const QByteArray, letters);
    for (const char *family : {"AnaNaCAnd", "ÁnaNáCAnd"}) {
        Student student;
        student.familyName = QString::fromUtf8(family);
        student.givenName = QStringLiteral("Bo");
        const SearchIndex index(StudentList::fromStudents({student}), {});
        RowSet first(1);
        first.insertAll();
        QByteArray found;
        for (const auto &[letter, rows] : index.nextLetters(first, word, {})) {
            QVERIFY(*rows == first);
            found += letter;
        }
        QCOMPARE(found, letters);
    }
}

void TestSearchIndex::findsWhatTheFileHasNoColumnFor()
{
    TextTable::Builder builder(1);
    for (const char *name : {"Cole", "Muñoz", "Smith"}) {
        builder.appendCell(name);
        builder.endRow();
    }
    auto columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::FamilyName)] = 0;
    StudentList students(std::move(builder).finish(), columns);
    students.correct(2, StudentField::Email, QStringLiteral("smith@school.example"));
    const SearchIndex index(students, {});
    RowSet third(3);
    third.insert(2);
    QVERIFY(index.rowsWith("@school", {}) == third);
    QVERIFY(index.rowsWith("smith", {}) == third);
    QVERIFY(SearchIndex(StudentList(), {}).rowsWith("smith", {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
