// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headermatcher.h"

#include <QTest>

using namespace Rollbook;

namespace
{

// The fields by column: "student_id|-|email".
QString described(const QStringList &headers, const HeaderGuess &guess)
{
    QStringList fields(headers.size(), QStringLiteral("-"));
    for (int field = 0; field < StudentFieldCount; ++field) {
        const int column = guess.columns[static_cast<std::size_t>(field)];
        if (column >= 0)
            fields[column] = canonicalName(static_cast<StudentField>(field));
    }
    return fields.join(u'|');
}

QString guessed(const QString &header, const QMap<StudentField, QString> &mapping = {})
{
    const QStringList headers = header.split(u'|');
    const auto guess = guessHeader(headers, mapping);
    return guess ? described(headers, *guess) : guess.error().sentence;
}

QList<int> disputed(
    const QString &header, StudentField field, const QMap<StudentField, QString> &mapping = {})
{
    const auto guess = guessHeader(header.split(u'|'), mapping);
    return guess ? guess->disputed.value(field) : QList<int>{-1};
}

} // namespace

/// The words above the columns are understood however they are spelt, and what is not sure is asked
/// about.
class TestHeaderMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingDoesNotMatter_data();
    void spellingDoesNotMatter();
    void typingErrors_data();
    void typingErrors();
    void whoAsksMoreWeaklyWaits_data();
    void whoAsksMoreWeaklyWaits();
    void equalRightIsDisputed_data();
    void equalRightIsDisputed();
    void mappingSettlesADispute();
    void mappingToNothingLeavesTheFieldOut();
    void mappingFindsTheColumnAsItIsWritten();
    void hostileHeadersAreNoTrouble();
};

struct HeaderRow {
    const char *name;
    const char *header;
    const char *expected;
};

void addRows(std::initializer_list<HeaderRow> rows)
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");
    for (const HeaderRow &row : rows)
        QTest::newRow(row.name) << QString::fromUtf8(row.header) << QString::fromUtf8(row.expected);
}

void TestHeaderMatcher::spellingDoesNotMatter_data()
{
    addRows({
        {"case", "STUDENT id|EMAIL|first NAME", "student_id|email|given_name"},
        {"Turkish capitals", "ÖĞRENCİ NO|ADI|SOYADI|SINIFI",
            "student_id|given_name|family_name|grade_level"},
        {"Turkish without its letters", "Ogrenci No|Adi|Soyadi|Sinifi",
            "student_id|given_name|family_name|grade_level"},
        {"umlauts as two letters", "Schuelernummer|Vorname|Zuname",
            "student_id|given_name|family_name"},
        {"umlauts left out", "Schulernummer|Vorname|Zuname", "student_id|given_name|family_name"},
        {"accents apart", "Pre\u0301nom|Nom", "given_name|family_name"},
        {"accents left out", "Prenom|Matricule|Matiere", "given_name|student_id|course"},
        {"Polish l", "Oddzial|Nazwisko|Imie", "grade_level|family_name|given_name"},
        {"full width", "Ｅｍａｉｌ|ＩＤ", "email|student_id"},
        {"half-width kana", "ﾒｰﾙｱﾄﾞﾚｽ|ｸﾗｽ", "email|grade_level"},
        {"ordinal sign", "Nº de matrícula|Correo", "student_id|email"},
        {"degree sign", "N° élève|Courriel", "student_id|email"},
        {"numero sign", "№ élève|Prénom", "student_id|given_name"},
        {"number sign", "Student #|Name", "student_id|full_name"},
        {"No.", "Student No.|Name", "student_id|full_name"},
        {"brackets", "E-mail (school)|Name [required]", "email|full_name"},
        {"wide brackets", "氏名（漢字）|学籍番号【必須】", "full_name|student_id"},
        {"brackets around all", "(Email)|<ID>", "email|student_id"},
        {"how to write a date", "Date of birth dd/mm/yyyy|Name", "birth_date|full_name"},
        {"how to write a date, German", "Geburtsdatum (TT.MM.JJJJ)|Vorname",
            "birth_date|given_name"},
        {"how to write a date, Polish", "Data urodzenia (rrrr-mm-dd)|Imię",
            "birth_date|given_name"},
        {"two languages", "Email / Correo|Surname/Apellidos", "email|family_name"},
        {"two languages in two lines", "学号\nStudent ID|姓名\nName", "student_id|full_name"},
        {"stars and colons", "Email*:|* Name", "email|full_name"},
        {"no-break and doubled blanks", "Student\u00a0ID|First  Name", "student_id|given_name"},
        {"soft hyphen and byte order mark", "\ufeffStudent ID|E\u00admail", "student_id|email"},
        {"Arabic alef and tatweel", "الأسم|البريد الالكترونى", "full_name|email"},
        {"underscores and camels", "studentId|firstName|family-name",
            "student_id|given_name|family_name"},
    });
}

