// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundleclasses.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

bool isSame(QByteArrayView text, QByteArrayView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace

// Nothing or “active” means that it holds; Canvas has more words for what does not any more.
bool isGone(QByteArrayView status)
{
    static constexpr std::array<QByteArrayView, 5> gone{
        "tobedeleted", "deleted", "inactive", "completed", "deleted_last_completed"};
    return std::any_of(
        gone.begin(), gone.end(), [status](QByteArrayView word) { return isSame(status, word); });
}

BundleClasses::BundleClasses(
    const CsvTable &table, const BundleLayout &layout, const BundleLookup &terms)
    : m_table(table)
    , m_terms(terms)
{
    const BundleColumn id(m_table, layout.classes.key);
    const BundleColumn code(m_table, layout.classes.code);
    const BundleColumn title(m_table, layout.classes.title);
    const BundleColumn term(m_table, layout.classes.term);
    const BundleColumn status(m_table, layout.classes.status);
    const bool areTermsKeys = layout.terms.file[0] != '\0';
    for (int row = 0; row < m_table.rowCount(); ++row) {
        BundleClass described{id.in(m_table, row), code.in(m_table, row), title.in(m_table, row),
            term.in(m_table, row), isGone(status.in(m_table, row)), {}};
        if (areTermsKeys) {
            const QByteArrayView keys = described.term;
            const qsizetype comma = keys.indexOf(',');
            described.term = m_terms.value(comma < 0 ? keys : keys.first(comma).trimmed());
        }
        if (!described.id.isEmpty() && !m_numbers.contains(described.id))
            add(described);
    }
}

void BundleClasses::add(const BundleClass &described)
{
    m_numbers.insert(described.id, static_cast<int>(m_list.size()));
    m_list.push_back(described);
}

int BundleClasses::numberOf(QByteArrayView id)
{
    const auto known = m_numbers.constFind(id);
    if (known != m_numbers.cend())
        return *known;
    add({id, {}, {}, {}, false, {}});
    return static_cast<int>(m_list.size()) - 1;
}

// A code or title that two classes share (the same course in two terms) would mix their students.
void BundleClasses::giveNames()
{
    QHash<QByteArrayView, int> codes;
    QHash<QByteArrayView, int> titles;
    for (const BundleClass &described : m_list) {
        ++codes[described.code];
        ++titles[described.title];
    }
    for (BundleClass &described : m_list) {
        if (!described.code.isEmpty() && codes.value(described.code) == 1)
            described.name = described.code;
        else if (described.code.isEmpty() && !described.title.isEmpty()
            && titles.value(described.title) == 1)
            described.name = described.title;
        else
            described.name = described.id;
    }
}

QList<RosterSheet> BundleClasses::sheets() const
{
    QList<RosterSheet> sheets;
    for (const BundleClass &described : m_list) {
        if (described.isGone)
            continue;
        QString title =
            QString::fromUtf8(described.title.isEmpty() ? described.name : described.title);
        if (!described.term.isEmpty())
            title += QStringLiteral(" · ") + QString::fromUtf8(described.term);
        sheets += RosterSheet{QString::fromUtf8(described.name), title, false};
    }
    return sheets;
}

int BundleClasses::find(const QString &wanted) const
{
    const QByteArray word = wanted.trimmed().toUtf8();
    for (const auto part : {&BundleClass::name, &BundleClass::id, &BundleClass::title}) {
        const auto found =
            std::find_if(m_list.begin(), m_list.end(), [&](const BundleClass &described) {
                return !described.isGone && isSame(described.*part, word);
            });
        if (found != m_list.end())
            return static_cast<int>(found - m_list.begin());
    }
    return -1;
}

int BundleClasses::only() const
{
    int only = -1;
    for (std::size_t number = 0; number < m_list.size(); ++number) {
        if (m_list[number].isGone)
            continue;
        if (only >= 0)
            return -1;
        only = static_cast<int>(number);
    }
    return only;
}

} // namespace Rollbook
