// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/undo.h"
#include "registration/registrar.h"
#include "roster/roster.h"
#include "table/rowreason.h"
#include "table/rowstate.h"

#include <QAbstractTableModel>
#include <QSet>

#include <memory>
#include <optional>

namespace Rollbook
{

class RowSet;
struct OutcomeTable;

/// The one table from drop to report: a row is a student of a class list, and stays where it is
/// while its state goes from problem or ready over the plan to the outcome.
///
/// Outcomes are stored at once and told to the views once a frame: the first at once, what follows
/// within 16 ms together, as one dataChanged() over one range of rows. It is made for a million
/// rows; give its view rows of one fixed height.
class RosterModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        StudentIdColumn,
        FamilyNameColumn,
        GivenNameColumn,
        EmailColumn,
        GradeColumn,
        CourseColumn,
        AttemptsColumn,     ///< how often the row was sent
        RegisteredAtColumn, ///< since when it has its seat or place
        DurationColumn,     ///< how long the answer took
        ReasonColumn,       ///< in a sentence: the seat, why not, what is wrong with the row
        ColumnCount,
    };
    Q_ENUM(Column)

    enum Role {
        RowStateRole = Qt::UserRole + 1, ///< a RowState as int, the same in every column
        RowHelpRole,                     ///< a Help as int, likewise
        SortKeyRole, ///< what the column is sorted by: a number, or bytes whose order is that of
                     ///< its texts, accents and case aside
    };
    Q_ENUM(Role)

    /// What can be done about a row that is not registered.
    enum class Help : quint8 {
        None,
        Correct, ///< a cell of it
        Explain, ///< nothing in the list itself, but there is something to say
    };
    Q_ENUM(Help)

    using RowState = Rollbook::RowState;

    explicit RosterModel(QObject *parent = nullptr);
    ~RosterModel() override;

    /// Shows another list, all rows Problem or Ready. Not while a run goes on.
    void setRoster(const Roster &roster);
    const Roster &roster() const;
    /// The list as it is corrected now, with the rows (from 0) that people leave out. Rows stay
    /// where they are and keep their plan; those in `changedRows` lose their outcome. Not while a
    /// run goes on.
    void setCorrected(
        const Roster &roster, const QSet<qint32> &leftOut, const QList<qint32> &changedRows);
    /// Lets people correct the cells of students who have no seat and no place. What they write is
    /// asked for with correctionWanted() and stands when setCorrected() brings it.
    void setEditable(bool editable);
    bool isEditable(int row) const;
    /// Which course stands in each row.
    void setCourses(const CourseAssignment &courses);
    const CourseAssignment &courses() const;

    /// Shows what would happen. Rows that the plan leaves out, and rows with a problem, stay as
    /// they are. A long plan comes in over several turns of the event loop.
    void setPlan(const RegistrationResults &plan);
    /// Shows what would happen to these rows; all others keep what they have. Not while a run goes
    /// on.
    void addPlan(const RegistrationResults &plan);
    /// All rows are Problem or Ready again. Not while a run goes on.
    void clearPlan();

    /// A run goes on: rows without a problem are Waiting.
    void beginRun();
    /// The same with these rows only; all others keep their outcomes.
    void beginRun(const QList<qint32> &rows);
    /// Takes outcomes in any order of rows.
    void applyResults(const RegistrationResults &results);
    /// Tells the views what they have not been told yet.
    void endRun();
    bool isRunning() const;

    /// Shows an earlier run, its students with their outcomes.
    void setResults(const RegisterStudentsResults &results);

    /// Shows, over the outcomes of a run, what taking it back would do to its rows, or did.
    void showUndo(const QList<UndoResult> &results, bool isPlanned);
    /// Shows the outcomes again.
    void hideUndo();

    Help help(int row) const;
    RowState rowState(int row) const;
    /// True when the list itself says nothing against registering the row: it has no problem and
    /// is not left out.
    bool isSound(int row) const;
    /// How many rows have that state.
    int count(RowState state) const;
    /// The outcome or plan of a row, none while it has none.
    std::optional<StudentRegistrationResult> result(int row) const;

    /// The rows that people are to look at: not registered, or warned of while that can be mended.
    /// Kept while outcomes arrive.
    const RowSet &rowsToLookAt() const;

    /// All states by row, in a list of its own that may go to another thread.
    QList<RowState> rowStates() const;
    /// All states and outcomes by row, for another thread; takes no longer than rowStates().
    OutcomeTable lendOutcomes();
    /// The number of a reason in them, none where no row ever had it.
    std::optional<quint64> reasonId(const RowReason &reason) const;

    /// Why rows are not registered, or would not be, with how many; in no order. Kept while
    /// outcomes arrive: asking costs as much as there are reasons, not rows.
    QList<std::pair<RowReason, int>> reasons() const;
    bool hasReasons() const;
    int count(const RowReason &reason) const;
    /// The reason of a row, none where it is registered or has no outcome.
    std::optional<RowReason> reason(int row) const;
    /// True when a row was sent more than once.
    bool hasRetries() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// count() changed; at most once a frame.
    void countsChanged();
    /// setCourses() changed what stands in CourseColumn.
    void coursesChanged();
    /// setCorrected() changed what stands in the columns of the list.
    void textsChanged();
    void correctionWanted(int row, Rollbook::StudentField field, const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Rollbook
