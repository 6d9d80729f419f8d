// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcases.h"

#include "noopregistrar.h"
#include "registration/bulkregistration.h"
#include "students.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"
#include "table/rosterview.h"
#include "turnwatch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace Rollbook::Bench
{

namespace
{

/// The table as the window shows it, with a run into it.
class VisibleRun : public QObject
{
    Q_OBJECT

public:
    VisibleRun(int students, Watching watching);

    Measurement measure();

private:
    void begin();
    void end(const RegisterStudentsResults &results);

    Watching m_watching;
    Roster m_roster;
    CourseAssignment m_courses{CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")}};
    NoopRegistrar m_registrar;
    RosterModel m_model;
    RosterProxyModel m_proxy;
    RosterView m_view;
    std::unique_ptr<BulkRegistration> m_run;
    TurnWatch m_turns;
    QElapsedTimer m_clock;
    Measurement m_measurement;
};

VisibleRun::VisibleRun(int students, Watching watching)
    : m_watching(watching)
{
    m_roster.name = QStringLiteral("bench.csv");
    m_roster.students = makeStudents(students);
    m_model.setRoster(m_roster);
    m_model.setCourses(m_courses);
    m_proxy.setSourceModel(&m_model);
    m_view.setModel(&m_proxy);
    m_view.resize(1100, 700);
}

Measurement VisibleRun::measure()
{
    m_view.show();
    // Late enough that the window stands and has been painted.
    QTimer::singleShot(200, this, &VisibleRun::begin);
    QApplication::exec();
    return m_measurement;
}

void VisibleRun::begin()
{
    BulkRegistration::Request request;
    request.students = m_roster.students;
    request.courses = m_courses;
    request.rosterName = m_roster.name;
    m_run = std::make_unique<BulkRegistration>(m_registrar, nullptr, std::move(request));
    connect(m_run.get(), &BulkRegistration::resultsReady, &m_model, &RosterModel::applyResults);
    connect(m_run.get(), &BulkRegistration::finished, this, &VisibleRun::end);
    if (m_watching == Watching::Turns)
        m_turns.start();
    m_clock.start();
    m_model.beginRun();
    m_run->start();
}

void VisibleRun::end(const RegisterStudentsResults &results)
{
    m_model.endRun();
    m_measurement.milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    if (m_watching == Watching::Turns)
        m_measurement.longestGap = m_turns.stop();
    m_measurement.peakMegabytes = peakMegabytes();
    if (results.results.size() != m_model.rowCount()
        || m_model.count(RowState::Registered) != m_model.rowCount())
        qFatal("results are missing");
    QApplication::quit();
}

} // namespace

Measurement runIntoTable(int students, Watching watching)
{
    return VisibleRun(students, watching).measure();
}

Measurement runInLoop(int students)
{
    const StudentList list = makeStudents(students);
    QElapsedTimer clock;
    clock.start();
    RegistrationResults results;
    for (qint32 row = 0; row < list.size(); ++row)
        results += NoopRegistrar::doRegistration(row);
    Measurement measurement;
    measurement.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    measurement.peakMegabytes = peakMegabytes();
    if (results.size() != students)
        qFatal("results are missing");
    return measurement;
}

} // namespace Rollbook::Bench

#include "runcases.moc"
