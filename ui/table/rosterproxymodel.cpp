// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/rosterproxymodel.h"

#include "arranger.h"
#include "domain/searchtext.h"
#include "table/rostermodel.h"

#include <QTimer>

#include <algorithm>

#include <chrono>

namespace Rollbook
{

namespace
{

// How often rows fall into place while outcomes arrive.
constexpr std::chrono::milliseconds RearrangeInterval{250};
// Changed ranges up to this many rows are told row by row exactly; of longer ones the whole table.
constexpr int ExactRange = 512;

} // namespace

class RosterProxyModel::Private
{
public:
    explicit Private(RosterProxyModel *model)
        : q(model)
    {
        rearrange.setSingleShot(true);
        rearrange.setInterval(RearrangeInterval);
    }

    int toSource(int row) const { return arrangement ? arrangement->rowAt(row) : row; }
    int fromSource(int row) const { return arrangement ? arrangement->positionOf(row) : row; }

    void follow(RosterModel *model);
    void startOver(RosterModel *model);
    void wishChanged();
    void stand(std::optional<Arrangement> next);
    void standAsArranged();
    void outcomesSettled();
    void coursesChanged();
    void textsChanged();
    void sourceChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    std::pair<int, int> shownRange(int first, int last) const;

    RosterProxyModel *q;
    RosterModel *source = nullptr;
    QList<QMetaObject::Connection> connections;
    ArrangementWish wish;
    QString searchText;

    std::optional<Arrangement> arrangement; // none: as the class list has them
    Arranger arranger;
    QTimer rearrange;
};

void RosterProxyModel::Private::follow(RosterModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(connections))
        disconnect(connection);
    connections.clear();
    if (!model)
        return;
    connections = {
        connect(model, &QAbstractItemModel::dataChanged, q,
            [this](const QModelIndex &topLeft, const QModelIndex &bottomRight,
                const QList<int> &roles) { sourceChanged(topLeft, bottomRight, roles); }),
        connect(
            model, &QAbstractItemModel::modelAboutToBeReset, q, [this] { q->beginResetModel(); }),
        connect(model, &QAbstractItemModel::modelReset, q,
            [this] {
                startOver(source);
                q->endResetModel();
                wishChanged();
            }),
        connect(model, &QAbstractItemModel::headerDataChanged, q,
            &QAbstractItemModel::headerDataChanged),
        connect(model, &RosterModel::coursesChanged, q, [this] { coursesChanged(); }),
        connect(model, &RosterModel::textsChanged, q, [this] { textsChanged(); }),
        connect(model, &QObject::destroyed, q,
            [this] {
                // It is no RosterModel any more: it must not be asked while this is told to the
                // views.
                source = nullptr;
                arrangement.reset();
                q->setSourceModel(nullptr);
            }),
    };
}

void RosterProxyModel::Private::startOver(RosterModel *model)
{
    source = model;
    arranger.setModel(model);
    arrangement.reset();
}

void RosterProxyModel::Private::wishChanged()
{
    if (source && !wish.isIdentity()) {
        arranger.arrange(wish);
        return;
    }
    arranger.cancel();
    stand({});
    Q_EMIT q->arranged();
}

void RosterProxyModel::Private::standAsArranged()
{
    Arrangement next = arranger.take();
    // The arranger keeps its own.
    next.aids = {};
    stand(std::move(next));
    Q_EMIT q->arranged();
}

void RosterProxyModel::Private::stand(std::optional<Arrangement> next)
{
    if (arrangement && next ? arrangement->isSameAs(*next) : !arrangement && !next)
        return;
    Q_EMIT q->layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = q->persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int row = toSource(index.row());
        const int position = next ? next->positionOf(row) : row;
        after += position < 0 ? QModelIndex() : q->createIndex(position, index.column());
    }
    arrangement = std::move(next);
    q->changePersistentIndexList(before, after);
    Q_EMIT q->layoutChanged({}, VerticalSortHint);
}

void RosterProxyModel::Private::outcomesSettled()
{
    if (arranger.isWorking())
        rearrange.start();
    else if (source && wish.dependsOnOutcomes())
        arranger.arrange(wish);
}

void RosterProxyModel::Private::coursesChanged()
{
    const bool concerned = arranger.isWaitedFor() || wish.sortColumn == RosterModel::CourseColumn;
    arranger.forgetCourses();
    if (concerned)
        wishChanged();
}

// Rows stay where they are until they are arranged anew: nothing runs away from whoever corrects
// it.
void RosterProxyModel::Private::textsChanged()
{
    const bool concerned = arranger.isWaitedFor();
    arranger.forgetTexts();
    if (concerned)
        wishChanged();
}

void RosterProxyModel::Private::sourceChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const auto [first, last] = shownRange(topLeft.row(), bottomRight.row());
    if (first <= last) {
        Q_EMIT q->dataChanged(
            q->index(first, topLeft.column()), q->index(last, bottomRight.column()), roles);
    }
    if (wish.dependsOnOutcomes() && !rearrange.isActive())
        rearrange.start();
}

