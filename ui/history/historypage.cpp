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
    , m_runs(new RunsPage(school, this))
    , m_student(new StudentPage(school, this))
    , m_comparison(new ComparisonPage(school, this))
{
    for (QWidget *page : {static_cast<QWidget *>(m_runs), static_cast<QWidget *>(m_student),
             static_cast<QWidget *>(m_comparison)})
        addWidget(page);
    setFocusProxy(m_runs);
    auto *again = new QAction(tr("Read the history again"), this);
    again->setShortcut(QKeySequence(Qt::Key_F5));
    again->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QAction::triggered, this, &HistoryPage::refresh);
    addAction(again);

    connect(m_runs, &RunsPage::openWanted, this, &HistoryPage::openWanted);
    connect(m_runs, &RunsPage::undoWanted, this, &HistoryPage::undoWanted);
    connect(m_runs, &RunsPage::reportWanted, this, &HistoryPage::reportWanted);
    connect(m_runs, &RunsPage::tryAgainWanted, this, &HistoryPage::tryAgainWanted);
    connect(m_runs, &RunsPage::studentWanted, this, &HistoryPage::showStudent);
    connect(m_runs, &RunsPage::compareWanted, this, [this](const Run &first, const Run &second) {
        m_comparison->compare(first, second);
        showPage(m_comparison);
    });
    connect(m_student, &StudentPage::openWanted, this, &HistoryPage::openWanted);
    connect(m_student, &StudentPage::backWanted, this, &HistoryPage::goBack);
    connect(m_comparison, &ComparisonPage::studentWanted, this, &HistoryPage::showStudent);
    connect(m_comparison, &ComparisonPage::backWanted, this, &HistoryPage::goBack);
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
    m_student->showStudent(student);
    showPage(m_student);
}

std::optional<Student> HistoryPage::chosenStudent() const
{
    if (currentWidget() == m_runs)
        return m_runs->chosenStudent();
    return currentWidget() == m_comparison ? m_comparison->chosenStudent() : std::nullopt;
}

void HistoryPage::refresh()
{
    m_runs->refresh();
    m_student->refresh();
}

void HistoryPage::goBack()
{
    if (currentWidget() != m_runs)
        showPage(m_runs);
    else if (!m_runs->clearFilter())
        m_runs->setFocus();
}

void HistoryPage::copy() const
{
    const QString text = currentWidget() == m_runs ? m_runs->asText()
        : currentWidget() == m_student             ? m_student->asText()
                                                   : m_comparison->asText();
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Rollbook
