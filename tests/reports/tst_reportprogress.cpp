// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Rollbook;

Q_DECLARE_METATYPE(Rollbook::ReportFormat)

namespace
{

constexpr int Rows = 2'000;

void eachFormat()
{
    QTest::addColumn<ReportFormat>("format");
    constexpr std::array names{"CSV", "JSON", "XLSX", "HTML", "PDF", "Moodle", "Canvas",
        "OneRoster", "mend CSV", "mend XLSX"};
    static_assert(names.size() == ReportFormatCount);
    for (std::size_t i = 0; i < names.size(); ++i)
        QTest::newRow(names[i]) << static_cast<ReportFormat>(i);
}

} // namespace

/// What whoever waits for a report is told, and what becomes of one that is stopped.
class TestReportProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAllRows_data() { eachFormat(); }
    void countsAllRows();
    void emptyRunIsDoneAtOnce_data() { eachFormat(); }
    void emptyRunIsDoneAtOnce();
    void stoppedAtAnyTimeItLeavesWhatWasThere_data() { eachFormat(); }
    void stoppedAtAnyTimeItLeavesWhatWasThere();

private:
    QList<qsizetype> toldWhileWriting(int rows, ReportFormat format);

    QTemporaryDir m_folder;
};

QList<qsizetype> TestReportProgress::toldWhileWriting(int rows, ReportFormat format)
{
    QList<qsizetype> told;
    const auto progress = [&](qsizetype written, qsizetype all) {
        told += all == rows ? written : -1;
        return true;
    };
    const QString path = m_folder.filePath(QStringLiteral("counted"));
    if (!writeReport({finishedRun(rows)}, path, {.format = format, .progress = progress}))
        return {};
    return told;
}

void TestReportProgress::countsAllRows()
{
    QFETCH(const ReportFormat, format);
    const QList<qsizetype> told = toldWhileWriting(Rows, format);
    QVERIFY(told.size() > 5);
    QCOMPARE(told.first(), 0);
    QCOMPARE(told.last(), Rows);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QVERIFY(std::any_of(
        told.cbegin(), told.cend(), [](qsizetype rows) { return rows > 0 && rows < Rows; }));
}

void TestReportProgress::emptyRunIsDoneAtOnce()
{
    QFETCH(const ReportFormat, format);
    const QList<qsizetype> told = toldWhileWriting(0, format);
    QVERIFY(!told.isEmpty());
    QCOMPARE(told.count(0), told.size());
}

void TestReportProgress::stoppedAtAnyTimeItLeavesWhatWasThere()
{
    QFETCH(const ReportFormat, format);
    const QString name = QStringLiteral("filed");
    const QString path = m_folder.filePath(name);
    const qsizetype times = toldWhileWriting(Rows, format).size();
    QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("counted"))));
    for (qsizetype patience = 0; patience < times; ++patience) {
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("last week") == 9);
        before.close();
        qsizetype told = 0;
        const auto progress = [&](qsizetype, qsizetype) { return told++ < patience; };
        const auto written =
            writeReport({finishedRun(Rows)}, path, {.format = format, .progress = progress});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        // Nobody is asked again.
        QCOMPARE(told, patience + 1);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), "last week");
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    }
}

QTEST_MAIN(TestReportProgress)
#include "tst_reportprogress.moc"
