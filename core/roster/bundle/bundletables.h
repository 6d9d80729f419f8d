// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundlelayout.h"
#include "csvtable.h"
#include "domain/error.h"

#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace Rollbook
{

/// A value of a row that may stand in one of several columns.
class BundleColumn
{
public:
    BundleColumn() = default;
    /// `names` as in BundleLayout.
    BundleColumn(const CsvTable &table, const char *names);

    bool isThere() const { return !m_columns.empty(); }
    /// Of the first column in which the row has text.
    QByteArrayView in(const CsvTable &table, int row) const;

private:
    std::vector<int> m_columns;
};

/// Gives values to keys; no file, no values.
class BundleLookup
{
public:
    BundleLookup() = default;
    BundleLookup(const CsvTable &table, const BundleLayout::Lookup &lookup);

    QByteArrayView value(QByteArrayView key) const { return m_values.value(key); }

private:
    CsvTable m_table; // holds what the views point to
    QHash<QByteArrayView, QByteArrayView> m_values;
};

/// Opens the files of a bundle by what they are for.
class BundleTables
{
public:
    BundleTables(const RosterFiles &files, const QString &name);

    const QList<BundleFile> &files() const { return m_found; }
    /// The file of this name, or else the one that is known by its marks. It must have these
    /// columns (each as in BundleLayout); an error's sentence names the first that is missing.
    /// `family` is the layout's.
    Expected<CsvTable> required(const char *family, const char *file, const char *marks,
        const std::vector<const char *> &columns) const;
    Expected<BundleLookup> lookup(const BundleLayout::Lookup &lookup) const;

private:
    Expected<CsvTable> table(const QString &file) const;

    const RosterFiles &m_files;
    QString m_name;
    QList<BundleFile> m_found;
};

} // namespace Rollbook
