// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listenedrun.h"

#include <QTest>

namespace Rollbook
{

namespace
{

StudentList students(int count)
{
    TextTable::Builder builder(1);
    for (int i = 0; i < count; ++i) {
        builder.appendCell(QStringLiteral("S%1").arg(i).toUtf8());
        builder.endRow();
    }
    return StudentList(std::move(builder).finish(), {0, -1, -1, -1, -1, -1, -1, -1, -1});
}

} // namespace

BulkRegistration::Request request(int count)
{
    BulkRegistration::Request wanted;
    wanted.students = students(count);
    wanted.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), {}});
    wanted.rosterName = QStringLiteral("test.csv");
    wanted.retry.base = std::chrono::milliseconds(2);
    wanted.retry.cap = std::chrono::milliseconds(8);
    return wanted;
}

void verifyComplete(const Listener &listener, int rows)
{
    QCOMPARE(listener.ends, 1);
    QCOMPARE(listener.answer.results.size(), rows);
    for (int row = 0; row < rows; ++row)
        QCOMPARE(listener.answer.results.at(row).row, row);
    QCOMPARE(listener.shown.size(), rows);
    QList<bool> seen(rows, false);
    for (const StudentRegistrationResult &result : listener.shown) {
        QVERIFY(!seen.at(result.row));
        seen[result.row] = true;
        QVERIFY(result == listener.answer.results.at(result.row));
    }
    QCOMPARE(listener.answer.run.counts.total(), rows);
}

void verifyAllRegisteredInOrder(const Listener &listener, int rows)
{
    verifyComplete(listener, rows);
    for (int row = 0; row < rows; ++row) {
        const StudentRegistrationResult &result = listener.answer.results.at(row);
        QCOMPARE(result.status(), RegistrationStatus::Registered);
        QCOMPARE(result.registration()->number, row + 1);
    }
}

} // namespace Rollbook
