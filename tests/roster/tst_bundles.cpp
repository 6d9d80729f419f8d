// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundle.h"
#include "keptrows.h"
#include "madezip.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

namespace
{

QString folderOf(const QString &kind)
{
    return QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/bundles/") + kind;
}

ZipEntries bundle(const QString &kind)
{
    return filesIn(folderOf(kind));
}

QByteArray &contentOf(ZipEntries &entries, const QString &name)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const auto &entry) { return entry.first == name; });
    return found->second;
}

struct Read {
    Expected<BundleContent> content = fail(ErrorCode::Internal, {});
    QString rows;

    QString sentence() const { return content ? QString() : content.error().sentence; }
};

Read readFiles(const Expected<std::unique_ptr<RosterFiles>> &files, const QString &wantedClass = {})
{
    Read read;
    if (!files) {
        read.content = tl::unexpected(files.error());
        return read;
    }
    KeptRows kept;
    read.content = readBundle(**files, QStringLiteral("fall.zip"), wantedClass, kept);
    read.rows = kept.text();
    return read;
}

Read readZip(const ZipEntries &entries, const QString &wantedClass = {})
{
    return readFiles(openRosterZip(zipArchive(entries), QStringLiteral("fall.zip")), wantedClass);
}

QStringList sheetNames(const BundleContent &content)
{
    QStringList names;
    for (const RosterSheet &sheet : content.sheets)
        names += sheet.name + " = " + sheet.title;
    return names;
}

} // namespace

/// The exports of student information systems as they are meant by their makers.
class TestBundles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesStudents_data();
    void givesStudents();
    void isReadFromAFolderToo();
    void aClassCanBeChosen_data();
    void aClassCanBeChosen();
    void fileNamesAndOrderDoNotMatter();
    void sharedCodesAreNotMixed();
    void enrolmentsOfTheUnknownAreKept();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void saysWhatIsBroken_data();
    void saysWhatIsBroken();
};

void TestBundles::givesStudents_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("classes");
    QTest::addColumn<QString>("rows");
    const QString header("student_id|given_name|family_name|email|birth_date|grade_level");
    QTest::newRow("OneRoster 1.1") << "oneroster11"
                                   << "OneRoster 1.1"
                                   << QStringList{"ALG1-3 = Algebra I – Period 3 · Fall 2026",
                                          "HIS2-1 = World History, honours · Fall 2026",
                                          "Homeroom 9B = Homeroom 9B · Fall 2026"}
                                   << header
            + "|course\n"
              "004711|Nuria|Muñoz|nuria.munoz@example.org|2011-03-09|09|ALG1-3\n"
              "u-3|Wei|王|wei@example.org||10|HIS2-1\n"
              "004712|Ole|Larsen|ole.larsen@example.org|2011-11-30|09|ALG1-3\n"
              "004711|Nuria|Muñoz|nuria.munoz@example.org|2011-03-09|09|Homeroom 9B\n"
              "004715|Ada|Yılmaz|ada.yilmaz@example.org||09|Homeroom 9B";
    QTest::newRow("OneRoster 1.2")
        << "oneroster12"
        << "OneRoster 1.2" << QStringList{"BIO1-A = Biology A · Fall 2026"}
        << header
            + "\n00021|Kofi|Boateng|kofi.boateng@example.org||11\n"
              "00022|Sanne|van der Berg|sanne.vanderberg@example.org||11";
    QTest::newRow("School Data Sync")
        << "sds1"
        << "School Data Sync" << QStringList{"CHEM-1 = Chemistry 1 · Fall", "ART-1 = Art 1 · Fall"}
        << header
            + "|course\n"
              "000815|Leila|Haddad|leila.haddad@example.org|4/9/2010|10|CHEM-1\n"
              "000815|Leila|Haddad|leila.haddad@example.org|4/9/2010|10|ART-1\n"
              "9002|Tom|O'Brien|tom@example.org||10|CHEM-1";
    QTest::newRow("School Data Sync 2.1")
        << "sds21"
        << "School Data Sync 2.1" << QStringList{"Music 8 = Music 8 · Autumn 2026"}
        << header
            + "\nP1|Jana|Nováková|jana.novakova@example.org||08\n"
              "P2|Piotr|Lis|piotr@example.org||09";
    QTest::newRow("Canvas") << "canvas"
                            << "Canvas SIS CSV"
                            << QStringList{"PHYS101 = Introduction to Physics · Fall 2026",
                                   "ECON101 = Economics · Fall 2026"}
                            << header
            + "|course\n"
              "00301|Amara|Diallo|amara.diallo@example.org|||PHYS101\n"
              "00302|Yuto|Sato|yuto@example.org|||PHYS101\n"
              "00302|Yuto|Sato|yuto@example.org|||ECON101";
}

