// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "runthencallback.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QImage>
#include <QPainter>
#include <QSemaphore>
#include <QTest>

using namespace Rollbook;

/// The window goes on while a school does not answer, however much is asked.
class TestBackgroundWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void paintingGoesOn();
    void searchGoesOn();

private:
    int m_jobs = 0;
    QSemaphore m_school; // answers when it is released, or after a while
    int m_answered = 0;
    int m_gaveUp = 0;
};

void TestBackgroundWork::init()
{
    m_answered = 0;
    m_gaveUp = 0;
    m_jobs = 2 * backgroundThreads().maxThreadCount();
    for (int job = 0; job < m_jobs; ++job) {
        runThenCallback(
            this, [this] { return m_school.tryAcquire(1, 10'000); },
            [this](bool isAnswered) { ++(isAnswered ? m_answered : m_gaveUp); });
    }
}

// None had to be given up until then.
void TestBackgroundWork::cleanup()
{
    m_school.release(m_jobs);
    QTRY_COMPARE_WITH_TIMEOUT(m_answered + m_gaveUp, m_jobs, 60'000);
    QCOMPARE(m_gaveUp, 0);
}

// A gradient of that many lines, as a scroll bar has it, is filled in several threads.
void TestBackgroundWork::paintingGoesOn()
{
    QImage picture(100, 1000, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&picture);
    QLinearGradient gradient(0, 0, 100, 0);
    gradient.setColorAt(1, Qt::white);
    painter.fillRect(picture.rect(), gradient);
    QVERIFY(picture.pixelColor(99, 500).green() > 200);
}

void TestBackgroundWork::searchGoesOn()
{
    Student ana;
    ana.givenName = QStringLiteral("Ana");
    Student ben;
    ben.givenName = QStringLiteral("Ben");
    Roster roster;
    roster.students = StudentList::fromStudents({ana, ben, ana});
    RosterModel model;
    model.setRoster(roster);
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSearchText(QStringLiteral("ana"));
    QTRY_COMPARE(proxy.rowCount(), 2);
}

QTEST_MAIN(TestBackgroundWork)
#include "tst_backgroundwork.moc"
