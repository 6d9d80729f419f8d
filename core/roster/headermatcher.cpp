// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headermatcher.h"

#include "headerwords.h"
#include "rostertext.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace Rollbook
{

namespace
{

constexpr qsizetype MostHeaders = 1000; // more are no class list; keeps hostile files cheap

struct ColumnClaim {
    int column = 0;
    HeaderClaim claim;

    /// Claims for one field that are equal in this have equal right.
    auto right() const { return std::tuple(claim.rank, claim.likeness, claim.field); }
    auto order() const { return std::tuple_cat(right(), std::tuple(claim.place, column)); }
};

std::vector<ColumnClaim> claimsInOrder(const QStringList &headers)
{
    std::vector<ColumnClaim> claims;
    const qsizetype columns = std::min(headers.size(), MostHeaders);
    for (qsizetype column = 0; column < columns; ++column) {
        const HeaderMeaning meaning = headerMeaning(headers.at(column));
        for (const HeaderClaim &claim : meaning.claims)
            claims.push_back({static_cast<int>(column), claim});
    }
    std::sort(claims.begin(), claims.end(),
        [](const ColumnClaim &a, const ColumnClaim &b) { return a.order() < b.order(); });
    return claims;
}

/// Gives columns to fields, the best right first.
class ColumnChoice
{
public:
    void settle(StudentField field, int column)
    {
        m_settled[static_cast<std::size_t>(field)] = true;
        columnOf(field) = column;
    }
    /// `claims` are of equal right, for one field, the best first.
    void choose(const std::vector<ColumnClaim> &claims);
    HeaderGuess guess() const;

private:
    int &columnOf(StudentField field) { return m_columns[static_cast<std::size_t>(field)]; }
    bool hasColumn(StudentField field) const
    {
        return m_columns[static_cast<std::size_t>(field)] >= 0;
    }
    bool isTaken(int column) const
    {
        return std::find(m_columns.cbegin(), m_columns.cend(), column) != m_columns.cend();
    }
    bool counts(const ColumnClaim &asking) const
    {
        const HeaderClaim &claim = asking.claim;
        return !isTaken(asking.column) && (!claim.beside || hasColumn(*claim.beside))
            && (!claim.without || !hasColumn(*claim.without));
    }

    StudentList::FieldColumns m_columns = StudentList::noColumns();
    std::array<bool, StudentFieldCount> m_settled{};
    QMap<StudentField, QList<int>> m_disputed;
};

void ColumnChoice::choose(const std::vector<ColumnClaim> &claims)
{
    const StudentField field = claims.front().claim.field;
    if (m_settled[static_cast<std::size_t>(field)])
        return;
    QList<int> asking;
    for (const ColumnClaim &claim : claims) {
        if (counts(claim) && !asking.contains(claim.column))
            asking.append(claim.column);
    }
    if (asking.isEmpty())
        return;
    settle(field, asking.first());
    std::sort(asking.begin(), asking.end());
    if (asking.size() > 1)
        m_disputed.insert(field, asking);
}

HeaderGuess ColumnChoice::guess() const
{
    HeaderGuess guess{m_columns, {}};
    for (auto dispute = m_disputed.cbegin(); dispute != m_disputed.cend(); ++dispute) {
        QList<int> asking;
        const int taken = m_columns[static_cast<std::size_t>(dispute.key())];
        for (const int column : dispute.value()) {
            // What another field took meanwhile asks no longer.
            if (column == taken || !isTaken(column))
                asking.append(column);
        }
        if (asking.size() > 1)
            guess.disputed.insert(dispute.key(), asking);
    }
    return guess;
}

int columnCalled(const QString &name, const QStringList &headers)
{
    const auto exact = headers.indexOf(name);
    if (exact >= 0)
        return static_cast<int>(exact);
    const QString folded = foldedHeader(name);
    const auto like = std::find_if(headers.cbegin(), headers.cend(), [&](const QString &header) {
        return folded.isEmpty() ? header.trimmed() == name.trimmed()
                                : foldedHeader(header) == folded;
    });
    return like == headers.cend() ? -1 : static_cast<int>(like - headers.cbegin());
}

} // namespace

Expected<HeaderGuess> guessHeader(
    const QStringList &headers, const QMap<StudentField, QString> &mapping)
{
    ColumnChoice choice;
    for (auto chosen = mapping.cbegin(); chosen != mapping.cend(); ++chosen) {
        const int column = chosen->isEmpty() ? -1 : columnCalled(*chosen, headers);
        if (column < 0 && !chosen->isEmpty()) {
            return fail(ErrorCode::Usage,
                Text::tr("The list has no column “%1”. Its columns are: %2.")
                    .arg(*chosen, headers.join(QStringLiteral(", "))));
        }
        choice.settle(chosen.key(), column);
    }
    const std::vector<ColumnClaim> claims = claimsInOrder(headers);
    for (auto first = claims.cbegin(); first != claims.cend();) {
        const auto next = std::find_if(first, claims.cend(),
            [&](const ColumnClaim &claim) { return claim.right() != first->right(); });
        choice.choose({first, next});
        first = next;
    }
    return choice.guess();
}

Expected<StudentList::FieldColumns> matchHeader(
    const QStringList &headers, const QMap<StudentField, QString> &mapping)
{
    return guessHeader(headers, mapping).map([](const HeaderGuess &guess) {
        return guess.columns;
    });
}

} // namespace Rollbook
