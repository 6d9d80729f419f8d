// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

namespace
{

Student namedStudent(const QString &family)
{
    Student student;
    student.studentId = QStringLiteral("007");
    student.familyName = family;
    return student;
}

} // namespace

/// What a browser, a printer and a person who means harm find in an HTML report.
class TestHtmlReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWellFormed();
    void saysHowManyOfEachState();
    void timesAreThoseOfTheClockOnTheWall();
    void textsStayText_data();
    void textsStayText();
    void allowsNoScriptButItsOwn();
    void needsNothingElse();
    void holdsEveryRow_data();
    void holdsEveryRow();
    void hasASectionForEachRun();
    void severalRunsHaveASummaryThatLeadsToEach();

private:
    QString report(const QList<RegisterStudentsResults> &runs);

    QTemporaryDir m_folder;
};

QString TestHtmlReport::report(const QList<RegisterStudentsResults> &runs)
{
    QFile file(m_folder.filePath(QStringLiteral("report.html")));
    if (!writeReport(runs, file.fileName()) || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

void TestHtmlReport::isWellFormed()
{
    QVERIFY(!report({runWithEachStatus()}).isEmpty());
    QProcess tidy;
    tidy.start(QStringLiteral("tidy"),
        {QStringLiteral("-errors"), QStringLiteral("-quiet"), QStringLiteral("-utf8"),
            m_folder.filePath(QStringLiteral("report.html"))});
    QVERIFY(tidy.waitForFinished());
    QCOMPARE(tidy.readAllStandardError(), QByteArray());
    QCOMPARE(tidy.exitCode(), 0);
}

void TestHtmlReport::saysHowManyOfEachState()
{
    const QString html = report({runWithEachStatus()});
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        QVERIFY(html.contains(QStringLiteral("<li class=\"%1\"><b>1</b> %2</li>")
                                  .arg(statusWord(status), statusTitle(status))));
        QVERIFY(html.contains(QStringLiteral("<td class=\"%1\">%2</td>")
                                  .arg(statusWord(status), statusTitle(status))));
    }
}

void TestHtmlReport::timesAreThoseOfTheClockOnTheWall()
{
    const QDateTime local = QDateTime(QDate(2026, 11, 1), QTime(8, 30), Qt::UTC).toLocalTime();
    QVERIFY(report({finishedRun(1)})
                .contains(QStringLiteral("<td class=\"n\">%1</td>")
                              .arg(local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))));
}

void TestHtmlReport::textsStayText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("written");
    QTest::newRow("accents") << QStringLiteral("Muñoz Peña") << QStringLiteral("Muñoz Peña");
    QTest::newRow("right to left") << QStringLiteral("محمد") << QStringLiteral("محمد");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>")
                            << QStringLiteral("&lt;script&gt;alert(1)&lt;/script&gt;");
    QTest::newRow("end of a cell")
        << QStringLiteral("</td></table>") << QStringLiteral("&lt;/td&gt;&lt;/table&gt;");
    QTest::newRow("quotes") << QStringLiteral("\" onclick='x'")
                            << QStringLiteral("&quot; onclick=&#39;x&#39;");
    QTest::newRow("entity") << QStringLiteral("&lt;") << QStringLiteral("&amp;lt;");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("&#39;=1+1");
    QTest::newRow("control") << QStringLiteral("a\u0008b") << QStringLiteral("a\uFFFDb");
    QTest::newRow("two lines") << QStringLiteral("a\nb") << QStringLiteral("a\nb");
}

void TestHtmlReport::textsStayText()
{
    QFETCH(const QString, name);
    QFETCH(const QString, written);
    const QString html = report({finishedRun(QList<Student>{namedStudent(name)})});
    QVERIFY(html.contains(QStringLiteral("<td dir=\"auto\">%1</td>").arg(written)));
}

void TestHtmlReport::allowsNoScriptButItsOwn()
{
    const QString html = report({finishedRun(1)});
    static const QRegularExpression own(
        QStringLiteral("<script>(.*)</script>"), QRegularExpression::DotMatchesEverythingOption);
    const QByteArray script = own.match(html).captured(1).toUtf8();
    QVERIFY(!script.isEmpty());
    const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
    QVERIFY(html.contains(
        QStringLiteral("default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
                       "script-src 'sha256-%1'")
            .arg(QString::fromLatin1(hash))));
}

void TestHtmlReport::needsNothingElse()
{
    const QString html = report({finishedRun(1)});
    static const QRegularExpression elsewhere(
        QStringLiteral("(src|href)=|url\\(|@import"), QRegularExpression::CaseInsensitiveOption);
    QVERIFY(!elsewhere.match(html).hasMatch());
}

void TestHtmlReport::holdsEveryRow_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 500, 100'000})
        QTest::addRow("%d", rows) << rows;
}

void TestHtmlReport::holdsEveryRow()
{
    QFETCH(const int, rows);
    const QString html = report({finishedRun(rows)});
    QCOMPARE(html.count(QStringLiteral("<tr><td")), rows);
    QVERIFY(html.endsWith(QStringLiteral("</html>\n")));
    if (rows > 0)
        QVERIFY(html.contains(QStringLiteral("<td dir=\"auto\">S%1</td>").arg(rows)));
}

void TestHtmlReport::hasASectionForEachRun()
{
    RegisterStudentsResults other = finishedRun(3);
    other.run.rosterName = QStringLiteral("b & c.csv");
    const QString html = report({finishedRun(2), other});
    QCOMPARE(html.count(QStringLiteral("<section id=\"run-")), 2);
    QCOMPARE(html.count(QStringLiteral("<tr><td")), 5);
    QVERIFY(html.contains(QStringLiteral("<h2 dir=\"auto\">b &amp; c.csv</h2>")));
}

void TestHtmlReport::severalRunsHaveASummaryThatLeadsToEach()
{
    QVERIFY(!report({finishedRun(2)}).contains(QStringLiteral("All together")));
    const QString html = report({finishedRun(2), runWithEachStatus()});
    static const QRegularExpression row(QStringLiteral(
        "<a href=\"#run-2\">list.csv</a></th><td dir=\"auto\">GO1 \\(2026 Fall\\)</td>"
        "(<td class=\"n\">1</td>){6}<td class=\"n\">6</td></tr>"));
    QVERIFY(row.match(html).hasMatch());
    static const QRegularExpression all(
        QStringLiteral("All together</th><td class=\"n\">3</td>(<td class=\"n\">1</td>){5}<td "
                       "class=\"n\">8</td>"));
    QVERIFY(all.match(html).hasMatch());
    QProcess tidy;
    tidy.start(QStringLiteral("tidy"),
        {QStringLiteral("-errors"), QStringLiteral("-quiet"), QStringLiteral("-utf8"),
            m_folder.filePath(QStringLiteral("report.html"))});
    QVERIFY(tidy.waitForFinished());
    QCOMPARE(tidy.readAllStandardError(), QByteArray());
}

QTEST_GUILESS_MAIN(TestHtmlReport)
#include "tst_htmlreport.moc"
