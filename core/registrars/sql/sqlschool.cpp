// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlschool.h"

#include "sql/sqlaudittrail.h"
#include "sql/sqlcourses.h"
#include "sql/sqlheldplaces.h"
#include "sql/sqlhistory.h"
#include "sql/sqljournal.h"
#include "sql/sqlrunaudit.h"
#include "sql/sqlsettings.h"
#include "sql/sqlstudents.h"
#include "sql/sqlundo.h"
#include "sql/sqlwaitinglist.h"

namespace Rollbook
{

namespace
{

class SqlSchool : public School
{
public:
    SqlSchool(QString displayName, std::unique_ptr<SqlStore> store,
        const MakeRegistrar &makeRegistrar, MakeWatch makeWatch, SchoolRights rights)
        : m_name(std::move(displayName))
        , m_rights(std::move(rights))
        , m_store(std::move(store))
        , m_runAudit(*m_store)
        , m_registrar(makeRegistrar(*m_store, m_runAudit))
        , m_journal(*m_store, m_runAudit)
        , m_history(*m_store, m_journal)
        , m_courses(*m_store)
        , m_students(*m_store)
        , m_undo(*m_store)
        , m_waitingList(*m_store)
        , m_audit(*m_store)
        , m_places(*m_store)
        , m_settings(*m_store)
        , m_makeWatch(std::move(makeWatch))
    {
    }

    QString displayName() const override { return m_name; }
    SchoolRights rights() const override { return m_rights; }
    Registrar &registrar() override { return *m_registrar; }
    RunJournal &journal() override { return m_journal; }
    RunHistory &history() override { return m_history; }
    CourseCatalogue &courses() override { return m_courses; }
    StudentDirectory &students() override { return m_students; }
    RunUndo &undo() override { return m_undo; }
    WaitingList &waitingList() override { return m_waitingList; }
    AuditTrail &audit() override { return m_audit; }
    HeldPlaces &places() override { return m_places; }
    SchoolSettings &settings() override { return m_settings; }
    SchoolWatch *watch() override
    {
        // Who does not ask needs no connection for it.
        if (!m_watch && m_makeWatch)
            m_watch = m_makeWatch();
        return m_watch.get();
    }

private:
    QString m_name;
    SchoolRights m_rights;
    std::unique_ptr<SqlStore> m_store;
    SqlRunAudit m_runAudit;
    std::unique_ptr<Registrar> m_registrar;
    SqlJournal m_journal;
    SqlHistory m_history;
    SqlCourses m_courses;
    SqlStudents m_students;
    SqlUndo m_undo;
    SqlWaitingList m_waitingList;
    SqlAuditTrail m_audit;
    SqlHeldPlaces m_places;
    SqlSettings m_settings;
    MakeWatch m_makeWatch;
    std::unique_ptr<SchoolWatch> m_watch;
};

} // namespace

std::unique_ptr<School> sqlSchool(QString displayName, std::unique_ptr<SqlStore> store,
    const MakeRegistrar &makeRegistrar, MakeWatch makeWatch, SchoolRights rights)
{
    return std::make_unique<SqlSchool>(std::move(displayName), std::move(store), makeRegistrar,
        std::move(makeWatch), std::move(rights));
}

} // namespace Rollbook
