// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/orderfence.h"
#include "registration/school.h"

#include <QFutureWatcher>

#include <deque>
#include <functional>

namespace Rollbook
{

/// A fault on the way to a registrar.
struct InjectedFault {
    RegistrationError error;
    bool onTheWayBack = false; ///< the registrar took the batch, only its answer is lost
};

/// A registrar that cannot always be reached, whatever kind it is.
class FaultyRegistrar : public Registrar
{
public:
    /// Asked for each batch in the order of arrival, from the run's thread.
    using Fault = std::function<std::optional<InjectedFault>(const RegistrationBatch &batch)>;

    FaultyRegistrar(Registrar &registrar, Fault fault)
        : m_registrar(registrar)
        , m_fault(std::move(fault))
    {
    }

    RegistrarCapabilities capabilities() const override { return m_registrar.capabilities(); }
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;
    QFuture<RegistrationResults> plan(const RegistrationBatch &batch) override
    {
        return m_registrar.plan(batch);
    }

private:
    Registrar &m_registrar;
    Fault m_fault;
    OrderFence m_fence;
    // Of answers that get lost. Not QFuture::then(): TSan does not see how Qt guards that.
    std::deque<QFutureWatcher<RegistrationResults>> m_lost;
};

/// A school with such a registrar.
class FaultySchool : public School
{
public:
    FaultySchool(School &school, FaultyRegistrar::Fault fault)
        : m_school(school)
        , m_registrar(school.registrar(), std::move(fault))
    {
    }

    QString displayName() const override { return m_school.displayName(); }
    Registrar &registrar() override { return m_registrar; }
    RunJournal &journal() override { return m_school.journal(); }
    RunHistory &history() override { return m_school.history(); }
    CourseCatalogue &courses() override { return m_school.courses(); }
    StudentDirectory &students() override { return m_school.students(); }
    RunUndo &undo() override { return m_school.undo(); }
    WaitingList &waitingList() override { return m_school.waitingList(); }
    AuditTrail &audit() override { return m_school.audit(); }
    HeldPlaces &places() override { return m_school.places(); }
    SchoolSettings &settings() override { return m_school.settings(); }

private:
    School &m_school;
    FaultyRegistrar m_registrar;
};

} // namespace Rollbook
