// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/runfilterbar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

namespace Rollbook
{

namespace
{

enum PeriodRole { FromRole = Qt::UserRole, ToRole, ChosenDaysRole };

constexpr int MonthsToChooseFrom = 12;

// An entry that is not among them any more is kept while it is chosen.
void setEntries(QComboBox *box, const QStringList &entries)
{
    const QSignalBlocker blocker(box);
    const QString chosen = box->currentIndex() > 0 ? box->currentText() : QString();
    while (box->count() > 1)
        box->removeItem(1);
    box->addItems(entries);
    if (!chosen.isEmpty() && !entries.contains(chosen))
        box->addItem(chosen);
    box->setCurrentIndex(chosen.isEmpty() ? 0 : box->findText(chosen));
}

QLineEdit *searchField(const QString &placeholder, const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(name);
    edit->setClearButtonEnabled(true);
    // A list that is dropped there is meant for the window.
    edit->setAcceptDrops(false);
    return edit;
}

} // namespace

RunFilterBar::RunFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_words(searchField(tr("Search course, list, person…"), tr("Search the history"), this))
    , m_student(searchField(
          tr("Student: name, number or e-mail…"), tr("Search a student in the history"), this))
    , m_course(new QComboBox(this))
    , m_person(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_days(new QWidget(this))
    , m_outcome(new QComboBox(this))
    , m_clear(new QPushButton(tr("Clear"), this))
{
    m_course->addItem(tr("Any course"));
    m_course->setAccessibleName(tr("Course"));
    m_person->addItem(tr("Anybody"));
    m_person->setAccessibleName(tr("Who registered"));
    fillPeriods();
    fillOutcomes();
    layOut();
    connect(m_words, &QLineEdit::textChanged, this, &RunFilterBar::tell);
    connect(m_student, &QLineEdit::textChanged, this, &RunFilterBar::tell);
    for (QComboBox *box : {m_course, m_person, m_period, m_outcome})
        connect(box, &QComboBox::currentIndexChanged, this, &RunFilterBar::tell);
    connect(m_from, &QDateEdit::dateChanged, this, &RunFilterBar::tell);
    connect(m_to, &QDateEdit::dateChanged, this, &RunFilterBar::tell);
    connect(m_clear, &QPushButton::clicked, this, &RunFilterBar::clear);
    m_clear->setToolTip(tr("Show all runs (Esc)"));
    m_clear->setEnabled(false);
    setFocusProxy(m_words);
    showDays();
}

void RunFilterBar::layOut()
{
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDate(QDate::currentDate());
    }
    m_from->setAccessibleName(tr("The first day"));
    m_to->setAccessibleName(tr("The last day"));
    for (QComboBox *box : {m_course, m_person}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    }
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins({});
    days->addWidget(m_from);
    days->addWidget(new QLabel(tr("to", "from a day to another"), m_days));
    days->addWidget(m_to);

    auto *fields = new QHBoxLayout;
    fields->addWidget(m_words, 1);
    fields->addWidget(m_student, 1);
    auto *boxes = new QHBoxLayout;
    boxes->addWidget(m_course);
    boxes->addWidget(m_person);
    boxes->addWidget(m_period);
    boxes->addWidget(m_days);
    boxes->addWidget(m_outcome);
    boxes->addWidget(m_clear);
    boxes->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(fields);
    layout->addLayout(boxes);
}

void RunFilterBar::fillPeriods()
{
    m_period->setAccessibleName(tr("When"));
    const auto add = [this](const QString &text, QDate from, QDate to) {
        m_period->addItem(text, from);
        m_period->setItemData(m_period->count() - 1, to, ToRole);
    };
    const QDate today = QDate::currentDate();
    add(tr("Any time"), {}, {});
    add(tr("Today"), today, today);
    add(tr("Last 7 days"), today.addDays(-6), today);
    add(tr("Last 30 days"), today.addDays(-29), today);
    QDate month(today.year(), today.month(), 1);
    for (int i = 0; i < MonthsToChooseFrom; ++i, month = month.addMonths(-1)) {
        add(QLocale().toString(month, QStringLiteral("MMMM yyyy")), month,
            month.addMonths(1).addDays(-1));
    }
    m_period->addItem(tr("Between two days…"));
    m_period->setItemData(m_period->count() - 1, true, ChosenDaysRole);
    m_period->setMaxVisibleItems(m_period->count());
}

void RunFilterBar::fillOutcomes()
{
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("Any outcome"));
    for (int i = 0; i < RegistrationStatusCount; ++i)
        m_outcome->addItem(statusTitle(static_cast<RegistrationStatus>(i)), i);
}

void RunFilterBar::showDays()
{
    m_days->setVisible(m_period->currentData(ChosenDaysRole).toBool());
}

void RunFilterBar::tell()
{
    showDays();
    m_clear->setEnabled(!isClear());
    Q_EMIT changed();
}

RunFilter RunFilterBar::filter() const
{
    RunFilter filter;
    filter.words = m_words->text().trimmed();
    filter.student = m_student->text().trimmed();
    if (m_course->currentIndex() > 0)
        filter.course = m_course->currentText();
    if (m_person->currentIndex() > 0)
        filter.startedBy = m_person->currentText();
    const bool days = m_period->currentData(ChosenDaysRole).toBool();
    filter.from = days ? m_from->date() : m_period->currentData(FromRole).toDate();
    filter.to = days ? m_to->date() : m_period->currentData(ToRole).toDate();
    if (m_outcome->currentIndex() > 0)
        filter.statuses = {static_cast<RegistrationStatus>(m_outcome->currentData().toInt())};
    return filter;
}

void RunFilterBar::setChoices(const QStringList &people, const QStringList &courses)
{
    setEntries(m_person, people);
    setEntries(m_course, courses);
}

void RunFilterBar::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_words->clear();
        m_student->clear();
        for (QComboBox *box : {m_course, m_person, m_period, m_outcome})
            box->setCurrentIndex(0);
    }
    tell();
}

} // namespace Rollbook
