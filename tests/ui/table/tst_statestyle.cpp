// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "table/reasondelegate.h"
#include "table/rostermodel.h"
#include "table/statedelegate.h"
#include "table/statestyle.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTableView>
#include <QTest>

#include <bitset>
#include <cmath>

using namespace Rollbook;
using namespace Rollbook::Test;

class TestStateStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordIsReadable_data();
    void everyWordIsReadable();
    void goodAndBadDiffer_data() { everyWordIsReadable_data(); }
    void goodAndBadDiffer();
    void everyStateHasItsOwnIcon();
    void smallIconsAreToldApartByShape();
    void selectedWordsAreReadable_data() { everyWordIsReadable_data(); }
    void selectedWordsAreReadable();
    void iconsTakeTheColour();
    void iconsAreSharpAtAnyScale_data();
    void iconsAreSharpAtAnyScale();
    void aStateIsDrawnAsIconAndWord_data() { everyWordIsReadable_data(); }
    void aStateIsDrawnAsIconAndWord();
    void sentencesThatAskForSomethingStandOut();

private:
    static QPalette palette(const QString &theme);
    static double contrast(const QColor &one, const QColor &other);
    static QImage picture(RowState state, const QPalette &palette, const QSize &size);
};

QPalette TestStateStyle::palette(const QString &theme)
{
    QPalette palette;
    const bool dark = theme == QStringLiteral("dark");
    palette.setColor(QPalette::Base, dark ? QColor(0x23, 0x26, 0x29) : QColor(Qt::white));
    palette.setColor(
        QPalette::AlternateBase, dark ? QColor(0x2a, 0x2d, 0x30) : QColor(0xf7, 0xf8, 0xfa));
    palette.setColor(QPalette::Text, dark ? QColor(0xfc, 0xfc, 0xfc) : QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::Highlight, QColor(0x1d, 0x6f, 0xb8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

double TestStateStyle::contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto part = [](double value) {
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF())
            + 0.0722 * part(color.blueF());
    };
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

QImage TestStateStyle::picture(RowState state, const QPalette &palette, const QSize &size)
{
    return stateIcon(state, palette).pixmap(size, 1.0).toImage();
}

void TestStateStyle::everyWordIsReadable_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void TestStateStyle::everyWordIsReadable()
{
    QFETCH(const QString, theme);
    const QPalette colors = palette(theme);
    const QColor base = colors.color(QPalette::Base);
    for (int state = 0; state < RowStateCount; ++state)
        QVERIFY2(contrast(stateColor(static_cast<RowState>(state), colors), base) >= 4.5,
            qPrintable(rowStateTitle(static_cast<RowState>(state))));
    QVERIFY(contrast(mutedTextColor(colors), base) >= 4.5);
    QVERIFY(contrast(colors.color(QPalette::Text), problemCellColor(colors)) >= 7);
}

void TestStateStyle::goodAndBadDiffer()
{
    QFETCH(const QString, theme);
    const QPalette colors = palette(theme);
    QSet<QRgb> different;
    for (const RowState state : {RowState::Registered, RowState::Waitlisted,
             RowState::AlreadyRegistered, RowState::Rejected, RowState::Failed})
        different += stateColor(state, colors).rgb();
    QCOMPARE(different.size(), 5);
}

void TestStateStyle::everyStateHasItsOwnIcon()
{
    QPalette grey = palette(QStringLiteral("light"));
    QList<QImage> known;
    for (int state = 0; state < RowStateCount; ++state) {
        // The shape alone, as someone sees it who sees no colours.
        const QImage shape = picture(static_cast<RowState>(state), grey, {32, 32})
                                 .convertToFormat(QImage::Format_Alpha8);
        QImage empty = shape;
        empty.fill(Qt::transparent);
        QVERIFY(shape != empty);
        QVERIFY(!known.contains(shape));
        known += shape;
    }
}

void TestStateStyle::smallIconsAreToldApartByShape()
{
    // Black where there is ink, as on a screen without colours, in the size of a small table.
    const QPalette colors = palette(QStringLiteral("light"));
    const auto inkOf = [&colors](RowState state) {
        const QImage image = picture(state, colors, {16, 16});
        std::bitset<256> ink;
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 16; ++x)
                ink[static_cast<std::size_t>(y) * 16 + static_cast<std::size_t>(x)] =
                    qAlpha(image.pixel(x, y)) >= 128;
        }
        return ink;
    };
    // As much as a bar across the ring.
    constexpr std::size_t least = 12;
    for (int one = 0; one < RowStateCount; ++one) {
        const auto first = static_cast<RowState>(one);
        for (int other = one + 1; other < RowStateCount; ++other) {
            const auto second = static_cast<RowState>(other);
            const auto differing = (inkOf(first) ^ inkOf(second)).count();
            QVERIFY2(differing >= least,
                qPrintable(QStringLiteral("%1, %2: %3")
                               .arg(rowStateTitle(first), rowStateTitle(second),
                                   QString::number(differing))));
        }
    }
}

