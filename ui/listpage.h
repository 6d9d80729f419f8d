// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "roster/roster.h"
#include "table/rowstate.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Rollbook
{

class ClassList;
class CourseChooser;
class DetailPanel;
class ElidedButton;
class FixBar;
class GlanceStrip;
class MeanwhileBar;
class MessageBar;
class ReadingPanel;
class ReasonFilter;
class ReplaceBar;
class ReportBar;
class RosterTable;
class RowActions;
class RunBar;
class SeatsBar;
class SequelBar;
class StatusChips;
class TableWithDetails;
class UndoBar;
struct ReportSubject;

/// One class list from drop to report: where it came from, its course, the table, the run.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    ListPage(School &school, ClassList &list, QWidget *parent = nullptr);
    ~ListPage() override;

    ClassList &list() const { return m_list; }
    RosterTable *table() const { return m_table; }
    RowActions *rowActions() const { return m_rowActions; }
    /// Beside the table; made when it is first opened or asked for.
    DetailPanel *details();
    void showOrHideDetails();
    void setSearchText(const QString &text);
    void chooseCourse();
    void showAllRows();
    void toggleChart();
    void findAndReplace();
    /// Asks for a report of the run, once it has ended.
    void makeReport();
    void printReport();
    void copySummary();
    ReportBar *reportBar() const { return m_reportBar; }
    void saveCorrected();
    /// Something that has to do with another list, such as a file that is none.
    void showProblem(const QString &sentence);
    /// The courses of the school, or who is in them, have changed.
    void refreshCourses();

Q_SIGNALS:
    /// The school has none: where they are added.
    void coursesWanted();
    /// They are there from now on.
    void detailsMade(Rollbook::DetailPanel *details);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    bool canReport() const;
    ReportSubject reportSubject() const;
    ReadingPanel *reading();
    void help();
    void filterByReason();
    void filterByState(RowStateSet states);
    void refreshSource();
    QString describeSource() const;
    void openReadingWhereAsked();
    void readAgain(const RosterOptions &options);
    void refreshCourse();
    void refreshCourseFacts();
    void loadCourses();
    void takeCourses(const QList<CourseSeats> &courses);

    School &m_school;
    ClassList &m_list;
    QLabel *m_title;
    ElidedButton *m_source;
    ReadingPanel *m_reading = nullptr; ///< made when it is first needed
    QLabel *m_courseLabel;
    CourseChooser *m_course;
    QLabel *m_courseFacts;
    SeatsBar *m_seats;
    MessageBar *m_message;
    SequelBar *m_sequel;
    MeanwhileBar *m_meanwhile;
    ReportBar *m_reportBar;
    StatusChips *m_chips;
    ReasonFilter *m_reasons;
    GlanceStrip *m_glance;
    RosterTable *m_table;
    RowActions *m_rowActions;
    TableWithDetails *m_tableWithDetails;
    QToolButton *m_detailsButton;
    FixBar *m_fixBar;
    ReplaceBar *m_replaceBar;
    UndoBar *m_undoBar;
    RunBar *m_runBar;
    QVBoxLayout *m_layout;
    bool m_guessed = false;
    bool m_seatsAreOld = false; // a run has given seats since they were loaded
};

} // namespace Rollbook
