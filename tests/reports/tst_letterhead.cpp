// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

namespace
{

constexpr int Patience = 120'000; // ms, for programs that take long to start

QByteArray picture(const char *kind)
{
    QImage image(1200, 400, QImage::Format_ARGB32);
    image.fill(QColor(20, 80, 160, 128));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, kind);
    return bytes;
}

Letterhead ofSchool()
{
    Letterhead letterhead;
    letterhead.schoolName = QStringLiteral("Escuela <Río> & Hijos");
    letterhead.address = QStringLiteral("12 Elm Street\nSpringfield");
    letterhead.logo = picture("PNG");
    letterhead.paper = Paper::Letter;
    return letterhead;
}

} // namespace

/// What a school says of itself is on each document for people.
class TestLetterhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workbookHasIt();
    void pagesHaveIt();
    void browserPageHasIt();
    void pictureThatIsNoneIsLeftOut_data();
    void pictureThatIsNoneIsLeftOut();
    void timesAreWrittenAsTheSchoolWritesThem();
    void filesForScriptsAreWithoutIt_data();
    void filesForScriptsAreWithoutIt();

private:
    QString write(ReportFormat format, const Letterhead &letterhead);
    QString ask(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
};

QString TestLetterhead::write(ReportFormat format, const Letterhead &letterhead)
{
    const QString path = m_folder.filePath(QStringLiteral("report") + reportEnding(format));
    const auto written =
        writeReport({runWithEachStatus()}, path, {.format = format, .letterhead = letterhead});
    if (!written)
        qFatal("%s", qPrintable(written.error().sentence));
    return path;
}

QString TestLetterhead::ask(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

void TestLetterhead::workbookHasIt()
{
    const QString found = ask(QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-c"),
            QStringLiteral("import openpyxl, sys, zipfile\n"
                           "files = zipfile.ZipFile(sys.argv[1]).namelist()\n"
                           "for s in openpyxl.load_workbook(sys.argv[1]).worksheets:\n"
                           "    print(s.page_setup.paperSize, s['A5'].value, s['A6'].value,"
                           " s['A7'].value,"
                           " 'xl/media/image1.png' in files, sep='|')"),
            write(ReportFormat::Xlsx, ofSchool())});
    QVERIFY2(found.startsWith(
                 QStringLiteral("1|Escuela <Río> & Hijos|12 Elm Street|Springfield|True\n1|")),
        qPrintable(found));
}

void TestLetterhead::pagesHaveIt()
{
    const QString path = write(ReportFormat::Pdf, ofSchool());
    const QString text =
        ask(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    for (const char *line : {"Escuela <Río> & Hijos", "12 Elm Street", "Springfield"})
        QVERIFY2(text.contains(QString::fromUtf8(line)), line);
    QVERIFY(
        ask(QStringLiteral("pdfinfo"), {path}).contains(QStringLiteral("792 x 612 pts (letter)")));
    QVERIFY(ask(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path})
                .contains(QStringLiteral("image")));
}

void TestLetterhead::browserPageHasIt()
{
    QFile file(write(ReportFormat::Html, ofSchool()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(file.readAll());
    QVERIFY(html.contains(QStringLiteral("<b>Escuela &lt;Río&gt; &amp; Hijos</b>"
                                         "<p>12 Elm Street\nSpringfield</p>")));
    QVERIFY(html.contains(QStringLiteral("size: letter landscape")));
    static const QRegularExpression source(
        QStringLiteral("src=\"data:image/png;base64,([^\"]+)\""));
    const QByteArray logo = QByteArray::fromBase64(source.match(html).captured(1).toLatin1());
    const QImage image = QImage::fromData(logo);
    QCOMPARE(image.height() * 3, image.width());
    QVERIFY(!image.hasAlphaChannel());
    ask(QStringLiteral("tidy"),
        {QStringLiteral("-errors"), QStringLiteral("-quiet"), QStringLiteral("-utf8"),
            file.fileName()});
}

void TestLetterhead::pictureThatIsNoneIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("logo");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("text") << QByteArray("\"><script>alert(1)</script>");
    QTest::newRow("half a picture") << picture("PNG").left(40);
}

void TestLetterhead::pictureThatIsNoneIsLeftOut()
{
    QFETCH(const QByteArray, logo);
    Letterhead letterhead = ofSchool();
    letterhead.logo = logo;
    QFile file(write(ReportFormat::Html, letterhead));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(!html.contains("<img"));
    QVERIFY(!html.contains("alert"));
    write(ReportFormat::Xlsx, letterhead);
    write(ReportFormat::Pdf, letterhead);
}

void TestLetterhead::timesAreWrittenAsTheSchoolWritesThem()
{
    Letterhead letterhead;
    const QLocale german(QStringLiteral("de-DE"));
    letterhead.language = german.bcp47Name();
    QFile file(write(ReportFormat::Html, letterhead));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString day = german.toString(QDate::currentDate(), QLocale::ShortFormat);
    QVERIFY(QString::fromUtf8(file.readAll()).contains(day));
}

void TestLetterhead::filesForScriptsAreWithoutIt_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("CSV") << static_cast<int>(ReportFormat::Csv);
    QTest::newRow("JSON") << static_cast<int>(ReportFormat::Json);
}

void TestLetterhead::filesForScriptsAreWithoutIt()
{
    QFETCH(const int, format);
    QFile file(write(static_cast<ReportFormat>(format), ofSchool()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.isEmpty());
    QVERIFY(!text.contains("Springfield"));
}

QTEST_MAIN(TestLetterhead)
#include "tst_letterhead.moc"
