// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/placespanel.h"

#include "classlist.h"
#include "registration/school.h"
#include "runthencallback.h"
#include "school/coursesmodel.h"
#include "school/schooltable.h"
#include "table/statestyle.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace Rollbook
{

namespace
{

// In letters of the font; the moment takes the rest.
const QList<int> WidthsOfCourse{30, 14, 24, 22, 18};
const QList<int> WidthsOfStudent{30, 14, 18, 18};

QString courseTitle(const Course &course)
{
    return (course.code + u' ' + course.title).trimmed();
}

} // namespace

PlacesPanel::PlacesPanel(School &school, PlacesModel::Of of, QWidget *parent)
    : QWidget(parent)
    , m_school(school)
    , m_of(of)
    , m_model(new PlacesModel(of, this))
    , m_heading(new QLabel(this))
    , m_nothing(new QLabel(this))
    , m_table(of == PlacesModel::Of::Course
              ? new SchoolTable(QStringLiteral("peopleColumns"), WidthsOfCourse, this)
              : new SchoolTable(QStringLiteral("heldColumns"), WidthsOfStudent, this))
    , m_promote(new QPushButton(this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_withdraw(new QPushButton(tr("&Withdraw…"), this))
{
    layOut();
    m_table->setModel(m_model);
    m_table->restoreColumns();
    connect(m_table, &SchoolTable::removeWanted, this, &PlacesPanel::askToWithdraw);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PlacesPanel::refreshButtons);
    connect(m_withdraw, &QPushButton::clicked, this, &PlacesPanel::askToWithdraw);
    connect(m_copy, &QPushButton::clicked, m_table, &SchoolTable::copySelection);
    connect(m_promote, &QPushButton::clicked, this, &PlacesPanel::promote);
    refreshButtons();
}

void PlacesPanel::layOut()
{
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_table->setAccessibleName(m_of == PlacesModel::Of::Course
            ? tr("Students in the course and on its waiting list")
            : tr("Seats and places of the student"));
    m_copy->setToolTip(tr("Copies the selected lines for a spreadsheet (Ctrl+C)"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_promote);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_withdraw);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_heading);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void PlacesPanel::showCourse(const CourseSeats &seats)
{
    const bool isOther = !m_course || m_course->course.ref() != seats.course.ref();
    m_course = seats;
    if (isOther)
        m_model->setPlaces({});
    load();
}

void PlacesPanel::showStudent(const Student &student)
{
    const bool isOther = !m_student || !(*m_student == student);
    m_student = student;
    if (isOther)
        m_model->setPlaces({});
    load();
}

void PlacesPanel::clear(const QString &hint)
{
    ++m_asked;
    m_course.reset();
    m_student.reset();
    m_model->setPlaces({});
    m_heading->clear();
    m_nothing->setText(hint);
    refreshButtons();
}

void PlacesPanel::load()
{
    m_heading->setText(heading());
    m_nothing->clear();
    refreshButtons();
    const int asked = ++m_asked;
    runThenCallback(
        this,
        [&school = m_school, course = m_course, student = m_student] {
            return course ? school.places().ofCourse(course->course.ref())
                          : school.places().ofStudent(*student);
        },
        [this, asked](const Expected<QList<HeldPlace>> &places) {
            if (asked != m_asked)
                return;
            if (places)
                take(*places);
            else
                Q_EMIT failed(places.error().sentence);
        });
}

void PlacesPanel::take(const QList<HeldPlace> &places)
{
    if (m_model->places() != places)
        m_model->setPlaces(places);
    m_nothing->setText(places.isEmpty() ? nothingHeld() : QString());
    refreshButtons();
}

QString PlacesPanel::heading() const
{
    if (m_student)
        return StudentList::fromStudents({*m_student}).displayName(0);
    QString text = courseTitle(m_course->course);
    if (!m_course->course.term.isEmpty())
        text += QStringLiteral(" · ") + m_course->course.term;
    return text;
}

QString PlacesPanel::nothingHeld() const
{
    if (m_of == PlacesModel::Of::Course && !m_school.rights().mayRegister())
        return tr("Nobody is in this course yet.");
    return m_of == PlacesModel::Of::Course
        ? tr("Nobody is in this course yet. Drop a class list on the window and choose this "
             "course to register students.")
        : tr("Holds no seat and waits for none.");
}

void PlacesPanel::refreshButtons()
{
    const bool hasPlaces = m_model->rowCount() > 0;
    const bool hasSelection = !m_table->selectedRows().isEmpty();
    const int free = m_course ? promotable(*m_course) : 0;
    m_table->setVisible(hasPlaces);
    m_nothing->setVisible(!hasPlaces);
    m_heading->setVisible(!m_heading->text().isEmpty());
    m_promote->setText(tr("M&ove %n up from the waiting list", nullptr, free));
    const bool mayRegister = m_school.rights().mayRegister();
    m_promote->setVisible(free > 0 && mayRegister);
    m_copy->setVisible(hasPlaces);
    m_withdraw->setVisible(hasPlaces && mayRegister);
    m_copy->setEnabled(hasSelection);
    m_withdraw->setEnabled(hasSelection);
    m_withdraw->setToolTip(
        hasSelection ? tr("Takes the selected out (Delete)") : tr("Select who is withdrawn"));
}

void PlacesPanel::askToWithdraw()
{
    if (!m_school.rights().mayRegister())
        return;
    QList<HeldPlace> places;
    const QList<int> rows = m_table->selectedRows();
    for (const int row : rows)
        places += m_model->places().at(row);
    if (places.isEmpty())
        return;
    const auto count = static_cast<int>(places.size());
    const bool ofCourse = m_of == PlacesModel::Of::Course;
    const QString who = StudentList::fromStudents({places.first().student}).displayName(0);
    const QString from = CourseAssignment(places.first().course).displayName();
    const QString what = ofCourse && count > 1
        ? tr("Withdraw %n student(s) from %1?", nullptr, count).arg(from)
        : count > 1 ? tr("Withdraw %1 from %n course(s)?", nullptr, count).arg(who)
                    : tr("Withdraw %1 from %2?").arg(who, from);
    auto *question = new QMessageBox(QMessageBox::Question, tr("Withdraw"),
        what + u'\n'
            + tr("Seats become free and the waiting list closes up. Nobody moves up to a seat by "
                 "itself."),
        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes =
        question->addButton(ofCourse ? tr("&Withdraw %n student(s)", nullptr, count)
                                     : tr("&Withdraw from %n course(s)", nullptr, count),
            QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Leave as it is"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, places] { withdraw(places); });
    question->open();
}

void PlacesPanel::withdraw(const QList<HeldPlace> &places)
{
    runThenCallback(
        this, [&school = m_school, places] { return school.places().withdraw(places); },
        [this](const Expected<WithdrawnPlaces> &answer) {
            if (!answer) {
                Q_EMIT failed(answer.error().sentence);
                return;
            }
            QString text = tr("%n withdrawn.", nullptr, static_cast<int>(answer->withdrawn.size()));
            if (const auto changed = static_cast<int>(answer->changed.size()); changed > 0)
                text += u' '
                    + tr("%n had changed meanwhile and stay as they are; look again.", nullptr,
                        changed);
            Q_EMIT told(text);
            Q_EMIT this->changed();
        });
}

void PlacesPanel::promote()
{
    if (!m_course)
        return;
    m_promote->setEnabled(false);
    runThenCallback(
        this,
        [&school = m_school, course = m_course->course.ref()] {
            return school.waitingList().promote(course);
        },
        [this](const Expected<PromotedStudents> &promoted) {
            m_promote->setEnabled(true);
            if (promoted)
                tellPromoted(*promoted);
            else
                Q_EMIT failed(promoted.error().sentence);
            Q_EMIT changed();
        });
}

void PlacesPanel::tellPromoted(const PromotedStudents &promoted)
{
    QStringList waitOn;
    for (const StudentRegistrationResult &result : promoted.results) {
        if (!result.registration())
            waitOn += promoted.students.displayName(result.row) + u' ' + explain(result);
    }
    const auto moved = static_cast<int>(promoted.results.size() - waitOn.size());
    QString text = tr("%n student(s) moved up from the waiting list.", nullptr, moved);
    if (!waitOn.isEmpty()) {
        constexpr qsizetype most = 3;
        text += u' '
            + tr("%n may not and wait on: %1.", nullptr, static_cast<int>(waitOn.size()))
                  .arg(waitOn.mid(0, most).join(QStringLiteral("; ")).toHtmlEscaped());
    }
    Q_EMIT told(text);
}

} // namespace Rollbook
