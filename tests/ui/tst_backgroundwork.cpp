// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "runthencallback.h"

#include <QImage>
#include <QPainter>
#include <QSemaphore>
#include <QTest>

using namespace Rollbook;

/// The window goes on, whatever is done in the background.
class TestBackgroundWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintingWaitsForNothing();
};

// As with a school that does not answer. A gradient of that many lines Qt fills in several threads,
// as a scroll bar is.
void TestBackgroundWork::paintingWaitsForNothing()
{
    const int jobs = 2 * backgroundThreads().maxThreadCount();
    QSemaphore school;
    int answered = 0;
    int gaveUp = 0;
    for (int job = 0; job < jobs; ++job) {
        runThenCallback(
            this, [&school] { return school.tryAcquire(1, 10'000); },
            [&](bool isAnswered) { ++(isAnswered ? answered : gaveUp); });
    }
    QImage picture(100, 1000, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&picture);
    QLinearGradient gradient(0, 0, 100, 0);
    gradient.setColorAt(1, Qt::white);
    painter.fillRect(picture.rect(), gradient);
    school.release(jobs);
    QTRY_COMPARE_WITH_TIMEOUT(answered + gaveUp, jobs, 30'000);
    QCOMPARE(gaveUp, 0);
    QVERIFY(picture.pixelColor(99, 500).green() > 200);
}

QTEST_MAIN(TestBackgroundWork)
#include "tst_backgroundwork.moc"
