// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listpage.h"

#include "classlist.h"
#include "coursechooser.h"
#include "messagebar.h"
#include "rostertable.h"
#include "runbar.h"
#include "runthencallback.h"
#include "statuschips.h"

#include "reports/report.h"
#include "table/rosterproxymodel.h"
#include "table/statestyle.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

namespace Rollbook
{

namespace
{

const QLatin1StringView ReportFolderKey("reportFolder");

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ';':
        return ListPage::tr("semicolons");
    case '\t':
        return ListPage::tr("tabs");
    default:
        return ListPage::tr("commas");
    }
}

} // namespace

ListPage::ListPage(School &school, ClassList &list, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_list(list)
    , m_title(new QLabel(this))
    , m_source(new QLabel(this))
    , m_courseLabel(new QLabel(tr("Co&urse"), this))
    , m_course(new CourseChooser(this))
    , m_courseFacts(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_chips(new StatusChips(*list.model(), this))
    , m_table(new RosterTable(*list.model(), this))
    , m_runBar(new RunBar(list, this))
{
    layOut();
    connect(m_course, &CourseChooser::chosen, &list, &ClassList::chooseCourse);
    connect(m_chips, &StatusChips::shownStatesChanged, m_table->proxy(),
        &RosterProxyModel::setShownStates);
    connect(m_runBar, &RunBar::reportWanted, this, &ListPage::makeReport);
    connect(&list, &ClassList::stateChanged, this, &ListPage::refreshSource);
    connect(&list, &ClassList::stateChanged, this, &ListPage::refreshCourse);
    connect(&list, &ClassList::progressChanged, this, [this] {
        m_seatsAreOld = true;
        refreshCourseFacts();
    });
    connect(&list, &ClassList::failed, this,
        [this](const Error &error) { m_message->showProblem(error.sentence); });
    connect(&list, &ClassList::reportSaved, this, [this](const QString &path) {
        m_message->showNews(tr("The report is saved: <a href=\"%1\">%2</a>")
                                .arg(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded),
                                    QDir::toNativeSeparators(path).toHtmlEscaped()));
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
    m_title->setTextFormat(Qt::PlainText);
    m_source->setTextFormat(Qt::PlainText);
    m_courseLabel->setBuddy(m_course);

    auto *head = new QGridLayout;
    head->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    head->addWidget(m_title, 0, 0);
    head->addWidget(m_source, 1, 0);
    head->addWidget(m_courseLabel, 0, 1, Qt::AlignRight);
    head->addWidget(m_course, 0, 2);
    head->addWidget(m_courseFacts, 1, 1, 1, 2, Qt::AlignRight);
    head->setColumnStretch(0, 1);

    const int space = fontMetrics().height() * 2 / 3;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space);
    layout->setSpacing(space);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_chips);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_runBar);
}

void ListPage::refreshSource()
{
    m_title->setText(m_list.name());
    const Roster &roster = m_list.roster();
    const bool earlier = m_list.state() == ClassList::State::Earlier;
    if (m_list.state() == ClassList::State::Loading) {
        m_source->setText(tr("reading…"));
    } else if (earlier) {
        const Run &run = m_list.results().run;
        m_source->setText(
            tr("registered %1 by %2; to look at only")
                .arg(QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat),
                    run.startedBy));
    } else {
        m_source->setText(tr("%n student(s)", nullptr, roster.size()) + QStringLiteral(" · ")
            + tr("text separated by %1, %2")
                  .arg(delimiterName(roster.source.delimiter), roster.source.encoding));
    }
    if (m_list.state() == ClassList::State::NoCourse && !m_list.hasChosenCourse())
        loadCourses();
}

void ListPage::refreshCourse()
{
    using State = ClassList::State;
    const bool earlier = m_list.state() == State::Earlier;
    m_courseLabel->setVisible(!earlier);
    m_course->setVisible(!earlier);
    m_course->setEnabled(!m_list.isBusy() && m_list.state() != State::Loading);
    m_course->setToolTip(m_list.isBusy()
            ? tr("The course cannot be changed while students are being registered")
            : tr("Ctrl+L"));
    if (m_list.hasChosenCourse())
        m_course->select(m_list.course());
    refreshCourseFacts();
    if (m_list.state() == State::Finished) {
        // Seats have changed hands.
        loadCourses();
        if (!m_table->currentIndex().isValid())
            m_table->goToNextProblem();
    }
}

void ListPage::loadCourses()
{
    runThenCallback(
        this, [&school = m_school] { return school.courses().courses(); },
        [this](const Expected<QList<CourseSeats>> &courses) {
            if (courses)
                takeCourses(*courses);
            else
                m_message->showProblem(courses.error().sentence);
        });
}

void ListPage::takeCourses(const QList<CourseSeats> &courses)
{
    m_course->setCourses(courses, m_list.roster().hasCourseColumn());
    if (courses.isEmpty())
        m_message->showProblem(tr("The school has no courses yet. Add them with "
                                  "“rollbook courses import FILE”, then choose one here."));
    if (!m_guessed && !m_list.hasChosenCourse()) {
        m_guessed = true;
        if (const auto guess = m_course->guess(m_list.name())) {
            m_course->select(*guess);
            m_list.chooseCourse(*guess);
        } else {
            m_course->setFocus();
        }
    }
    m_seatsAreOld = false;
    refreshCourseFacts();
}

void ListPage::refreshCourseFacts()
{
    if (m_list.state() == ClassList::State::Earlier)
        m_courseFacts->setText(m_list.results().run.courseName);
    else
        m_courseFacts->setText(
            m_course->describeChosen(m_seatsAreOld ? m_list.progress().counts : StatusCounts()));
}

void ListPage::setSearchText(const QString &text)
{
    m_table->proxy()->setSearchText(text);
}

void ListPage::chooseCourse()
{
    m_course->setFocus();
    m_course->lineEdit()->selectAll();
    if (m_course->currentIndex() < 0)
        m_course->showPopup();
}

void ListPage::showAllRows()
{
    m_chips->showAll();
}

void ListPage::showProblem(const QString &sentence)
{
    m_message->showProblem(sentence);
}

QString ListPage::suggestedReportName() const
{
    const Run &run = m_list.results().run;
    QString name = QStringLiteral("%1 - %2 - %3.csv")
                       .arg(QFileInfo(m_list.name()).completeBaseName(), run.courseName,
                           run.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")));
    for (const char c : {'/', '\\', ':', '*', '?', '"', '<', '>', '|'})
        name.replace(QLatin1Char(c), u'_');
    return name;
}

void ListPage::makeReport()
{
    using State = ClassList::State;
    if (m_list.state() != State::Finished && m_list.state() != State::Earlier)
        return;
    const QString folder =
        QSettings()
            .value(ReportFolderKey,
                QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    auto *dialog = new QFileDialog(this, tr("Make report"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table for a spreadsheet (*.csv)"), tr("Data (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(suggestedReportName());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSettings().setValue(ReportFolderKey, QFileInfo(path).absolutePath());
        m_list.saveReport(path);
    });
    dialog->open();
}

} // namespace Rollbook
