// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listpage.h"

#include "chosenbutton.h"
#include "classlist.h"
#include "coursechooser.h"
#include "detailpanel.h"
#include "elidedbutton.h"
#include "fixbar.h"
#include "glance/seatsbar.h"
#include "glancestrip.h"
#include "meanwhilebar.h"
#include "messagebar.h"
#include "readingpanel.h"
#include "reasonfilter.h"
#include "replacebar.h"
#include "report/reportbar.h"
#include "rosteredits.h"
#include "rostertable.h"
#include "rowactions.h"
#include "runbar.h"
#include "sequelbar.h"
#include "statuschips.h"
#include "tablewithdetails.h"
#include "taborder.h"
#include "undobar.h"
#include "wrappinglabel.h"

#include "table/rosterproxymodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

namespace Rollbook
{

namespace
{

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ';':
        return ListPage::tr("semicolons");
    case '\t':
        return ListPage::tr("tabs");
    case '|':
        return ListPage::tr("bars");
    default:
        return ListPage::tr("commas");
    }
}

bool hasReason(RowStateSet states)
{
    return states.contains(RowState::WillReject) || states.contains(RowState::Rejected)
        || states.contains(RowState::Failed) || states.contains(RowState::NotAttempted);
}

} // namespace

ListPage::ListPage(School &school, ClassList &list, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_list(list)
    , m_title(new WrappingLabel(this))
    , m_source(new ElidedButton(this))
    , m_courseLabel(new QLabel(tr("Co&urse"), this))
    , m_course(new CourseChooser(this))
    , m_courseFacts(new WrappingLabel(this))
    , m_seats(new SeatsBar(this))
    , m_message(new MessageBar(this))
    , m_sequel(new SequelBar(list, this))
    , m_meanwhile(new MeanwhileBar(list, this))
    , m_reportBar(new ReportBar(school, this))
    , m_chips(new StatusChips(*list.model(), this))
    , m_reasons(new ReasonFilter(*list.model(), this))
    , m_glance(new GlanceStrip(list, *m_chips, this))
    , m_table(new RosterTable(*list.model(), this))
    , m_rowActions(new RowActions(list, *m_table, this))
    , m_tableWithDetails(new TableWithDetails(list, *m_table, *m_rowActions, this))
    , m_detailsButton(new QToolButton(this))
    , m_fixBar(new FixBar(list, this))
    , m_replaceBar(new ReplaceBar(list, *m_table, this))
    , m_undoBar(new UndoBar(list, this))
    , m_runBar(new RunBar(list, this))
{
    layOut();
    connect(m_message, &MessageBar::actionWanted, this, &ListPage::coursesWanted);
    connect(m_course, &CourseChooser::chosen, &list, &ClassList::chooseCourse);
    connect(m_chips, &StatusChips::shownStatesChanged, this, &ListPage::filterByState);
    connect(m_reasons, &ReasonFilter::shownReasonChanged, this, &ListPage::filterByReason);
    connect(m_glance, &GlanceStrip::reasonChosen, m_reasons, &ReasonFilter::showOnly);
    connect(m_table, &RosterTable::helpWanted, this, &ListPage::help);
    // What can help depends on it.
    connect(&list, &ClassList::stateChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_rowActions, &RowActions::refused, this, &ListPage::showProblem);
    connect(m_runBar, &RunBar::reportWanted, this, &ListPage::makeReport);
    connect(&list, &ClassList::stateChanged, this, &ListPage::refreshSource);
    connect(&list, &ClassList::rosterChanged, this, &ListPage::openReadingWhereAsked);
    connect(&list, &ClassList::stateChanged, this, &ListPage::refreshCourse);
    connect(&list, &ClassList::progressChanged, this, [this] {
        m_seatsAreOld = true;
        refreshCourseFacts();
    });
    connect(&list, &ClassList::seatsChanged, this, [this] {
        if (m_list.state() != ClassList::State::Earlier)
            loadCourses();
    });
    connect(&list, &ClassList::failed, this,
        [this](const Error &error) { m_message->showProblem(error.sentence); });
    connect(&list, &ClassList::correctedSaved, this, [this](const QString &path) {
        m_message->showNews(tr("The corrected list is saved: %1").arg(linkToFile(path)));
    });
    refreshSource();
    refreshCourse();
}

ListPage::~ListPage() = default;

void ListPage::layOut()
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    m_source->setObjectName(QStringLiteral("source"));
    m_source->setCheckable(true);
    m_source->setAutoRaise(true);
    m_source->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_source->setArrowType(Qt::RightArrow);
    m_source->setHint(tr("How the file was read: sheet, letters, columns"));
    connect(m_source, &QToolButton::toggled, this, [this](bool open) {
        m_source->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        reading()->setVisible(open);
    });
    m_courseLabel->setBuddy(m_course);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setToolTip(tr("What is known of the chosen student (F4)"));
    connect(m_detailsButton, &QToolButton::toggled, m_tableWithDetails, &TableWithDetails::setOpen);
    connect(m_tableWithDetails, &TableWithDetails::detailsMade, this, [this](DetailPanel *details) {
        tabInOrderOfLayout(*this);
        Q_EMIT detailsMade(details);
    });
    connect(m_tableWithDetails, &TableWithDetails::openChanged, this, [this](bool open) {
        m_detailsButton->setChecked(open);
        showChosen(*m_detailsButton, open);
    });

    auto *head = new QGridLayout;
    head->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    head->addWidget(m_title, 0, 0);
    head->addWidget(m_source, 1, 0);
    head->addWidget(m_courseLabel, 0, 1, Qt::AlignRight);
    head->addWidget(m_course, 0, 2);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(fontMetrics().averageCharWidth() * 2);
    facts->addStretch(1);
    facts->addWidget(m_seats);
    facts->addWidget(m_courseFacts);
    head->addLayout(facts, 1, 1, 1, 2);
    m_courseFacts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->setColumnStretch(0, 1);

    const int space = fontMetrics().height() * 2 / 3;
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    m_layout->setSpacing(space);
    m_layout->addLayout(head);
    m_layout->addWidget(m_message);
    m_layout->addWidget(m_sequel);
    m_layout->addWidget(m_meanwhile);
    m_layout->addWidget(m_fixBar);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_chips, 1);
    filters->addWidget(m_reasons);
    filters->addWidget(m_detailsButton);
    m_layout->addLayout(filters);
    m_layout->addWidget(m_glance);
    m_layout->addWidget(m_replaceBar);
    m_layout->addWidget(m_tableWithDetails, 1);
    m_layout->addWidget(m_undoBar);
    m_layout->addWidget(m_reportBar);
    m_layout->addWidget(m_runBar);
    tabInOrderOfLayout(*this);
}

