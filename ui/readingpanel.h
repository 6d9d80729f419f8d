// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace Rollbook
{

class ClassList;

/// How the file of a list was read, to look at and to change: the sheet, the letters, and which
/// column holds what, above the first rows of the file.
class ReadingPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingPanel(ClassList &list, QWidget *parent = nullptr);

    /// The field that a column of the file holds, none where it is only kept.
    std::optional<StudentField> fieldOf(int column) const;

    /// Shows what is chosen, whatever was clicked since.
    void refresh();

Q_SIGNALS:
    /// A person chose something else: the list should be read again.
    void otherReadingWanted(const Rollbook::RosterOptions &options);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshChoices();
    void refreshColumns();
    void fitHeight();
    QComboBox *fieldChooser(int column);
    void chooseField(int column, int index);
    void chooseSheet(int index);
    void chooseEncoding(int index);

    ClassList &m_list;
    QLabel *m_sheetLabel;
    QComboBox *m_sheet;
    QLabel *m_encodingLabel;
    QComboBox *m_encoding;
    QLabel *m_question;
    QTableWidget *m_columns;
};

} // namespace Rollbook
