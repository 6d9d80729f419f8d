// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/factsreader.h"
#include "sql/sqlbatchcourses.h"

namespace Rollbook
{

/// Reads what the rules need to know for a batch, a statement for each student: for a database that
/// is near. Throws what the database throws.
class SqlFactsReader : public FactsReader
{
public:
    explicit SqlFactsReader(const SqlDatabase &database);

    SchoolFacts read(const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped) override;

private:
    struct Reading;

    void readByStudentId(const std::vector<std::string_view> &ids, Reading &reading);
    void readByEmail(const std::vector<std::string> &keys, Reading &reading);
    void readStudent(SqlStatement &statement, Reading &reading, StudentFacts &student);
    void readCompletedCourses(Reading &reading);

    SqlBatchCourses m_courses;
    SqlStatement m_byStudentId;
    SqlStatement m_byEmail;
    SqlStatement m_completed;
    std::string m_text;
};

} // namespace Rollbook
