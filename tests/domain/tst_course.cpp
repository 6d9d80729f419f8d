// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/course.h"

#include <QTest>

using namespace Rollbook;

class TestCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMeetingTimes();
    void refusesWhatIsNoMeetingTime_data();
    void refusesWhatIsNoMeetingTime();
    void knowsOverlaps_data();
    void knowsOverlaps();
    void seatsLeftAreNeverNegative();
};

void TestCourse::readsMeetingTimes()
{
    const QString text = QStringLiteral("Mon 09:00-10:30; Wed 09:00-10:30");
    const auto meetings = parseMeetings(text);
    QVERIFY(meetings);
    QCOMPARE(meetings->size(), 2);
    QCOMPARE(meetings->at(1).dayOfWeek, 3);
    QCOMPARE(meetings->at(1).ends, QTime(10, 30));
    QCOMPARE(formatMeetings(*meetings), text);
    QVERIFY(parseMeetings(QString())->isEmpty());
    QCOMPARE(parseMeetings(QStringLiteral("monday 9:00 - 10:00;"))->size(), 1);
}

void TestCourse::refusesWhatIsNoMeetingTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no day") << QStringLiteral("09:00-10:30");
    QTest::newRow("unknown day") << QStringLiteral("Xyz 09:00-10:30");
    QTest::newRow("no such time") << QStringLiteral("Mon 25:00-26:30");
    QTest::newRow("ends before it starts") << QStringLiteral("Mon 10:30-09:00");
    QTest::newRow("second part wrong") << QStringLiteral("Mon 09:00-10:30; often");
}

void TestCourse::refusesWhatIsNoMeetingTime()
{
    QFETCH(const QString, text);
    const auto meetings = parseMeetings(text);
    QVERIFY(!meetings);
    QCOMPARE(meetings.error().code, ErrorCode::InvalidData);
    QVERIFY(meetings.error().sentence.contains(text.section(u';', -1).trimmed()));
}

void TestCourse::knowsOverlaps_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("overlap");
    QTest::newRow("same") << "Mon 09:00-10:30"
                          << "Mon 09:00-10:30" << true;
    QTest::newRow("inside") << "Mon 09:00-12:00"
                            << "Mon 10:00-11:00" << true;
    QTest::newRow("partly") << "Mon 09:00-10:30"
                            << "Mon 10:00-11:00" << true;
    QTest::newRow("one after the other") << "Mon 09:00-10:30"
                                         << "Mon 10:30-11:00" << false;
    QTest::newRow("other day") << "Mon 09:00-10:30"
                               << "Tue 09:00-10:30" << false;
}

void TestCourse::knowsOverlaps()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    const MeetingTime first = parseMeetings(a)->first();
    const MeetingTime second = parseMeetings(b)->first();
    QTEST(first.overlaps(second), "overlap");
    QTEST(second.overlaps(first), "overlap");
}

void TestCourse::seatsLeftAreNeverNegative()
{
    CourseSeats seats;
    QVERIFY(!seats.seatsLeft());
    seats.course.capacity = 10;
    seats.seatsTaken = 7;
    QCOMPARE(seats.seatsLeft(), 3);
    seats.seatsTaken = 12;
    QCOMPARE(seats.seatsLeft(), 0);
}

QTEST_APPLESS_MAIN(TestCourse)
#include "tst_course.moc"
