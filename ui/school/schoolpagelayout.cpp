// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a page of the school is put together, when it is first shown.

#include "school/schoolpage.h"

#include "messagebar.h"
#include "quietlabel.h"
#include "school/placespanel.h"
#include "school/schoolform.h"
#include "school/schoolmodel.h"
#include "school/schooltable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace Rollbook
{

void SchoolPage::build()
{
    m_parts = makeParts();
    m_count = new QLabel(this);
    m_search = new QLineEdit(this);
    m_message = new MessageBar(this);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_below = new QStackedWidget(this);
    m_stack = new QStackedWidget(this);
    m_buttonRow = new QWidget(this);
    m_buttons = new QHBoxLayout(m_buttonRow);
    m_buttons->setContentsMargins({});
    layOut();
    connectParts();
    setFocusProxy(m_parts.table);
    choose(-1);
    refreshButtons();
}

void SchoolPage::layOut()
{
    const int space = fontMetrics().height() * 2 / 3;
    auto *title = new QLabel(m_words.title, this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    title->setFont(large);
    m_search->setPlaceholderText(m_words.searchFor);
    m_search->setAccessibleName(QString(m_words.searchFor).remove(u'…'));
    m_search->setClearButtonEnabled(true);
    m_search->setAcceptDrops(false);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    auto *head = new QHBoxLayout;
    head->setSpacing(space * 2);
    head->addWidget(title);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_search, 1);

    m_below->addWidget(m_parts.places);
    m_below->addWidget(m_parts.form);
    auto *below = new QWidget(this);
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, space, 0, 0);
    belowLayout->addWidget(m_below);
    m_splitter->addWidget(m_parts.table);
    m_splitter->addWidget(below);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({fontMetrics().height() * 22, fontMetrics().height() * 15});
    m_splitter->restoreState(QSettings().value(splitKey()).toByteArray());
    m_emptyPlace = makeEmptyPlace();
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_emptyPlace);

    layOutButtons();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    layout->setSpacing(space);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_buttonRow);
    layout->addWidget(m_stack, 1);
}

void SchoolPage::layOutButtons()
{
    m_add = addButton(m_words.add, tr("Ctrl+N"));
    m_edit = addButton(tr("&Edit…"), tr("F2 or Enter in the table"));
    m_remove = addButton(tr("&Remove…"), tr("Delete in the table"));
    connect(m_add, &QPushButton::clicked, this, &SchoolPage::add);
    connect(m_edit, &QPushButton::clicked, this, &SchoolPage::edit);
    connect(m_remove, &QPushButton::clicked, this, &SchoolPage::removeCurrent);
    addMoreButtons();
    if (mayManage())
        m_buttons->addStretch(1);
    else
        m_buttons->addWidget(new QuietLabel(m_words.lookedAfter, this), 1);
    QPushButton *importing = addButton(tr("&Import…"), tr("From a file of a spreadsheet (Ctrl+I)"));
    m_export = addButton(tr("E&xport…"), tr("Into a file for a spreadsheet (Ctrl+Shift+S)"));
    connect(importing, &QPushButton::clicked, this, &SchoolPage::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &SchoolPage::chooseExport);
    for (QPushButton *button : {m_add, m_edit, m_remove, importing})
        button->setVisible(mayManage());
}

QPushButton *SchoolPage::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    m_buttons->addWidget(button);
    return button;
}

QWidget *SchoolPage::makeEmptyPlace()
{
    auto *place = new QWidget(this);
    auto *nothing = new QLabel(m_words.nothing, place);
    QFont large = nothing->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    nothing->setFont(large);
    nothing->setAlignment(Qt::AlignCenter);
    auto *what = new QLabel(mayManage() ? m_words.whatToDo : m_words.lookedAfter, place);
    what->setWordWrap(true);
    what->setAlignment(Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    if (mayManage())
        addEmptyButtons(*buttons, place);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(place);
    layout->setSpacing(fontMetrics().height());
    layout->addStretch(1);
    layout->addWidget(nothing);
    layout->addWidget(what);
    layout->addLayout(buttons);
    layout->addStretch(2);
    return place;
}

void SchoolPage::addEmptyButtons(QHBoxLayout &buttons, QWidget *place)
{
    m_emptyImport = new QPushButton(tr("&Import from a file…"), place);
    auto *adding = new QPushButton(m_words.add, place);
    m_emptyImport->setDefault(true);
    connect(m_emptyImport, &QPushButton::clicked, this, &SchoolPage::chooseImport);
    connect(adding, &QPushButton::clicked, this, &SchoolPage::add);
    buttons.addWidget(m_emptyImport);
    buttons.addWidget(adding);
}

void SchoolPage::connectParts()
{
    SchoolTable *table = m_parts.table;
    table->setModel(m_parts.model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setAccessibleName(m_words.title);
    table->restoreColumns();
    table->horizontalHeader()->setSortIndicatorClearable(true);
    table->setSortingEnabled(true);
    connect(m_parts.model, &SchoolModel::arranged, this, &SchoolPage::takeArranged);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &SchoolPage::chooseCurrent);
    connect(table, &SchoolTable::editWanted, this, &SchoolPage::edit);
    connect(table, &SchoolTable::removeWanted, this, &SchoolPage::removeCurrent);
    connect(m_search, &QLineEdit::textChanged, m_parts.model, &SchoolModel::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, table, [this, table] {
        table->setFocus();
        if (currentRow() < 0)
            table->selectRow(0);
    });
    connect(m_parts.form, &SchoolForm::saveWanted, this, &SchoolPage::save);
    connect(m_parts.form, &SchoolForm::cancelled, this, [this] { showForm(false); });
    connect(m_parts.places, &PlacesPanel::failed, this, &SchoolPage::showProblem);
    connect(m_parts.places, &PlacesPanel::told, this, &SchoolPage::showNews);
    connect(m_parts.places, &PlacesPanel::changed, this, &SchoolPage::changed);
    connect(m_parts.places, &PlacesPanel::changed, this, &SchoolPage::refresh);
}

} // namespace Rollbook
