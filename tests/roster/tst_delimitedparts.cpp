// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedparts.h"

#include <QTest>
#include <QThread>

#include <deque>
#include <memory>

using namespace Rollbook;
using Found = DelimitedScanner::Found;

namespace
{

// Enough for a second part, wherever there is a second processor.
constexpr int ManyRows = 100'000;

/// Keeps the rows as text, in branches if it may.
class KeptLines : public RowSink
{
public:
    explicit KeptLines(bool branches, int most = 0)
        : m_mayBranch(branches)
        , m_most(most)
    {
    }

    bool addRow(std::span<const QByteArrayView> cells) override
    {
        QByteArray &line = m_lines.emplace_back();
        for (const QByteArrayView cell : cells)
            line.append('[').append(cell.data(), cell.size()).append(']');
        return m_most == 0 || static_cast<int>(m_lines.size()) < m_most;
    }
    RowSink *branch(qsizetype /*bytes*/) override
    {
        if (!m_mayBranch)
            return nullptr;
        ++m_branchCount;
        return m_branches.emplace_back(std::make_unique<KeptLines>(false)).get();
    }
    bool join(bool wanted) override
    {
        const auto branch = std::move(m_branches.front());
        m_branches.pop_front();
        if (!wanted)
            ++m_dropped;
        else
            m_lines.insert(m_lines.end(), branch->m_lines.cbegin(), branch->m_lines.cend());
        return true;
    }

    const std::vector<QByteArray> &lines() const { return m_lines; }
    int branchCount() const { return m_branchCount; }
    int dropped() const { return m_dropped; }
    bool holdsBranches() const { return !m_branches.empty(); }

private:
    bool m_mayBranch;
    int m_most;
    int m_branchCount = 0;
    int m_dropped = 0;
    std::vector<QByteArray> m_lines;
    std::deque<std::unique_ptr<KeptLines>> m_branches;
};

QByteArray rows(int count, const QByteArray &lineEnd)
{
    QByteArray text;
    for (int row = 0; row < count; ++row)
        text += QByteArray::number(row) + ",Ana,\"Roy, Jr.\",a@b.example" + lineEnd;
    return text;
}

// A cell over half of the text, in which each line looks like a row.
QByteArray longNote(int lines)
{
    return "\"" + QByteArray("1,2,a note of several lines\n").repeated(lines) + "\",end\n";
}

} // namespace

/// A long text gives the same rows in parts as in one go.
class TestDelimitedParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsGiveTheSameRows_data();
    void partsGiveTheSameRows();
    void wrongGuessIsMadeGood();
    void stopsWhenNothingMoreIsWanted();
};

void TestDelimitedParts::partsGiveTheSameRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a few rows") << rows(3, "\n");
    QTest::newRow("line feeds") << rows(ManyRows, "\n");
    QTest::newRow("both") << rows(ManyRows, "\r\n");
    QTest::newRow("carriage returns") << rows(ManyRows, "\r");
    QTest::newRow("blank lines") << rows(ManyRows, "\n\n \n");
    QTest::newRow("no line break at the end") << rows(ManyRows, "\n").chopped(1);
    QTest::newRow("blanks at the end") << rows(ManyRows, "\n") + QByteArray(100, ' ');
    QTest::newRow("line breaks in cells") << rows(ManyRows, "\n").replace("Ana", "\"A\nn\na\"");
    QTest::newRow("quotation marks in words") << rows(ManyRows, "\n").replace("Ana", "5\" Ana");
    QTest::newRow("open quotation mark at the end") << rows(ManyRows, "\n") + "\"never";
    QTest::newRow("open quotation mark at the beginning")
        << "\"" + rows(20, "\n").replace('"', "") + rows(ManyRows, "\n").replace('"', "");
    QTest::newRow("too many columns at the end")
        << rows(ManyRows, "\n") + QByteArray(5000, ',') + "\n" + rows(10, "\n");
    QTest::newRow("too many columns at the beginning")
        << QByteArray(5000, ',') + "\n" + rows(ManyRows, "\n");
}

void TestDelimitedParts::partsGiveTheSameRows()
{
    QFETCH(const QByteArray, text);
    KeptLines alone(false);
    const DelimitedRows inOneGo = scanInParts(text, ',', alone);
    KeptLines together(true);
    const DelimitedRows inParts = scanInParts(text, ',', together);
    QCOMPARE(inParts.found, inOneGo.found);
    QCOMPARE(inParts.rows, inOneGo.rows);
    QCOMPARE(inParts.cells, inOneGo.cells);
    QVERIFY(together.lines() == alone.lines());
    QVERIFY(!together.holdsBranches());
    if (text.size() >= 2 << 20 && text.contains('\n') && QThread::idealThreadCount() > 1)
        QVERIFY(together.branchCount() > 0);
}

void TestDelimitedParts::wrongGuessIsMadeGood()
{
    // A million letters are a cell at most, so many such cells have to cover the guesses.
    QByteArray text;
    while (text.size() < 16 << 20)
        text += longNote(30'000);
    KeptLines alone(false);
    QCOMPARE(scanInParts(text, ',', alone).found, Found::End);
    KeptLines together(true);
    QCOMPARE(scanInParts(text, ',', together).found, Found::End);
    QVERIFY(together.lines() == alone.lines());
    QCOMPARE(together.dropped(), together.branchCount());
}

void TestDelimitedParts::stopsWhenNothingMoreIsWanted()
{
    KeptLines few(true, 5);
    const DelimitedRows read = scanInParts(rows(ManyRows, "\n"), ',', few);
    QCOMPARE(read.found, Found::End);
    QCOMPARE(read.rows, 5);
    QCOMPARE(few.lines().size(), std::size_t{5});
    QVERIFY(!few.holdsBranches());
}

QTEST_APPLESS_MAIN(TestDelimitedParts)
#include "tst_delimitedparts.moc"
