// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/printing.h"
#include "reports/report.h"

#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

namespace
{

QList<Student> named(const QStringList &names)
{
    QList<Student> students;
    for (const QString &name : names) {
        Student student;
        student.studentId = QStringLiteral("S%1").arg(students.size());
        student.familyName = name;
        students += student;
    }
    return students;
}

} // namespace

/// What poppler and qpdf find in a PDF report.
class TestPdfReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhole();
    void saysWhatItIsAndWhoMadeIt();
    void hasAllFontsInIt();
    void saysHowManyOfEachState();
    void holdsEveryRow_data();
    void holdsEveryRow();
    void repeatsItsHeaderAndNumbersItsPages();
    void longTextsAreReadWhole();
    void breaksReasonsBetweenWords();
    void severalRunsBeginWithASummary();
    void summaryOfManyRunsTakesSeveralPages();
    void printsOnAnyPaper();

private:
    void write(const QList<RegisterStudentsResults> &runs);
    QString ask(const QString &program, const QStringList &arguments);
    QString text() { return ask(QStringLiteral("pdftotext"), {QStringLiteral("-layout")}); }
    QString path() const { return m_folder.filePath(QStringLiteral("report.pdf")); }

    QTemporaryDir m_folder;
};

void TestPdfReport::write(const QList<RegisterStudentsResults> &runs)
{
    if (const auto written = writeReport(runs, path()); !written)
        qFatal("%s", qPrintable(written.error().sentence));
}

QString TestPdfReport::ask(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QStringList all = arguments + QStringList{path()};
    if (program == QStringLiteral("pdftotext"))
        all += QStringLiteral("-");
    process.start(program, all);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

void TestPdfReport::isWhole()
{
    write({runWithEachStatus()});
    QVERIFY(ask(QStringLiteral("qpdf"), {QStringLiteral("--check")})
                .contains(QStringLiteral("No syntax or stream encoding errors found")));
    QVERIFY(ask(QStringLiteral("pdfinfo"), {}).contains(QStringLiteral("GO1 (2026 Fall)")));
}

void TestPdfReport::saysWhatItIsAndWhoMadeIt()
{
    RegisterStudentsResults run = finishedRun(1);
    run.run.courseName = QStringLiteral("Go (1) \\ > & <Español>");
    run.run.startedBy = QStringLiteral("Inés 山田");
    write({run});
    const QString information = ask(QStringLiteral("pdfinfo"), {});
    QVERIFY2(information.contains(QStringLiteral("Title:           Go (1) \\ > & <Español>\n")),
        qPrintable(information));
    QVERIFY2(information.contains(QStringLiteral("Author:          Inés 山田\n")),
        qPrintable(information));
    const QString xmp = ask(QStringLiteral("pdfinfo"), {QStringLiteral("-meta")});
    for (const char *part : {"Go (1) \\ &gt; &amp; &lt;Español&gt;</rdf:li>", "Inés 山田</rdf:li>",
             "<pdfaid:part>1</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>"})
        QVERIFY2(xmp.contains(QString::fromUtf8(part)), qPrintable(xmp));
}

void TestPdfReport::hasAllFontsInIt()
{
    write({finishedRun(named({QStringLiteral("Muñoz"), QStringLiteral("Иванова"),
        QStringLiteral("Παπαδόπουλος"), QStringLiteral("محمد"), QStringLiteral("כהן"),
        QStringLiteral("周明"), QStringLiteral("田中さくら"), QStringLiteral("김민준"),
        QStringLiteral("शर्मा"), QStringLiteral("ไพศาล"), QStringLiteral("🎓")}))});
    const QStringList fonts =
        ask(QStringLiteral("pdffonts"), {}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    static const QRegularExpression embedded(
        QStringLiteral(" yes (yes|no) +(yes|no) +\\d+ +\\d+$"));
    for (const QString &font : fonts)
        QVERIFY2(embedded.match(font).hasMatch(), qPrintable(font));
}

void TestPdfReport::saysHowManyOfEachState()
{
    write({runWithEachStatus()});
    const QString page = text();
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const QString title = statusTitle(static_cast<RegistrationStatus>(i));
        QVERIFY(QRegularExpression(QStringLiteral("1\\s") + title).match(page).hasMatch());
    }
}

void TestPdfReport::holdsEveryRow_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 500, 5'000})
        QTest::addRow("%d", rows) << rows;
}

