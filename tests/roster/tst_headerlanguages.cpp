// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headermatcher.h"

#include <QTest>

using namespace Rollbook;

/// Headers as schools in many countries have them say what they mean.
class TestHeaderLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnderstood_data();
    void isUnderstood();
};

void TestHeaderLanguages::isUnderstood_data()
{
    struct Row {
        const char *name;
        const char *header;   // the columns, between bars
        const char *expected; // the field of each
    };
    static constexpr Row Rows[] = {
        {"English: PowerSchool",
            "Student_Number|Last_Name|First_Name|Grade_Level|DOB|Home_Room|SchoolID",
            "student_id|family_name|given_name|grade_level|birth_date|-|-"},
        {"English: PowerSchool LastFirst",
            "LastFirst|Student_Number|Grade_Level|Gender|Student_Email",
            "full_name|student_id|grade_level|-|email"},
        {"English: Infinite Campus",
            "Student Number|Last Name|First Name|Middle Name|Birthdate|Grade|State ID",
            "student_id|family_name|given_name|-|birth_date|grade_level|-"},
        {"English: SIMS",
            "Adno|Legal Surname|Legal Forename|Preferred Forename|Reg Group|Year Group|Date of "
            "Birth|UPN",
            "student_id|family_name|given_name|-|-|grade_level|birth_date|-"},
        {"English: Skyward", "Other ID|Full Name LFM|Grade|Home Phone|School Email",
            "student_id|full_name|grade_level|-|email"},
        {"English: Moodle", "username|firstname|lastname|email|idnumber|course1",
            "-|given_name|family_name|email|student_id|course"},
        {"English: Canvas users",
            "user_id|login_id|first_name|last_name|full_name|sortable_name|email|status",
            "student_id|-|given_name|family_name|full_name|-|email|-"},
        {"English: Canvas enrolments", "course_id|user_id|role|section_id|status",
            "course|student_id|-|-|-"},
        {"English: OneRoster users",
            "sourcedId|status|enabledUser|role|username|givenName|familyName|identifier|email|"
            "grades",
            "-|-|-|-|-|given_name|family_name|student_id|email|grade_level"},
        {"English: School Data Sync", "SIS ID|First Name|Last Name|Username|Grade|State ID",
            "student_id|given_name|family_name|-|grade_level|-"},
        {"English: Google Classroom", "Last Name|First Name|Email Address",
            "family_name|given_name|email"},
        {"English: by hand", "No.|Pupil|Form|D.O.B.|E-mail|Remarks",
            "-|full_name|grade_level|birth_date|email|notes"},
        {"Spanish: Séneca",
            "Alumno/a|Nº Id. Escolar|Curso|Unidad|Fecha de nacimiento|Correo electrónico",
            "full_name|student_id|course|grade_level|birth_date|email"},
        {"Spanish: Rayuela", "Nº Expediente|Primer apellido|Segundo apellido|Nombre|DNI|Unidad",
            "student_id|family_name|-|given_name|-|grade_level"},
        {"Spanish: Moodle in Spanish", "Nombre|Apellido(s)|Número de ID|Dirección de correo",
            "given_name|family_name|-|email"},
        {"Spanish: Mexico",
            "Matrícula|Apellido paterno|Apellido materno|Nombre(s)|Grado|Grupo|CURP",
            "student_id|family_name|-|given_name|grade_level|-|-"},
        {"Spanish: Argentina", "Legajo|Apellido y nombre|DNI|Año|División|Materia",
            "student_id|full_name|-|grade_level|-|course"},
        {"Spanish: Chile", "RUT|Nombre completo|Curso|Asignatura|Correo institucional",
            "student_id|full_name|grade_level|course|email"},
        {"Spanish: by hand", "Nº|Nombre|Apellidos|F. Nac.|Correo|Observaciones",
            "-|given_name|family_name|birth_date|email|notes"},
        {"Spanish: Colombia", "Código del estudiante|Nombres|Apellidos|Grado|Nombre del acudiente",
            "student_id|given_name|family_name|grade_level|-"},
        {"Spanish: capitals", "Nº EXP|APELLIDOS Y NOMBRE|CLASE|TELÉFONO|CORREO",
            "student_id|full_name|grade_level|-|email"},
        {"French: Pronote", "Nom|Prénom|Né(e) le|Classe|Adresse e-mail|Numéro national",
            "family_name|given_name|birth_date|grade_level|email|student_id"},
        {"French: Siècle", "N° Interne|INE|Nom de famille|Prénom 1|Date naissance|Division",
            "student_id|-|family_name|given_name|birth_date|grade_level"},
        {"French: Quebec", "Code permanent|Nom|Prénom|Niveau|Groupe|Courriel",
            "student_id|family_name|given_name|grade_level|-|email"},
        {"French: university", "N° étudiant|Nom d'usage|Prénom|Matière|Mél",
            "student_id|family_name|given_name|course|email"},
        {"French: whole names", "Nom et prénom de l’élève|Classe|Date de naissance",
            "full_name|grade_level|birth_date"},
        {"French: Belgium", "Matricule|Nom Prénom|Année|Cours|Remarques",
            "student_id|full_name|grade_level|course|notes"},
        {"French: typewriter apostrophe", "Identifiant de l'élève|Nom de l'élève|Prénom de l'élève",
            "student_id|family_name|given_name"},
        {"French: student list", "Élève|Mail élève|Mail parents|Commentaires",
            "full_name|email|-|notes"},
        {"German: SchILD",
            "Interne ID-Nummer|Nachname|Vorname|Klasse|Jahrgang|Geburtsdatum|E-Mail (schulisch)",
            "student_id|family_name|given_name|-|grade_level|birth_date|email"},
        {"German: ASV", "Familienname|Rufname|Vornamen|Klasse|Geburtsdatum|Jahrgangsstufe",
            "family_name|-|given_name|-|birth_date|grade_level"},
        {"German: WebUntis",
            "Schlüssel (extern)|Langname|Vorname|Klasse|Geschlecht|Geburtsdatum|E-Mail-Adresse",
            "student_id|family_name|given_name|grade_level|-|birth_date|email"},
        {"German: Moodle in German", "Vorname|Nachname|ID-Nummer|E-Mail-Adresse|Kurs",
            "given_name|family_name|student_id|email|course"},
        {"German: surname called name", "Schüler-Nr.|Name|Vorname|Kl.|geb. am|Bemerkungen",
            "student_id|family_name|given_name|grade_level|birth_date|notes"},
        {"German: Austria", "Schülerkennzahl|Familienname|Vorname|Schulstufe|Klasse",
            "student_id|family_name|given_name|grade_level|-"},
        {"German: university", "Matrikelnummer|Name, Vorname|E-Mail|Lehrveranstaltung",
            "student_id|full_name|email|course"},
        {"German: whole names", "lfd. Nr.|Schüler/in|Klasse|Fach",
            "student_id|full_name|grade_level|course"},
        {"Portuguese: Portugal",
            "N.º Processo|Nome|Ano|Turma|Data de Nascimento|Encarregado de Educação",
            "student_id|full_name|grade_level|-|birth_date|-"},
        {"Portuguese: Brazil", "RA|Nome do Aluno|Série|Turma|Data de Nasc.|E-mail institucional",
            "student_id|full_name|grade_level|-|birth_date|email"},
        {"Portuguese: first and last", "Matrícula|Primeiro nome|Sobrenome|Endereço de e-mail",
            "student_id|given_name|family_name|email"},
        {"Portuguese: Moodle in Portuguese", "Nome próprio|Apelido|Endereço de correio eletrónico",
            "given_name|family_name|email"},
        {"Portuguese: name beside surname", "Nome|Apelidos|N.º de aluno",
            "given_name|family_name|student_id"},
        {"Portuguese: university",
            "Número mecanográfico|Nome completo|Unidade curricular|Correio eletrónico",
            "student_id|full_name|course|email"},
        {"Portuguese: by hand", "Nº|Aluno(a)|Idade|Obs.", "student_id|full_name|-|notes"},
        {"Portuguese: roll", "Código do aluno|Aluno|Disciplina|Turno|Observações",
            "student_id|full_name|course|-|notes"},
        {"Italian: class", "Matricola|Cognome|Nome|Data di nascita|Classe|Sezione",
            "student_id|family_name|given_name|birth_date|grade_level|-"},
        {"Italian: Argo", "Cognome e Nome|Classe|Codice fiscale|Luogo di nascita|E-mail alunno",
            "full_name|grade_level|student_id|-|email"},
        {"Italian: SIDI", "Codice SIDI|Cognome alunno|Nome alunno|Anno di corso",
            "student_id|family_name|given_name|grade_level"},
        {"Italian: university",
            "Numero di matricola|Nominativo|Insegnamento|Indirizzo di posta elettronica",
            "student_id|full_name|course|email"},
        {"Italian: Moodle in Italian", "Nome|Cognome|Codice identificativo|Indirizzo email",
            "given_name|family_name|student_id|email"},
        {"Italian: by hand", "Alunno|Nato il|Note", "full_name|birth_date|notes"},
        {"Italian: register", "N. matricola|Studente|Materia|Mail istituzionale|Mail genitori",
            "student_id|full_name|course|email|-"},
        {"Italian: institute", "Codice alunno|Nome e cognome|Classe/Sezione|Osservazioni",
            "student_id|full_name|grade_level|notes"},
        {"Dutch: Magister", "Stamnr|Roepnaam|Tussenvoegsel|Achternaam|Klas|Geboortedatum|E-mail",
            "student_id|given_name|-|family_name|grade_level|birth_date|email"},
        {"Dutch: Somtoday", "Leerlingnummer|Voornaam|Voorvoegsel|Achternaam|Stamgroep|Leerjaar",
            "student_id|given_name|-|family_name|-|grade_level"},
        {"Dutch: Belgium", "Stamnummer|Naam|Voornaam|Klas|E-mailadres",
            "student_id|family_name|given_name|grade_level|email"},
        {"Dutch: university", "Studentnummer|Naam student|Cursuscode|E-mailadres student",
            "student_id|full_name|course|-"},
        {"Dutch: whole names", "Leerling|Leerlingnr.|Vak|Opmerkingen",
            "full_name|student_id|course|notes"},
        {"Dutch: Moodle in Dutch", "Voornaam|Achternaam|ID-nummer|E-mailadres",
            "given_name|family_name|student_id|email"},
        {"Dutch: parents", "Naam leerling|E-mail ouders|E-mail leerling", "full_name|-|email"},
        {"Dutch: primary school", "Volledige naam|Groep|Geboorteplaats|Geb. datum",
            "full_name|grade_level|-|birth_date"},
        {"Polish: Librus", "Lp.|Nazwisko i imię|Klasa|Data urodzenia|PESEL",
            "-|full_name|grade_level|birth_date|student_id"},
        {"Polish: Vulcan", "Nr w księdze uczniów|Nazwisko|Imię|Drugie imię|Oddział",
            "student_id|family_name|given_name|-|grade_level"},
        {"Polish: university", "Nr albumu|Imię i nazwisko|Adres e-mail|Przedmiot",
            "student_id|full_name|email|course"},
        {"Polish: Moodle in Polish", "Imię|Nazwisko|Numer ID|Adres e-mail",
            "given_name|family_name|-|email"},
        {"Polish: card", "Numer legitymacji szkolnej|Uczeń|Poziom|Uwagi",
            "student_id|full_name|grade_level|notes"},
        {"Polish: parents", "Imię ucznia|Nazwisko ucznia|Imię i nazwisko rodzica|E-mail rodzica",
            "given_name|family_name|-|-"},
        {"Polish: capitals without accents", "IDENTYFIKATOR|NAZWISKO|IMIE|PLEC|DATA UR.",
            "student_id|family_name|given_name|-|birth_date"},
        {"Polish: course", "Identyfikator ucznia|Zajęcia|Grupa", "student_id|course|-"},
        {"Turkish: e-Okul", "S.No|Öğrenci No|Adı|Soyadı|Cinsiyeti|Sınıfı",
            "-|student_id|given_name|family_name|-|grade_level"},
        {"Turkish: K12NET", "Okul No|Adı Soyadı|Sınıf/Şube|E-posta|Veli Adı",
            "student_id|full_name|grade_level|email|-"},
        {"Turkish: identity", "T.C. Kimlik No|Adı|Soyadı|Doğum Tarihi|Baba Adı",
            "student_id|given_name|family_name|birth_date|-"},
        {"Turkish: university", "Öğrenci Numarası|Ad Soyad|Ders Kodu|E-posta Adresi",
            "student_id|full_name|course|email"},
        {"Turkish: by hand", "No|Öğrencinin Adı Soyadı|Şubesi|Açıklama",
            "student_id|full_name|grade_level|notes"},
        {"Turkish: capitals", "ÖĞRENCİ NUMARASI|İSİM|SOYİSİM|SINIF",
            "student_id|given_name|family_name|grade_level"},
        {"Turkish: Moodle in Turkish", "Adı|Soyadı|Kimlik numarası|E-posta adresi",
            "given_name|family_name|student_id|email"},
        {"Turkish: course", "Öğrenci|Ders Adı|Notlar", "full_name|course|notes"},
        {"Arabic: Noor", "رقم الهوية|اسم الطالب|الصف|الفصل|الجوال",
            "student_id|full_name|grade_level|-|-"},
        {"Arabic: Massar", "رقم التلميذ|الاسم العائلي|الاسم الشخصي|تاريخ الازدياد|القسم",
            "student_id|family_name|given_name|birth_date|grade_level"},
        {"Arabic: university", "الرقم الجامعي|الاسم الكامل|البريد الإلكتروني|المقرر",
            "student_id|full_name|email|course"},
        {"Arabic: counter", "م|اسم الطالب|الصف الدراسي|ملاحظات", "-|full_name|grade_level|notes"},
        {"Arabic: Moodle in Arabic", "الاسم الأول|اسم العائلة|البريد الإلكتروني|رقم الطالب",
            "given_name|family_name|email|student_id"},
        {"Arabic: Tunisia", "المعرف|الاسم|اللقب|تاريخ الولادة",
            "-|given_name|family_name|birth_date"},
        {"Arabic: emigrated hamza", "الاسم الاول|الاسم الاخير|الايميل|رقم التسجيل",
            "given_name|family_name|email|student_id"},
        {"Arabic: parents", "اسم الطالب|اسم ولي الأمر|بريد ولي الأمر|المادة",
            "full_name|-|-|course"},
        {"Chinese: class", "学号|姓名|性别|班级|出生日期",
            "student_id|full_name|-|grade_level|birth_date"},
        {"Chinese: grade and class", "序号|学籍号|学生姓名|年级|班级",
            "-|student_id|full_name|grade_level|-"},
        {"Chinese: university", "学号|姓名|专业|课程名称|电子邮箱",
            "student_id|full_name|-|course|email"},
        {"Chinese: identity", "姓名|身份证号|联系电话|家长姓名|备注",
            "full_name|student_id|-|-|notes"},
        {"Chinese: two names", "姓|名|邮箱|学号", "family_name|given_name|email|student_id"},
        {"Chinese: Moodle in Chinese", "姓氏|名|电子邮件地址|学生编号",
            "family_name|given_name|email|student_id"},
        {"Chinese: course", "课程代码|课程号|学生学号", "course|-|student_id"},
        {"Chinese: with English", "学号 (Student ID)|姓名 (Name)|年级 (Grade)",
            "student_id|full_name|grade_level"},
        {"Chinese: Taiwan", "學號|姓名|班級|座號|電子郵件",
            "student_id|full_name|grade_level|-|email"},
        {"Chinese: Hong Kong", "學生編號|中文姓名|英文姓名|班別|班號|出生日期",
            "student_id|full_name|-|grade_level|-|birth_date"},
        {"Chinese: Taiwan, courses", "學生姓名|課程名稱|課程代碼|備註", "full_name|course|-|notes"},
        {"Chinese: Taiwan, identity", "身分證字號|姓名|生日|電子信箱|家長電話",
            "student_id|full_name|birth_date|email|-"},
        {"Chinese: Taiwan, grades", "學籍號|學生姓名|年級|班級|性別",
            "student_id|full_name|grade_level|-|-"},
        {"Chinese: Taiwan, two names", "姓氏|名字|學號", "family_name|given_name|student_id"},
        {"Chinese: Taiwan, mail", "學生姓名|學校電郵|家長電郵", "full_name|email|-"},
        {"Chinese: Taiwan, subject", "學生證號|全名|科目|說明",
            "student_id|full_name|course|notes"},
        {"Japanese: register", "学籍番号|氏名|フリガナ|生年月日|学年|組",
            "student_id|full_name|-|birth_date|grade_level|-"},
        {"Japanese: class", "出席番号|生徒氏名|クラス|備考",
            "student_id|full_name|grade_level|notes"},
        {"Japanese: university", "学生番号|氏名|授業科目名|メールアドレス",
            "student_id|full_name|course|email"},
        {"Japanese: two names", "姓|名|セイ|メイ|Eメール", "family_name|given_name|-|-|email"},
        {"Japanese: kana in brackets", "生徒番号|氏名(漢字)|氏名(カナ)|保護者氏名",
            "student_id|full_name|-|-"},
        {"Japanese: Moodle in Japanese", "名|姓|メールアドレス|IDナンバー",
            "given_name|family_name|email|-"},
        {"Japanese: year, class, number", "学年・組|番号|名前|性別",
            "grade_level|student_id|full_name|-"},
        {"Japanese: lectures", "講座コード|学籍番号|学生氏名|評価",
            "course|student_id|full_name|-"},
    };
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");
    for (const Row &row : Rows)
        QTest::newRow(row.name) << QString::fromUtf8(row.header) << QString::fromUtf8(row.expected);
}

void TestHeaderLanguages::isUnderstood()
{
    QFETCH(const QString, header);
    QFETCH(const QString, expected);
    const QStringList headers = header.split(u'|');
    const auto guess = guessHeader(headers);
    QVERIFY(guess);
    QStringList fields(headers.size(), QStringLiteral("-"));
    for (int field = 0; field < StudentFieldCount; ++field) {
        const int column = guess->columns[static_cast<std::size_t>(field)];
        if (column >= 0)
            fields[column] = canonicalName(static_cast<StudentField>(field));
    }
    QCOMPARE(fields.join(u'|'), expected);
}

QTEST_APPLESS_MAIN(TestHeaderLanguages)
#include "tst_headerlanguages.moc"
