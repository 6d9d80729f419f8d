// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentparts.h"
#include "finishedrun.h"
#include "reports/documentlanguages.h"
#include "reports/report.h"
#include "translationfile.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Whatever documents say is translated, and finds room on their pages.
class TestDocumentWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { letDocumentsHaveTheirLanguage(); }

    void thereIsAWordForEachText_data();
    void thereIsAWordForEachText();
    void englishHasBothFormsOfWhatIsCounted();
    void languagesAreKnown();
    void wordsOnPagesAreWhole_data();
    void wordsOnPagesAreWhole();

private:
    QTemporaryDir m_folder;
};

void TestDocumentWords::thereIsAWordForEachText_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"de", "es", "fr"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

// lupdate knows what there is to translate.
void TestDocumentWords::thereIsAWordForEachText()
{
    QFETCH(const QString, language);
    const QString core = QStringLiteral(ROLLBOOK_CORE);
    const QString all = m_folder.filePath(u"all.ts"_s);
    ask(QStringLiteral(ROLLBOOK_LUPDATE),
        {u"-silent"_s, core + u"/domain/explain.cpp"_s, core + u"/domain/include"_s,
            core + u"/reports"_s, u"-ts"_s, all});
    const QList<TranslatedText> texts = translatedTexts(all);
    const QList<TranslatedText> translations = translatedTexts(translationOf(language));
    int count = 0;
    for (const TranslatedText &text : texts) {
        if (text.context != u"Rollbook::Outcome" && text.context != u"Rollbook::Report")
            continue;
        ++count;
        const auto found = std::find_if(translations.cbegin(), translations.cend(),
            [&text](const TranslatedText &one) { return one.isOf(text); });
        QVERIFY2(found != translations.cend(), qPrintable(text.source));
        QVERIFY2(found->isFinished, qPrintable(text.source));
        QCOMPARE(found->forms.size(), text.isCounted ? 2 : 1);
        for (const QString &form : found->forms) {
            QVERIFY2(!form.isEmpty(), qPrintable(text.source));
            QCOMPARE(placeholdersIn(form), placeholdersIn(text.source));
        }
    }
    QVERIFY(count > 70);
    QCOMPARE(count, translations.size());
}

void TestDocumentWords::englishHasBothFormsOfWhatIsCounted()
{
    const QList<TranslatedText> english = translatedTexts(translationOf(u"en"_s));
    const QList<TranslatedText> german = translatedTexts(translationOf(u"de"_s));
    for (const TranslatedText &text : german) {
        const auto found = std::find_if(english.cbegin(), english.cend(),
            [&text](const TranslatedText &one) { return one.isOf(text); });
        QCOMPARE(found != english.cend(), text.isCounted);
        if (text.isCounted)
            QCOMPARE(found->forms.size(), 2);
    }
}

void TestDocumentWords::languagesAreKnown()
{
    QCOMPARE(documentLanguages(), (QStringList{u"en"_s, u"de"_s, u"es"_s, u"fr"_s}));
}

void TestDocumentWords::wordsOnPagesAreWhole_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"de", "es", "fr"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

// Other languages have longer words.
void TestDocumentWords::wordsOnPagesAreWhole()
{
    QFETCH(const QString, language);
    RegisterStudentsResults run = runWithEachStatus();
    run.results[4] = failedRow(4, ReasonCode::StoreReadOnly);
    const QString path = m_folder.filePath(u"whole.pdf"_s);
    Letterhead letterhead;
    letterhead.language = language;
    QVERIFY(writeReport({run, run}, path, {.format = ReportFormat::Pdf, .letterhead = letterhead}));
    // Some letters are one there ("fi").
    const QStringList words =
        textOfPages(path).normalized(QString::NormalizationForm_KC).simplified().split(u' ');
    const QList<TranslatedText> texts = translatedTexts(translationOf(language));
    for (const TranslatedText &text : texts) {
        if (!text.source.startsWith(u"the school database can be read"))
            continue;
        const QStringList wanted =
            text.forms.first().normalized(QString::NormalizationForm_KC).simplified().split(u' ');
        QVERIFY(wanted.size() > 10);
        for (const QString &word : wanted)
            QVERIFY2(words.contains(word), qPrintable(word));
    }

    // No title over the figures reaches into another.
    static const QRegularExpression box(
        u"<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\""_s);
    QMap<QString, QMap<double, double>> lines;
    auto boxes = box.globalMatch(ask(u"pdftotext"_s, {u"-bbox"_s, u"-l"_s, u"1"_s, path, u"-"_s}));
    while (boxes.hasNext()) {
        const QRegularExpressionMatch one = boxes.next();
        lines[one.captured(2)].insert(one.captured(1).toDouble(), one.captured(3).toDouble());
    }
    QVERIFY(lines.size() > 3);
    for (const QMap<double, double> &line : std::as_const(lines)) {
        double end = 0;
        for (auto word = line.cbegin(); word != line.cend(); ++word) {
            QVERIFY2(word.key() >= end, qPrintable(language));
            end = word.value();
        }
    }
}

QTEST_MAIN(TestDocumentWords)
#include "tst_documentwords.moc"
