// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundletables.h"

#include "rostertext.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

bool hasOneOf(const QList<QByteArray> &headers, const char *names)
{
    const auto alternatives = QByteArray(names).split('|');
    return std::any_of(alternatives.cbegin(), alternatives.cend(),
        [&](const QByteArray &name) { return columnOf(headers, name) >= 0; });
}

} // namespace

BundleColumn::BundleColumn(const CsvTable &table, const char *names)
{
    const auto alternatives = QByteArray(names).split('|');
    for (const QByteArray &name : alternatives) {
        const int column = name.isEmpty() ? -1 : table.column(name);
        if (column >= 0)
            m_columns.push_back(column);
    }
}

QByteArrayView BundleColumn::in(const CsvTable &table, int row) const
{
    for (const int column : m_columns) {
        const QByteArrayView text = table.cell(row, column);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

BundleLookup::BundleLookup(const CsvTable &table, const BundleLayout::Lookup &lookup)
    : m_table(table)
{
    const BundleColumn key(m_table, lookup.key);
    const BundleColumn value(m_table, lookup.value);
    // Backwards, so that the first of two with one key stays.
    for (int row = m_table.rowCount() - 1; row >= 0; --row) {
        const QByteArrayView text = value.in(m_table, row);
        if (!text.isEmpty())
            m_values.insert(key.in(m_table, row), text);
    }
}

BundleTables::BundleTables(const RosterFiles &files, const QString &name)
    : m_files(files)
    , m_name(name)
    , m_found(bundleFiles(files))
{
}

Expected<CsvTable> BundleTables::table(const QString &file) const
{
    const auto content = m_files.read(file);
    if (!content)
        return tl::unexpected(content.error());
    return CsvTable::read(*content, Text::tr("“%1” in “%2”").arg(file, m_name));
}

Expected<CsvTable> BundleTables::required(const char *family, const char *file, const char *marks,
    const std::vector<const char *> &columns) const
{
    const auto isCalled = [file](const BundleFile &found) {
        return found.name.compare(QLatin1StringView(file), Qt::CaseInsensitive) == 0;
    };
    auto meant = std::find_if(m_found.cbegin(), m_found.cend(), isCalled);
    if (meant == m_found.cend()) {
        meant = std::find_if(m_found.cbegin(), m_found.cend(),
            [marks](const BundleFile &found) { return hasColumns(found.headers, marks); });
    }
    if (meant == m_found.cend()) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” is a %2 bundle, but “%3” is missing in it. Ask for the whole export.")
                .arg(m_name, QString::fromLatin1(family), QString::fromLatin1(file)));
    }
    // Read first: whether it is damaged comes before what it lacks.
    Expected<CsvTable> read = table(meant->name);
    const auto missing = std::find_if(columns.begin(), columns.end(),
        [&](const char *names) { return !hasOneOf(meant->headers, names); });
    if (!read || missing == columns.end())
        return read;
    return fail(ErrorCode::NotARoster,
        Text::tr("“%1” is a %2 bundle, but the column “%3” is missing in its file “%4”. Ask for "
                 "the whole export.")
            .arg(m_name, QString::fromLatin1(family),
                QString::fromLatin1(*missing).section(u'|', 0, 0), meant->name));
}

Expected<BundleLookup> BundleTables::lookup(const BundleLayout::Lookup &lookup) const
{
    const auto found = std::find_if(m_found.cbegin(), m_found.cend(), [&](const BundleFile &file) {
        return file.name.compare(QLatin1StringView(lookup.file), Qt::CaseInsensitive) == 0
            && columnOf(file.headers, lookup.key) >= 0 && columnOf(file.headers, lookup.value) >= 0;
    });
    if (found == m_found.cend())
        return BundleLookup();
    const auto read = table(found->name);
    if (!read)
        return tl::unexpected(read.error());
    return BundleLookup(*read, lookup);
}

} // namespace Rollbook
