// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schoolpage.h"

#include "messagebar.h"
#include "registration/school.h"
#include "runthencallback.h"
#include "school/placespanel.h"
#include "school/schoolform.h"
#include "school/schoolmodel.h"
#include "school/schooltable.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace Rollbook
{

SchoolPage::SchoolPage(School &school, Words words, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_words(std::move(words))
{
    addKey(tr("Add a course or a student"), QKeySequence::New, &SchoolPage::add);
    addKey(tr("Import courses or students…"), QKeySequence(Qt::CTRL | Qt::Key_I),
        &SchoolPage::chooseImport);
    addKey(tr("Export courses or students…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        &SchoolPage::chooseExport);
    addKey(tr("Look at the school again"), QKeySequence::Refresh, &SchoolPage::refresh);
    // What is not seen has no key either.
    for (QAction *action : {m_keyActions.at(0), m_keyActions.at(1)})
        action->setVisible(mayManage());
}

bool SchoolPage::mayManage() const
{
    return m_school.rights().mayManage();
}

void SchoolPage::addKey(const QString &text, const QKeySequence &key, void (SchoolPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_keyActions += action;
}

void SchoolPage::showEvent(QShowEvent *event)
{
    if (!m_stack)
        build();
    load();
    QWidget::showEvent(event);
}

void SchoolPage::hideEvent(QHideEvent *event)
{
    if (m_splitter)
        QSettings().setValue(splitKey(), m_splitter->saveState());
    QWidget::hideEvent(event);
}

// How people share the page between the table and what is below it.
QString SchoolPage::splitKey() const
{
    return QStringLiteral("school/split") + QLatin1StringView(metaObject()->className());
}

void SchoolPage::refresh()
{
    if (isVisible())
        load();
}

void SchoolPage::load()
{
    m_isOld = m_isLoading;
    if (m_isLoading)
        return;
    m_isLoading = true;
    refreshCount();
    runThenCallback(
        this, loading(), [this](const Expected<std::shared_ptr<const SchoolRows>> &rows) {
            m_isLoading = false;
            if (rows)
                m_parts.model->setRows(*rows);
            else
                m_message->showProblem(rows.error().sentence);
            if (m_isOld)
                load();
            refreshCount();
        });
}

// Other rows, or in another order: what was chosen stays chosen.
void SchoolPage::takeArranged()
{
    showEmptyPlace(m_parts.model->total() == 0 && !isFormShown());
    m_isTaking = true;
    const int row = rowOfChosen();
    if (row >= 0)
        m_parts.table->selectRow(row);
    m_isTaking = false;
    chooseCurrent();
    refreshCount();
}

// What to do then stands in its middle, and nothing else.
void SchoolPage::showEmptyPlace(bool shown)
{
    const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(shown ? m_emptyPlace : static_cast<QWidget *>(m_splitter));
    m_count->setVisible(!shown);
    m_search->setVisible(!shown);
    m_buttonRow->setVisible(!shown);
    setFocusProxy(shown && m_emptyImport ? static_cast<QWidget *>(m_emptyImport)
                                         : static_cast<QWidget *>(m_parts.table));
    if (hadFocus && shown && m_emptyImport)
        m_emptyImport->setFocus();
}

void SchoolPage::chooseCurrent()
{
    if (m_isTaking)
        return;
    choose(currentRow());
    refreshButtons();
}

void SchoolPage::refreshCount()
{
    const SchoolModel *model = m_parts.model;
    const QLocale locale;
    if (m_isLoading && model->total() == 0)
        m_count->setText(tr("reading…"));
    else if (model->searchText().trimmed().isEmpty())
        m_count->setText(countText(model->total()));
    else
        m_count->setText(tr("%1 of %2 found", "courses or students")
                             .arg(locale.toString(model->rowCount()), countText(model->total())));
}

void SchoolPage::refreshButtons()
{
    const bool hasRow = currentRow() >= 0;
    m_add->setEnabled(!isFormShown());
    m_edit->setEnabled(hasRow && !isFormShown());
    m_remove->setEnabled(hasRow && !isFormShown());
    m_export->setEnabled(m_parts.model->total() > 0);
}

int SchoolPage::currentRow() const
{
    return m_parts.table->selectedRows().value(0, -1);
}

bool SchoolPage::isFormShown() const
{
    return m_below->currentWidget() == m_parts.form;
}

void SchoolPage::showForm(bool shown)
{
    m_below->setCurrentWidget(
        shown ? static_cast<QWidget *>(m_parts.form) : static_cast<QWidget *>(m_parts.places));
    if (shown) {
        showEmptyPlace(false);
        m_parts.form->focusFirst();
    } else {
        takeArranged();
        m_parts.table->setFocus();
    }
    refreshButtons();
}

void SchoolPage::add()
{
    if (isFormShown())
        return;
    beginNew();
    showForm(true);
}

void SchoolPage::edit()
{
    const int row = currentRow();
    if (row < 0 || isFormShown() || !mayManage())
        return;
    beginEdit(row);
    showForm(true);
}

void SchoolPage::removeCurrent()
{
    if (currentRow() >= 0 && !isFormShown() && mayManage())
        remove(currentRow());
}

void SchoolPage::search()
{
    m_search->setFocus();
    m_search->selectAll();
}

void SchoolPage::leave()
{
    if (isFormShown()) {
        showForm(false);
        return;
    }
    m_search->clear();
    m_parts.table->setFocus();
}

void SchoolPage::copySelection() const
{
    const SchoolTable *people = m_parts.places->table();
    (people->hasFocus() ? people : m_parts.table)->copySelection();
}

void SchoolPage::change(
    const std::function<Expected<void>()> &work, const std::function<void()> &done)
{
    runThenCallback(this, work, [this, done](const Expected<void> &changed) {
        if (!changed) {
            m_message->showProblem(changed.error().sentence);
            return;
        }
        m_message->hide();
        done();
        Q_EMIT this->changed();
        refresh();
    });
}

void SchoolPage::ask(const QString &title, const QString &question, const QString &yes,
    const QString &no, const std::function<void()> &then)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, title, question, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *doing = box->addButton(yes, QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(no, QMessageBox::RejectRole));
    connect(doing, &QPushButton::clicked, this, then);
    box->open();
}

void SchoolPage::showProblem(const QString &sentence)
{
    m_message->showProblem(sentence);
}

void SchoolPage::showNews(const QString &sentence)
{
    m_message->showNews(sentence);
}

} // namespace Rollbook
