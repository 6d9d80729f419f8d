// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace Rollbook
{

/// The rows of a table about the school: what people see of them, find in them and order them by.
/// They never change once they are made, and may be read from any thread.
class SchoolRows
{
public:
    virtual ~SchoolRows() = default;

    virtual int size() const = 0;
    virtual QString text(int row, int column) const = 0;
    /// What the column is ordered by, as text with numbers in it.
    virtual QString sortText(int row, int column) const { return text(row, column); }
    /// What a search looks at.
    virtual QString searchText(int row, int column) const { return text(row, column); }

    /// The rows in which each of the words occurs, case and accents ignored, in the order of a
    /// column; -1: as they are. For large schools not in the thread of the window.
    QList<qint32> arranged(const QString &search, int sortColumn, Qt::SortOrder order) const;

protected:
    SchoolRows() = default;
    Q_DISABLE_COPY_MOVE(SchoolRows)

    /// To be called when the rows are there: makes them searchable.
    void makeSearchable(int columnCount);

private:
    std::vector<QByteArray> m_folded; // by row
};

} // namespace Rollbook
