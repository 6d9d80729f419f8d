// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedschool.h"

#include "simulated/simulatedheldplaces.h"
#include "simulated/simulatedhistory.h"
#include "simulated/simulatedrecords.h"
#include "simulated/simulatedregistrar.h"
#include "simulated/simulatedsettings.h"
#include "simulated/simulatedundo.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Rollbook
{

namespace
{

class SimulatedSchool : public School
{
public:
    SimulatedSchool(const SimulatedOptions &options, std::optional<int> capacity,
        std::optional<int> waitlistCapacity)
        : m_journal(m_trail)
        , m_history(m_journal, m_trail)
        , m_courses(m_trail, capacity, waitlistCapacity)
        , m_registrar(options, m_courses)
        , m_places(m_registrar, m_trail)
        , m_students(m_trail, m_places)
        , m_undo(m_journal, m_registrar)
        , m_waitingList(m_registrar, m_trail)
        , m_audit(m_trail, m_journal)
        , m_settings(m_trail)
    {
    }

    QString displayName() const override
    {
        return QCoreApplication::translate("Rollbook::SimulatedSchool", "Practice school");
    }
    Registrar &registrar() override { return m_registrar; }
    RunJournal &journal() override { return m_journal; }
    RunHistory &history() override { return m_history; }
    CourseCatalogue &courses() override { return m_courses; }
    StudentDirectory &students() override { return m_students; }
    RunUndo &undo() override { return m_undo; }
    WaitingList &waitingList() override { return m_waitingList; }
    AuditTrail &audit() override { return m_audit; }
    HeldPlaces &places() override { return m_places; }
    SchoolSettings &settings() override { return m_settings; }

private:
    SimulatedTrail m_trail;
    SimulatedJournal m_journal;
    SimulatedHistory m_history;
    SimulatedCourses m_courses;
    SimulatedRegistrar m_registrar;
    SimulatedHeldPlaces m_places;
    SimulatedStudents m_students;
    SimulatedUndo m_undo;
    SimulatedWaitingList m_waitingList;
    SimulatedAudit m_audit;
    SimulatedSettings m_settings;
};

std::optional<qint64> milliseconds(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,7})(ms|s)?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * (match.captured(2) == QStringLiteral("s") ? 1000 : 1);
}

template <typename Number>
std::optional<Number> numberBetween(const QString &text, Number least, Number most)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || number < static_cast<double>(least) || number > static_cast<double>(most))
        return std::nullopt;
    return static_cast<Number>(number);
}

} // namespace

Expected<std::unique_ptr<School>> openSimulatedSchool(const QUrlQuery &query)
{
    SimulatedOptions options;
    std::optional<int> capacity;
    std::optional<int> waitlist;
    const auto items = query.queryItems();
    for (const auto &[name, text] : items) {
        bool understood = false;
        const auto take = [&understood](const auto &read, auto &target) {
            understood = read.has_value();
            if (read)
                target = *read;
        };
        constexpr int most = 100'000'000;
        if (name == QStringLiteral("latency"))
            take(milliseconds(text), options.latencyMs);
        else if (name == QStringLiteral("jitter"))
            take(milliseconds(text), options.jitterMs);
        else if (name == QStringLiteral("failures"))
            take(numberBetween<double>(text, 0, 1), options.failures);
        else if (name == QStringLiteral("seed"))
            take(numberBetween<quint64>(text, 0, most), options.seed);
        else if (name == QStringLiteral("capacity"))
            take(numberBetween<int>(text, 0, most), capacity);
        else if (name == QStringLiteral("waitlist"))
            take(numberBetween<int>(text, 0, most), waitlist);
        if (!understood) {
            return fail(ErrorCode::Usage,
                QCoreApplication::translate("Rollbook::SimulatedSchool",
                    "“%1=%2” is not understood. A practice school is written like "
                    "“simulated:?latency=20ms&jitter=5ms&failures=0.02&seed=1”.")
                    .arg(name, text));
        }
    }
    return std::make_unique<SimulatedSchool>(options, capacity, waitlist);
}

} // namespace Rollbook
