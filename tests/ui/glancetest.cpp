// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glancetest.h"
#include "domain/backgroundthreads.h"

#include <QFile>
#include <QTest>

namespace Rollbook
{

using State = ClassList::State;

void GlanceTest::init()
{
    m_sample = std::make_unique<SampleSchool>();
    makeSchool();
}

void GlanceTest::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void GlanceTest::makeSchool()
{
    Course course;
    course.code = coding().code;
    course.term = coding().term;
    course.title = QStringLiteral("Creative coding");
    course.capacity = 80;
    course.waitlistCapacity = 5;
    course.meets = *parseMeetings(QStringLiteral("Mon 10:00-11:30"));
    QVERIFY(m_sample->school().courses().save({course}));
    QList<StudentRecord> records;
    for (const QString &id : {QStringLiteral("0070014"), QStringLiteral("0070021")}) {
        StudentRecord record;
        record.student.studentId = id;
        record.hold = QStringLiteral("library book");
        records += record;
    }
    QVERIFY(m_sample->school().students().save(records));
    ClassList biology(m_sample->school());
    biology.load(
        m_sample->write(QStringLiteral("bio.csv"), "student_id\n0070003\n0070008\n0070031\n"));
    QTRY_COMPARE(biology.state(), State::NoCourse);
    biology.chooseCourse({QStringLiteral("BIO"), {}});
    QTRY_COMPARE(biology.state(), State::Planned);
    biology.registerStudents();
    QTRY_COMPARE(biology.state(), State::Finished);
    QCOMPARE(biology.results().run.counts[RegistrationStatus::Registered], 3);
}

QString GlanceTest::roster() const
{
    QFile sample(SampleSchool::sampleRoster());
    if (!sample.open(QIODevice::ReadOnly))
        return {};
    return m_sample->write(QStringLiteral("grade9-coding.csv"),
        sample.readAll().trimmed()
            + "\n0070002,Brennan,Begoña,begona.brennan2@example.org,,9\n"
              "0070004,Moreau,Emre,emre.moreau4@example.org,,9\n");
}

ClassList *GlanceTest::planned(ShownWindow &window, const QString &path, const CourseRef &course)
{
    window->resize(1280, 800);
    window->openRosters({path});
    ClassList *list = window.lists().constLast();
    const bool isRead = QTest::qWaitFor(
        [list] { return list->state() == State::NoCourse || list->state() == State::Planned; });
    if (!isRead)
        return nullptr;
    list->chooseCourse(course);
    return QTest::qWaitFor([list] { return list->state() == State::Planned; }) ? list : nullptr;
}

ClassList *GlanceTest::registered(ShownWindow &window)
{
    ClassList *list = planned(window, roster(), coding());
    if (!list)
        return nullptr;
    list->registerStudents();
    return QTest::qWaitFor([list] { return list->state() == State::Finished; }) ? list : nullptr;
}

} // namespace Rollbook
