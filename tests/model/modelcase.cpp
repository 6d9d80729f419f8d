// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelcase.h"

#include <QDate>

#include <random>

namespace Rollbook
{

namespace
{

/// Makes the parts of a case. Little of everything, so that things meet: few seats, few students.
class CaseMaker
{
public:
    CaseMaker(quint32 seed, QString mark)
        : m_random(seed)
        , m_mark(std::move(mark))
    {
    }

    QList<Course> courses();
    QList<StudentRecord> students();
    ModelRun run(const QList<Course> &courses);

private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
    bool onceIn(int times) { return upTo(times - 1) == 0; }
    QString code(int number) const { return QStringLiteral("C%1-%2").arg(number).arg(m_mark); }
    QString id(int number) const { return QStringLiteral("%1-%2").arg(m_mark).arg(number); }
    QString email(int number)
    {
        const QString address = QStringLiteral("s%1@%2.example").arg(number).arg(m_mark);
        return onceIn(4) ? address.toUpper() : address;
    }
    std::optional<int> perhaps(int most)
    {
        return onceIn(4) ? std::nullopt : std::optional(upTo(most));
    }
    Student student();

    static constexpr int Courses = 4;
    static constexpr int Students = 12;

    std::mt19937 m_random;
    QString m_mark;
};

QList<Course> CaseMaker::courses()
{
    QList<Course> courses;
    const int count = 1 + upTo(Courses - 1);
    for (int number = 0; number < count; ++number) {
        Course course;
        course.code = code(number);
        course.title = course.code;
        course.term = onceIn(3) ? QStringLiteral("2026 Spring") : QStringLiteral("2026 Fall");
        course.capacity = perhaps(8);
        course.waitlistCapacity = perhaps(4);
        const QDate today = QDate::currentDate();
        if (onceIn(8))
            course.opensOn = today.addDays(upTo(6) - 3);
        if (onceIn(8))
            course.closesOn = qMax(today.addDays(upTo(6) - 3), course.opensOn);
        for (int meetings = onceIn(2) ? 0 : upTo(2); meetings > 0; --meetings) {
            const QTime starts(8 + upTo(2), 0);
            course.meets += {1 + upTo(1), starts, starts.addSecs(3600 * (1 + upTo(1)))};
        }
        if (onceIn(4) && number > 0)
            course.prerequisites += code(upTo(number - 1));
        courses += course;
    }
    return courses;
}

QList<StudentRecord> CaseMaker::students()
{
    QList<StudentRecord> records;
    for (int number = 0; number < Students; ++number) {
        if (onceIn(2))
            continue;
        StudentRecord record;
        record.student.studentId = id(number);
        if (onceIn(2))
            record.student.email = email(onceIn(5) ? upTo(Students) : number);
        if (onceIn(6))
            record.hold = QStringLiteral("library book");
        if (onceIn(4))
            record.completedCourses += code(upTo(Courses - 1));
        records += record;
    }
    return records;
}

Student CaseMaker::student()
{
    const int number = upTo(Students + 3);
    Student student;
    if (!onceIn(5))
        student.studentId = id(number);
    if (onceIn(2))
        student.email = email(onceIn(6) ? upTo(Students) : number);
    return student;
}

ModelRun CaseMaker::run(const QList<Course> &courses)
{
    ModelRun run;
    const QString one = courses.at(upTo(static_cast<int>(courses.size()) - 1)).code;
    const bool oneForAll = onceIn(2);
    for (int rows = onceIn(20) ? 0 : upTo(24); rows > 0; --rows) {
        run.students += student();
        const int number = upTo(static_cast<int>(courses.size()) - 1);
        const QString other = onceIn(12) ? code(Courses) : courses.at(number).code;
        run.courses += oneForAll ? one : other;
    }
    run.options.whenFull = onceIn(4) ? WhenFull::Reject : WhenFull::Waitlist;
    run.options.unknownStudents = onceIn(4) ? UnknownStudents::Reject : UnknownStudents::Create;
    run.batchSize = 1 + upTo(6);
    run.batchesInFlight = 1 + upTo(3);
    if (onceIn(3))
        run.disturbance.order = 1 + static_cast<quint32>(upTo(1 << 20));
    if (onceIn(4))
        run.disturbance.pauseAfter = upTo(20);
    if (onceIn(5))
        run.disturbance.cancelAfter = upTo(20);
    return run;
}

} // namespace

ModelCase ModelCase::random(quint32 seed, const QString &mark)
{
    CaseMaker maker(seed, mark);
    ModelCase made;
    made.seed = seed;
    made.courses = maker.courses();
    made.students = maker.students();
    const auto runs = 1 + seed % 3;
    for (quint32 run = 0; run < runs; ++run)
        made.runs += maker.run(made.courses);
    return made;
}

QString ModelCase::description() const
{
    const auto number = [](const std::optional<int> &value) {
        return value ? QString::number(*value) : QStringLiteral("-");
    };
    QStringList lines{QStringLiteral("seed %1").arg(seed)};
    for (const Course &course : courses) {
        lines +=
            QStringLiteral("course %1 (%2): %3 seats, %4 places, opens %5, closes %6, meets %7, "
                           "needs %8")
                .arg(course.code, course.term, number(course.capacity),
                    number(course.waitlistCapacity), course.opensOn.toString(Qt::ISODate),
                    course.closesOn.toString(Qt::ISODate), formatMeetings(course.meets),
                    course.prerequisites.join(u' '));
    }
    for (const StudentRecord &record : students) {
        lines += QStringLiteral("student %1 %2 hold “%3” completed %4")
                     .arg(record.student.studentId, record.student.email, record.hold,
                         record.completedCourses.join(u' '));
    }
    for (const ModelRun &run : runs) {
        lines +=
            QStringLiteral("run: batches of %1, %2 in flight, pause after %3, cancel after %4, "
                           "order %5, %6, %7")
                .arg(run.batchSize)
                .arg(run.batchesInFlight)
                .arg(run.disturbance.pauseAfter)
                .arg(run.disturbance.cancelAfter)
                .arg(run.disturbance.order)
                .arg(run.options.whenFull == WhenFull::Reject ? QStringLiteral("reject")
                                                              : QStringLiteral("waitlist"),
                    run.options.unknownStudents == UnknownStudents::Reject
                        ? QStringLiteral("known only")
                        : QStringLiteral("create"));
        for (qsizetype row = 0; row < run.students.size(); ++row)
            lines += QStringLiteral("  %1: %2 %3 in %4")
                         .arg(row + 1)
                         .arg(run.students.at(row).studentId, run.students.at(row).email,
                             run.courses.at(row));
    }
    return lines.join(u'\n');
}

} // namespace Rollbook
