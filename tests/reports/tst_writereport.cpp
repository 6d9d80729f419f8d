// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Rollbook;

namespace
{

/// While it lives no file grows beyond a size, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A report is written whole or not at all.
class TestWriteReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endingChoosesTheFormat_data();
    void endingChoosesTheFormat();
    void unknownEndingSaysWhichThereAre();
    void replacesAnEarlierReport();
    void fullDiskLeavesTheEarlierReport_data();
    void fullDiskLeavesTheEarlierReport();
    void missingFolderSaysSo();
};

void TestWriteReport::endingChoosesTheFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("CSV") << "report.csv" << QByteArray("\xEF\xBB\xBFroster_row,");
    QTest::newRow("capitals") << "REPORT.CSV" << QByteArray("\xEF\xBB\xBFroster_row,");
    QTest::newRow("JSON") << "report.2026.json" << QByteArray("{\"run\": {");
    QTest::newRow("XLSX") << "report.xlsx" << QByteArray("PK");
    QTest::newRow("HTML") << "report.html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("PDF") << "report.PDF" << QByteArray("%PDF-1.4");
}

void TestWriteReport::endingChoosesTheFormat()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    const QTemporaryDir folder;
    QVERIFY(writeReport(finishedRun(3), folder.filePath(name)));
    QVERIFY(contentOf(folder.filePath(name)).startsWith(begin));
}

void TestWriteReport::unknownEndingSaysWhichThereAre()
{
    const QTemporaryDir folder;
    const auto written = writeReport(finishedRun(3), folder.filePath(QStringLiteral("report.doc")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Usage);
    for (const QString &ending : reportEndings())
        QVERIFY(written.error().sentence.contains(ending));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestWriteReport::replacesAnEarlierReport()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.csv"));
    QVERIFY(writeReport(finishedRun(100), path));
    QVERIFY(writeReport(finishedRun(2), path));
    QCOMPARE(contentOf(path).count('\n'), 3);
}

void TestWriteReport::fullDiskLeavesTheEarlierReport_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << "report.csv";
    QTest::newRow("JSON") << "report.json";
    QTest::newRow("XLSX") << "report.xlsx";
    QTest::newRow("HTML") << "report.html";
    QTest::newRow("PDF") << "report.pdf";
}

void TestWriteReport::fullDiskLeavesTheEarlierReport()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QVERIFY(writeReport(finishedRun(2), path));
    const QByteArray before = contentOf(path);
    const RegisterStudentsResults larger = finishedRun(5'000);
    Expected<void> written;
    {
        const FullDisk disk(16'384);
        written = writeReport(larger, path);
    }
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY(written.error().sentence.contains(QDir::toNativeSeparators(path)));
    QCOMPARE(contentOf(path), before);
    // Nor is anything half-written left beside it.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
}

void TestWriteReport::missingFolderSaysSo()
{
    const QTemporaryDir folder;
    const auto written =
        writeReport(finishedRun(2), folder.filePath(QStringLiteral("none/report.csv")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY(written.error().sentence.contains(QStringLiteral("none")));
}

QTEST_MAIN(TestWriteReport)
#include "tst_writereport.moc"
