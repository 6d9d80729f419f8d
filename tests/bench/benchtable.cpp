// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchtable.h"

#include "peers/naivetable.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"
#include "table/rosterview.h"

#include <QHeaderView>

#include <thread>

namespace Rollbook::Bench
{

namespace
{

class OwnTable : public BenchTable
{
public:
    explicit OwnTable(const Roster &roster)
    {
        m_model.setRoster(roster);
        m_model.setCourses(
            CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")}));
        m_proxy.setSourceModel(&m_model);
        m_view.setModel(&m_proxy);
        connect(&m_proxy, &RosterProxyModel::arranged, this, &BenchTable::arranged);
    }

    QTableView &view() override { return m_view; }
    void beginRun() override { m_model.beginRun(); }
    void applyResults(const RegistrationResults &results) override
    {
        m_model.applyResults(results);
    }
    void endRun() override { m_model.endRun(); }
    void sortByFamilyName() override { m_proxy.sort(RosterModel::FamilyNameColumn); }
    void showRegisteredOnly() override { m_proxy.setShownStates({RowState::Registered}); }
    void showAllRows() override { m_proxy.setShownStates({}); }
    void prepareSearch() override { m_proxy.prepareSearch(); }
    void search(const QString &text) override { m_proxy.setSearchText(text); }
    int shownRows() const override { return m_proxy.rowCount(); }

private:
    RosterModel m_model;
    RosterProxyModel m_proxy;
    RosterView m_view;
};

class NaiveTable : public BenchTable
{
public:
    explicit NaiveTable(const Roster &roster)
        : m_model(roster)
    {
        m_proxy.setSourceModel(&m_model);
        m_proxy.setSortLocaleAware(true);
        m_view.setModel(&m_proxy);
        m_view.setSelectionBehavior(QTableView::SelectRows);
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    }

    QTableView &view() override { return m_view; }
    void beginRun() override {}
    void applyResults(const RegistrationResults &results) override
    {
        for (const StudentRegistrationResult &result : results)
            m_model.setOutcome(result);
    }
    void endRun() override {}
    void sortByFamilyName() override
    {
        m_proxy.sort(NaiveModel::FamilyName);
        Q_EMIT arranged();
    }
    void showRegisteredOnly() override
    {
        m_proxy.setFilterKeyColumn(NaiveModel::State);
        m_proxy.setFilterFixedString(statusTitle(RegistrationStatus::Registered));
        Q_EMIT arranged();
    }
    void showAllRows() override
    {
        m_proxy.setFilterFixedString({});
        Q_EMIT arranged();
    }
    void prepareSearch() override { Q_EMIT arranged(); }
    void search(const QString &text) override
    {
        m_proxy.setFilterKeyColumn(-1);
        m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        m_proxy.setFilterFixedString(text);
        Q_EMIT arranged();
    }
    int shownRows() const override { return m_proxy.rowCount(); }

private:
    NaiveModel m_model;
    QSortFilterProxyModel m_proxy;
    QTableView m_view;
};

/// Its thread stands for one that sorts and filters.
class LimitTable : public BenchTable
{
public:
    QTableView &view() override { return m_view; }
    void beginRun() override
    {
        m_worker = std::jthread([](const std::stop_token &stop) {
            volatile quint64 turns = 0;
            while (!stop.stop_requested())
                turns = turns + 1;
        });
    }
    void applyResults(const RegistrationResults &results) override
    {
        for (const StudentRegistrationResult &result : results)
            m_registered += result.status() == RegistrationStatus::Registered ? 1 : 0;
    }
    void endRun() override { m_worker = {}; }
    void sortByFamilyName() override {}
    void showRegisteredOnly() override {}
    void showAllRows() override {}
    void prepareSearch() override {}
    void search(const QString & /*text*/) override {}
    int shownRows() const override { return m_registered; }

private:
    QTableView m_view;
    int m_registered = 0;
    std::jthread m_worker;
};

} // namespace

std::unique_ptr<BenchTable> makeTable(TableKind kind, const Roster &roster)
{
    if (kind == TableKind::Ours)
        return std::make_unique<OwnTable>(roster);
    if (kind == TableKind::Limit)
        return std::make_unique<LimitTable>();
    return std::make_unique<NaiveTable>(roster);
}

} // namespace Rollbook::Bench
