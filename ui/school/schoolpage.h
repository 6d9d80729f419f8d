// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QHBoxLayout;
class QKeySequence;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace Rollbook
{

class MessageBar;
class PlacesPanel;
class School;
class SchoolForm;
class SchoolModel;
class SchoolRows;
class SchoolTable;

/// What the courses page and the students page have in common: a searched table of all things of
/// the school, below it what the chosen one is about or the form to change it, import and export.
///
/// It is made and filled when it is first shown, and reads the school again whenever it is shown.
class SchoolPage : public QWidget
{
    Q_OBJECT

public:
    /// Reads the school again, unless nobody looks.
    void refresh();
    void search();
    /// Leaves the form, or else the search.
    void leave();
    void copySelection() const;
    /// For the list of all keys; they work in this page alone.
    const QList<QAction *> &keyActions() const { return m_keyActions; }

Q_SIGNALS:
    /// The school is not what it was.
    void changed();

protected:
    /// What differs, in the words of people.
    struct Words {
        QString title;
        QString searchFor;
        QString nothing;      ///< there are none yet
        QString whatToDo;     ///< then
        QString add;          ///< of buttons
        QString importTitle;  ///< of a dialog
        QString importFilter; ///< the same
        QString exportTitle;  ///< the same
        QString exportName;   ///< of the file that is proposed
        QString lookedAfter;  ///< by others: for those who may not change anything here
    };
    struct Parts {
        SchoolModel *model;
        SchoolTable *table;
        PlacesPanel *places;
        SchoolForm *form;
    };
    using Loading = std::function<Expected<std::shared_ptr<const SchoolRows>>()>;
    using Counting = std::function<Expected<int>()>; // in a worker; how many there were

    SchoolPage(School &school, Words words, QWidget *parent);

    School &school() const { return m_school; }
    /// Whether what is here may be added, changed and removed.
    bool mayManage() const;
    /// Makes the parts, with this as their parent.
    virtual Parts makeParts() = 0;
    /// Reads everything; in a worker.
    virtual Loading loading() const = 0;
    virtual QString countText(int count) const = 0;
    /// Where the thing is shown that was chosen before; -1: nowhere.
    virtual int rowOfChosen() const = 0;
    /// That row is chosen; -1: none.
    virtual void choose(int row) = 0;
    virtual void beginNew() = 0;
    virtual void beginEdit(int row) = 0;
    virtual void save() = 0;
    virtual void remove(int row) = 0;
    virtual Counting importing(const QString &path) const = 0;
    virtual Counting exporting(const QString &path) const = 0;
    virtual QString importedText(int count) const = 0;
    virtual QString exportedText(int count, const QString &link) const = 0;
    /// Buttons of one kind of thing, beside those for any.
    virtual void addMoreButtons() {}
    virtual void refreshButtons();

    QPushButton *addButton(const QString &text, const QString &hint);
    int currentRow() const; ///< -1: none
    void showForm(bool shown);
    bool isFormShown() const;
    /// Changes the school in a worker, then reads it again.
    void change(const std::function<Expected<void>()> &work, const std::function<void()> &done);
    /// Asks first; its buttons are verbs.
    void ask(const QString &title, const QString &question, const QString &yes, const QString &no,
        const std::function<void()> &then);
    void showProblem(const QString &sentence);
    void showNews(const QString &sentence);
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addKey(const QString &text, const QKeySequence &key, void (SchoolPage::*slot)());
    QString splitKey() const;
    void build();
    void layOut();
    void layOutButtons();
    QWidget *makeEmptyPlace();
    void addEmptyButtons(QHBoxLayout &buttons, QWidget *place);
    void connectParts();
    void load();
    void takeArranged();
    void showEmptyPlace(bool shown);
    void chooseCurrent();
    void add();
    void edit();
    void removeCurrent();
    void chooseImport();
    void importFrom(const QString &path);
    void chooseExport();
    void exportTo(const QString &path);
    void refreshCount();

    School &m_school;
    Words m_words;
    Parts m_parts{};
    QList<QAction *> m_keyActions;
    QLabel *m_count = nullptr;
    QLineEdit *m_search = nullptr;
    MessageBar *m_message = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_emptyPlace = nullptr;
    QPushButton *m_emptyImport = nullptr; // none where nothing may be added
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_below = nullptr;
    QWidget *m_buttonRow = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_export = nullptr;
    bool m_isLoading = false;
    bool m_isOld = false; // to be read again
    bool m_isTaking = false;
};

} // namespace Rollbook
