// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace Rollbook
{

/// A table about the school: whole rows, columns of remembered widths, keys as in a file manager.
class SchoolTable : public QTableView
{
    Q_OBJECT

public:
    /// Widths in letters of the font; the settings remember what people make of them under a key.
    SchoolTable(const QString &settingsKey, QList<int> widths, QWidget *parent);

    /// To be called when the model is set.
    void restoreColumns();
    /// The selected rows for a spreadsheet.
    void copySelection() const;
    /// The selected rows, ascending.
    QList<int> selectedRows() const;

Q_SIGNALS:
    /// F2, Enter or a double click.
    void editWanted();
    void removeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QString m_settingsKey;
    QList<int> m_widths;
};

} // namespace Rollbook
