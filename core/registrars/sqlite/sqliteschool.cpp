// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteschool.h"

#include "sqlite/sqliteaudittrail.h"
#include "sqlite/sqlitecourses.h"
#include "sqlite/sqliteheldplaces.h"
#include "sqlite/sqlitehistory.h"
#include "sqlite/sqlitejournal.h"
#include "sqlite/sqliteregistrar.h"
#include "sqlite/sqlitesettings.h"
#include "sqlite/sqlitestudents.h"
#include "sqlite/sqliteundo.h"
#include "sqlite/sqlitewaitinglist.h"
#include "sqlite/sqlitewriter.h"

#include <QFileInfo>

namespace Rollbook
{

namespace
{

/// A school in one file on this computer.
class SqliteSchool : public School
{
public:
    SqliteSchool(const SqliteFile &file, SQLite::Database database)
        : m_name(QFileInfo(file.path()).completeBaseName())
        , m_writer(std::move(database), file.path(), file.busyTimeout())
        , m_runAudit(m_writer)
        , m_registrar(file, m_writer, m_runAudit)
        , m_journal(file, m_writer, m_runAudit)
        , m_history(file, m_journal)
        , m_courses(file, m_writer)
        , m_students(file, m_writer)
        , m_undo(file, m_writer)
        , m_waitingList(m_writer)
        , m_audit(file)
        , m_places(file, m_writer)
        , m_settings(file, m_writer)
    {
    }

    QString displayName() const override { return m_name; }
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
    QString m_name;
    SqliteWriter m_writer;
    SqliteRunAudit m_runAudit;
    SqliteRegistrar m_registrar;
    SqliteJournal m_journal;
    SqliteHistory m_history;
    SqliteCourses m_courses;
    SqliteStudents m_students;
    SqliteUndo m_undo;
    SqliteWaitingList m_waitingList;
    SqliteAuditTrail m_audit;
    SqliteHeldPlaces m_places;
    SqliteSettings m_settings;
};

} // namespace

Expected<std::unique_ptr<School>> openSqliteSchool(
    const QString &path, const SqliteOptions &options)
{
    const SqliteFile file(path, options);
    auto database = file.openForWriting();
    if (!database)
        return tl::unexpected(database.error());
    return std::make_unique<SqliteSchool>(file, std::move(*database));
}

} // namespace Rollbook
