// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include <QFrame>
#include <QImage>
#include <QTableWidget>
#include <QTest>

#include <array>

using namespace Rollbook;

/// Frames on screens that show one and a half points for each.
class TestCrispFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frameHasFourSides_data();
    void frameHasFourSides();
};

void TestCrispFrames::frameHasFourSides_data()
{
    QTest::addColumn<bool>("isTable");
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<QRect>("place");
    for (const bool isTable : {false, true}) {
        for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0}) {
            for (const int step : {0, 1, 2, 3}) {
                const QRect place(20 + step, 21 + step, 101 + step / 2, 60 + step);
                QTest::addRow("%s, %g, %d", isTable ? "table" : "bar", scale, step)
                    << isTable << scale << place;
            }
        }
    }
}

void TestCrispFrames::frameHasFourSides()
{
    QFETCH(const bool, isTable);
    QFETCH(const qreal, scale);
    QFETCH(const QRect, place);
    applyTheme(Theme::Light);
    QWidget window;
    window.resize(160, 120);
    QFrame *frame = isTable ? new QTableWidget(&window) : new QFrame(&window);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setGeometry(place);
    QImage picture((QSizeF(window.size()) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    window.render(&picture);
    const QRgb line = window.palette().color(QPalette::Window).darker(140).lighter(108).rgb();
    const auto isLine = [&](int x, int y) { return picture.pixel(x, y) == line; };
    const QPointF middle = QRectF(place).center() * scale;
    const auto across = static_cast<int>(middle.y());
    const auto down = static_cast<int>(middle.x());
    std::array<int, 4> points{}; // left, right, above, below
    for (int x = 0; x < picture.width(); ++x)
        points[x < down ? 0 : 1] += isLine(x, across) ? 1 : 0;
    for (int y = 0; y < picture.height(); ++y)
        points[y < across ? 2 : 3] += isLine(down, y) ? 1 : 0;
    for (const int count : points)
        QVERIFY2(count >= 1 && count <= 2, qPrintable(QString::number(count)));
}

QTEST_MAIN(TestCrispFrames)
#include "tst_crispframes.moc"