void TestStateStyle::selectedWordsAreReadable()
{
    QFETCH(const QString, theme);
    const QPalette colors = palette(theme);
    RosterModel model;
    model.setRoster(longClassList(2));
    model.applyResults({seatFor(0, 1), rejectedRow(1, ReasonCode::CourseFull)});
    StateDelegate delegate;
    const QColor behind = colors.color(QPalette::Highlight);
    for (int row = 0; row < 2; ++row) {
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 200, 28);
        option.palette = colors;
        option.state = QStyle::State_Enabled | QStyle::State_Active | QStyle::State_Selected;
        option.showDecorationSelected = true;
        QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(colors.color(QPalette::Base));
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(row, RosterModel::StateColumn));
        painter.end();
        QCOMPARE(image.pixelColor(199, 14), behind);
        double most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = qMax(most, contrast(image.pixelColor(x, y), behind));
        }
        QVERIFY2(most >= 4.5, qPrintable(QString::number(most)));
        // In no colour of a state, which nobody has measured against the highlight.
        const auto shown = static_cast<RowState>(
            model.index(row, RosterModel::StateColumn).data(RosterModel::RowStateRole).toInt());
        const QColor unwanted = stateColor(shown, colors);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(image.pixelColor(x, y) != unwanted);
        }
    }
}

void TestStateStyle::iconsTakeTheColour()
{
    for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
        const QPalette colors = palette(theme);
        const QColor wanted = stateColor(RowState::Registered, colors);
        const auto opaquePixels = [](const QImage &image) {
            QSet<QRgb> pixels;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (qAlpha(image.pixel(x, y)) == 255)
                        pixels += image.pixel(x, y);
                }
            }
            return pixels;
        };
        QCOMPARE(opaquePixels(picture(RowState::Registered, colors, {48, 48})),
            QSet<QRgb>{wanted.rgb()});
        const QImage selected = stateIcon(RowState::Registered, colors)
                                    .pixmap(QSize(48, 48), 1.0, QIcon::Selected)
                                    .toImage();
        QCOMPARE(opaquePixels(selected), QSet<QRgb>{colors.color(QPalette::HighlightedText).rgb()});
    }
}

void TestStateStyle::iconsAreSharpAtAnyScale_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("1") << 1.0;
    QTest::newRow("1.5") << 1.5;
    QTest::newRow("2") << 2.0;
}

void TestStateStyle::iconsAreSharpAtAnyScale()
{
    QFETCH(const double, scale);
    const QPixmap pixmap = stateIcon(RowState::Rejected, palette(QStringLiteral("light")))
                               .pixmap(QSize(16, 16), scale);
    QCOMPARE(pixmap.width(), static_cast<int>(16 * scale));
    QCOMPARE(pixmap.devicePixelRatio(), scale);
}

void TestStateStyle::aStateIsDrawnAsIconAndWord()
{
    QFETCH(const QString, theme);
    RosterModel model;
    model.setRoster(longClassList(3));
    model.applyResults({seatFor(0, 1), rejectedRow(1, ReasonCode::CourseFull)});
    QTableView view;
    view.setPalette(palette(theme));
    view.setModel(&model);
    StateDelegate delegate;
    const auto draw = [&](int row, int width) {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.rect = QRect(0, 0, width, 28);
        option.palette = view.palette();
        QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(option.palette.color(QPalette::Base));
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(row, RosterModel::StateColumn));
        return image;
    };
    const auto inked = [&](const QImage &image, int from, int to) {
        const QRgb base = view.palette().color(QPalette::Base).rgb();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = from; x < to; ++x)
                pixels += image.pixel(x, y) != base;
        }
        return pixels;
    };
    const int iconEnd = view.fontMetrics().height() + 6;
    for (int row = 0; row < 3; ++row) {
        const QImage image = draw(row, 200);
        QVERIFY(inked(image, 0, iconEnd) > 20);
        QVERIFY(inked(image, iconEnd, 200) > 20);
    }
    QVERIFY(draw(0, 200) != draw(1, 200));
    QVERIFY(draw(0, 60) != draw(0, 200).copy(0, 0, 60, 28)); // cut short with an ellipsis
}

void TestStateStyle::sentencesThatAskForSomethingStandOut()
{
    RosterModel model;
    model.setRoster(longClassList(2));
    model.applyResults({seatFor(0, 1), rejectedRow(1, ReasonCode::CourseFull)});
    class Delegate : public ReasonDelegate
    {
    public:
        using ReasonDelegate::initStyleOption;
    } delegate;
    const QPalette colors = palette(QStringLiteral("light"));
    const auto textColor = [&](int row) {
        QStyleOptionViewItem option;
        option.palette = colors;
        delegate.initStyleOption(&option, model.index(row, RosterModel::ReasonColumn));
        return option.palette.color(QPalette::Text);
    };
    QCOMPARE(textColor(0), mutedTextColor(colors));
    QCOMPARE(textColor(1), colors.color(QPalette::Text));
}

QTEST_MAIN(TestStateStyle)
#include "tst_statestyle.moc"
