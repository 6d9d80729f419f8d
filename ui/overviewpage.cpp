// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewpage.h"

#include "classlist.h"
#include "listsinwork.h"
#include "messagebar.h"
#include "overviewmodel.h"
#include "registerall.h"
#include "registerallbutton.h"
#include "report/printpreview.h"
#include "report/reportbar.h"
#include "report/reportdialog.h"
#include "table/statestyle.h"
#include "wholerowdelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace Rollbook
{

namespace
{

// In letters of the font; the name takes the rest, and so much where there is none.
constexpr std::array<int, OverviewModel::ColumnCount> WidthsInLetters{
    24, 20, 20, 11, 13, 13, 16, 17};

bool hasEnded(const ClassList &list)
{
    const auto state = list.state();
    return (state == ClassList::State::Finished || state == ClassList::State::Earlier)
        && list.results().run.kind == RunKind::Registration;
}

} // namespace

OverviewPage::OverviewPage(
    School &school, ListsInWork &lists, RegisterAll &registerAll, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_lists(lists)
    , m_registerAll(registerAll)
    , m_model(new OverviewModel(lists, this))
    , m_sum(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_reportBar(new ReportBar(school, this))
    , m_table(new QTableView(this))
    , m_text(new QLabel(this))
    , m_report(new QPushButton(tr("Make &combined report…"), this))
    , m_button(new RegisterAllButton(registerAll, this))
{
    layOut();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("All class lists"));
    m_table->setItemDelegate(new WholeRowDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(
        OverviewModel::NameColumn, QHeaderView::Stretch);
    fitColumns();
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (ClassList *list = m_model->list(index.row()))
            Q_EMIT listChosen(list);
    });
    connect(m_report, &QPushButton::clicked, this, &OverviewPage::makeReport);
    connect(m_button, &RegisterAllButton::startWanted, this, &OverviewPage::registerWanted);
    connect(&registerAll, &RegisterAll::changed, this, &OverviewPage::refresh);
    refresh();
}

void OverviewPage::layOut()
{
    auto *title = new QLabel(tr("All class lists"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    title->setFont(large);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_text, 1);
    buttons->addWidget(m_report);
    buttons->addWidget(m_button);
    m_button->setDefault(true);

    const int space = fontMetrics().height() * 2 / 3;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    layout->setSpacing(space);
    layout->addWidget(title);
    layout->addWidget(m_sum);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_reportBar);
    layout->addLayout(buttons);
}

void OverviewPage::fitColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < OverviewModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, WidthsInLetters[static_cast<std::size_t>(column)] * letter);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2 + 4);
}

void OverviewPage::refresh()
{
    m_sum->setText(sumSentence());
    m_text->setText(m_registerAll.isRunning() || !m_registerAll.canStart() ? m_registerAll.whyNot()
                                                                           : orderSentence());
    const bool canReport = endedRuns().size() >= 2;
    m_report->setEnabled(canReport);
    m_report->setToolTip(canReport
            ? tr("One file with all lists that are registered (Ctrl+Shift+E)")
            : tr("Two lists or more have to be registered first."));
}

QString OverviewPage::sumSentence() const
{
    ListCounts planned;
    ListCounts done;
    int students = 0;
    for (const ClassList *list : m_lists.all()) {
        const ListCounts counts = ListCounts::of(*list);
        (counts.planned ? planned : done) += counts;
        students += counts.students;
    }
    QStringList parts{tr("%n list(s)", nullptr, static_cast<int>(m_lists.all().size())),
        tr("%n student(s)", nullptr, students)};
    const auto add = [&parts](const QString &text, int count) {
        if (count > 0)
            parts += text.arg(QLocale().toString(count));
    };
    add(tr("%1 registered"), done.registered);
    add(tr("%1 on a waiting list"), done.waiting);
    add(tr("%1 not registered"), done.notRegistered);
    add(tr("%1 will be registered"), planned.registered);
    add(tr("%1 will wait"), planned.waiting);
    add(tr("%1 will not be registered"), planned.notRegistered);
    add(tr("%1 to correct"), planned.problems + done.problems);
    return parts.join(QStringLiteral(" · "));
}

// The plan of a list does not know of those above it.
QString OverviewPage::orderSentence() const
{
    QStringList seen;
    QStringList shared;
    const QList<ClassList *> lists = m_registerAll.ready();
    for (const ClassList *list : lists) {
        const QList<CourseRef> courses = list->model()->courses().courses();
        for (const CourseRef &course : courses) {
            const QString name = CourseAssignment(course).displayName();
            if (!seen.contains(name))
                seen += name;
            else if (!shared.contains(name))
                shared += name;
        }
    }
    if (shared.isEmpty())
        return tr("Nothing is changed yet.");
    return tr("Several lists are for %1. Each is shown as if it came first; the seats go to the "
              "lists from top to bottom.")
        .arg(shared.join(QStringLiteral(", ")));
}

QList<RegisterStudentsResults> OverviewPage::endedRuns() const
{
    QList<RegisterStudentsResults> runs;
    for (const ClassList *list : m_lists.all()) {
        if (hasEnded(*list))
            runs += list->results();
    }
    return runs;
}

void OverviewPage::makeReport()
{
    ReportSubject subject;
    subject.runs = endedRuns();
    if (subject.runs.size() < 2 || m_reportBar->isMaking())
        return;
    subject.name = tr("Registered on %1", "the name of a file")
                       .arg(QDate::currentDate().toString(Qt::ISODate));
    auto *dialog = new ReportDialog(subject, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::reportWanted, m_reportBar, &ReportBar::make);
    connect(dialog, &ReportDialog::summaryWanted, m_reportBar, &ReportBar::copySummary);
    connect(dialog, &ReportDialog::printingWanted, this,
        [this](const QList<RegisterStudentsResults> &runs) { previewPrint(m_school, runs, this); });
    dialog->open();
}

void OverviewPage::showProblem(const QString &sentence)
{
    m_message->showProblem(sentence);
}

} // namespace Rollbook
