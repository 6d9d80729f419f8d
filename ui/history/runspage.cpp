// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/runspage.h"

#include "history/eventsmodel.h"
#include "history/historytable.h"
#include "history/runfilterbar.h"
#include "history/runsmodel.h"
#include "messagebar.h"
#include "runthencallback.h"
#include "table/statestyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <chrono>

namespace Rollbook
{

namespace
{

constexpr std::chrono::milliseconds AfterTyping{150};

bool canBeReported(const Run &run)
{
    return run.kind == RunKind::Registration && run.state != RunState::Running;
}

// Of an interrupted run it is not counted which.
bool hasRowsLeft(const FoundRun &found)
{
    const StatusCounts &counts = found.run.counts;
    if (found.isInWork || found.run.kind == RunKind::Undo || !found.run.undoneBy.isEmpty())
        return false;
    return found.run.state == RunState::Running
        || counts[RegistrationStatus::Failed] + counts[RegistrationStatus::NotAttempted] > 0;
}

bool canBeUndone(const Run &run)
{
    const int given =
        run.counts[RegistrationStatus::Registered] + run.counts[RegistrationStatus::Waitlisted];
    return run.kind == RunKind::Registration && run.undoneBy.isEmpty()
        && run.state != RunState::Running && given > 0;
}

void enable(QPushButton *button, bool enabled, const QString &does, const QString &whyNot)
{
    button->setEnabled(enabled);
    button->setToolTip(enabled ? does : whyNot);
}

} // namespace

RunsPage::RunsPage(School &school, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_filter(new RunFilterBar(this))
    , m_results(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_model(new RunsModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_table(new HistoryTable(QStringLiteral("runs"), this))
    , m_empty(new QLabel(this))
    , m_found(new QWidget(this))
    , m_foundTitle(new QLabel(m_found))
    , m_events(new EventsModel(this))
    , m_eventsTable(new HistoryTable(QStringLiteral("found"), m_found))
    , m_everything(new QPushButton(tr("E&verything about this student"), m_found))
    , m_compare(new QPushButton(tr("Co&mpare"), this))
    , m_undo(new QPushButton(tr("&Undo this run…"), this))
    , m_tryAgain(new QPushButton(tr("&Try again"), this))
    , m_report(new QPushButton(tr("Make &report…"), this))
    , m_open(new QPushButton(tr("&Open this run"), this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(RunsModel::SortRole);
    m_proxy->setSortLocaleAware(true);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->takeModel(m_proxy, {18, 22, 0, 14, 12, 13, 15, 26});
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::WhenColumn, Qt::DescendingOrder);
    m_eventsTable->setAccessibleName(tr("The student in these runs"));
    m_eventsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_eventsTable->takeModel(m_events, {18, 22, 0, 20, 28, 12});
    layOut();
    connectButtons();
    m_soon.setSingleShot(true);
    m_soon.setInterval(AfterTyping);
    connect(&m_soon, &QTimer::timeout, this, &RunsPage::find);
    connect(m_filter, &RunFilterBar::changed, this, [this] {
        m_search.request_stop();
        m_soon.start();
    });
    setFocusProxy(m_filter);
    for (QPushButton *button : {m_undo, m_tryAgain})
        button->setVisible(m_school.rights().mayRegister());
    refreshButtons();
}

// Nobody waits for it any more, and the school may be closed soon.
RunsPage::~RunsPage()
{
    m_search.request_stop();
}

void RunsPage::layOut()
{
    auto *title = new QLabel(tr("History"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    title->setFont(large);
    QFont bold = font();
    bold.setBold(true);
    m_foundTitle->setFont(bold);
    m_results->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->hide();
    m_found->hide();
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_foundTitle, 1);
    heading->addWidget(m_everything);
    auto *found = new QVBoxLayout(m_found);
    found->setContentsMargins({});
    found->addLayout(heading);
    found->addWidget(m_eventsTable, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_results, 1);
    for (QPushButton *button : {m_compare, m_undo, m_tryAgain, m_report, m_open})
        buttons->addWidget(button);

    const int space = fontMetrics().height() * 2 / 3;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    layout->setSpacing(space);
    layout->addWidget(title);
    layout->addWidget(m_filter);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_empty, 3);
    layout->addWidget(m_found, 2);
    layout->addLayout(buttons);
}

void RunsPage::connectButtons()
{
    const auto withRun = [this](QPushButton *button, void (RunsPage::*wanted)(const Run &)) {
        connect(button, &QPushButton::clicked, this, [this, wanted] {
            const QList<FoundRun> runs = chosenRuns();
            if (runs.size() == 1)
                Q_EMIT(this->*wanted)(runs.first().run);
        });
    };
    withRun(m_open, &RunsPage::openWanted);
    withRun(m_undo, &RunsPage::undoWanted);
    withRun(m_report, &RunsPage::reportWanted);
    withRun(m_tryAgain, &RunsPage::tryAgainWanted);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const QList<FoundRun> runs = chosenRuns();
        if (runs.size() == 2)
            Q_EMIT compareWanted(runs.last().run, runs.first().run);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openWanted(m_model->runs().at(m_proxy->mapToSource(index).row()).run);
    });
    connect(m_eventsTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openWanted(m_events->events().at(index.row()).run);
    });
    connect(m_everything, &QPushButton::clicked, this, [this] {
        if (const auto student = chosenStudent())
            Q_EMIT studentWanted(*student);
    });
    connect(m_table, &HistoryTable::selectedRowsChanged, this, &RunsPage::refreshButtons);
    connect(m_eventsTable, &HistoryTable::selectedRowsChanged, this, &RunsPage::refreshButtons);
}

void RunsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    find();
}