void TestBundles::givesStudents()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, format);
    QFETCH(const QStringList, classes);
    QFETCH(const QString, rows);
    const Read read = readZip(bundle(kind));
    QVERIFY2(read.content, qPrintable(read.sentence()));
    QCOMPARE(read.content->format, format);
    QCOMPARE(sheetNames(*read.content), classes);
    QCOMPARE(read.content->sheet.isEmpty(), classes.size() > 1);
    QCOMPARE(read.rows, rows);
}

void TestBundles::isReadFromAFolderToo()
{
    for (const QString kind : {"oneroster11", "sds1", "canvas"}) {
        const Read zip = readZip(bundle(kind));
        const Read folder = readFiles(openRosterFolder(folderOf(kind)));
        QVERIFY2(folder.content, qPrintable(folder.sentence()));
        QCOMPARE(folder.rows, zip.rows);
        // As it comes when an archive is made of the folder.
        QCOMPARE(readZip(filesIn(folderOf(kind), "Export 2026/")
                     << std::pair{QStringLiteral("__MACOSX/Export 2026/._users.csv"),
                            QByteArray("\0\5\x16\7", 4)})
                     .rows,
            zip.rows);
    }
}

void TestBundles::aClassCanBeChosen_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::newRow("by its name") << "HIS2-1";
    QTest::newRow("in other case") << " his2-1";
    QTest::newRow("by its id") << "cl-2";
    QTest::newRow("by its title") << "World History, honours";
}

void TestBundles::aClassCanBeChosen()
{
    QFETCH(const QString, wanted);
    const Read read = readZip(bundle("oneroster11"), wanted);
    QVERIFY2(read.content, qPrintable(read.sentence()));
    QCOMPARE(read.content->sheet, QStringLiteral("HIS2-1"));
    QCOMPARE(read.content->sheets.size(), 3);
    QCOMPARE(read.rows,
        QStringLiteral("student_id|given_name|family_name|email|birth_date|grade_level\n"
                       "u-3|Wei|王|wei@example.org||10"));
}

void TestBundles::fileNamesAndOrderDoNotMatter()
{
    ZipEntries renamed;
    for (const auto &[name, content] : bundle("oneroster11")) {
        if (name == u"users.csv")
            renamed.append({"Export-USERS-2026.CSV", "\xEF\xBB\xBF" + content});
        else
            renamed.prepend({name.toUpper(), content});
    }
    const Read read = readZip(renamed);
    QVERIFY2(read.content, qPrintable(read.sentence()));
    QCOMPARE(read.rows, readZip(bundle("oneroster11")).rows);
}

// The same course in two terms, with one code.
void TestBundles::sharedCodesAreNotMixed()
{
    ZipEntries entries = bundle("oneroster11");
    contentOf(entries, "classes.csv").replace("HIS2-1", "ALG1-3");
    const Read read = readZip(entries);
    QVERIFY2(read.content, qPrintable(read.sentence()));
    QCOMPARE(read.content->sheets.at(0).name, QStringLiteral("cl-1"));
    QCOMPARE(read.content->sheets.at(1).name, QStringLiteral("cl-2"));
    QVERIFY(read.rows.contains(u"|10|cl-2"));
}

void TestBundles::enrolmentsOfTheUnknownAreKept()
{
    ZipEntries entries = bundle("oneroster11");
    contentOf(entries, "enrollments.csv") += "e-9,,,cl-new,org-2,u-99,student,,,\n";
    const Read read = readZip(entries);
    QVERIFY2(read.content, qPrintable(read.sentence()));
    QVERIFY2(read.rows.endsWith(u"\nu-99||||||cl-new"), qPrintable(read.rows));
    QCOMPARE(read.content->sheets.last().name, QStringLiteral("cl-new"));
}