void TestHeaderMatcher::spellingDoesNotMatter()
{
    QFETCH(const QString, header);
    QFETCH(const QString, expected);
    QCOMPARE(guessed(header), expected);
}

void TestHeaderMatcher::typingErrors_data()
{
    addRows({
        {"exchanged", "Emial|Studnet ID|Frist Name", "email|student_id|given_name"},
        {"left out", "Emal|Studen ID|Surnme", "-|student_id|family_name"},
        {"one too many", "Emaill|Surrname|Coursse", "email|family_name|course"},
        {"mistaken", "Emqil|Surnane|Grsde", "email|family_name|grade_level"},
        {"two in a long word", "Studnet Nubmer|Date of brith", "student_id|birth_date"},
        {"three are too many", "Stdnet Nubner|Name", "-|full_name"},
        {"two in a short word are too many", "Eamli|Suranem", "-|-"},
        {"four letters are never guessed", "Nmae|Mial|Nam|Klas2", "-|-|-|-"},
        {"Spanish", "Matrcula|Apelldos|Corerro", "student_id|family_name|-"},
        {"German", "Vornahme|Geburstdatum|Jahrgnag", "given_name|birth_date|grade_level"},
        {"French", "Prénon|Date de naisance|Couriel", "given_name|birth_date|email"},
        {"Arabic", "البريد الإلكترني|رقم الطالب", "email|student_id"},
        {"two fields are near", "Alumbo|Email", "full_name|email"},
        {"digits are no typing errors", "Email 3|Course 7", "-|-"},
        {"Chinese signs are words", "出生年月|学生编码", "birth_date|-"},
        {"a right word goes first", "Emial|Email", "-|email"},
        {"what is something else is no error", "Geburtsort|Student age|Birthplace|Mother's name",
            "-|-|-|-"},
        {"parents are no students", "Parent email|Father name|Guardian Last Name|E-Mail Eltern",
            "-|-|-|-"},
    });
}

void TestHeaderMatcher::typingErrors()
{
    QFETCH(const QString, header);
    QFETCH(const QString, expected);
    QCOMPARE(guessed(header), expected);
}

void TestHeaderMatcher::whoAsksMoreWeaklyWaits_data()
{
    addRows({
        {"class alone is a course", "ID|Class", "student_id|course"},
        {"class beside a course is a grade", "ID|Class|Course code",
            "student_id|grade_level|course"},
        {"class beside both is neither", "Grade|Class|Course", "grade_level|-|course"},
        {"curso alone", "Matrícula|Curso", "student_id|course"},
        {"curso beside asignatura", "Matrícula|Curso|Asignatura", "student_id|grade_level|course"},
        {"Klasse is no course", "Vorname|Klasse", "given_name|grade_level"},
        {"Klasse beside Jahrgang", "Vorname|Klasse|Jahrgang", "given_name|-|grade_level"},
        {"grupo", "Matrícula|Grupo|Materia", "student_id|grade_level|course"},
        {"clase beside a grade", "Nivel|Clase", "grade_level|course"},
        {"turma", "Aluno|Turma|Disciplina", "full_name|grade_level|course"},
        {"name alone is the whole name", "ID|Name", "student_id|full_name"},
        {"name beside first name", "Name|First name", "family_name|given_name"},
        {"name beside surname", "Name|Surname", "given_name|family_name"},
        {"name beside both", "Name|First name|Surname", "full_name|given_name|family_name"},
        {"nombre alone", "Nombre|Correo", "full_name|email"},
        {"nombre beside apellidos", "Nombre|Apellidos", "given_name|family_name"},
        {"nom alone", "Nom|Classe", "full_name|grade_level"},
        {"nome beside cognome", "Cognome|Nome", "family_name|given_name"},
        {"nome alone", "Nome|Turma", "full_name|grade_level"},
        {"a row's number is an id where nothing else is", "Nr.|Name", "student_id|full_name"},
        {"a row's number beside an e-mail is none", "No.|Name|Email", "-|full_name|email"},
        {"a row's number beside an id is none", "#|Student ID|Name", "-|student_id|full_name"},
        {"seat number", "出席番号|氏名|学籍番号", "-|full_name|student_id"},
        {"login beside an e-mail", "username|firstname|email", "-|given_name|email"},
        {"login without", "username|firstname|lastname", "student_id|given_name|family_name"},
        {"private mail", "Personal email|School email", "-|email"},
        {"private mail alone", "Personal email|Name", "email|full_name"},
        {"brackets wait", "E-mail (parents)|E-mail", "-|email"},
    });
}

void TestHeaderMatcher::whoAsksMoreWeaklyWaits()
{
    QFETCH(const QString, header);
    QFETCH(const QString, expected);
    QCOMPARE(guessed(header), expected);
    QVERIFY(guessHeader(header.split(u'|'))->disputed.isEmpty());
}

