// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

namespace
{

constexpr int Patience = 120'000; // ms, for programs that take long to start

const QStringList Names = difficultNames();

QList<Student> named(const QStringList &names)
{
    QList<Student> students;
    for (const QString &name : names) {
        Student student;
        student.studentId = QStringLiteral("00%1").arg(students.size());
        student.familyName = name;
        students += student;
    }
    return students;
}

QStringList column(const QJsonObject &sheet, int column)
{
    QStringList cells;
    const QJsonArray rows = sheet.value(QStringLiteral("rows")).toArray();
    for (qsizetype row = 1; row < rows.size(); ++row)
        cells += rows.at(row).toArray().at(column).toVariant().toString();
    return cells;
}

} // namespace

/// What openpyxl and LibreOffice find in a workbook.
class TestXlsxReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasFiguresAndAChart();
    void eachStatusHasItsWordAndReason();
    void textsAreTextAndComeBackAsTheyWere();
    void numbersAndTimesAreSuch();
    void isLaidOutForReadingAndPrinting();
    void libreOfficeReadsTheSame();
    void holdsEveryRow_data();
    void holdsEveryRow();
    void hasASheetForEachRun();

private:
    QString write(const QList<RegisterStudentsResults> &runs);
    QJsonObject read(const QString &path);
    QJsonObject sheet(const QString &path, int number);

    QTemporaryDir m_folder;
};

QString TestXlsxReport::write(const QList<RegisterStudentsResults> &runs)
{
    const QString path = m_folder.filePath(QStringLiteral("report.xlsx"));
    const auto written = writeReport(runs, path);
    return written ? path : QString();
}

QJsonObject TestXlsxReport::read(const QString &path)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(ROLLBOOK_XLSX_CELLS), path});
    if (!python.waitForFinished(Patience) || python.exitCode() != 0)
        qFatal("openpyxl: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

QJsonObject TestXlsxReport::sheet(const QString &path, int number)
{
    return read(path).value(QStringLiteral("sheets")).toArray().at(number).toObject();
}

void TestXlsxReport::hasFiguresAndAChart()
{
    RegisterStudentsResults run = runWithEachStatus();
    run.run.startedBy = QStringLiteral("ines");
    const QJsonObject book = read(write({run}));
    QCOMPARE(book.value(QStringLiteral("title")).toString(), QStringLiteral("GO1 (2026 Fall)"));
    QCOMPARE(book.value(QStringLiteral("author")).toString(), QStringLiteral("ines"));
    const QJsonObject summary = book.value(QStringLiteral("sheets")).toArray().first().toObject();
    QCOMPARE(summary.value(QStringLiteral("name")).toString(), QStringLiteral("Summary"));
    QCOMPARE(summary.value(QStringLiteral("charts")).toInt(), 1);
    const QJsonArray figures = summary.value(QStringLiteral("rows")).toArray().last().toArray();
    QCOMPARE(figures,
        (QJsonArray{
            QStringLiteral("list.csv"), QStringLiteral("GO1 (2026 Fall)"), 1, 1, 1, 1, 1, 1, 6}));
}

void TestXlsxReport::eachStatusHasItsWordAndReason()
{
    const QJsonObject results = sheet(write({runWithEachStatus()}), 1);
    QStringList words;
    for (int i = 0; i < RegistrationStatusCount; ++i)
        words += statusTitle(static_cast<RegistrationStatus>(i));
    QCOMPARE(column(results, 6), words);
    QCOMPARE(column(results, 7).at(3), QStringLiteral("needs GO0 first"));
}

void TestXlsxReport::textsAreTextAndComeBackAsTheyWere()
{
    const QJsonObject results = sheet(write({finishedRun(named(Names))}), 1);
    QCOMPARE(column(results, 3), Names);
    QCOMPARE(column(results, 1).first(), QStringLiteral("000"));
    const QJsonArray kinds = results.value(QStringLiteral("kinds")).toArray();
    for (qsizetype row = 1; row < kinds.size(); ++row)
        QCOMPARE(kinds.at(row).toArray().at(3).toString(), QStringLiteral("s"));
}

void TestXlsxReport::numbersAndTimesAreSuch()
{
    const QJsonObject results = sheet(write({finishedRun(1)}), 1);
    const QJsonArray row = results.value(QStringLiteral("rows")).toArray().at(1).toArray();
    QCOMPARE(row.at(0), QJsonValue(1));
    QCOMPARE(row.at(10), QJsonValue(7));
    const QDateTime local = QDateTime(QDate(2026, 11, 1), QTime(8, 30), Qt::UTC).toLocalTime();
    QCOMPARE(row.at(8).toString(), local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
    QCOMPARE(results.value(QStringLiteral("kinds")).toArray().at(1).toArray().at(8).toString(),
        QStringLiteral("d"));
}

void TestXlsxReport::isLaidOutForReadingAndPrinting()
{
    const QJsonObject results = sheet(write({finishedRun(3)}), 1);
    QCOMPARE(results.value(QStringLiteral("frozen")).toString(), QStringLiteral("A2"));
    QCOMPARE(results.value(QStringLiteral("filter")).toString(), QStringLiteral("A1:K4"));
    QCOMPARE(results.value(QStringLiteral("repeated")).toString(), QStringLiteral("$1:$1"));
    QVERIFY(results.value(QStringLiteral("footer")).toString().contains(QStringLiteral("&P")));
    QCOMPARE(results.value(QStringLiteral("rules")).toInt(), RegistrationStatusCount);
}

void TestXlsxReport::libreOfficeReadsTheSame()
{
    const RegisterStudentsResults run = finishedRun(named(Names));
    const QString path = write({run});
    QProcess office;
    // UTF-8, as shown, the second sheet; a home of its own, so that another one does not disturb.
    office.start(QStringLiteral("soffice"),
        {QStringLiteral("-env:UserInstallation=file://%1/home").arg(m_folder.path()),
            QStringLiteral("--headless"), QStringLiteral("--convert-to"),
            QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,"
                           "false,2"),
            QStringLiteral("--outdir"), m_folder.path(), path});
    QVERIFY(office.waitForFinished(Patience));
    QFile csv(m_folder.filePath(QStringLiteral("report-Results.csv")));
    QVERIFY2(csv.open(QIODevice::ReadOnly), office.readAllStandardError().constData());
    const QString text = QString::fromUtf8(csv.readAll());
    for (qsizetype i = 0; i < Names.size(); ++i) {
        QString cell = Names.at(i);
        const bool isQuoted = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n');
        if (isQuoted)
            cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
        const QString line = QStringLiteral("%1,00%2,,%3,,GO1,").arg(i + 1).arg(i).arg(cell);
        QVERIFY2(text.contains(line), qPrintable(line));
    }
}

void TestXlsxReport::holdsEveryRow_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 500, 20'000})
        QTest::addRow("%d", rows) << rows;
}