ReadingPanel *ListPage::reading()
{
    if (m_reading)
        return m_reading;
    m_reading = new ReadingPanel(m_list, this);
    m_layout->insertWidget(m_layout->indexOf(m_message), m_reading);
    tabInOrderOfLayout(*this);
    connect(m_reading, &ReadingPanel::otherReadingWanted, this, &ListPage::readAgain);
    return m_reading;
}

void ListPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showChosen(*m_detailsButton, m_tableWithDetails->isOpen());
}

void ListPage::refreshSource()
{
    using State = ClassList::State;
    m_title->setText(m_list.name());
    m_source->setWholeText(describeSource());
    const bool fromFile =
        m_list.state() != State::Loading && !m_list.isOfHistory() && !m_list.sequel();
    m_source->setEnabled(fromFile);
    m_source->setArrowType(!fromFile ? Qt::NoArrow
            : m_source->isChecked()  ? Qt::DownArrow
                                     : Qt::RightArrow);
    if (m_list.state() == State::NoCourse && !m_list.hasChosenCourse())
        loadCourses();
}

QString ListPage::describeSource() const
{
    if (m_list.state() == ClassList::State::Loading)
        return tr("reading…");
    if (m_list.isOfHistory()) {
        const Run &run = m_list.results().run;
        const QString when = QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat);
        if (run.kind == RunKind::Undo)
            return tr("undone %1 by %2; to look at only").arg(when, run.startedBy);
        const bool onlyToLookAt = !m_list.isBusy() && !m_list.canTryAnyAgain();
        return (
            onlyToLookAt ? tr("registered %1 by %2; to look at only") : tr("registered %1 by %2"))
            .arg(when, run.startedBy);
    }
    if (m_list.sequel())
        return tr("corrected by “%1”").arg(m_list.sequel()->fileName);
    const RosterSource &source = m_list.roster().source;
    QStringList facts{tr("%n student(s)", nullptr, m_list.roster().size())};
    if (source.kind == RosterSource::Kind::Text)
        facts +=
            tr("text separated by %1, %2").arg(delimiterName(source.delimiter), source.encoding);
    else
        facts += source.format;
    if (!source.sheet.isEmpty() && source.kind == RosterSource::Kind::Workbook)
        facts += tr("sheet “%1”").arg(source.sheet);
    if (source.rowsAbove > 0)
        facts += tr("%n row(s) above the header left out", nullptr, source.rowsAbove);
    return facts.join(QStringLiteral(" · "));
}

