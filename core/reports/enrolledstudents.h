// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <optional>
#include <vector>

namespace Rollbook
{

/// A student who holds seats because of the runs, or did before; of the first row that says so.
struct EnrolledStudent {
    QByteArray key; ///< who it is: the student ID, or else the e-mail address in small letters
    const RegisterStudentsResults *run;
    qint32 row;
    QList<CourseRef> courses; ///< in which, each once

    QByteArray field(StudentField field) const;
    /// The same; for systems that want a name of everybody, "." where there is none.
    QByteArray nameField(StudentField field) const;
};

/// Each student once, in the order of the rows. Waiting lists are no seats. Advances the progress
/// by all rows; nothing when it is stopped.
std::optional<std::vector<EnrolledStudent>> enrolledStudents(const ReportTask &task);

} // namespace Rollbook
