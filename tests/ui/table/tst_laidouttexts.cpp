// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/celldelegate.h"
#include "table/laidouttexts.h"
#include "table/rostermodel.h"

#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace Rollbook;

namespace
{

/// How a cell is to look.
struct Look {
    QString text = QStringLiteral("Ana-Lucía Ferreira da Silva");
    int width = 400;
    int pointSize = 10;
    bool bold = false;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    RowState state = RowState::Ready;
    bool selected = false;
};

QImage paint(CellDelegate &delegate, const Look &look)
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, look.text);
    model.setData(index, static_cast<int>(look.state), RosterModel::RowStateRole);
    model.setData(index, static_cast<int>(look.alignment), Qt::TextAlignmentRole);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, look.width, 40);
    option.font.setPointSize(look.pointSize);
    option.font.setBold(look.bold);
    option.fontMetrics = QFontMetrics(option.font);
    option.direction = look.direction;
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.state.setFlag(QStyle::State_Selected, look.selected);
    QImage picture(400, 40, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    delegate.paint(&painter, option, index);
    return picture;
}

LaidOutTexts::Wish wishFor(const QString &text, int width)
{
    return {text, QFont(), Qt::LeftToRight, Qt::AlignLeft, width};
}

} // namespace

Q_DECLARE_METATYPE(Look)

class TestLaidOutTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellLooksAsItIsNow_data();
    void aCellLooksAsItIsNow();
    void whatHasNoRoomIsElided_data();
    void whatHasNoRoomIsElided();
    void whatIsPaintedAgainIsNotLaidOutAgain();
    void moreThanAScreenfulIsRight();
};

void TestLaidOutTexts::aCellLooksAsItIsNow_data()
{
    QTest::addColumn<Look>("before");
    QTest::addColumn<Look>("now");

    const Look usual;
    QTest::newRow("another text") << usual << Look{.text = QStringLiteral("Øystein Åsen")};
    QTest::newRow("a narrower column") << usual << Look{.width = 90};
    QTest::newRow("a wider column") << Look{.width = 90} << usual;
    QTest::newRow("larger letters") << usual << Look{.pointSize = 20};
    QTest::newRow("bold letters") << usual << Look{.bold = true};
    QTest::newRow("left out") << usual << Look{.state = RowState::LeftOut};
    QTest::newRow("taken in again") << Look{.state = RowState::LeftOut} << usual;
    QTest::newRow("selected") << usual << Look{.selected = true};
    QTest::newRow("at the other side")
        << usual << Look{.alignment = Qt::AlignRight | Qt::AlignVCenter};
    QTest::newRow("from right to left") << usual << Look{.direction = Qt::RightToLeft};
}

void TestLaidOutTexts::aCellLooksAsItIsNow()
{
    QFETCH(const Look, before);
    QFETCH(const Look, now);

    CellDelegate used;
    const QImage then = paint(used, before);
    const QImage after = paint(used, now);
    CellDelegate fresh;
    QCOMPARE(after, paint(fresh, now));
    QVERIFY(after != then);
    // Nor is what was there before forgotten for it.
    QCOMPARE(paint(used, before), then);
}

void TestLaidOutTexts::whatHasNoRoomIsElided_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a name") << QStringLiteral("Ana-Lucía Ferreira da Silva");
    QTest::newRow("Arabic") << QStringLiteral("محمد عبد الرحمن بن عبد الله");
    QTest::newRow("Devanagari") << QStringLiteral("श्रीनिवास रामानुजन अयंगर");
}

void TestLaidOutTexts::whatHasNoRoomIsElided()
{
    QFETCH(const QString, text);
    constexpr int wide = 1000;
    constexpr int narrow = 60;

    LaidOutTexts texts;
    QCOMPARE(texts.line(wishFor(text, wide)).text(), text);
    const QTextLayout &line = texts.line(wishFor(text, narrow));
    QVERIFY(line.text().endsWith(u'…'));
    QVERIFY(text.startsWith(line.text().chopped(1)));
    // An Arabic letter is wider where it is the last that is joined.
    constexpr int widerAtTheEnd = 5;
    QVERIFY(line.lineAt(0).naturalTextWidth() <= narrow + widerAtTheEnd);
    QCOMPARE(texts.line(wishFor(text, wide)).text(), text);
}

void TestLaidOutTexts::whatIsPaintedAgainIsNotLaidOutAgain()
{
    LaidOutTexts texts;
    const LaidOutTexts::Wish first = wishFor(QStringLiteral("Muñoz"), 200);
    const QTextLayout *const known = &texts.line(first);
    const QTextLayout *const other = &texts.line(wishFor(QStringLiteral("Müller"), 200));
    QVERIFY(other != known);
    QCOMPARE(&texts.line(first), known);
}

void TestLaidOutTexts::moreThanAScreenfulIsRight()
{
    constexpr int rows = 3000;
    LaidOutTexts texts;
    for (int round = 0; round < 2; ++round) {
        for (int row = 0; row < rows; ++row) {
            const QString text = QString::number(row);
            QCOMPARE(texts.line(wishFor(text, 200)).text(), text);
        }
    }
}

QTEST_MAIN(TestLaidOutTexts)

#include "tst_laidouttexts.moc"
