// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/studentspage.h"

#include "registrars/schoolfiles.h"
#include "registration/school.h"
#include "school/placespanel.h"
#include "school/schooltable.h"
#include "school/studentform.h"
#include "school/studentsmodel.h"

#include <QPushButton>

namespace Rollbook
{

namespace
{

// In letters of the font; completed courses take the rest.
const QList<int> StudentWidths{12, 17, 17, 32, 12, 8, 21, 17};

QString nameOfStudent(const Student &student)
{
    return StudentList::fromStudents({student}).displayName(0);
}

} // namespace

StudentsPage::StudentsPage(School &school, QWidget *parent)
    : SchoolPage(school,
        {tr("Students"), tr("Search students…"), tr("The school has no students yet"),
            tr("Import them from a spreadsheet that was saved as CSV, with columns such as "
               "student_id, given_name and family_name, or add the first one by hand. Students "
               "of a class list are added when they are registered."),
            tr("&Add a student…"), tr("Import students"), tr("Students (*.csv *.tsv *.txt)"),
            tr("Export students"), tr("Students", "the name of a file") + QStringLiteral(".csv"),
            tr("Students are looked after by those who manage the school.")},
        parent)
{
}

SchoolPage::Parts StudentsPage::makeParts()
{
    m_model = new StudentsModel(this);
    m_places = new PlacesPanel(school(), PlacesModel::Of::Student, this);
    m_form = new StudentForm(this);
    return {m_model, new SchoolTable(QStringLiteral("studentColumns"), StudentWidths, this),
        m_places, m_form};
}

SchoolPage::Loading StudentsPage::loading() const
{
    return [&school = school()]() -> Expected<std::shared_ptr<const SchoolRows>> {
        auto students = school.students().students();
        if (!students)
            return tl::unexpected(students.error());
        return std::make_shared<const StudentRecordRows>(std::move(*students));
    };
}

QString StudentsPage::countText(int count) const
{
    return tr("%n student(s)", nullptr, count);
}

int StudentsPage::rowOfChosen() const
{
    return m_chosen ? m_model->rowOf(*m_chosen) : -1;
}

void StudentsPage::choose(int row)
{
    if (row < 0) {
        m_places->clear(tr("Choose a student above to see the courses."));
        return;
    }
    m_chosen = m_model->student(row).student;
    m_places->showStudent(*m_chosen);
}

void StudentsPage::addMoreButtons()
{
    m_hold =
        addButton(tr("Put on &hold…"), tr("While a student is on hold, nothing may be registered"));
    m_hold->setVisible(mayManage());
    connect(m_hold, &QPushButton::clicked, this, &StudentsPage::changeHold);
}

void StudentsPage::refreshButtons()
{
    SchoolPage::refreshButtons();
    const int row = currentRow();
    const bool onHold = row >= 0 && !m_model->student(row).hold.isEmpty();
    m_hold->setText(onHold ? tr("Lift the &hold") : tr("Put on &hold…"));
    m_hold->setEnabled(row >= 0 && !isFormShown());
}

void StudentsPage::changeHold()
{
    const int row = currentRow();
    if (row < 0)
        return;
    StudentRecord record = m_model->student(row);
    if (record.hold.isEmpty()) {
        m_form->begin(record);
        showForm(true);
        m_form->focusHold();
        return;
    }
    record.hold.clear();
    const QString name = nameOfStudent(record.student);
    change([&school = school(), record] { return school.students().save({record}); },
        [this, name] { showNews(tr("The hold of %1 is lifted.").arg(name.toHtmlEscaped())); });
}

void StudentsPage::beginNew()
{
    m_form->beginNew();
}

void StudentsPage::beginEdit(int row)
{
    m_form->begin(m_model->student(row));
}

void StudentsPage::save()
{
    const auto record =
        m_form->record([this](const Student &student) { return m_model->known(student); });
    if (!record)
        return;
    change([&school = school(), record] { return school.students().save({*record}); },
        [this, student = record->student] {
            m_chosen = student;
            showForm(false);
        });
}

void StudentsPage::remove(int row)
{
    const Student student = m_model->student(row).student;
    const QString name = nameOfStudent(student);
    if (const auto held = static_cast<int>(m_places->places().size()); held > 0) {
        showProblem(tr("%1 is in %n course(s) or on their waiting lists. Withdraw the student "
                       "below first.",
            nullptr, held)
                        .arg(name));
        return;
    }
    ask(tr("Remove a student"),
        tr("Remove %1 from the register? What was registered before stays in the history.")
            .arg(name),
        tr("&Remove the student"), tr("&Keep the student"), [this, student, name] {
            change([&school = school(), student] { return school.students().remove(student); },
                [this, name] { showNews(tr("%1 is removed.").arg(name.toHtmlEscaped())); });
        });
}

SchoolPage::Counting StudentsPage::importing(const QString &path) const
{
    return [&school = school(), path] { return importStudents(school, path); };
}

SchoolPage::Counting StudentsPage::exporting(const QString &path) const
{
    return [&school = school(), path] { return exportStudents(school, path); };
}

QString StudentsPage::importedText(int count) const
{
    return tr("%n student(s) imported.", nullptr, count);
}

QString StudentsPage::exportedText(int count, const QString &link) const
{
    return tr("%n student(s) exported: %1", nullptr, count).arg(link);
}

} // namespace Rollbook