void TestXlsxReport::holdsEveryRow()
{
    QFETCH(const int, rows);
    const QJsonObject results = sheet(write({finishedRun(rows)}), 1);
    const QStringList ids = column(results, 1);
    QCOMPARE(ids.size(), rows);
    for (int i = 0; i < rows; ++i)
        QCOMPARE(ids.at(i), QStringLiteral("S%1").arg(i + 1));
}

void TestXlsxReport::hasASheetForEachRun()
{
    RegisterStudentsResults one = finishedRun(2);
    one.run.rosterName = QStringLiteral("7B");
    RegisterStudentsResults other = finishedRun(3);
    other.run.rosterName = QStringLiteral("7b");
    const QJsonObject book = read(write({one, other}));
    const QJsonArray sheets = book.value(QStringLiteral("sheets")).toArray();
    QCOMPARE(sheets.size(), 3);
    QStringList names;
    for (const QJsonValue &each : sheets)
        names += each.toObject().value(QStringLiteral("name")).toString();
    QCOMPARE(names,
        (QStringList{QStringLiteral("Summary"), QStringLiteral("Results 7B"),
            QStringLiteral("Results 7b (2)")}));
    const QJsonArray last =
        sheets.first().toObject().value(QStringLiteral("rows")).toArray().last().toArray();
    QCOMPARE(last.at(0).toString(), QStringLiteral("All together"));
    QCOMPARE(last.last(), QJsonValue(5));
    QCOMPARE(column(sheets.at(2).toObject(), 1).size(), 3);
}

QTEST_GUILESS_MAIN(TestXlsxReport)
#include "tst_xlsxreport.moc"
