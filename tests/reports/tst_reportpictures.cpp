// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "keptpicture.h"
#include "reports/report.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Patience = 120'000; // ms, for programs that take long to start
constexpr int DotsPerInch = 96;

// Nobody's names.
const QStringList GivenNames{u"Ana"_s, u"Björn"_s, u"Chloé"_s, u"Dmitri"_s, u"Esra"_s, u"Farid"_s,
    u"Guðrún"_s, u"Hoàng"_s, u"Ines"_s, u"Jonas"_s, u"Katya"_s, u"Leila"_s};
const QStringList FamilyNames{u"Abara"_s, u"Blaise"_s, u"Castro"_s, u"Dvořák"_s, u"Eklund"_s,
    u"Fiore"_s, u"García"_s, u"Haas"_s, u"Ivanov"_s, u"Jensen"_s, u"Kaya"_s};

QByteArray logo()
{
    QImage picture(96, 96, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1F, 0x6F, 0x43));
    painter.drawEllipse(30, 4, 56, 56);
    painter.drawEllipse(8, 24, 48, 48);
    painter.setBrush(QColor(0x6B, 0x4A, 0x2B));
    painter.drawRect(44, 56, 10, 38);
    painter.end();
    QBuffer bytes;
    picture.save(&bytes, "PNG");
    return bytes.data();
}

RegisterStudentsResults termStart()
{
    QList<Student> students;
    for (int i = 0; i < 48; ++i) {
        Student student;
        student.studentId = QStringLiteral("00%1").arg(90211 + i * 7);
        student.givenName = GivenNames.at(i * 5 % GivenNames.size());
        student.familyName = FamilyNames.at(i * 4 % FamilyNames.size());
        student.email = QStringLiteral("s%1@oakstreet.example").arg(90211 + i * 7);
        students += student;
    }
    RegisterStudentsResults run = finishedRun(students);
    run.courses = CourseAssignment(CourseRef{u"MAT9"_s, u"2026 Fall"_s});
    run.run.id = u"20260901-083000000-5c1f0a2e"_s;
    run.run.rosterName = u"grade9.xlsx"_s;
    run.run.courseName = u"MAT9 (2026 Fall)"_s;
    run.run.registrarName = u"Oak Street School"_s;
    run.run.startedBy = u"ines"_s;
    run.run.startedAt = QDateTime(QDate(2026, 9, 1), QTime(8, 30));
    run.run.endedAt = run.run.startedAt.addSecs(4);
    const qint64 moment = run.run.startedAt.toMSecsSinceEpoch();
    run.run.counts = {};
    int seat = 0;
    for (StudentRegistrationResult &result : run.results) {
        const int row = result.row;
        if (row % 11 == 4)
            result = rejectedRow(row, ReasonCode::MissingPrerequisite, u"MAT8"_s);
        else if (row % 17 == 7)
            result = rejectedRow(row, ReasonCode::Hold, u"library book"_s);
        else if (row > 40)
            result.outcome =
                StudentRegistration{RegistrationStatus::Waitlisted, true, row - 40, moment + row};
        else
            result.outcome =
                StudentRegistration{RegistrationStatus::Registered, false, ++seat, moment + row};
        run.run.counts.add(result.status());
    }
    return run;
}

} // namespace

/// What people see of a report in the programs that they open it with: pages as poppler draws them,
/// the workbook as LibreOffice does, the page as Chromium does. Saved in the folder screenshots, to
/// be looked at; those of the README anew, where ROLLBOOK_SCREENSHOTS names their folder.
class TestReportPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages();
    void workbook();
    void browser();

private:
    QString write(const QString &name);
    static bool run(const QString &program, const QStringList &arguments);
    QImage firstPageOf(const QString &pdf, const QString &name);
    static bool hasPointsOf(const QImage &picture, QColor color);

    RegisterStudentsResults m_run = termStart();
    Letterhead m_head;
    QTemporaryDir m_folder;
};

void TestReportPictures::initTestCase()
{
    m_head.schoolName = u"Oak Street School"_s;
    m_head.address = u"1 Oak Street\nSpringfield"_s;
    m_head.logo = logo();
}

QString TestReportPictures::write(const QString &name)
{
    const QString path = m_folder.filePath(name);
    const auto written =
        writeReport({m_run}, path, {.format = *reportFormatOf(path), .letterhead = m_head});
    if (!written)
        qFatal("%s", qPrintable(written.error().sentence));
    return path;
}

bool TestReportPictures::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    return process.waitForFinished(Patience) && process.exitCode() == 0;
}

QImage TestReportPictures::firstPageOf(const QString &pdf, const QString &name)
{
    const QString picture = m_folder.filePath(name);
    if (!run(u"pdftoppm"_s,
            {u"-png"_s, u"-singlefile"_s, u"-r"_s, QString::number(DotsPerInch), pdf, picture}))
        return {};
    return QImage(picture + u".png"_s);
}

// As near as neighbouring points leave it.
bool TestReportPictures::hasPointsOf(const QImage &picture, QColor color)
{
    constexpr int Near = 24;
    constexpr int Enough = 100;
    int points = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor point = picture.pixelColor(x, y);
            if (qAbs(point.red() - color.red()) < Near && qAbs(point.green() - color.green()) < Near
                && qAbs(point.blue() - color.blue()) < Near)
                ++points;
        }
    }
    return points > Enough;
}

void TestReportPictures::pages()
{
    const QImage page = firstPageOf(write(u"pages.pdf"_s), u"pages"_s);
    QVERIFY(page.width() > page.height());
    QVERIFY(hasPointsOf(page, QColor(0x1F, 0x6F, 0x43)));
    QVERIFY(hasPointsOf(page, QColor(0xB3, 0x26, 0x1E)));
    QVERIFY(keepImage(page, u"report-pages"_s));
}

void TestReportPictures::workbook()
{
    QVERIFY(run(u"soffice"_s,
        {u"-env:UserInstallation=file://%1/home"_s.arg(m_folder.path()), u"--headless"_s,
            u"--convert-to"_s, u"pdf"_s, u"--outdir"_s, m_folder.path(),
            write(u"workbook.xlsx"_s)}));
    const QImage page = firstPageOf(m_folder.filePath(u"workbook.pdf"_s), u"workbook"_s);
    QVERIFY(!page.isNull());
    QVERIFY(hasPointsOf(page, QColor(0x1F, 0x6F, 0x43)));
    QVERIFY(keepImage(page, u"report-workbook"_s));
}

void TestReportPictures::browser()
{
    QVERIFY(run(u"/usr/bin/python3"_s,
        {QStringLiteral(ROLLBOOK_BROWSER_PAGE), write(u"page.html"_s), m_folder.path()}));
    const QImage page(m_folder.filePath(u"light.png"_s));
    QCOMPARE(page.width(), 1280);
    QVERIFY(hasPointsOf(page, QColor(0x1F, 0x6F, 0x43)));
    QVERIFY(keepImage(page, u"report-browser"_s));
    QVERIFY(keepImage(QImage(m_folder.filePath(u"dark.png"_s)), u"report-browser-dark"_s));
}

QTEST_MAIN(TestReportPictures)
#include "tst_reportpictures.moc"