// Where rows of the source stand that changed together.
std::pair<int, int> RosterProxyModel::Private::shownRange(int first, int last) const
{
    if (!arrangement)
        return {first, last};
    int from = arrangement->shown.count();
    int to = -1;
    if (last - first > ExactRange)
        return {0, from - 1};
    for (int row = first; row <= last; ++row) {
        const int position = fromSource(row);
        if (position < 0)
            continue;
        from = qMin(from, position);
        to = qMax(to, position);
    }
    return {from, to};
}

RosterProxyModel::RosterProxyModel(QObject *parent)
    : QAbstractProxyModel(parent)
    , d(std::make_unique<Private>(this))
{
    connect(&d->arranger, &Arranger::ready, this, [this] { d->standAsArranged(); });
    connect(&d->rearrange, &QTimer::timeout, this, [this] { d->outcomesSettled(); });
}

RosterProxyModel::~RosterProxyModel() = default;

void RosterProxyModel::setSourceModel(QAbstractItemModel *model)
{
    auto *const source = qobject_cast<RosterModel *>(model);
    Q_ASSERT(source || !model);
    beginResetModel();
    QAbstractProxyModel::setSourceModel(source);
    d->follow(source);
    d->startOver(source);
    endResetModel();
    d->wishChanged();
}

RosterModel *RosterProxyModel::rosterModel() const
{
    return d->source;
}

void RosterProxyModel::setShownStates(RowStateSet states)
{
    if (states == d->wish.shownStates)
        return;
    d->wish.shownStates = states;
    d->wishChanged();
}

RowStateSet RosterProxyModel::shownStates() const
{
    return d->wish.shownStates;
}

void RosterProxyModel::setShownReason(const std::optional<RowReason> &reason)
{
    if (reason == d->wish.shownReason)
        return;
    d->wish.shownReason = reason;
    d->wishChanged();
}

std::optional<RowReason> RosterProxyModel::shownReason() const
{
    return d->wish.shownReason;
}

void RosterProxyModel::setSearchText(const QString &text)
{
    d->searchText = text;
    const QList<QByteArray> words = foldedWords(text);
    if (words == d->wish.words)
        return;
    d->wish.words = words;
    d->wishChanged();
}

QList<QByteArray> RosterProxyModel::searchWords() const
{
    return d->wish.words;
}

bool RosterProxyModel::isSearched(int column)
{
    return column == RosterModel::StudentIdColumn || column == RosterModel::FamilyNameColumn
        || column == RosterModel::GivenNameColumn || column == RosterModel::EmailColumn;
}

QString RosterProxyModel::searchText() const
{
    return d->searchText;
}

void RosterProxyModel::prepareSearch()
{
    d->arranger.prepareSearch();
}

void RosterProxyModel::sort(int column, Qt::SortOrder order)
{
    const int known = column >= 0 && column < RosterModel::ColumnCount ? column : -1;
    if (known == d->wish.sortColumn && order == d->wish.sortOrder)
        return;
    d->wish.sortColumn = known;
    d->wish.sortOrder = order;
    d->wishChanged();
}

int RosterProxyModel::sortColumn() const
{
    return d->wish.sortColumn;
}

Qt::SortOrder RosterProxyModel::sortOrder() const
{
    return d->wish.sortOrder;
}

const Arrangement *RosterProxyModel::arrangement() const
{
    return d->arrangement ? &*d->arrangement : nullptr;
}

bool RosterProxyModel::isArranging() const
{
    return d->arranger.isWaitedFor();
}

int RosterProxyModel::nextToLookAt(int row) const
{
    if (row < 0 || rowCount() == 0)
        return -1;
    const int from = row % rowCount();
    const RowSet &rows = d->source->rowsToLookAt();
    if (d->arrangement)
        return d->arrangement->nextOf(rows, from);
    auto next = rows.next(static_cast<std::size_t>(from));
    if (!next)
        next = rows.next(0);
    return next ? static_cast<int>(*next) : -1;
}

QModelIndex RosterProxyModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!d->source || !proxyIndex.isValid())
        return {};
    return d->source->index(d->toSource(proxyIndex.row()), proxyIndex.column());
}

QModelIndex RosterProxyModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const int row = d->fromSource(sourceIndex.row());
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

QModelIndex RosterProxyModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex RosterProxyModel::parent(const QModelIndex & /*index*/) const
{
    return {};
}

QModelIndex RosterProxyModel::sibling(int row, int column, const QModelIndex &index) const
{
    return index.isValid() ? this->index(row, column) : QModelIndex();
}

int RosterProxyModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !d->source)
        return 0;
    return d->arrangement ? d->arrangement->shown.count() : d->source->rowCount();
}

int RosterProxyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !d->source ? 0 : RosterModel::ColumnCount;
}

bool RosterProxyModel::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() && rowCount() > 0;
}

QVariant RosterProxyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!d->source || section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return d->source->headerData(section, orientation, role);
    return section < rowCount() ? d->source->headerData(d->toSource(section), orientation, role)
                                : QVariant();
}

} // namespace Rollbook
