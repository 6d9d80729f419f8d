// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <vector>

namespace Rollbook
{

/// What a teacher gets to mend: the rows that did not get in, in the columns of the class list as
/// they were in its file or corrected since, then why, then the run. Of several runs the columns
/// are those of the fields that any of their lists has, by canonical names.
class Corrections
{
public:
    explicit Corrections(const ReportTask &task);

    QByteArrayList header() const;
    /// Neither seat nor waiting-list place.
    static bool isToMend(const StudentRegistrationResult &result);
    QByteArrayList cells(
        const RegisterStudentsResults &run, const StudentRegistrationResult &result) const;

private:
    /// A column of the file, or a field, or both.
    struct Column {
        int ofTable = -1;
        std::optional<StudentField> field = std::nullopt;
        QByteArray title = {};
    };

    void addTableColumns(const RegisterStudentsResults &run, const QStringList &headers);
    void addFieldColumns(const QList<RegisterStudentsResults> &runs);

    std::vector<Column> m_columns;
};

} // namespace Rollbook
