// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/seatsbar.h"
#include "table/statestyle.h"
#include "ui/theme.h"

#include <QFrame>
#include <QImage>
#include <QTableWidget>
#include <QTest>

#include <array>
#include <memory>

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
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<QRect>("place");
    for (const char *kind : {"bar", "table", "seats"}) {
        for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0}) {
            for (const int step : {0, 1, 2, 3}) {
                const QRect place(20 + step, 21 + step, 101 + step / 2, 60 + step);
                QTest::addRow("%s, %g, %d", kind, scale, step)
                    << QString::fromLatin1(kind) << scale << place;
            }
        }
    }
}

void TestCrispFrames::frameHasFourSides()
{
    QFETCH(const QString, kind);
    QFETCH(const qreal, scale);
    QFETCH(const QRect, place);
    applyTheme(Theme::Light);
    QWidget window;
    window.resize(160, 120);
    std::unique_ptr<QWidget> framed;
    if (kind == QLatin1StringView("seats")) {
        framed = std::make_unique<SeatsBar>(&window);
    } else {
        std::unique_ptr<QFrame> frame = std::make_unique<QFrame>(&window);
        if (kind == QLatin1StringView("table"))
            frame = std::make_unique<QTableWidget>(&window);
        frame->setFrameShape(QFrame::StyledPanel);
        framed = std::move(frame);
    }
    framed->setAutoFillBackground(true);
    framed->setFixedSize(place.size());
    framed->move(place.topLeft());
    QImage picture((QSizeF(window.size()) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    window.render(&picture);
    const QPalette palette = window.palette();
    const QRgb line = kind == QLatin1StringView("seats")
        ? mutedTextColor(palette).rgb()
        : palette.color(QPalette::Window).darker(140).lighter(108).rgb();
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
