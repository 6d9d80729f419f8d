// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "school/placesmodel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace Rollbook
{

class School;
class SchoolTable;
struct PromotedStudents;

/// Who is in a course, or what a student holds; from here they are withdrawn, and a waiting list
/// moves up, where that is allowed.
class PlacesPanel : public QWidget
{
    Q_OBJECT

public:
    PlacesPanel(School &school, PlacesModel::Of of, QWidget *parent);

    void showCourse(const CourseSeats &seats);
    void showStudent(const Student &student);
    /// Nothing is chosen; says what to do.
    void clear(const QString &hint);

    SchoolTable *table() const { return m_table; }
    const QList<HeldPlace> &places() const { return m_model->places(); }

Q_SIGNALS:
    /// Seats have changed hands.
    void changed();
    void failed(const QString &sentence);
    void told(const QString &sentence);

private:
    void layOut();
    void load();
    void take(const QList<HeldPlace> &places);
    void refreshButtons();
    QString heading() const;
    QString nothingHeld() const;
    void askToWithdraw();
    void withdraw(const QList<HeldPlace> &places);
    void promote();
    void tellPromoted(const PromotedStudents &promoted);

    School &m_school;
    PlacesModel::Of m_of;
    PlacesModel *m_model;
    QLabel *m_heading;
    QLabel *m_nothing;
    SchoolTable *m_table;
    QPushButton *m_promote;
    QPushButton *m_copy;
    QPushButton *m_withdraw;
    std::optional<CourseSeats> m_course;
    std::optional<Student> m_student;
    int m_asked = 0; // answers to earlier questions come too late
};

} // namespace Rollbook
