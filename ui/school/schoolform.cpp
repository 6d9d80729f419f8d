// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schoolform.h"

#include "table/statestyle.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Rollbook
{

SchoolForm::SchoolForm(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_note(new QLabel(this))
    , m_grid(new QGridLayout)
{
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    for (int column = 0; column < FieldsInRow; ++column)
        m_grid->setColumnStretch(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_heading);
    layout->addWidget(m_note);
    layout->addLayout(m_grid);
    layout->addStretch(1);
}

QLineEdit *SchoolForm::addField(const QString &label, const QString &placeholder)
{
    auto *name = new QLabel(label, this);
    auto *edit = new QLineEdit(this);
    auto *problem = new QLabel(this);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(QString(label).remove(u'&'));
    // A list that is dropped there is meant for the window.
    edit->setAcceptDrops(false);
    name->setBuddy(edit);
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    problem->hide();
    auto *cell = new QVBoxLayout;
    cell->setSpacing(fontMetrics().height() / 6);
    cell->addWidget(name);
    cell->addWidget(edit);
    cell->addWidget(problem);
    cell->addStretch(1);
    const auto place = static_cast<int>(m_fields.size());
    m_grid->addLayout(cell, place / FieldsInRow, place % FieldsInRow);
    m_fields.push_back({edit, problem});
    connect(edit, &QLineEdit::returnPressed, this, &SchoolForm::saveWanted);
    connect(edit, &QLineEdit::textEdited, problem, &QWidget::hide);
    return edit;
}

void SchoolForm::addButtons(const QString &save)
{
    auto *saving = new QPushButton(save, this);
    auto *cancelling = new QPushButton(tr("&Cancel"), this);
    saving->setToolTip(tr("Enter"));
    cancelling->setToolTip(tr("Esc"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancelling);
    buttons->addWidget(saving);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    setTabOrder(m_fields.back().edit, saving);
    setTabOrder(saving, cancelling);
    connect(saving, &QPushButton::clicked, this, &SchoolForm::saveWanted);
    connect(cancelling, &QPushButton::clicked, this, &SchoolForm::cancelled);
    takeColours();
}

void SchoolForm::setHeading(const QString &heading, const QString &note)
{
    m_heading->setText(heading);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SchoolForm::showProblemAt(QLineEdit *field, const QString &sentence)
{
    for (const Field &known : m_fields) {
        if (known.edit != field)
            continue;
        known.problem->setText(sentence);
        known.problem->show();
        field->setAccessibleDescription(sentence);
        field->setFocus();
        field->selectAll();
    }
}

void SchoolForm::clearProblems()
{
    for (const Field &field : m_fields) {
        field.problem->hide();
        field.problem->clear();
        field.edit->setAccessibleDescription({});
    }
}

void SchoolForm::focusFirst()
{
    for (const Field &field : m_fields) {
        if (!field.edit->isReadOnly()) {
            field.edit->setFocus();
            field.edit->selectAll();
            return;
        }
    }
}

void SchoolForm::lock(QLineEdit *field, bool locked)
{
    field->setReadOnly(locked);
    field->setEnabled(!locked);
}

void SchoolForm::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void SchoolForm::takeColours()
{
    const QColor bad = stateColor(RowState::Rejected, palette());
    for (const Field &field : m_fields) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, bad);
        field.problem->setPalette(colours);
    }
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, mutedTextColor(palette()));
    m_note->setPalette(muted);
}

} // namespace Rollbook
