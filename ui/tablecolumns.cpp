// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecolumns.h"

#include "table/rostermodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMetaEnum>
#include <QSettings>
#include <QTableView>

#include <array>
#include <numeric>

namespace Rollbook
{

namespace
{

const QLatin1StringView ColumnOrderKey("tableColumns/order");
const QLatin1StringView ColumnWidthsKey("tableColumns/widths");
const QLatin1StringView ColumnsShownKey("tableColumns/shown");

// In letters of the font; what happened takes the rest.
constexpr std::array<int, RosterModel::ColumnCount> ColumnWidthsInLetters{
    20, 12, 18, 17, 27, 8, 10, 10, 20, 13, 24};

// What happened is read in every row; of the others the beginning will do, of those that are read
// least first.
constexpr int LettersOfReason = 34;
constexpr int LeastLettersOfReason = 16;
struct GivingWay {
    RosterModel::Column column;
    int leastLetters;
};
constexpr std::array<GivingWay, 9> GivingWayInTurn{{
    {RosterModel::EmailColumn, 6},
    {RosterModel::RegisteredAtColumn, 11},
    {RosterModel::DurationColumn, 8},
    {RosterModel::AttemptsColumn, 5},
    {RosterModel::GradeColumn, 5},
    {RosterModel::GivenNameColumn, 9},
    {RosterModel::FamilyNameColumn, 10},
    {RosterModel::StudentIdColumn, 10},
    {RosterModel::StateColumn, 16},
}};

// A number would mean another column when there are more.
QString nameOf(int column)
{
    return QString::fromLatin1(QMetaEnum::fromType<RosterModel::Column>().valueToKey(column));
}

} // namespace

TableColumns::TableColumns(QTableView &table, RosterModel &model, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
{
    QHeaderView *header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &place) { openMenu(header->mapToGlobal(place)); });
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_isFitting || isLast(column))
            return;
        m_wished[column] = width;
        m_sized += column;
    });
    table.viewport()->installEventFilter(this);
    connect(&model, &RosterModel::modelReset, this, &TableColumns::hideEmpty);
    connect(&model, &RosterModel::countsChanged, this, &TableColumns::hideEmpty);
}

bool TableColumns::canBeHidden(int column)
{
    return column != RosterModel::StateColumn && column != RosterModel::ReasonColumn;
}

bool TableColumns::hasSomethingToTell(int column) const
{
    switch (column) {
    case RosterModel::CourseColumn:
        return m_model.courses().courses().size() > 1 || m_model.roster().hasCourseColumn();
    case RosterModel::GradeColumn:
        return m_model.roster().students.hasField(StudentField::GradeLevel);
    case RosterModel::AttemptsColumn:
        return m_model.hasRetries();
    case RosterModel::RegisteredAtColumn:
    case RosterModel::DurationColumn:
        return false;
    default:
        return true;
    }
}

// It is stretched, whoever makes the others wider.
bool TableColumns::isLast(int column) const
{
    const QHeaderView *header = m_table.horizontalHeader();
    int place = header->count() - 1;
    while (place > 0 && header->isSectionHidden(header->logicalIndex(place)))
        --place;
    return header->visualIndex(column) == place;
}

void TableColumns::hideEmpty()
{
    bool isOther = false;
    for (int column = 0; column < RosterModel::ColumnCount; ++column) {
        const bool shown = m_chosen.value(column, hasSomethingToTell(column));
        if (m_table.isColumnHidden(column) != shown)
            continue;
        // Comes back as wide as it went, which is not what was wished.
        m_isFitting = true;
        m_table.setColumnHidden(column, !shown);
        m_isFitting = false;
        isOther = true;
    }
    if (isOther)
        fit();
}

bool TableColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

QMap<int, int> TableColumns::wishedWidths() const
{
    QMap<int, int> widths = m_wished;
    widths.remove(RosterModel::ReasonColumn);
    widths.removeIf([this](const auto &width) { return m_table.isColumnHidden(width.key()); });
    return widths;
}

int TableColumns::leastWidth(int column, int leastLetters) const
{
    const int letter = m_table.fontMetrics().averageCharWidth();
    const QString title = m_model.headerData(column, Qt::Horizontal).toString();
    const QFontMetrics ofHeader = m_table.horizontalHeader()->fontMetrics();
    return qMax(leastLetters * letter, ofHeader.horizontalAdvance(title) + letter);
}

