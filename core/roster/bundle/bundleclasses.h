// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundletables.h"
#include "csvtable.h"
#include "roster/roster.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <vector>

namespace Rollbook
{

/// True when a status says that the row does not hold any more.
bool isGone(QByteArrayView status);

/// A class of the bundle.
struct BundleClass {
    QByteArrayView id;
    QByteArrayView code;
    QByteArrayView title;
    QByteArrayView term;
    bool isGone = false;
    QByteArrayView name; // what no other class has
};

/// The classes of a bundle, and what they are called.
class BundleClasses
{
public:
    BundleClasses() = default;
    BundleClasses(const CsvTable &table, const BundleLayout &layout, const BundleLookup &terms);

    /// The number of the class, from 0; one that no file describes is added. The view must outlive
    /// this.
    int numberOf(QByteArrayView id);
    const BundleClass &at(int number) const { return m_list[static_cast<std::size_t>(number)]; }
    /// Once all are known.
    void giveNames();
    QList<RosterSheet> sheets() const;
    /// The class that people mean, by name, id or title; -1: none.
    int find(const QString &wanted) const;
    /// The only class; -1: there are several, or none.
    int only() const;

private:
    void add(const BundleClass &described);

    CsvTable m_table; // holds what the views point to
    BundleLookup m_terms;
    std::vector<BundleClass> m_list;
    QHash<QByteArrayView, int> m_numbers;
};

} // namespace Rollbook
