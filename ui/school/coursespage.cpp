// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/coursespage.h"

#include "registrars/schoolfiles.h"
#include "registration/school.h"
#include "school/courseform.h"
#include "school/coursesmodel.h"
#include "school/placespanel.h"
#include "school/schooltable.h"
#include "school/seatsdelegate.h"

namespace Rollbook
{

namespace
{

// In letters of the font; what is needed first takes the rest.
const QList<int> CourseWidths{8, 25, 11, 22, 20, 18, 21, 12};

} // namespace

CoursesPage::CoursesPage(School &school, QWidget *parent)
    : SchoolPage(school,
        {tr("Courses"), tr("Search courses…"), tr("The school has no courses yet"),
            tr("Import them from a spreadsheet that was saved as CSV, with columns such as code, "
               "title, term and capacity, or add the first one by hand."),
            tr("&Add a course…"), tr("Import courses"), tr("Courses (*.csv *.tsv *.txt)"),
            tr("Export courses"), tr("Courses", "the name of a file") + QStringLiteral(".csv"),
            tr("Courses are looked after by those who manage the school.")},
        parent)
{
}

SchoolPage::Parts CoursesPage::makeParts()
{
    m_model = new CoursesModel(this);
    m_places = new PlacesPanel(school(), PlacesModel::Of::Course, this);
    m_form = new CourseForm(this);
    auto *table = new SchoolTable(QStringLiteral("courseColumns"), CourseWidths, this);
    auto *seats = new SeatsDelegate(table);
    table->setItemDelegateForColumn(CoursesModel::SeatsColumn, seats);
    table->setItemDelegateForColumn(CoursesModel::WaitingColumn, seats);
    return {m_model, table, m_places, m_form};
}

SchoolPage::Loading CoursesPage::loading() const
{
    return [&school = school()]() -> Expected<std::shared_ptr<const SchoolRows>> {
        auto courses = school.courses().courses();
        if (!courses)
            return tl::unexpected(courses.error());
        return std::make_shared<const CourseRows>(std::move(*courses));
    };
}

QString CoursesPage::countText(int count) const
{
    return tr("%n course(s)", nullptr, count);
}

int CoursesPage::rowOfChosen() const
{
    return m_chosen.isNull() ? -1 : m_model->rowOf(m_chosen);
}

void CoursesPage::choose(int row)
{
    if (row < 0) {
        m_places->clear(tr("Choose a course above to see who is in it."));
        return;
    }
    m_chosen = m_model->course(row).course.ref();
    m_places->showCourse(m_model->course(row));
}

void CoursesPage::beginNew()
{
    m_form->beginNew();
}

void CoursesPage::beginEdit(int row)
{
    m_form->begin(m_model->course(row));
}

void CoursesPage::save()
{
    const auto course =
        m_form->course([this](const CourseRef &ref) { return m_model->contains(ref); });
    if (!course)
        return;
    change([&school = school(), course] { return school.courses().save({*course}); },
        [this, ref = course->ref()] {
            m_chosen = ref;
            showForm(false);
        });
}

void CoursesPage::remove(int row)
{
    const CourseSeats seats = m_model->course(row);
    const QString name = CourseAssignment(seats.course.ref()).displayName();
    if (const int people = seats.seatsTaken + seats.waiting; people > 0) {
        showProblem(tr("%n student(s) are in %1 or wait for it. Withdraw them below before the "
                       "course is removed.",
            nullptr, people)
                        .arg(name));
        return;
    }
    ask(tr("Remove a course"),
        tr("Remove %1? Nobody is in it. What was registered in it before stays in the history.")
            .arg(name),
        tr("&Remove the course"), tr("&Keep it"), [this, ref = seats.course.ref(), name] {
            change([&school = school(), ref] { return school.courses().remove(ref); },
                [this, name] { showNews(tr("%1 is removed.").arg(name.toHtmlEscaped())); });
        });
}

SchoolPage::Counting CoursesPage::importing(const QString &path) const
{
    return [&school = school(), path] { return importCourses(school, path); };
}

SchoolPage::Counting CoursesPage::exporting(const QString &path) const
{
    return [&school = school(), path] { return exportCourses(school, path); };
}

QString CoursesPage::importedText(int count) const
{
    return tr("%n course(s) imported.", nullptr, count);
}

QString CoursesPage::exportedText(int count, const QString &link) const
{
    return tr("%n course(s) exported: %1", nullptr, count).arg(link);
}

} // namespace Rollbook