void RunsPage::refresh()
{
    if (isVisible())
        find();
}

bool RunsPage::clearFilter()
{
    if (m_filter->isClear())
        return false;
    m_filter->clear();
    return true;
}

void RunsPage::find()
{
    m_soon.stop();
    m_search.request_stop();
    m_search = std::stop_source();
    if (m_model->runs().isEmpty())
        m_results->setText(tr("Looking through the history…"));
    runThenCallback(
        this,
        [&history = m_school.history(), filter = m_filter->filter(), stop = m_search.get_token()] {
            return history.find(filter, stop);
        },
        [this, wish = ++m_wish](const Expected<FoundRuns> &found) {
            // What was typed meanwhile is looked for next.
            if (wish == m_wish && !m_soon.isActive())
                take(found);
        });
}

void RunsPage::take(const Expected<FoundRuns> &found)
{
    if (!found) {
        m_message->showProblem(found.error().sentence);
        return;
    }
    m_filter->setChoices(found->people, found->courses);
    QSet<QString> chosen;
    const QList<FoundRun> chosenBefore = chosenRuns();
    for (const FoundRun &one : chosenBefore)
        chosen += one.run.id;
    m_model->setRuns(found->runs);
    choose(chosen);
    const bool forStudent = !m_filter->filter().student.isEmpty();
    m_events->setEvents(forStudent ? eventsIn(found->runs) : QList<StudentEvent>());
    m_found->setVisible(m_events->rowCount() > 0);
    if (m_events->rowCount() > 0)
        m_eventsTable->selectRow(0);
    m_foundTitle->setText(tr("The student in these runs"));
    m_table->setVisible(!found->runs.isEmpty());
    m_empty->setVisible(found->runs.isEmpty());
    m_empty->setText(found->all == 0
            ? tr("Nothing has been registered yet. Each list that you register stands here "
                 "from then on: when, who, from which file, and what became of every student.")
            : tr("Nothing in the history is like this. Look for less, or press Esc to see all "
                 "runs."));
    m_results->setText(resultsText(*found));
    refreshButtons();
}

void RunsPage::choose(const QSet<QString> &ids)
{
    QItemSelection rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (ids.contains(m_model->runs().at(row).run.id)) {
            const QModelIndex index = m_proxy->mapFromSource(m_model->index(row, 0));
            rows.select(index, index);
        }
    }
    m_table->selectionModel()->select(
        rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QString RunsPage::resultsText(const FoundRuns &found) const
{
    const auto count = static_cast<int>(found.runs.size());
    if (count == found.all)
        return count == 0 ? QString() : tr("%n run(s)", nullptr, count);
    return tr("%1 of %n run(s)", nullptr, found.all).arg(QLocale().toString(count));
}

QList<FoundRun> RunsPage::chosenRuns() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &one, const QModelIndex &other) {
        return m_proxy->mapToSource(one).row() < m_proxy->mapToSource(other).row();
    });
    QList<FoundRun> runs;
    for (const QModelIndex &index : std::as_const(rows))
        runs += m_model->runs().at(m_proxy->mapToSource(index).row());
    return runs;
}

std::optional<Student> RunsPage::chosenStudent() const
{
    const QModelIndexList rows = m_eventsTable->selectionModel()->selectedRows();
    if (!m_found->isVisible() || rows.isEmpty())
        return std::nullopt;
    return m_events->events().at(rows.first().row()).student;
}

void RunsPage::refreshButtons()
{
    const QList<FoundRun> runs = chosenRuns();
    const bool isOne = runs.size() == 1;
    const QString chooseOne = tr("Choose one run in the table first.");
    const auto refuse = [&](const QString &reason) { return isOne ? reason : chooseOne; };
    enable(m_open, isOne, tr("See this run as it was (Enter)"), chooseOne);
    enable(m_report, isOne && canBeReported(runs.first().run),
        tr("Save what became of every student of it"),
        refuse(tr("There is a report of runs that have ended, and not of an undo.")));
    enable(m_undo, isOne && canBeUndone(runs.first().run),
        tr("See who would be taken out of the course again; nothing is changed yet"),
        refuse(tr("This run has nothing to take back.")));
    const bool isInterrupted = isOne && runs.first().run.state == RunState::Running;
    m_tryAgain->setText(isInterrupted ? tr("&Go on") : tr("&Try again"));
    enable(m_tryAgain, isOne && hasRowsLeft(runs.first()),
        tr("Send again those who failed or were not sent, in the same run"),
        refuse(tr("Nobody in this run failed or was left unsent.")));
    const bool canCompare = runs.size() == 2 && runs.first().run.kind == RunKind::Registration
        && runs.last().run.kind == RunKind::Registration;
    enable(m_compare, canCompare, tr("See what is different between these two runs"),
        tr("Choose two runs in the table (Ctrl and click) to see what is different between them."));
    enable(m_everything, chosenStudent().has_value(),
        tr("All that ever happened to this student (Ctrl+Shift+H)"),
        tr("Choose a row of the student first."));
}

QString RunsPage::asText() const
{
    return m_eventsTable->hasFocus() ? m_eventsTable->asText() : m_table->asText();
}

} // namespace Rollbook
