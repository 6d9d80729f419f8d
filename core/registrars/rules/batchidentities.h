// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/emailkey.h"
#include "domain/studentlist.h"

#include <string>
#include <string_view>
#include <vector>

namespace Rollbook
{

/// Who the rows of a batch are: the identifiers to look up in a store, each once and in the order
/// in which a store keeps them, and which of them each row names.
class BatchIdentities
{
public:
    enum class By : quint8 { Nothing, StudentId, Email };
    struct Identity {
        By by = By::Nothing;
        qint32 index = -1; ///< into studentIds() or emailKeys()
    };

    /// Borrows the texts of the list, which has to live as long, unchanged.
    BatchIdentities(const StudentList &students, const QList<qint32> &rows);

    /// Ascending, byte by byte.
    const std::vector<std::string_view> &studentIds() const { return m_studentIds; }
    /// Of the rows without a student_id; ascending, byte by byte.
    const std::vector<std::string> &emailKeys() const { return m_emailKeys; }
    /// The identity in the row at that position of the batch.
    Identity at(qsizetype position) const
    {
        return m_identities[static_cast<std::size_t>(position)];
    }

private:
    void collectStudentIds(const StudentList &students, const QList<qint32> &rows);
    void collectEmails(const StudentList &students, const QList<qint32> &rows);

    std::vector<std::string_view> m_studentIds;
    std::vector<std::string> m_emailKeys;
    std::vector<Identity> m_identities;
};

} // namespace Rollbook
