// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleschool.h"
#include "school/schooltable.h"
#include "shownwindow.h"

#include <QObject>

#include <memory>

namespace Rollbook
{

/// The window of the sample school, with words for what people do in the pages about the school.
class SchoolPageTest : public QObject
{
    Q_OBJECT

protected:
    School &school() { return m_sample->school(); }
    void showCourses();
    void showStudents();
    /// The page that is shown.
    QWidget *page() const;
    SchoolTable *table(const QString &name) const;
    SchoolTable *courses() const { return table(QStringLiteral("Courses")); }
    SchoolTable *students() const { return table(QStringLiteral("Students")); }
    SchoolTable *people() const
    {
        return table(QStringLiteral("Students in the course and on its waiting list"));
    }
    SchoolTable *held() const { return table(QStringLiteral("Seats and places of the student")); }
    /// Null while it is not shown.
    QLineEdit *field(const QString &name) const;
    /// Over what stands in the field.
    void type(const QString &name, const QString &text) const;
    void click(const QString &button) const;
    /// The button of the question that is asked.
    static void answer(const QString &button);
    /// In the dialog that is open.
    void chooseFile(const QString &path) const;
    static void selectRow(SchoolTable *table, const QString &firstCell);
    /// 18 seats and 6 places: 18 are in, 5 wait.
    void fillArt();
    CourseSeats seats(const QString &code) { return *school().courses().find(code); }

    std::unique_ptr<SampleSchool> m_sample;
    std::unique_ptr<ShownWindow> m_window;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace Rollbook
