// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowreason.h"
#include "table/rowstate.h"

#include <QAbstractProxyModel>

#include <memory>
#include <optional>

namespace Rollbook
{

class RosterModel;
struct Arrangement;

/// Filters, searches and sorts a RosterModel. What takes long is done in a worker on a snapshot;
/// the rows change places when it is ready, and arranged() says so. Selection and current row are
/// kept for rows that stay. Without filter, search and sorting it passes everything straight
/// through. While outcomes arrive and matter to the arrangement, rows fall into place a few times a
/// second.
class RosterProxyModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit RosterProxyModel(QObject *parent = nullptr);
    ~RosterProxyModel() override;

    /// The model must be a RosterModel.
    void setSourceModel(QAbstractItemModel *model) override;
    RosterModel *rosterModel() const;

    /// Shows only rows in these states; an empty set shows all.
    void setShownStates(RowStateSet states);
    RowStateSet shownStates() const;
    /// Shows only rows that were not registered, or would not be, for this reason; none shows all.
    void setShownReason(const std::optional<RowReason> &reason);
    std::optional<RowReason> shownReason() const;
    /// Shows only rows in which every word of the text occurs in the identifier, a name or the
    /// e-mail address, whatever its case and accents.
    void setSearchText(const QString &text);
    QString searchText() const;
    /// Makes in the background what the first search takes longest for; people who are about to
    /// type do not have to wait for it then.
    void prepareSearch();
    /// Its words, folded as they are compared: without case and accents, UTF-8.
    QList<QByteArray> searchWords() const;
    /// True when the words are looked for in this RosterModel::Column.
    static bool isSearched(int column);
    /// Sorts by a RosterModel::Column; -1 is the order of the class list.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const;
    Qt::SortOrder sortOrder() const;

    /// How rows stand, for what else looks at all of them in a worker; null: as the class list has
    /// them.
    const Arrangement *arrangement() const;
    /// True while rows are about to change places: until arranged().
    bool isArranging() const;

    /// The first row from one on, and then from the top on, that people are to look at; -1 where
    /// there is none. No row is asked for it, however many there are.
    int nextToLookAt(int row) const;

    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The rows stand as they were last asked for.
    void arranged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Rollbook
