// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentparts.h"
#include "finishedrun.h"
#include "reports/documentlanguages.h"
#include "reports/printing.h"
#include "translationfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <atomic>
#include <barrier>
#include <thread>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int ManyRows = 4000;

// English words that are none in the other language.
QStringList englishOnly(const QString &language)
{
    QStringList sources;
    QStringList words;
    const QList<TranslatedText> texts = translatedTexts(translationOf(language));
    for (const TranslatedText &text : texts) {
        // What has a comment is a code, and a word of Spanish.
        if (text.comment.isEmpty())
            sources += text.source;
        words += text.forms;
    }
    sources.removeIf([&words](const QString &source) { return words.contains(source); });
    return sources;
}

/// A language of the program that is not English.
class GermanProgram
{
public:
    GermanProgram()
    {
        if (!m_words.load(u":/translations/documents_de.qm"_s))
            qFatal("no German words");
        QCoreApplication::installTranslator(&m_words);
        letDocumentsHaveTheirLanguage();
    }

private:
    QTranslator m_words;
};

} // namespace

/// Documents speak the language that the school wants, whatever the program speaks.
class TestDocumentLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { letDocumentsHaveTheirLanguage(); }

    void pageForBrowsersIsInTheLanguage_data();
    void pageForBrowsersIsInTheLanguage();
    void workbookIsInTheLanguage_data();
    void workbookIsInTheLanguage();
    void pagesAreInTheLanguage_data();
    void pagesAreInTheLanguage();
    void printedPagesAreInTheLanguage();
    void correctionsAreInTheLanguage_data();
    void correctionsAreInTheLanguage();
    void daysInReasonsAreWrittenAsInTheLanguage();
    void whatIsCountedIsInTheLanguage_data();
    void whatIsCountedIsInTheLanguage();
    void regionKeepsTheWords();
    void languageWithoutWordsIsThatOfTheProgram();
    void documentCanBeEnglishWhereTheProgramIsNot();
    void twoLanguagesAtTheSameTime();
    void filesForScriptsAreTheSame_data();
    void filesForScriptsAreTheSame();

private:
    static void addLanguages();
    QString write(ReportFormat format, const QString &language,
        const RegisterStudentsResults &run = runWithEachStatus());

    QTemporaryDir m_folder;
};

// The words that each kind of document has.
void TestDocumentLanguage::addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("German") << u"de"_s
                            << QStringList{u"Angemeldet"_s, u"Warteliste"_s, u"Schon angemeldet"_s,
                                   u"Nicht angemeldet"_s, u"Fehlgeschlagen"_s,
                                   u"Nicht bearbeitet"_s, u"Klassenliste"_s, u"Kurs"_s,
                                   u"Schüler-Nr."_s, u"Nachname"_s, u"Ergebnis"_s,
                                   u"setzt GO0 voraus"_s, u"abgeschlossen"_s};
    QTest::newRow("Spanish") << u"es"_s
                             << QStringList{u"Inscrito"_s, u"Lista de espera"_s, u"Ya inscrito"_s,
                                    u"No inscrito"_s, u"Con error"_s, u"Sin tramitar"_s,
                                    u"Lista de clase"_s, u"Curso"_s, u"N.º de alumno"_s,
                                    u"Apellidos"_s, u"Resultado"_s, u"requiere GO0 antes"_s,
                                    u"terminado"_s};
    QTest::newRow("French") << u"fr"_s
                            << QStringList{u"Inscrit"_s, u"Liste d’attente"_s, u"Déjà inscrit"_s,
                                   u"Non inscrit"_s, u"Échec"_s, u"Non traité"_s,
                                   u"Liste de classe"_s, u"Cours"_s, u"N° d’élève"_s, u"Nom"_s,
                                   u"Résultat"_s, u"nécessite d’abord GO0"_s, u"terminé"_s};
}

QString TestDocumentLanguage::write(
    ReportFormat format, const QString &language, const RegisterStudentsResults &run)
{
    const QString path = m_folder.filePath(language + u"-report"_s + reportEnding(format));
    Letterhead letterhead;
    letterhead.language = language;
    if (const auto written = writeReport({run}, path, {.format = format, .letterhead = letterhead});
        !written)
        qFatal("%s", qPrintable(written.error().sentence));
    return path;
}

void TestDocumentLanguage::pageForBrowsersIsInTheLanguage_data()
{
    addLanguages();
}

void TestDocumentLanguage::pageForBrowsersIsInTheLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, words);
    const QString path = write(ReportFormat::Html, language);
    const QStringList parts = partsOfHtml(path);
    for (const QString &word : words)
        QVERIFY2(parts.contains(word), qPrintable(word));
    const QStringList english = englishOnly(language);
    for (const QString &word : english)
        QVERIFY2(!parts.contains(word), qPrintable(word));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<html lang=\"" + language.toLatin1() + "\" dir=\"ltr\">"));
    // What it says of itself is no longer true when it is over.
    QCOMPARE(statusTitle(RegistrationStatus::Registered), u"Registered"_s);
}

void TestDocumentLanguage::workbookIsInTheLanguage_data()
{
    addLanguages();
}