void TestBundles::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("column"); // empty: the file is taken away
    QTest::addColumn<QString>("sentence");
    const QByteArray whole;
    QTest::newRow("OneRoster without enrolments")
        << "oneroster11"
        << "enrollments.csv" << whole
        << "“fall.zip” is a OneRoster bundle, but “enrollments.csv” is missing in it. Ask for the "
           "whole export.";
    QTest::newRow("OneRoster without users")
        << "oneroster11"
        << "users.csv" << whole
        << "“fall.zip” is a OneRoster bundle, but “users.csv” is missing in it. Ask for the whole "
           "export.";
    QTest::newRow("School Data Sync without sections")
        << "sds1"
        << "Section.csv" << whole
        << "“fall.zip” is a School Data Sync bundle, but “Section.csv” is missing in it. Ask for "
           "the whole export.";
    QTest::newRow("Canvas without courses")
        << "canvas"
        << "courses.csv" << whole
        << "“fall.zip” is a Canvas SIS bundle, but “courses.csv” is missing in it. Ask for the "
           "whole export.";
    QTest::newRow("enrolments without the class")
        << "oneroster12"
        << "enrollments.csv" << QByteArray("classSourcedId")
        << "“fall.zip” is a OneRoster bundle, but the column “classSourcedId” is missing in its "
           "file “enrollments.csv”. Ask for the whole export.";
    QTest::newRow("enrolments without the role")
        << "sds21"
        << "enrollments.csv" << QByteArray("role")
        << "“fall.zip” is a School Data Sync bundle, but the column “role” is missing in its file "
           "“enrollments.csv”. Ask for the whole export.";
    QTest::newRow("students without a number")
        << "sds1"
        << "Student.csv" << QByteArray("SIS ID,")
        << "“fall.zip” is a School Data Sync bundle, but the column “SIS ID” is missing in its "
           "file “Student.csv”. Ask for the whole export.";
}

void TestBundles::saysWhatIsMissing()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, column);
    QFETCH(const QString, sentence);
    ZipEntries entries = bundle(kind);
    if (column.isEmpty()) {
        entries.removeIf([&](const auto &entry) { return entry.first == file; });
    } else {
        QByteArray &content = contentOf(entries, file);
        content.replace(content.indexOf(column), column.size(), column.endsWith(',') ? "x," : "x");
    }
    const Read read = readZip(entries);
    QCOMPARE(read.sentence(), sentence);
    QVERIFY(read.rows.isEmpty());
}

void TestBundles::saysWhatIsBroken_data()
{
    QTest::addColumn<ZipEntries>("entries");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("a class that is not there") << bundle(
        "oneroster11") << "XYZ" << QStringList{"no class “XYZ”", "ALG1-3, HIS2-1, Homeroom 9B"};
    QTest::newRow("a class that was deleted")
        << bundle("oneroster12") << "BIO1-Z" << QStringList{"no class “BIO1-Z”", "BIO1-A"};
    QTest::newRow("no bundle") << ZipEntries{{"list.csv", "student_id,name\n1,Bo\n"}} << ""
                               << QStringList{"OneRoster, School Data Sync or Canvas"};
    QTest::newRow("nothing in it") << ZipEntries{{"readme.txt", "hello"}} << ""
                                   << QStringList{"OneRoster, School Data Sync or Canvas"};
    ZipEntries entries = bundle("oneroster11");
    contentOf(entries, "users.csv").replace("Muñoz", "Mu\xF1oz");
    QTest::newRow("not UTF-8") << entries << ""
                               << QStringList{"“users.csv” in “fall.zip”", "row 2", "UTF-8"};
    entries = bundle("oneroster11");
    contentOf(entries, "enrollments.csv").replace("e-2", "\"e-2");
    QTest::newRow("an open quotation mark")
        << entries << "" << QStringList{"“enrollments.csv” in “fall.zip”", "row 3", "quotation"};
    entries = bundle("oneroster11");
    contentOf(entries, "enrollments.csv").replace(",student,", ",teacher,");
    QTest::newRow("no students") << entries << "" << QStringList{"no students in any class"};
    entries = bundle("sds21");
    contentOf(entries, "enrollments.csv").replace(",student", ",teacher");
    QTest::newRow("no students in the only class")
        << entries << "" << QStringList{"no students in the class “Music 8”"};
}

void TestBundles::saysWhatIsBroken()
{
    QFETCH(const ZipEntries, entries);
    QFETCH(const QString, wanted);
    QFETCH(const QStringList, parts);
    const Read read = readZip(entries, wanted);
    QVERIFY(!read.content);
    QVERIFY2(read.sentence().contains(u"“fall.zip”"), qPrintable(read.sentence()));
    for (const QString &part : parts)
        QVERIFY2(read.sentence().contains(part), qPrintable(read.sentence()));
}

QTEST_APPLESS_MAIN(TestBundles)
#include "tst_bundles.moc"
