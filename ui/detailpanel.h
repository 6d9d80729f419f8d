// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "domain/student.h"
#include "rowdetails.h"

#include <QScrollArea>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Rollbook
{

class ClassList;
class CorrectingAgain;
class RosterTable;
class RowActions;

/// Beside the table: the chosen student with what was decided and why, and the buttons that can
/// help. Of several students how many have which state. Follows the table and what happens to its
/// rows, at most once a frame, and does nothing while it is not seen.
class DetailPanel : public QScrollArea
{
    Q_OBJECT

public:
    DetailPanel(
        ClassList &list, RosterTable &table, RowActions &actions, QWidget *parent = nullptr);

    /// Opens the cell that is wrong in the chosen row, where one is.
    void correct();
    bool canCorrect() const;
    QSize sizeHint() const override;
    /// No narrower than its longest button.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeWanted();
    /// What these two ask for has a button only where somebody listens.
    void courseWanted(const Rollbook::CourseRef &course);
    void studentHistoryWanted(const Rollbook::Student &student);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Section {
        QLabel *title;
        QLabel *text;
    };
    void layOut();
    void layOutButtons(QVBoxLayout &layout);
    Section addSection(QVBoxLayout &layout, const QString &title);
    void follow();
    void refreshSoon();
    void refresh();
    void showNobody();
    void showSeveral();
    void tell(const RowDetails &details);
    void refreshButtons();
    void concerning(int firstRow, int lastRow);

    ClassList &m_list;
    RosterTable &m_table;
    RowActions &m_actions;
    CorrectingAgain *m_correcting;
    QList<qint32> m_rows; ///< that are chosen
    bool m_isNarrow = false;
    QTimer m_soon;

    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_reason;
    Section m_rule{};
    Section m_advice{};
    Section m_attempts{};
    Section m_fields{};
    QToolButton *m_close;
    QPushButton *m_correct;
    QPushButton *m_tryAgain;
    QPushButton *m_leaveOut;
    QPushButton *m_openCourse;
    QPushButton *m_everything;
};

} // namespace Rollbook