void TestPdfReport::holdsEveryRow()
{
    QFETCH(const int, rows);
    write({finishedRun(rows)});
    static const QRegularExpression id(
        QStringLiteral("^ *(\\d+) +S(\\d+) .*seat \\d+"), QRegularExpression::MultilineOption);
    const QString pages = text();
    int row = 0;
    for (auto found = id.globalMatch(pages); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        ++row;
        QCOMPARE(match.captured(1).toInt(), row);
        QCOMPARE(match.captured(2).toInt(), row);
    }
    QCOMPARE(row, rows);
}

void TestPdfReport::repeatsItsHeaderAndNumbersItsPages()
{
    write({finishedRun(200)});
    const QStringList pages = text().split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 2);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        QVERIFY(pages.at(page).contains(QStringLiteral("Family name")));
        QVERIFY(pages.at(page).contains(
            QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size())));
    }
}

void TestPdfReport::longTextsAreReadWhole()
{
    write({finishedRun(named({QStringLiteral("Featherstonehaugh-Cholmondeley-Marjoribanks")}))});
    const QString page = text().remove(QRegularExpression(QStringLiteral("\\s")));
    QVERIFY(page.contains(QStringLiteral("Marjoribanks")));
}

void TestPdfReport::breaksReasonsBetweenWords()
{
    QStringList words;
    for (int i = 0; i < 30; ++i)
        words += QStringLiteral("unpaid%1").arg(i);
    RegisterStudentsResults run = finishedRun(20);
    for (StudentRegistrationResult &result : run.results)
        result = rejectedRow(result.row, ReasonCode::Hold, words.join(u' '));
    write({run});
    const QStringList read =
        ask(QStringLiteral("pdftotext"), {QStringLiteral("-raw")}).simplified().split(u' ');
    for (const QString &word : std::as_const(words))
        QCOMPARE(read.count(word), run.results.size());
}

void TestPdfReport::severalRunsBeginWithASummary()
{
    RegisterStudentsResults first = finishedRun(2);
    first.run.rosterName = QStringLiteral("9a.csv");
    RegisterStudentsResults second = runWithEachStatus();
    second.run.rosterName = QStringLiteral("9b.csv");
    write({first, second});
    const QStringList pages = text().split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(pages.size(), 3);
    const auto hasRow = [&](qsizetype page, const QString &row) {
        return QRegularExpression(row).match(pages.at(page)).hasMatch();
    };
    QVERIFY(hasRow(0, QStringLiteral("9a\\.csv +GO1 \\(2026 Fall\\) +2 +0 +0 +0 +0 +0 +2\n")));
    QVERIFY(hasRow(0, QStringLiteral("9b\\.csv +GO1 \\(2026 Fall\\) +1 +1 +1 +1 +1 +1 +6\n")));
    QVERIFY(hasRow(0, QStringLiteral("All together +3 +1 +1 +1 +1 +1 +8\n")));
    QVERIFY(hasRow(1, QStringLiteral("Class list +9a\\.csv\n")));
    QVERIFY(hasRow(2, QStringLiteral("Class list +9b\\.csv\n")));
}

void TestPdfReport::summaryOfManyRunsTakesSeveralPages()
{
    constexpr int Runs = 60;
    QList<RegisterStudentsResults> runs;
    for (int i = 1; i <= Runs; ++i) {
        runs += finishedRun(1);
        runs.last().run.rosterName = QStringLiteral("list-%1.csv").arg(i);
    }
    write(runs);
    const QStringList pages = text().split(u'\f', Qt::SkipEmptyParts);
    static const QRegularExpression row(
        QStringLiteral("^ *list-(\\d+)\\.csv +GO1 "), QRegularExpression::MultilineOption);
    int found = 0;
    const QStringList summary = pages.first(pages.size() - Runs);
    QVERIFY(summary.size() > 1);
    for (const QString &page : summary) {
        QVERIFY(page.contains(QStringLiteral("Class list")));
        for (auto match = row.globalMatch(page); match.hasNext();)
            QCOMPARE(match.next().captured(1).toInt(), ++found);
    }
    QCOMPARE(found, Runs);
}

void TestPdfReport::printsOnAnyPaper()
{
    QPdfWriter printer(path());
    printer.setPageSize(QPageSize(QPageSize::A5));
    printer.setResolution(600);
    QVERIFY(printReport({finishedRun(100)}, {}, printer).has_value());
    QVERIFY(text().contains(QStringLiteral("S100 ")));
    const auto stopped = printReport(
        {finishedRun(100)}, {.progress = [](qsizetype, qsizetype) { return false; }}, printer);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