// A list that cannot be understood alone shows its columns at once.
void ListPage::openReadingWhereAsked()
{
    const Roster &roster = m_list.roster();
    const bool identified = roster.students.hasField(StudentField::StudentId)
        || roster.students.hasField(StudentField::Email);
    if (!identified || !roster.disputed.isEmpty())
        m_source->setChecked(true);
}

void ListPage::readAgain(const RosterOptions &options)
{
    if (m_list.edits()->undoStack()->count() == 0) {
        m_list.readAgain(options);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Corrections would be lost"),
        tr("Reading “%1” in another way takes back the corrections in it. Read it again?")
            .arg(m_list.name()),
        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *again = question->addButton(tr("Read it again"), QMessageBox::DestructiveRole);
    question->setDefaultButton(
        question->addButton(tr("Keep the corrections"), QMessageBox::RejectRole));
    connect(again, &QPushButton::clicked, this, [this, options] { m_list.readAgain(options); });
    connect(question, &QMessageBox::finished, reading(), &ReadingPanel::refresh);
    question->open();
}

void ListPage::setSearchText(const QString &text)
{
    m_table->proxy()->setSearchText(text);
}

DetailPanel *ListPage::details()
{
    return &m_tableWithDetails->details();
}

void ListPage::showOrHideDetails()
{
    m_tableWithDetails->setOpen(!m_tableWithDetails->isOpen());
}

void ListPage::help()
{
    if (details()->canCorrect())
        details()->correct();
    else
        m_tableWithDetails->setOpen(true);
}

void ListPage::showAllRows()
{
    m_reasons->showAll();
    m_chips->showAll();
}

// Rows in other states have no reason: with one chosen, there would be none to show.
void ListPage::filterByState(RowStateSet states)
{
    if (!states.isEmpty() && !hasReason(states))
        m_reasons->showAll();
    m_table->proxy()->setShownStates(states);
}

void ListPage::filterByReason()
{
    const RowStateSet states = m_chips->shownStates();
    if (m_reasons->shownReason() && !states.isEmpty() && !hasReason(states))
        m_chips->showAll();
    m_table->proxy()->setShownReason(m_reasons->shownReason());
}

void ListPage::toggleChart()
{
    m_glance->toggleChart();
}

void ListPage::showProblem(const QString &sentence)
{
    m_message->showProblem(sentence);
}

void ListPage::findAndReplace()
{
    if (m_list.isEditable())
        m_replaceBar->open();
}

} // namespace Rollbook
