// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coursechooser.h"

#include "clearbutton.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

namespace Rollbook
{

namespace
{

QString titleOf(const Course &course)
{
    QString title = QStringLiteral("%1   %2").arg(course.code, course.title);
    return course.term.isEmpty() ? title : title + QStringLiteral(" · ") + course.term;
}

} // namespace

CourseChooser::CourseChooser(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(36);
    setAccessibleName(tr("Course"));
    lineEdit()->setPlaceholderText(tr("Choose the course: type a part of its code or title"));
    offerClearing(*lineEdit());
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    // A list that is dropped there is meant for the window.
    setAcceptDrops(false);
    lineEdit()->setAcceptDrops(false);
    view()->installEventFilter(this);
    connect(this, &QComboBox::activated, this, &CourseChooser::choose);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &CourseChooser::chooseTyped);
}

// With large text there is not room for every title; the tool tip has all of it.
QSize CourseChooser::minimumSizeHint() const
{
    const QSize whole = QComboBox::minimumSizeHint();
    return {whole.width() / 3, whole.height()};
}

// Esc closes the list of courses, and only that: Qt lets the key go on to the window.
bool CourseChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != view() || event->type() != QEvent::ShortcutOverride
        || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel))
        return QComboBox::eventFilter(watched, event);
    hidePopup();
    event->accept();
    return true;
}

void CourseChooser::setCourses(const QList<CourseSeats> &courses, bool listHasCourses)
{
    const int index = currentIndex();
    const QVariant before = index < 0 ? QVariant() : itemData(index);
    const QSignalBlocker blocker(this);
    m_courses = courses;
    clear();
    if (listHasCourses)
        addItem(tr("As the list says, row by row"), QVariant::fromValue(CourseRef()));
    for (const CourseSeats &seats : courses)
        addItem(titleOf(seats.course), QVariant::fromValue(seats.course.ref()));
    setCurrentIndex(-1);
    if (before.isValid())
        select(before.value<CourseRef>());
}

void CourseChooser::select(const CourseRef &course)
{
    for (int index = 0; index < count(); ++index) {
        if (itemData(index).value<CourseRef>() == course)
            setCurrentIndex(index);
    }
}

void CourseChooser::choose(int index)
{
    if (index >= 0)
        Q_EMIT chosen(itemData(index).value<CourseRef>());
}

// Enter takes the only course that has the words in it, without a look at the list of courses.
void CourseChooser::chooseTyped()
{
    const QString typed = currentText().trimmed();
    // QComboBox has taken a whole title already.
    if (currentIndex() >= 0 && itemText(currentIndex()) == typed)
        return;
    const auto flags = Qt::MatchContains;
    const QModelIndexList found = typed.isEmpty()
        ? QModelIndexList()
        : model()->match(model()->index(0, 0), Qt::DisplayRole, typed, 2, flags);
    if (found.size() != 1)
        return;
    setCurrentIndex(found.first().row());
    choose(found.first().row());
}

std::optional<CourseSeats> CourseChooser::chosenSeats(const StatusCounts &givenSince) const
{
    const auto ref = currentData().value<CourseRef>();
    for (const CourseSeats &seats : m_courses) {
        if (currentIndex() < 0 || seats.course.ref() != ref)
            continue;
        CourseSeats now = seats;
        now.seatsTaken += givenSince[RegistrationStatus::Registered];
        now.waiting += givenSince[RegistrationStatus::Waitlisted];
        return now;
    }
    return std::nullopt;
}

QString CourseChooser::describeChosen(const StatusCounts &givenSince) const
{
    const std::optional<CourseSeats> seats = chosenSeats(givenSince);
    if (!seats)
        return {};
    const Course &course = seats->course;
    QStringList facts;
    facts += course.capacity
        ? tr("%1 of %2 seats taken").arg(seats->seatsTaken).arg(*course.capacity)
        : tr("%n seat(s) taken, no limit", nullptr, seats->seatsTaken);
    if (course.waitlistCapacity)
        facts +=
            tr("%1 of %2 on the waiting list").arg(seats->waiting).arg(*course.waitlistCapacity);
    const QString closes = QLocale().toString(course.closesOn, QLocale::ShortFormat);
    facts += course.closesOn.isValid() ? tr("open until %1").arg(closes) : tr("open");
    if (course.opensOn > QDate::currentDate())
        facts.last() =
            tr("opens on %1").arg(QLocale().toString(course.opensOn, QLocale::ShortFormat));
    else if (course.closesOn.isValid() && course.closesOn < QDate::currentDate())
        facts.last() = tr("closed since %1").arg(closes);
    return facts.join(QStringLiteral(" · "));
}

} // namespace Rollbook
