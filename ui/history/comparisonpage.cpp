// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/comparisonpage.h"

#include "history/comparisonmodel.h"
#include "history/differencechips.h"
#include "history/historytable.h"
#include "history/runwords.h"
#include "messagebar.h"
#include "runthencallback.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Rollbook
{

namespace
{

Expected<RunComparison> comparisonOf(const RunJournal &journal, const Run &one, const Run &other)
{
    const auto first = journal.run(one.id);
    if (!first)
        return tl::unexpected(first.error());
    const auto second = journal.run(other.id);
    if (!second)
        return tl::unexpected(second.error());
    return compareRuns(*first, *second);
}

} // namespace

ComparisonPage::ComparisonPage(School &school, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_summary(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_chips(new DifferenceChips(this))
    , m_model(new ComparisonModel(this))
    , m_filter(new ComparisonFilter(this))
    , m_table(new HistoryTable(QStringLiteral("comparison"), this))
    , m_back(new QPushButton(tr("&All runs"), this))
    , m_swap(new QPushButton(tr("&Swap the two"), this))
    , m_everything(new QPushButton(tr("E&verything about this student"), this))
    , m_copy(new QPushButton(tr("Cop&y"), this))
{
    m_filter->setSourceModel(m_model);
    m_table->setAccessibleName(tr("The students of both runs"));
    m_table->takeModel(m_filter, {24, 12, 18, 22, 0, 0});
    layOut();
    connect(m_chips, &DifferenceChips::shownChanged, m_filter, &ComparisonFilter::setShown);
    connect(m_back, &QPushButton::clicked, this, &ComparisonPage::backWanted);
    connect(m_swap, &QPushButton::clicked, this, [this] { compare(m_second, m_first); });
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(asText()); });
    connect(m_everything, &QPushButton::clicked, this, [this] {
        if (const auto student = chosenStudent())
            Q_EMIT studentWanted(*student);
    });
    connect(m_table, &HistoryTable::selectedRowsChanged, this,
        [this] { m_everything->setEnabled(chosenStudent().has_value()); });
    setFocusProxy(m_table);
}

void ComparisonPage::layOut()
{
    auto *title = new QLabel(tr("Two runs side by side"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    title->setFont(large);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_back->setToolTip(tr("Back to all runs (Esc)"));
    m_swap->setToolTip(tr("Make the second run the first one"));
    m_copy->setToolTip(tr("Copy the rows that you see, or those you chose, as text (Ctrl+C)"));
    m_everything->setToolTip(tr("All that ever happened to this student (Ctrl+Shift+H)"));
    m_everything->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    for (QPushButton *button : {m_swap, m_copy, m_everything})
        buttons->addWidget(button);
    const int space = fontMetrics().height() * 2 / 3;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    layout->setSpacing(space);
    layout->addWidget(title);
    layout->addWidget(m_summary);
    layout->addWidget(m_message);
    layout->addWidget(m_chips);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void ComparisonPage::compare(Run first, Run second)
{
    m_first = std::move(first);
    m_second = std::move(second);
    m_summary->setText(tr("Comparing…"));
    runThenCallback(
        this,
        [&journal = m_school.journal(), one = m_first, other = m_second] {
            return comparisonOf(journal, one, other);
        },
        [this, wish = ++m_wish](const Expected<RunComparison> &comparison) {
            if (wish == m_wish)
                take(comparison);
        });
}

void ComparisonPage::take(const Expected<RunComparison> &comparison)
{
    m_summary->clear();
    if (!comparison) {
        m_message->showProblem(comparison.error().sentence);
        return;
    }
    const bool hasCourses = comparison->first.courseName != comparison->second.courseName
        || std::any_of(comparison->students.cbegin(), comparison->students.cend(),
            [&](const ComparedStudent &student) {
                return student.course != comparison->students.first().course;
            });
    m_model->setComparison(*comparison);
    m_table->setColumnHidden(ComparisonModel::CourseColumn, !hasCourses);
    m_chips->setComparison(*comparison);
    m_chips->showAll();
    m_summary->setText(summary(*comparison));
}

QString ComparisonPage::summary(const RunComparison &comparison) const
{
    const auto name = [](const Run &run) {
        return tr("%1, %2, by %3", "a list, when, who")
            .arg(run.rosterName, momentText(run.startedAt), run.startedBy);
    };
    const int changed =
        static_cast<int>(comparison.students.size()) - comparison.count(RunDifference::Same);
    const QString what = changed == 0
        ? tr("Every student fared the same in both.")
        : tr("%n student(s) fared differently, or are in one of them only.", nullptr, changed);
    return tr("First: %1. Second: %2.").arg(name(comparison.first), name(comparison.second)) + u'\n'
        + what;
}

QString ComparisonPage::asText() const
{
    return m_table->asText();
}

std::optional<Student> ComparisonPage::chosenStudent() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return m_model->comparison().students.at(m_filter->mapToSource(rows.first()).row()).student;
}

} // namespace Rollbook