void TestDocumentLanguage::workbookIsInTheLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, words);
    const QStringList parts = partsOfWorkbook(write(ReportFormat::Xlsx, language));
    for (const QString &word : words)
        QVERIFY2(parts.contains(word), qPrintable(word));
    const QStringList english = englishOnly(language);
    for (const QString &word : english)
        QVERIFY2(!parts.contains(word), qPrintable(word));
}

void TestDocumentLanguage::pagesAreInTheLanguage_data()
{
    addLanguages();
}

void TestDocumentLanguage::pagesAreInTheLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, words);
    const QString path = write(ReportFormat::Pdf, language);
    const QString text = textOfPages(path);
    for (const QString &word : words)
        QVERIFY2(hasWord(text, word), qPrintable(word + u'\n' + text));
    const QStringList english = englishOnly(language);
    for (const QString &word : english)
        QVERIFY2(!hasWord(text, word), qPrintable(word + u'\n' + text));
    const QJsonDocument pdf = QJsonDocument::fromJson(
        ask(u"qpdf"_s, {u"--json=1"_s, u"--json-key=objects"_s, path}).toUtf8());
    const QJsonObject objects = pdf[u"objects"].toObject();
    const QString root = objects[u"trailer"][u"/Root"].toString();
    QCOMPARE(objects[root][u"/Lang"].toString(), language);
    QVERIFY(
        ask(u"qpdf"_s, {u"--check"_s, path}).contains(u"No syntax or stream encoding errors"_s));
}

void TestDocumentLanguage::printedPagesAreInTheLanguage()
{
    const QString path = m_folder.filePath(u"printed.pdf"_s);
    Letterhead letterhead;
    letterhead.language = u"es"_s;
    {
        QPdfWriter printer(path);
        printer.setPageLayout(reportPageLayout(Paper::A4));
        QVERIFY(printReport({runWithEachStatus()}, {.letterhead = letterhead}, printer));
    }
    QVERIFY(hasWord(textOfPages(path), u"Lista de espera"_s));
    QVERIFY(!hasWord(textOfPages(path), u"Waiting list"_s));

    // The same to be looked at.
    constexpr int DotsPerInch = 60;
    const auto pictures = [](const QString &language) {
        Letterhead head;
        head.language = language;
        return reportPages({runWithEachStatus()}, head, DotsPerInch, 1).pictures;
    };
    const QList<QImage> spanish = pictures(u"es"_s);
    QVERIFY(!spanish.isEmpty());
    QVERIFY(spanish != pictures(u"en"_s));
}

void TestDocumentLanguage::correctionsAreInTheLanguage_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("CSV") << static_cast<int>(ReportFormat::CorrectionsCsv);
    QTest::newRow("XLSX") << static_cast<int>(ReportFormat::CorrectionsXlsx);
}

void TestDocumentLanguage::correctionsAreInTheLanguage()
{
    QFETCH(const int, format);
    const QString path = write(static_cast<ReportFormat>(format), u"fr"_s);
    QString text;
    if (path.endsWith(u".xlsx")) {
        text = partsOfWorkbook(path).join(u'\n');
        QVERIFY(text.contains(u"À corriger"_s));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        text = QString::fromUtf8(file.readAll());
    }
    QVERIFY(text.contains(u"Motif de non-inscription"_s));
    QVERIFY(text.contains(u"nécessite d’abord GO0"_s));
    QVERIFY(!text.contains(u"needs"_s));
}

void TestDocumentLanguage::daysInReasonsAreWrittenAsInTheLanguage()
{
    RegisterStudentsResults run = finishedRun(1);
    run.results[0] = rejectedRow(0, ReasonCode::NotOpenYet, u"2026-12-24"_s);
    const QString reason = u"die Anmeldung beginnt am 24.12.26"_s;
    QVERIFY(partsOfHtml(write(ReportFormat::Html, u"de"_s, run)).contains(reason));
    QVERIFY(partsOfWorkbook(write(ReportFormat::Xlsx, u"de"_s, run)).contains(reason));
    QVERIFY(partsOfWorkbook(write(ReportFormat::CorrectionsXlsx, u"de"_s, run)).contains(reason));
    QVERIFY(textOfPages(write(ReportFormat::Pdf, u"de"_s, run)).contains(u"24.12.26"_s));
}

void TestDocumentLanguage::whatIsCountedIsInTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("courses");
    QTest::addColumn<QString>("lists");
    QTest::newRow("German") << u"de"_s << u"2 Kurse"_s << u"2 Klassenlisten"_s;
    QTest::newRow("Spanish") << u"es"_s << u"2 cursos"_s << u"2 listas de clase"_s;
    QTest::newRow("French") << u"fr"_s << u"2 cours"_s << u"2 listes de classe"_s;
    QTest::newRow("English") << u"en"_s << u"2 courses"_s << u"2 class lists"_s;
}