void TestHeaderMatcher::equalRightIsDisputed_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<StudentField>("field");
    QTest::addColumn<QList<int>>("asking");
    QTest::addColumn<int>("taken");
    const auto row = [](const char *name, const char *header, StudentField field,
                         const QList<int> &asking, int taken) {
        QTest::newRow(name) << QString::fromUtf8(header) << field << asking << taken;
    };
    row("two mails", "Name|E-mail|Email address", StudentField::Email, {1, 2}, 1);
    row("the better word is taken", "ID|Student ID|Name", StudentField::StudentId, {0, 1}, 1);
    row("the better word is taken, other order", "Student ID|ID", StudentField::StudentId, {0, 1},
        0);
    row("the same word twice", "Email|Name|Email", StudentField::Email, {0, 2}, 0);
    row("brackets", "E-mail (new)|E-mail (old)", StudentField::Email, {0, 1}, 0);
    row("three", "Course|Course code|Course name", StudentField::Course, {0, 1, 2}, 0);
    row("two weak ones", "ID|Form|Year", StudentField::GradeLevel, {1, 2}, 2);
    row("two languages", "Vorname|First name|Nachname", StudentField::GivenName, {0, 1}, 0);
    row("one only", "ID|Name|Email", StudentField::Email, {}, 2);
}

void TestHeaderMatcher::equalRightIsDisputed()
{
    QFETCH(const QString, header);
    QFETCH(const StudentField, field);
    QFETCH(const QList<int>, asking);
    QFETCH(const int, taken);
    QCOMPARE(disputed(header, field), asking);
    const auto guess = guessHeader(header.split(u'|'));
    QCOMPARE(guess->columns[static_cast<std::size_t>(field)], taken);
}

void TestHeaderMatcher::mappingSettlesADispute()
{
    const QString header = QStringLiteral("Name|E-mail|Email address");
    const QMap<StudentField, QString> mapping{
        {StudentField::Email, QStringLiteral("Email address")}};
    QCOMPARE(guessed(header, mapping), QStringLiteral("full_name|-|email"));
    QCOMPARE(disputed(header, StudentField::Email, mapping), QList<int>{});
    // What a person gave to another field asks no longer.
    const QMap<StudentField, QString> other{{StudentField::Notes, QStringLiteral("E-mail")}};
    QCOMPARE(guessed(header, other), QStringLiteral("full_name|notes|email"));
    QCOMPARE(disputed(header, StudentField::Email, other), QList<int>{});
}

void TestHeaderMatcher::mappingToNothingLeavesTheFieldOut()
{
    const QMap<StudentField, QString> mapping{{StudentField::Course, QString()}};
    QCOMPARE(
        guessed(QStringLiteral("ID|Course|Subject"), mapping), QStringLiteral("student_id|-|-"));
    // Class would be the course; it is free for what it means next.
    QCOMPARE(
        guessed(QStringLiteral("ID|Class"), mapping), QStringLiteral("student_id|grade_level"));
}

void TestHeaderMatcher::mappingFindsTheColumnAsItIsWritten()
{
    const auto with = [](const char *word) {
        return QMap<StudentField, QString>{{StudentField::Email, QString::fromUtf8(word)}};
    };
    const QString header = QStringLiteral("Email|E-Mail|***|Straße");
    QCOMPARE(guessed(header, with("E-Mail")), QStringLiteral("-|email|-|-"));
    QCOMPARE(guessed(header, with("e-MAIL")), QStringLiteral("email|-|-|-"));
    QCOMPARE(guessed(header, with("***")), QStringLiteral("-|-|email|-"));
    QCOMPARE(guessed(header, with("strasse")), QStringLiteral("-|-|-|email"));
    const auto missing = guessHeader(header.split(u'|'), with("+++"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Usage);
    QVERIFY(missing.error().sentence.contains(QStringLiteral("“+++”")));
}

void TestHeaderMatcher::hostileHeadersAreNoTrouble()
{
    QCOMPARE(guessHeader({})->columns, StudentList::noColumns());
    QCOMPARE(guessed(QStringLiteral("||   |\t|-")), QStringLiteral("-|-|-|-|-"));
    QCOMPARE(guessed(QString(QChar::Null) + QStringLiteral("|(|)|[[[[|]]")),
        QStringLiteral("-|-|-|-|-"));
    const QString lone(QChar(0xD800));
    QCOMPARE(guessed(lone + QStringLiteral("|ID")), QStringLiteral("-|student_id"));
    const QString endless = QStringLiteral("email").repeated(100'000);
    QCOMPARE(guessed(endless + QStringLiteral("|ID")), QStringLiteral("-|student_id"));
    QStringList wide(1'000'000, QStringLiteral("Studnet Nubmer"));
    wide.first() = QStringLiteral("Email");
    const auto guess = guessHeader(wide);
    QCOMPARE(guess->columns[static_cast<std::size_t>(StudentField::Email)], 0);
}

QTEST_APPLESS_MAIN(TestHeaderMatcher)
#include "tst_headermatcher.moc"
