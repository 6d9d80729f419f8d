// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/studentform.h"

#include "school/typedday.h"

#include <QLineEdit>

namespace Rollbook
{

namespace
{

QStringList completedCodes(const QString &text)
{
    QStringList codes;
    const QStringList parts = QString(text).replace(u',', u';').split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            codes += part.trimmed();
    }
    return codes;
}

QString fullNameOf(const Student &student)
{
    return StudentList::fromStudents({student}).displayName(0);
}

} // namespace

StudentForm::StudentForm(QWidget *parent)
    : SchoolForm(parent)
    , m_id(addField(tr("Student I&D")))
    , m_family(addField(tr("&Family name")))
    , m_given(addField(tr("&Given name")))
    , m_email(addField(tr("E-mai&l")))
    , m_birth(addField(tr("&Birth date"), dayText({2011, 4, 5})))
    , m_grade(addField(tr("G&rade")))
    , m_completed(addField(tr("Com&pleted courses"), tr("codes of courses: GO0; ALG")))
    , m_hold(addField(tr("On &hold because"), tr("no hold")))
    , m_notes(addField(tr("N&otes")))
{
    addButtons(tr("Sa&ve the student"));
}

void StudentForm::beginNew()
{
    m_isNew = true;
    setHeading(tr("A new student"), {});
    lock(m_id, false);
    lock(m_email, false);
    fill({});
}

void StudentForm::begin(const StudentRecord &record)
{
    m_isNew = false;
    const bool hasId = !record.student.studentId.isEmpty();
    setHeading(tr("Change %1").arg(fullNameOf(record.student)),
        hasId ? tr("The student ID stays as it is: seats and lists go by it.")
              : tr("Without a student ID the e-mail address says who this is; it stays as it is."));
    lock(m_id, true);
    lock(m_email, !hasId);
    fill(record);
}

void StudentForm::focusHold()
{
    m_hold->setFocus();
    m_hold->selectAll();
}

void StudentForm::fill(const StudentRecord &record)
{
    m_before = record;
    m_id->setText(record.student.studentId);
    m_family->setText(record.student.familyName);
    m_given->setText(record.student.givenName);
    m_email->setText(record.student.email);
    m_birth->setText(keptDayText(record.student.birthDate));
    m_grade->setText(record.student.gradeLevel);
    m_completed->setText(record.completedCourses.join(QStringLiteral("; ")));
    m_hold->setText(record.hold);
    m_notes->setText(record.student.notes);
    clearProblems();
}

// As it is kept. Dates that came with a list are kept as they are, and so is what is no date.
QString StudentForm::birthDate() const
{
    const QString typed = m_birth->text().trimmed();
    if (typed == keptDayText(m_before.student.birthDate))
        return m_before.student.birthDate;
    const QDate day = typedDay(typed, QDate::currentDate().year());
    return day.isValid() ? day.toString(Qt::ISODate) : typed;
}

std::optional<StudentRecord> StudentForm::record(
    const std::function<const StudentRecord *(const Student &)> &known)
{
    clearProblems();
    StudentRecord record;
    record.student = {m_id->text().trimmed(), m_given->text().trimmed(), m_family->text().trimmed(),
        m_email->text().trimmed(), birthDate(), m_grade->text().trimmed(),
        m_notes->text().trimmed()};
    record.hold = m_hold->text().trimmed();
    record.completedCourses = completedCodes(m_completed->text());
    const Student &student = record.student;
    if (!student.isIdentified()) {
        showProblemAt(m_id, tr("Each student needs a student ID or an e-mail address."));
        return std::nullopt;
    }
    if (!student.email.isEmpty() && student.email != m_before.student.email
        && !student.email.contains(u'@')) {
        showProblemAt(m_email, tr("“%1” is not an e-mail address.").arg(student.email));
        return std::nullopt;
    }
    if (!student.birthDate.isEmpty() && student.birthDate != m_before.student.birthDate
        && !QDate::fromString(student.birthDate, Qt::ISODate).isValid()) {
        showProblemAt(m_birth,
            tr("“%1” is not a date. Write it like “%2”.")
                .arg(student.birthDate, dayText({2011, 4, 5})));
        return std::nullopt;
    }
    const StudentRecord *other = m_isNew ? known(student) : nullptr;
    if (other) {
        showProblemAt(student.studentId.isEmpty() ? m_email : m_id,
            tr("That is %1, who is in the register already.").arg(fullNameOf(other->student)));
        return std::nullopt;
    }
    return record;
}

} // namespace Rollbook