void TestDocumentLanguage::whatIsCountedIsInTheLanguage()
{
    QFETCH(const QString, language);
    RegisterStudentsResults run = finishedRun(2);
    run.courses = CourseAssignment({{u"GO1"_s, {}}, {u"GO2"_s, {}}}, {0, 1});
    run.run.courseName = u"2 courses"_s;
    QFETCH(const QString, courses);
    QVERIFY(partsOfHtml(write(ReportFormat::Html, language, run)).contains(courses));
    QVERIFY(textOfPages(write(ReportFormat::Pdf, language, run)).contains(courses));
    const QString path = m_folder.filePath(u"two.html"_s);
    Letterhead letterhead;
    letterhead.language = language;
    QVERIFY(
        writeReport({run, run}, path, {.format = ReportFormat::Html, .letterhead = letterhead}));
    QFETCH(const QString, lists);
    QVERIFY(partsOfHtml(path).contains(lists));
}

void TestDocumentLanguage::regionKeepsTheWords()
{
    QFile file(write(ReportFormat::Html, u"es-MX"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(html.contains("<html lang=\"es-MX\" dir=\"ltr\">"));
    QVERIFY(html.contains("Lista de espera"));
}

void TestDocumentLanguage::languageWithoutWordsIsThatOfTheProgram()
{
    const GermanProgram program;
    for (const QString &language : {QString(), u"pt-BR"_s}) {
        QFile file(write(ReportFormat::Html, language));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray html = file.readAll();
        QVERIFY(html.contains("<html lang=\"de\" dir=\"ltr\">"));
        QVERIFY(html.contains("Warteliste"));
    }
}

void TestDocumentLanguage::documentCanBeEnglishWhereTheProgramIsNot()
{
    const GermanProgram program;
    QCOMPARE(statusTitle(RegistrationStatus::Waitlisted), u"Warteliste"_s);
    const QString path = write(ReportFormat::Html, u"en"_s);
    const QStringList parts = partsOfHtml(path);
    for (const char *word : {"Waiting list", "Registered", "Student ID", "needs GO0 first"})
        QVERIFY2(parts.contains(QString::fromLatin1(word)), word);
    QVERIFY(!parts.contains(u"Warteliste"_s));
    QVERIFY(!parts.contains(u"Kurs"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<html lang=\"en\" dir=\"ltr\">"));
    QCOMPARE(statusTitle(RegistrationStatus::Waitlisted), u"Warteliste"_s);
}

void TestDocumentLanguage::twoLanguagesAtTheSameTime()
{
    const RegisterStudentsResults run = finishedRun(ManyRows);
    std::barrier start(2);
    std::atomic<int> done = 0;
    const auto writeIn = [&](const QString &language) {
        Letterhead letterhead;
        letterhead.language = language;
        const auto wait = [&start](qsizetype written, qsizetype) {
            if (written == 0)
                start.arrive_and_wait();
            return true;
        };
        const auto written = writeReport({run}, m_folder.filePath(language + u"-thread.html"_s),
            {.format = ReportFormat::Html, .letterhead = letterhead, .progress = wait});
        if (!written)
            qFatal("%s", qPrintable(written.error().sentence));
        ++done;
    };
    std::jthread german(writeIn, u"de"_s);
    std::jthread french(writeIn, u"fr"_s);
    bool isEnglishHere = true;
    while (done < 2)
        isEnglishHere &= statusTitle(RegistrationStatus::Waitlisted) == u"Waiting list"_s;
    german.join();
    french.join();
    QVERIFY(isEnglishHere);
    const QStringList inGerman = partsOfHtml(m_folder.filePath(u"de-thread.html"_s));
    const QStringList inFrench = partsOfHtml(m_folder.filePath(u"fr-thread.html"_s));
    // A row each, and one for how many they are.
    QCOMPARE(inGerman.count(u"Angemeldet"_s), ManyRows + 1);
    QCOMPARE(inFrench.count(u"Inscrit"_s), ManyRows + 1);
    QCOMPARE(inGerman.count(u"Inscrit"_s), 0);
    QCOMPARE(inFrench.count(u"Angemeldet"_s), 0);
}

void TestDocumentLanguage::filesForScriptsAreTheSame_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("CSV") << static_cast<int>(ReportFormat::Csv);
    QTest::newRow("JSON") << static_cast<int>(ReportFormat::Json);
    QTest::newRow("Moodle") << static_cast<int>(ReportFormat::MoodleCsv);
    QTest::newRow("Canvas") << static_cast<int>(ReportFormat::CanvasCsv);
}

void TestDocumentLanguage::filesForScriptsAreTheSame()
{
    QFETCH(const int, format);
    RegisterStudentsResults run = runWithEachStatus();
    run.results[4] = rejectedRow(4, ReasonCode::NotOpenYet, u"2026-12-24"_s);
    QList<QByteArray> files;
    for (const char *language : {"", "en", "de", "es", "fr", "pt-BR"}) {
        QFile file(write(static_cast<ReportFormat>(format), QString::fromLatin1(language), run));
        QVERIFY(file.open(QIODevice::ReadOnly));
        files += file.readAll();
        QVERIFY(!files.last().isEmpty());
        QCOMPARE(files.last(), files.first());
    }
}

QTEST_MAIN(TestDocumentLanguage)
#include "tst_documentlanguage.moc"
