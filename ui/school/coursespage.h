// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "school/schoolpage.h"

namespace Rollbook
{

class CourseForm;
class CoursesModel;

/// The courses of the school: how full each is, who is in it, what it is.
class CoursesPage : public SchoolPage
{
    Q_OBJECT

public:
    CoursesPage(School &school, QWidget *parent);

    /// The one that is chosen when the page has read the school again.
    void chooseCourse(const CourseRef &course) { m_chosen = course; }

protected:
    Parts makeParts() override;
    Loading loading() const override;
    QString countText(int count) const override;
    int rowOfChosen() const override;
    void choose(int row) override;
    void beginNew() override;
    void beginEdit(int row) override;
    void save() override;
    void remove(int row) override;
    Counting importing(const QString &path) const override;
    Counting exporting(const QString &path) const override;
    QString importedText(int count) const override;
    QString exportedText(int count, const QString &link) const override;

private:
    CoursesModel *m_model = nullptr;
    PlacesPanel *m_places = nullptr;
    CourseForm *m_form = nullptr;
    CourseRef m_chosen;
};

} // namespace Rollbook
