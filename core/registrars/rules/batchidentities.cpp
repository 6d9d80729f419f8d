// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/batchidentities.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace Rollbook
{

namespace
{

struct NamedRow {
    quint64 beginning; // the first bytes as a number, which settles most comparisons
    std::string_view studentId;
    qsizetype position;
};

quint64 beginningOf(std::string_view text)
{
    quint64 bytes = 0;
    std::memcpy(&bytes, text.data(), std::min(text.size(), sizeof bytes));
    return qFromBigEndian(bytes);
}

} // namespace

BatchIdentities::BatchIdentities(const StudentList &students, const QList<qint32> &rows)
    : m_identities(static_cast<std::size_t>(rows.size()))
{
    collectStudentIds(students, rows);
    if (static_cast<qsizetype>(m_studentIds.size()) < rows.size())
        collectEmails(students, rows);
}

void BatchIdentities::collectStudentIds(const StudentList &students, const QList<qint32> &rows)
{
    std::vector<NamedRow> named;
    named.reserve(static_cast<std::size_t>(rows.size()));
    for (qsizetype position = 0; position < rows.size(); ++position) {
        const QUtf8StringView id = students.field(rows[position], StudentField::StudentId);
        if (id.isEmpty())
            continue;
        const std::string_view view(id.data(), static_cast<std::size_t>(id.size()));
        named.push_back({beginningOf(view), view, position});
    }
    std::sort(named.begin(), named.end(), [](const NamedRow &left, const NamedRow &right) {
        return left.beginning != right.beginning ? left.beginning < right.beginning
                                                 : left.studentId < right.studentId;
    });
    m_studentIds.reserve(named.size());
    for (const NamedRow &row : named) {
        if (m_studentIds.empty() || m_studentIds.back() != row.studentId)
            m_studentIds.push_back(row.studentId);
        m_identities[static_cast<std::size_t>(row.position)] = {
            By::StudentId, static_cast<qint32>(m_studentIds.size()) - 1};
    }
}

void BatchIdentities::collectEmails(const StudentList &students, const QList<qint32> &rows)
{
    std::vector<std::pair<std::string, std::size_t>> addressed;
    for (qsizetype position = 0; position < rows.size(); ++position) {
        const auto at = static_cast<std::size_t>(position);
        if (m_identities[at].by == By::StudentId)
            continue;
        const QUtf8StringView email = students.field(rows[position], StudentField::Email);
        if (!email.isEmpty())
            addressed.emplace_back(emailKey(email), at);
    }
    std::sort(addressed.begin(), addressed.end());
    for (auto &[key, position] : addressed) {
        if (m_emailKeys.empty() || m_emailKeys.back() != key)
            m_emailKeys.push_back(std::move(key));
        m_identities[position] = {By::Email, static_cast<qint32>(m_emailKeys.size()) - 1};
    }
}

} // namespace Rollbook
