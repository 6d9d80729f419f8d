// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historypage.h"

#include "history/comparisonpage.h"
#include "history/runspage.h"
#include "history/studentpage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace Rollbook
{

HistoryPage::HistoryPage(School &school, QWidget *parent)
    : QStackedWidget(parent)
    , m_school(school)
{
    auto *again = new QAction(tr("Read the history again"), this);
    again->setShortcut(QKeySequence(Qt::Key_F5));
    again->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QAction::triggered, this, &HistoryPage::refresh);
    addAction(again);
}

// A window opens sooner without what hardly anyone looks at first.
RunsPage *HistoryPage::runs()
{
    if (m_runs)
        return m_runs;
    m_runs = new RunsPage(m_school, this);
    addWidget(m_runs);
    connect(m_runs, &RunsPage::openWanted, this, &HistoryPage::openWanted);
    connect(m_runs, &RunsPage::undoWanted, this, &HistoryPage::undoWanted);
    connect(m_runs, &RunsPage::reportWanted, this, &HistoryPage::reportWanted);
    connect(m_runs, &RunsPage::tryAgainWanted, this, &HistoryPage::tryAgainWanted);
    connect(m_runs, &RunsPage::studentWanted, this, &HistoryPage::showStudent);
    connect(m_runs, &RunsPage::compareWanted, this, [this](const Run &first, const Run &second) {
        comparison()->compare(first, second);
        showPage(comparison());
    });
    return m_runs;
}

StudentPage *HistoryPage::student()
{
    if (m_student)
        return m_student;
    m_student = new StudentPage(m_school, this);
    addWidget(m_student);
    connect(m_student, &StudentPage::openWanted, this, &HistoryPage::openWanted);
    connect(m_student, &StudentPage::backWanted, this, &HistoryPage::goBack);
    return m_student;
}

ComparisonPage *HistoryPage::comparison()
{
    if (m_comparison)
        return m_comparison;
    m_comparison = new ComparisonPage(m_school, this);
    addWidget(m_comparison);
    connect(m_comparison, &ComparisonPage::studentWanted, this, &HistoryPage::showStudent);
    connect(m_comparison, &ComparisonPage::backWanted, this, &HistoryPage::goBack);
    return m_comparison;
}

void HistoryPage::showEvent(QShowEvent *event)
{
    if (!currentWidget())
        showPage(runs());
    QStackedWidget::showEvent(event);
}

void HistoryPage::showPage(QWidget *page)
{
    setCurrentWidget(page);
    setFocusProxy(page);
    if (isVisible())
        page->setFocus();
}

void HistoryPage::showStudent(const Student &student)
{
    this->student()->showStudent(student);
    showPage(m_student);
}

std::optional<Student> HistoryPage::chosenStudent() const
{
    const QWidget *shown = currentWidget();
    if (shown && shown == m_runs)
        return m_runs->chosenStudent();
    return shown && shown == m_comparison ? m_comparison->chosenStudent() : std::nullopt;
}

void HistoryPage::refresh()
{
    if (m_runs)
        m_runs->refresh();
    if (m_student)
        m_student->refresh();
}

void HistoryPage::goBack()
{
    if (currentWidget() != runs())
        showPage(m_runs);
    else if (!m_runs->clearFilter())
        m_runs->setFocus();
}

void HistoryPage::copy()
{
    const QWidget *shown = currentWidget();
    const QString text = shown == runs() ? m_runs->asText()
        : shown == m_student             ? m_student->asText()
                                         : m_comparison->asText();
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Rollbook