int TableColumns::leastWidth() const
{
    QMap<int, int> widths = wishedWidths();
    for (const GivingWay &giving : GivingWayInTurn) {
        const auto width = widths.find(giving.column);
        if (width != widths.end() && !m_sized.contains(giving.column))
            *width = qMin(*width, leastWidth(giving.column, giving.leastLetters));
    }
    return std::accumulate(
        widths.cbegin(), widths.cend(), LettersOfReason * m_table.fontMetrics().averageCharWidth());
}

// No column is wider than it is wished; each is as wide again when there is room.
void TableColumns::fit()
{
    const int letter = m_table.fontMetrics().averageCharWidth();
    QMap<int, int> widths = wishedWidths();
    int room = std::accumulate(widths.cbegin(), widths.cend(), m_table.viewport()->width(),
        [](int left, int width) { return left - width; });
    for (const GivingWay &giving : GivingWayInTurn) {
        const auto width = widths.find(giving.column);
        if (width == widths.end() || m_sized.contains(giving.column))
            continue;
        const int least = leastWidth(giving.column, giving.leastLetters);
        const int missing = LettersOfReason * letter - room;
        const int given = qBound(0, missing, qMax(0, *width - least));
        *width -= given;
        room += given;
    }
    m_isFitting = true;
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        m_table.setColumnWidth(width.key(), width.value());
    m_table.setColumnWidth(RosterModel::ReasonColumn, qMax(LeastLettersOfReason * letter, room));
    m_isFitting = false;
}

void TableColumns::setWidthsAndOrder()
{
    const QSettings settings;
    const QVariantMap widths = settings.value(ColumnWidthsKey).toMap();
    const int letter = m_table.fontMetrics().averageCharWidth();
    QHeaderView *header = m_table.horizontalHeader();
    m_sized.clear();
    m_isFitting = true;
    for (int column = 0; column < RosterModel::ColumnCount; ++column) {
        const int width = widths.value(nameOf(column)).toInt();
        const int usual = ColumnWidthsInLetters.at(static_cast<std::size_t>(column)) * letter;
        if (width > 0)
            m_sized += column;
        m_wished[column] = width > 0 ? width : usual;
        m_table.setColumnWidth(column, m_wished.value(column));
        header->moveSection(header->visualIndex(column), column);
    }
    m_isFitting = false;
    int place = 0;
    const QStringList order = settings.value(ColumnOrderKey).toStringList();
    for (const QString &name : order) {
        const int column =
            QMetaEnum::fromType<RosterModel::Column>().keyToValue(name.toLatin1().constData());
        if (column >= 0 && column < RosterModel::ColumnCount)
            header->moveSection(header->visualIndex(column), place++);
    }
}

void TableColumns::restore()
{
    const QVariantMap shown = QSettings().value(ColumnsShownKey).toMap();
    m_chosen.clear();
    for (int column = 0; column < RosterModel::ColumnCount; ++column) {
        const auto chosen = shown.constFind(nameOf(column));
        if (chosen != shown.cend() && canBeHidden(column))
            m_chosen.insert(column, chosen->toBool());
    }
    setWidthsAndOrder();
    hideEmpty();
    fit();
}

void TableColumns::remember() const
{
    const QHeaderView *header = m_table.horizontalHeader();
    QStringList order;
    QVariantMap widths;
    QVariantMap shown;
    for (int place = 0; place < RosterModel::ColumnCount; ++place) {
        const int column = header->logicalIndex(place);
        order += nameOf(column);
        // The last one takes what is left.
        if (column != RosterModel::ReasonColumn && m_sized.contains(column))
            widths.insert(nameOf(column), m_wished.value(column));
    }
    for (auto chosen = m_chosen.cbegin(); chosen != m_chosen.cend(); ++chosen)
        shown.insert(nameOf(chosen.key()), chosen.value());
    QSettings settings;
    settings.setValue(ColumnOrderKey, order);
    settings.setValue(ColumnWidthsKey, widths);
    settings.setValue(ColumnsShownKey, shown);
}

void TableColumns::reset()
{
    QSettings settings;
    for (const QLatin1StringView key : {ColumnOrderKey, ColumnWidthsKey, ColumnsShownKey})
        settings.remove(key);
    restore();
}

void TableColumns::setShown(int column, bool shown)
{
    if (!canBeHidden(column))
        return;
    m_chosen.insert(column, shown);
    hideEmpty();
    remember();
}

void TableColumns::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_table.horizontalHeader());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < RosterModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column));
        action->setEnabled(canBeHidden(column));
        connect(action, &QAction::triggered, this,
            [this, column](bool shown) { setShown(column, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset")), &QAction::triggered, this, &TableColumns::reset);
    menu->popup(place);
}

} // namespace Rollbook
