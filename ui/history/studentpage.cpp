// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/studentpage.h"

#include "history/eventsmodel.h"
#include "history/historytable.h"
#include "history/runwords.h"
#include "messagebar.h"
#include "runthencallback.h"
#include "table/statestyle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Rollbook
{

namespace
{

// Blocking, for a worker.
Expected<StudentHistory> historyOf(
    const RunHistory &history, const Student &student, const std::stop_token &stop)
{
    const auto runs = history.ofStudent(student, stop);
    if (!runs)
        return tl::unexpected(runs.error());
    const auto changes = history.placeChanges(student);
    if (!changes)
        return tl::unexpected(changes.error());
    return StudentHistory{student, *runs, *changes};
}

} // namespace

StudentPage::StudentPage(School &school, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_name(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_events(new EventsModel(this))
    , m_table(new HistoryTable(QStringLiteral("student"), this))
    , m_back(new QPushButton(tr("&All runs"), this))
    , m_copy(new QPushButton(tr("Cop&y"), this))
    , m_open(new QPushButton(tr("&Open this run"), this))
{
    m_table->setAccessibleName(tr("What happened to this student"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->takeModel(m_events, {18, 20, 0, 19, 28, 12});
    layOut();
    connect(m_back, &QPushButton::clicked, this, &StudentPage::backWanted);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(asText()); });
    connect(m_open, &QPushButton::clicked, this, &StudentPage::openChosen);
    connect(m_table, &QTableView::activated, this, &StudentPage::openChosen);
    connect(m_table, &HistoryTable::selectedRowsChanged, this, &StudentPage::refreshButtons);
    setFocusProxy(m_table);
}

StudentPage::~StudentPage()
{
    m_search.request_stop();
}

void StudentPage::layOut()
{
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_name->setFont(large);
    m_name->setTextFormat(Qt::PlainText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_back->setToolTip(tr("Back to all runs (Esc)"));
    m_copy->setToolTip(tr("Copy all of this as text, for a mail or a spreadsheet (Ctrl+C)"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_open);
    const int space = fontMetrics().height() * 2 / 3;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    layout->setSpacing(space);
    layout->addWidget(m_name);
    layout->addWidget(m_summary);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void StudentPage::showStudent(const Student &student)
{
    m_student = student;
    QStringList facts{studentText(student)};
    for (const QString &fact : {student.studentId, student.email}) {
        if (!fact.isEmpty() && fact != facts.first())
            facts += fact;
    }
    m_name->setText(facts.join(QStringLiteral(" · ")));
    m_events->setEvents({});
    look();
}

void StudentPage::refresh()
{
    if (isVisible())
        look();
}

void StudentPage::look()
{
    m_search.request_stop();
    m_search = std::stop_source();
    if (m_events->rowCount() == 0)
        m_summary->setText(tr("Looking through the history…"));
    runThenCallback(
        this,
        [&history = m_school.history(), student = m_student, stop = m_search.get_token()] {
            return historyOf(history, student, stop);
        },
        [this, wish = ++m_wish](const Expected<StudentHistory> &history) {
            if (wish == m_wish)
                take(history);
        });
}

void StudentPage::take(const Expected<StudentHistory> &history)
{
    if (!history) {
        m_message->showProblem(history.error().sentence);
        return;
    }
    m_events->setEvents(eventsOf(*history));
    m_summary->setText(summary());
    if (m_events->rowCount() > 0)
        m_table->selectRow(0);
}

QString StudentPage::summary() const
{
    if (m_events->events().isEmpty())
        return tr("This student was in no list that was registered here.");
    return tr("%n event(s), newest first: when, what happened, from which list, and who did it.",
        nullptr, m_events->rowCount());
}

void StudentPage::refreshButtons()
{
    const std::optional<Run> run = chosenRun();
    m_open->setEnabled(run.has_value());
    m_open->setToolTip(run || !m_table->selectionModel()->hasSelection()
            ? tr("See this run as it was (Enter)")
            : tr("This was done by hand; there is no run to open"));
    m_copy->setEnabled(m_events->rowCount() > 0);
}

std::optional<Run> StudentPage::chosenRun() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    const Run &run = m_events->events().at(rows.first().row()).run;
    return run.id.isEmpty() ? std::nullopt : std::optional(run);
}

void StudentPage::openChosen()
{
    if (const std::optional<Run> run = chosenRun())
        Q_EMIT openWanted(*run);
}

// Below who it is about, all of it: one row is hardly what is wanted.
QString StudentPage::asText() const
{
    QStringList lines{m_name->text()};
    QStringList words;
    for (int column = 0; column < EventsModel::ColumnCount; ++column)
        words += m_events->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines += words.join(u'\t');
    for (int row = 0; row < m_events->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < EventsModel::ColumnCount; ++column)
            cells += m_events->index(row, column).data().toString();
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Rollbook
