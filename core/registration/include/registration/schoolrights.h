// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Rollbook
{

/// What a school lets someone do in it; each may do what those before may.
enum class SchoolRole : quint8 {
    None,
    Viewer,    ///< looks at everything, plans, makes reports
    Registrar, ///< registers, tries again, undoes, withdraws, moves up
    Admin,     ///< says what courses and students there are, and what stands on documents
};

/// As whom a school is open. The school itself refuses what somebody may not do; this is for not
/// offering it.
struct SchoolRights {
    SchoolRole role = SchoolRole::Admin;
    QString user; ///< empty where the school knows nobody by name

    /// Also withdrawing, moving up, and going on with a run or undoing it.
    bool mayRegister() const { return role >= SchoolRole::Registrar; }
    /// Courses, students with their holds, imports, what stands on documents.
    bool mayManage() const { return role >= SchoolRole::Admin; }

    friend bool operator==(const SchoolRights &, const SchoolRights &) = default;
};

} // namespace Rollbook
