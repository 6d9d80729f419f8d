// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "roster/roster.h"

#include <QObject>

#include <memory>

class QTableView;

namespace Rollbook::Bench
{

/// A table of a class list with outcomes, as a window shows it.
class BenchTable : public QObject
{
    Q_OBJECT

public:
    virtual QTableView &view() = 0;
    virtual void beginRun() = 0;
    virtual void applyResults(const RegistrationResults &results) = 0;
    virtual void endRun() = 0;
    virtual void sortByFamilyName() = 0;
    virtual void showRegisteredOnly() = 0;
    virtual void showAllRows() = 0;
    /// What is made once, before the first letter is typed.
    virtual void prepareSearch() = 0;
    virtual void search(const QString &text) = 0;
    virtual int shownRows() const = 0;

Q_SIGNALS:
    /// The rows stand as they were last asked for. May come before the call that asks returns.
    void arranged();
};

enum class TableKind : quint8 {
    Ours,
    Naive, ///< texts in structs, a signal for each row, QSortFilterProxyModel
    /// Shows nothing of what it takes, beside a thread that computes all through a run: what the
    /// system leaves of a GUI thread's time.
    Limit,
};

std::unique_ptr<BenchTable> makeTable(TableKind kind, const Roster &roster);

} // namespace Rollbook::Bench
