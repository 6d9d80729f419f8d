// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace Rollbook
{

/// A table of the history: whole rows, to be read, copied as a spreadsheet takes them. Its columns
/// are remembered under a name.
class HistoryTable : public QTableView
{
    Q_OBJECT

public:
    explicit HistoryTable(const QString &name, QWidget *parent = nullptr);

    /// Takes a model, with the widths of its columns in letters of the font, unless others are
    /// remembered; the one of width 0 takes the rest.
    void takeModel(QAbstractItemModel *model, const QList<int> &widthsInLetters);
    /// Its rows, those that are selected where any are, as text: cells separated by tabs, below
    /// the words of the columns.
    QString asText() const;

Q_SIGNALS:
    void selectedRowsChanged();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QString m_key;
};

} // namespace Rollbook
