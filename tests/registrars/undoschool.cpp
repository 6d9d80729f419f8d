// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undoschool.h"

#include "registrars/openschool.h"

#include <QTest>

namespace Rollbook
{

namespace
{
const QLatin1StringView Simulated("simulated");
} // namespace

void UndoSchool::addKinds()
{
    TestStore::addKinds();
    QTest::newRow("simulated") << QString(Simulated);
}

UndoSchool::UndoSchool(const QString &kind)
    : m_store(kind)
    , m_hasTables(kind != Simulated)
{
    if (m_hasTables) {
        m_school = m_store.open();
        return;
    }
    auto school = openSchool(QStringLiteral("simulated:?latency=0ms&jitter=0ms"));
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    m_school = std::move(*school);
}

QString UndoSchool::registerRun(
    const StudentList &students, const CourseAssignment &courses, const RunOptions &options) const
{
    Run run = Run::begin(QStringLiteral("list.csv"), courses, options);
    RunJournal &journal = m_school->journal();
    const auto begun = journal.begin(run, {students, courses, {}});
    const RegistrationResults results = registerAll(*m_school, run, students, courses);
    const auto recorded = journal.record(run, students, courses, results);
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();
    for (const StudentRegistrationResult &result : results)
        run.counts.add(result.status());
    if (!begun || !recorded || !journal.end(run))
        qFatal("The journal cannot be written.");
    return run.id;
}

QString UndoSchool::held(const StudentList &students, const CourseRef &course) const
{
    const CourseAssignment courses(course);
    const RegistrationResults plan =
        planAll(*m_school, Run::begin(QStringLiteral("look"), courses, {}), students, courses);
    QStringList texts;
    for (const StudentRegistrationResult &result : plan) {
        if (result.status() != RegistrationStatus::AlreadyRegistered)
            continue;
        const StudentRegistration &held = *result.registration();
        texts += QStringLiteral("%1 %2 %3")
                     .arg(students.text(result.row, StudentField::StudentId),
                         held.waiting ? QStringLiteral("place") : QStringLiteral("seat"))
                     .arg(held.number);
    }
    return texts.join(QStringLiteral(", "));
}

QString undoOutcomes(const UndoneRun &undone)
{
    QStringList texts;
    for (const UndoResult &result : undone.results) {
        texts += (undone.students.text(result.row, StudentField::StudentId) + u' '
            + undoStatusWord(result.status) + u' ' + undoReasonWord(result.reason))
                     .trimmed();
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace Rollbook
