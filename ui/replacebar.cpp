// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replacebar.h"

#include "announcement.h"
#include "classlist.h"
#include "clearbutton.h"
#include "rostertable.h"
#include "runthencallback.h"

#include "table/rostercolumns.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <chrono>

namespace Rollbook
{

namespace
{

// So many are counted while a key is going down.
constexpr int CountedAtOnce = 2000;
constexpr std::chrono::milliseconds CountAfterKey{150};
// The letters themselves are heard first.
constexpr std::chrono::milliseconds SayAfterKey{600};

enum Where { AllColumns, CurrentColumn };

QLineEdit *addEdit(QWidget *parent, QBoxLayout *layout, const QString &text)
{
    auto *label = new QLabel(text, parent);
    auto *edit = new QLineEdit(parent);
    offerClearing(*edit);
    // A list that is dropped there is meant for the window.
    edit->setAcceptDrops(false);
    edit->setAccessibleName(text.simplified().remove(u'&'));
    label->setBuddy(edit);
    layout->addWidget(label);
    layout->addWidget(edit, 1);
    return edit;
}

} // namespace

ReplaceBar::ReplaceBar(ClassList &list, RosterTable &table, QWidget *parent)
    : QFrame(parent)
    , m_list(list)
    , m_table(table)
    , m_where(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_replace(new QPushButton(tr("Repla&ce all"), this))
    , m_announcement(new Announcement(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(this);
    m_find = addEdit(this, layout, tr("&Find"));
    m_with = addEdit(this, layout, tr("Replace &with"));
    m_where->addItems({tr("in all columns"), {}});
    m_where->setAccessibleName(tr("Columns to replace in"));
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_count->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_replace->setToolTip(tr("In all rows of the list, also those that are not shown now"));
    auto *closeButton = new QToolButton(this);
    closeButton->setText(QStringLiteral("×"));
    closeButton->setAutoRaise(true);
    closeButton->setAccessibleName(tr("Close find and replace"));
    closeButton->setToolTip(tr("Close find and replace (Esc)"));
    layout->addWidget(m_where);
    layout->addWidget(m_count);
    layout->addWidget(m_replace);
    layout->addWidget(closeButton);

    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(CountAfterKey);
    connect(&m_countSoon, &QTimer::timeout, this, &ReplaceBar::count);
    m_saySoon.setSingleShot(true);
    m_saySoon.setInterval(SayAfterKey);
    connect(&m_saySoon, &QTimer::timeout, this, &ReplaceBar::sayCount);
    connect(closeButton, &QToolButton::clicked, this, &ReplaceBar::close);
    connect(m_replace, &QPushButton::clicked, this, &ReplaceBar::replaceAll);
    for (const QLineEdit *edit : {m_find, m_with})
        connect(edit, &QLineEdit::textChanged, this, &ReplaceBar::somethingTyped);
    connect(m_find, &QLineEdit::returnPressed, m_with, qOverload<>(&QWidget::setFocus));
    connect(m_with, &QLineEdit::returnPressed, this, &ReplaceBar::replaceAll);
    connect(m_where, &QComboBox::currentIndexChanged, this, &ReplaceBar::somethingTyped);
    connect(table.selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
        &ReplaceBar::nameCurrentColumn);
    connect(list.edits(), &RosterEdits::changed, this, &ReplaceBar::countSoon);
    connect(&list, &ClassList::stateChanged, this, &ReplaceBar::countSoon);
    nameCurrentColumn();
    hide();
}

void ReplaceBar::open()
{
    show();
    m_find->setFocus();
    m_find->selectAll();
    countSoon();
}

void ReplaceBar::close()
{
    hide();
    m_table.setFocus();
}

bool ReplaceBar::event(QEvent *event)
{
    // Esc elsewhere in the window leaves the filter.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel)) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void ReplaceBar::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QFrame::keyPressEvent(event);
}

void ReplaceBar::nameCurrentColumn()
{
    const int column = m_table.currentIndex().column();
    const bool known = column >= 0 && fieldOfColumn(column).has_value();
    m_where->setItemText(CurrentColumn,
        known ? tr("in column “%1”")
                    .arg(m_list.model()->headerData(column, Qt::Horizontal).toString())
              : tr("in the current column"));
    countSoon();
}

TextReplacement ReplaceBar::wanted() const
{
    TextReplacement replacement{m_find->text(), m_with->text(), {}};
    for (int column = 0; column < RosterModel::ColumnCount; ++column) {
        const bool isThere = m_where->currentIndex() == AllColumns
            ? !m_table.isColumnHidden(column)
            : m_table.currentIndex().column() == column;
        const auto field = fieldOfColumn(column);
        if (field && isThere && m_list.roster().students.hasField(*field))
            replacement.fields += *field;
    }
    return replacement;
}

void ReplaceBar::somethingTyped()
{
    countSoon();
    m_saySoon.start();
}

void ReplaceBar::countSoon()
{
    m_isCounted = false;
    if (!isVisible())
        return;
    if (m_list.roster().size() <= CountedAtOnce)
        count();
    else
        m_countSoon.start();
    showCount();
}

void ReplaceBar::count()
{
    const TextReplacement replacement = wanted();
    const StudentList students = m_list.roster().students;
    const QList<RowState> states = m_list.model()->rowStates();
    if (students.size() <= CountedAtOnce) {
        takeCount(replacement, cellsToReplace(students, states, replacement));
        return;
    }
    if (m_isCounting)
        return; // whoever ends sees that it is not what is wanted any more
    m_isCounting = true;
    m_isCounted = true;
    runThenCallback(
        this,
        [students, states, replacement] { return cellsToReplace(students, states, replacement); },
        [this, replacement](const QList<Correction> &cells) {
            m_isCounting = false;
            if (m_isCounted)
                takeCount(replacement, cells);
            else
                count();
        });
}

void ReplaceBar::takeCount(const TextReplacement &replacement, const QList<Correction> &cells)
{
    m_isCounted = replacement == wanted();
    m_cells = cells;
    showCount();
}

void ReplaceBar::showCount()
{
    const bool isKnown = m_isCounted && !m_isCounting;
    const int count = isKnown ? static_cast<int>(m_cells.size()) : 0;
    if (m_find->text().isEmpty())
        m_count->clear();
    else
        m_count->setText(isKnown ? tr("%n cell(s)", nullptr, count) : tr("counting…"));
    m_replace->setEnabled(m_list.isEditable() && count > 0);
}

// What is asked for last is told: neither what is still counted, nor what stood there before.
void ReplaceBar::sayCount()
{
    if (!isVisible() || m_find->text().isEmpty())
        return;
    if (m_isCounted && !m_isCounting)
        m_announcement->say(
            tr("%n cell(s) can be replaced.", nullptr, static_cast<int>(m_cells.size())));
    else
        m_saySoon.start();
}

void ReplaceBar::replaceAll()
{
    if (!m_replace->isEnabled())
        return;
    m_saySoon.stop();
    // A copy: it is counted anew while the cells change.
    const QList<Correction> cells = m_cells;
    m_list.edits()->correct(
        cells, tr("replace “%1” with “%2”").arg(m_find->text(), m_with->text()));
    m_announcement->say(tr("%n cell(s) were replaced.", nullptr, static_cast<int>(cells.size())));
}

} // namespace Rollbook
