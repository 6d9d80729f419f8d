// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Patience = 120'000; // ms, for programs that take long to start

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList texts(const QJsonObject &found, const QString &key)
{
    return found[key].toVariant().toStringList();
}

} // namespace

/// What Chromium makes of an HTML report: for those who hear it, who look at it, and on paper.
class TestReportInBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void isReadAloudInOrder();
    void runsItsOwnScriptAndAsksForNothing();
    void sortsByAColumn();
    void fitsTheWindowInLightAndDark();
    void printsItsHeaderOnEachPage();

private:
    QTemporaryDir m_folder;
    QJsonObject m_found;
};

void TestReportInBrowser::initTestCase()
{
    QList<Student> students;
    for (int i = 0; i < 100; ++i) {
        Student student;
        student.studentId = u"S%1"_s.arg(i + 1);
        student.familyName = difficultNames().at(i % difficultNames().size());
        student.email = u"student%1@example.org"_s.arg(i);
        students += student;
    }
    const QString path = m_folder.filePath(u"report.html"_s);
    QVERIFY(writeReport(QList{finishedRun(students), runWithEachStatus()}, path));
    m_found =
        QJsonDocument::fromJson(output(u"/usr/bin/python3"_s,
                                    {QStringLiteral(ROLLBOOK_BROWSER_PAGE), path, m_folder.path()})
                                    .toUtf8())
            .object();
}

void TestReportInBrowser::isReadAloudInOrder()
{
    QCOMPARE(texts(m_found, u"headings"_s).mid(1), QStringList(2, u"list.csv"_s));
    QCOMPARE(m_found[u"tables"_s].toInt(), 3);
    // Of the summary, with all together; of each run.
    QCOMPARE(m_found[u"rows"_s].toInt(), (1 + 2 + 1) + (1 + 100) + (1 + 6));
    const QStringList columns = texts(m_found, u"columns"_s);
    QCOMPARE(columns.count(u"Family name"_s), 2);
    QCOMPARE(columns.first(), u"Class list"_s);
    QCOMPARE(texts(m_found, u"buttons"_s).count(u"Family name"_s), 2);
}

void TestReportInBrowser::runsItsOwnScriptAndAsksForNothing()
{
    QCOMPARE(texts(m_found, u"complaints"_s), QStringList());
    QCOMPARE(texts(m_found, u"requests"_s), QStringList());
}

void TestReportInBrowser::sortsByAColumn()
{
    QCOMPARE(m_found[u"sorted"_s].toString(), u"ascending"_s);
    const QStringList families = texts(m_found, u"families"_s);
    QCOMPARE(families.size(), 100);
    QVERIFY(families.indexOf(u"Muñoz, Jr."_s) < families.indexOf(u"Øverland"_s));
    QVERIFY(families.indexOf(u"Øverland"_s) < families.indexOf(u"Παπαδόπουλος"_s));
    const auto isTogether = [&](const QString &name) {
        const auto rows = families.count(name);
        return std::all_of(families.cbegin() + families.indexOf(name),
            families.cbegin() + families.indexOf(name) + rows,
            [&](const QString &other) { return other == name; });
    };
    for (const QString &name : difficultNames().first(10))
        QVERIFY2(isTogether(name), qPrintable(name));
}

void TestReportInBrowser::fitsTheWindowInLightAndDark()
{
    QVERIFY(!m_found[u"wide"_s].toBool());
    const QImage light(m_folder.filePath(u"light.png"_s));
    const QImage dark(m_folder.filePath(u"dark.png"_s));
    QVERIFY(light.pixelColor(5, 5).lightness() > 200);
    QVERIFY(dark.pixelColor(5, 5).lightness() < 80);
}

void TestReportInBrowser::printsItsHeaderOnEachPage()
{
    const QStringList pages =
        output(u"pdftotext"_s, {u"-layout"_s, m_folder.filePath(u"page.pdf"_s), u"-"_s})
            .split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 3);
    for (const QString &page : pages.mid(1))
        QVERIFY2(page.contains(u"What happened"_s), qPrintable(page));
    QVERIFY(pages.first().contains(u"All together"_s));
    QVERIFY(!pages.first().contains(u"What happened"_s));
    const QString all = pages.join(u'\n');
    for (int row = 1; row <= 100; ++row)
        QVERIFY(all.contains(u" S%1 "_s.arg(row)));
}

QTEST_GUILESS_MAIN(TestReportInBrowser)
#include "tst_reportinbrowser.moc"
